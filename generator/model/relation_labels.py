"""How pictures and tables read the relations that kinds declare."""

from __future__ import annotations

from functools import cache

from generator.model.display.vocabulary import label_from_name
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS


def relation_label(edge: str) -> str:
    """The type of an edge in words: `part_of` is “Part of”. A field's own words come first."""
    return _own_words().get(edge) or label_from_name(edge)


@cache
def _own_words() -> dict[str, str]:
    links = (link for kind in KINDS for _, link in links_in(kind.model))
    return {link.edge: link.words for link in links if link.edge and link.words}
