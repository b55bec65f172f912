"""What insights add to the pages of records. `RECORD_EXTRAS` has a line for each kind."""

from __future__ import annotations

from generator.site.pages.records.extras import area, other_kinds, practice, prototype
from generator.site.pages.records.extras.extra import ExtrasBuilder, RecordExtras

__all__ = ["RECORD_EXTRAS", "RecordExtras"]

RECORD_EXTRAS: dict[str, ExtrasBuilder] = {
    "area": area.area_extras,
    "practice": practice.practice_extras,
    "outcome": other_kinds.outcome_extras,
    "prototype": prototype.prototype_extras,
    "partner": other_kinds.partner_extras,
    "group": other_kinds.group_extras,
    "barrier": other_kinds.barrier_extras,
    "principle": other_kinds.principle_extras,
}
