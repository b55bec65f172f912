"""Which prototypes say how they listened to the people concerned."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight


@dataclass(frozen=True, slots=True)
class ListeningRecords:
    """Prototypes by whether they say how people were listened to.

    `listened`: they say who took part, or how. `not_stated`: in practice, without such a statement.
    """

    listened: tuple[str, ...]
    not_stated: tuple[str, ...]


@memoised
def listening_records(index: AdoptionIndex) -> ListeningRecords:
    """A prototype involved people if its record says who was asked or took part, or how. Prototypes
    in practice that do not say so are also listed. That does not mean that nobody was asked.
    """
    listened = tuple(
        prototype.id for prototype in index.prototypes if prototype.co_production is not None
    )
    return ListeningRecords(
        listened,
        tuple(prototype.id for prototype in index.in_practice if prototype.id not in listened),
    )


INSIGHTS = (Insight("listening", "Which prototypes involved people?", listening_records),)
