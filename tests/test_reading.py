"""The tests of the engine are kept from the academy of this repository."""

from __future__ import annotations

import pytest

from generator.records.catalogue import read_catalogue
from tests.conftest import PROJECT
from tests.reading import ContentReadError
from tests.sites import FIRST_ACADEMY


@pytest.mark.parametrize("name", ["mkdocs.yml", "registry/schema.yaml", "site_src/about.md"])
def test_a_file_of_the_academy_is_not_read(name: str) -> None:
    with pytest.raises(ContentReadError, match=r"tests/first_academy"):
        (PROJECT / name).read_text(encoding="utf-8")


def test_the_academy_is_not_read() -> None:
    with pytest.raises(ContentReadError):
        read_catalogue(PROJECT)


def test_a_frozen_academy_is_read() -> None:
    assert read_catalogue(FIRST_ACADEMY)[0].records
