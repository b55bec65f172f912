"""Licences as people name them."""

from __future__ import annotations

import pytest

from generator.model.licences import licence_named_in


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("© Kent. CC BY-NC-SA 4.0.", "CC-BY-NC-SA-4.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("Under the <a href=x>OGL</a>", "OGL-UK-3.0"),
        ("cc0", "CC0-1.0"),
        ("© Kent Council 2026", None),
        ("CC BY 3.0", None),
        ("Oglethorpe", None),
        ("", None),
    ],
)
def test_a_licence_is_known_by_the_names_that_people_use(text: str, licence: str | None) -> None:
    named = licence_named_in(text)
    assert (named and named.id) == licence
