"""The facets by which readers narrow a search. `FACETS` is the list.

A record without a value of its own takes those of its prototypes: a measure is found under the area
of its prototype.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.display.vocabulary import NOT_STATED
from generator.model.kinds.prototype_words import JUDGES, STAGES, VERDICTS
from generator.model.kinds.resource import AVAILABILITIES, MENTIONED
from generator.model.record import Record
from generator.site.find.facet_values import (
    FacetKeys,
    academy_keys,
    academy_order,
    area_keys,
    area_order,
    availability_keys,
    evidence_keys,
    evidence_order,
    field_keys,
    judge_keys,
    kind_keys,
    kind_order,
    option_order,
    related_keys,
    title_order,
    topic_keys,
    topic_order,
    year_keys,
    year_order,
)
from generator.site.parts.content import SiteContent


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: its key, its title, its depth in a tree, and the places in the index of
    the entries that have it.
    """

    key: str
    title: str
    depth: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the search. `of` returns the keys of a record's values; `order` sorts the keys
    that occur and adds their titles and depths. `open`: expanded at first.
    """

    key: str
    title: str
    of: FacetKeys
    order: Callable[[SiteContent, set[str]], Iterable[tuple[str, str, int]]]
    open: bool = False

    def values(
        self, site: SiteContent, records: Iterable[tuple[int, Record]]
    ) -> tuple[FacetValue, ...]:
        """Return the values that occur among `records`, which come with ascending places."""
        places: dict[str, list[int]] = {}
        for place, record in records:
            for key in dict.fromkeys(self.of(site, record)):
                places.setdefault(key, []).append(place)
        order = self.order(site, set(places))
        return tuple(
            FacetValue(key, title, depth, tuple(places[key])) for key, title, depth in order
        )


FACETS = (
    Facet("kind", "What it is", kind_keys, kind_order, open=True),
    Facet("area", "Area", area_keys, area_order, open=True),
    Facet("academy", "Academy", academy_keys, academy_order, open=True),
    Facet("stage", "Stage", field_keys("stage"), option_order(*STAGES.options), open=True),
    Facet(
        "verdict", "Did it work?", field_keys("verdict"), option_order(*VERDICTS.options), open=True
    ),
    Facet("judged_by", "Who judged it", judge_keys, option_order(*JUDGES.options, NOT_STATED)),
    Facet("evidence", "Strength of evidence", evidence_keys, evidence_order, open=True),
    Facet("condition", "Condition", topic_keys("condition"), topic_order),
    Facet("age_group", "Age group", topic_keys("age-group"), topic_order),
    Facet("setting", "Setting", topic_keys("setting"), topic_order),
    Facet("theme", "Theme", topic_keys("theme"), topic_order),
    Facet("practice", "Practice", related_keys("practice"), title_order),
    Facet("principle", "Principle", related_keys("principle"), title_order),
    Facet("outcome", "Outcome", related_keys("outcome"), title_order),
    Facet("barrier", "Barrier", related_keys("barrier"), title_order),
    Facet("partner", "Partner", related_keys("partner"), title_order),
    Facet("year", "Year", year_keys, year_order),
    Facet(
        "availability",
        "Availability",
        availability_keys,
        option_order(*AVAILABILITIES.options, MENTIONED),
    ),
)
