"""Text of another academy names its own records, wherever it is read."""

from __future__ import annotations

import pytest

from generator.federation.full_names import with_full_names
from generator.federation.media_names import with_media_names
from generator.model.kinds.area import Area
from generator.records.catalogue import default_vocabulary


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See [[fife]].", "See [[x/fife]]."),
        ("See [[ fife | the place ]].", "See [[x/fife| the place ]]."),
        ("Write `[[fife]]` for a link.", "Write `[[fife]]` for a link."),
        ("[a page](https://example.org/media/x)", "[a page](https://example.org/media/x)"),
    ],
)
def test_a_mention_gets_the_full_name(text: str, wanted: str) -> None:
    area = Area.model_validate(
        {"id": "a", "title": "A", "type": "place", "note": text}, context=default_vocabulary()
    )
    renamed = with_full_names(area, lambda name: f"x/{name}")
    assert renamed.note == wanted
    assert renamed.id == "x/a"
    assert renamed.model_fields_set == area.model_fields_set


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('![A map](media/map.png "Here (now)")', '![A map](media/~x/map.png "Here (now)")'),
        ("![A map](media/lost.png) and [a paper](media/map.png)", "A map and a paper"),
        ("`![A map](media/map.png)`", "`![A map](media/map.png)`"),
        ("[a page](https://example.org/media/x)", "[a page](https://example.org/media/x)"),
    ],
)
def test_a_picture_in_a_text_gets_a_name_of_its_academy(text: str, wanted: str) -> None:
    area = Area.model_validate(
        {"id": "a", "title": "A", "type": "place", "note": text}, context=default_vocabulary()
    )
    names = {"media/map.png": "media/~x/map.png"}
    assert vars(with_media_names(area, names.get))["note"] == wanted
