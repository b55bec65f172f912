"""A first path for newcomers: one record of each kind that shows how the academy works."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds import KIND_OF
from generator.site.parts.blocks import Card
from generator.site.parts.content import SiteContent
from generator.site.parts.record_cards import record_card

# kinds with the reason to read a record of each
_PATH = {
    "case_study": "Start with a story",
    "principle": "See the belief behind it",
    "practice": "Find a way of working",
    "prototype": "See one prototype",
}
_LATER_BASES = ("planned", "illustrative")


def first_path(site: SiteContent) -> Iterator[tuple[str, Card]]:
    """Yield for each kind of the path why to read it, and the record with most relations.

    Records in practice are preferred to others, and all of these to plans and illustrations.
    """
    live = site.index.in_practice_ids
    for name, why in _PATH.items():
        records = site.catalogue.records_of_kind(KIND_OF[name])
        current = [r for r in records if KIND_OF[name].evidence_basis(r) not in _LATER_BASES]
        in_practice = [r for r in current if r.id in live]
        best = sorted(in_practice or current or records, key=lambda r: (-site.degree[r.id], r.id))[
            :1
        ]
        for record in best:
            yield why, record_card(site, record)
