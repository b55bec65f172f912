"""What the insights add to each kind's pages. `RECORD_EXTRAS` is the list: one line here a kind."""

from __future__ import annotations

from generator.site.pages.records.extras import area, other_kinds, practice
from generator.site.pages.records.extras.extra import Answer, RecordExtras

__all__ = ["RECORD_EXTRAS", "RecordExtras"]

RECORD_EXTRAS: dict[str, Answer] = {
    "area": area.answers,
    "practice": practice.answers,
    "outcome": other_kinds.of_outcome,
    "prototype": other_kinds.of_prototype,
    "partner": other_kinds.of_partner,
    "group": other_kinds.of_group,
    "barrier": other_kinds.of_barrier,
    "principle": other_kinds.of_principle,
}
