"""Which prototypes listened to the people concerned, and which have not said so."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.base import Insight
from generator.insights.index import Index, once


@dataclass(frozen=True, slots=True)
class Listening:
    """Prototypes by whether they say how people were listened to.

    `listened`: they say who took part, or how. `not_stated`: in practice and silent about it.
    """

    listened: tuple[str, ...]
    not_stated: tuple[str, ...]


@once
def listening(index: Index) -> Listening:
    """A prototype listened to people when its record says who was asked or took part, or how.
    Those in practice that do not say so are listed too; that does not mean that nobody was asked.
    """
    heard = tuple(one.id for one in index.prototypes if one.co_production is not None)
    return Listening(heard, tuple(one.id for one in index.in_practice if one.id not in heard))


INSIGHTS = (Insight("listening", "Which prototypes listened to people?", listening),)
