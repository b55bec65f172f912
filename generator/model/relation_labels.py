"""Labels of relations in figures and tables."""

from __future__ import annotations

from functools import cache

from generator.model.display.vocabulary import label_from_name
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS


def relation_label(edge: str) -> str:
    """Return the label of an edge type: the `words` of its link, else “Part of” for `part_of`."""
    return _own_words().get(edge) or label_from_name(edge)


@cache
def _own_words() -> dict[str, str]:
    links = (link for kind in KINDS for _, link in links_in(kind.model))
    return {link.edge: link.words for link in links if link.edge and link.words}
