"""By what a reader can narrow a search. `FACETS` is the list: a facet is one function and one line.

A value that a record has through the prototypes it belongs to counts for it where it names none
itself: a measure is found under the area of its prototype.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import LEVELS, proofs
from generator.analysis.insights.value_case import value_cases
from generator.model.display.vocabulary import NOT_STATED, Option
from generator.model.fields.types import PartialDate
from generator.model.kinds import KIND_OF
from generator.model.kinds.area import Area
from generator.model.kinds.measure import EVIDENCE_LEVELS
from generator.model.kinds.prototype import JUDGED, JUDGES, STAGES, VERDICTS, Prototype, judge_of
from generator.model.kinds.resource import AVAILABILITIES, MENTIONED, Resource, availability_as_read
from generator.model.record import Record
from generator.site.parts.content import SiteContent

Values = Callable[[SiteContent, Record], Iterable[str]]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: its key, what it reads as, how deep it lies in others, and the places of
    the things that have it.
    """

    key: str
    title: str
    depth: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search. `of` gives the keys of a record's values; `order` sorts the keys
    that occur and gives each its title and depth. `open`: shown at once.
    """

    key: str
    title: str
    of: Values
    order: Callable[[SiteContent, set[str]], Iterable[tuple[str, str, int]]]
    open: bool = False

    def values(
        self, site: SiteContent, records: Iterable[tuple[int, Record]]
    ) -> tuple[FacetValue, ...]:
        """The values that occur among `records`, given with their places, in rising order."""
        places: dict[str, list[int]] = {}
        for place, record in records:
            for key in dict.fromkeys(self.of(site, record)):
                places.setdefault(key, []).append(place)
        order = self.order(site, set(places))
        return tuple(
            FacetValue(key, title, depth, tuple(places[key])) for key, title, depth in order
        )


def _kind(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    yield record.kind


def _kinds(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return ((name, kind.labels, 0) for name, kind in KIND_OF.items() if name in keys)


def _field(name: str) -> Values:
    def of(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
        value = vars(record).get(name)
        if isinstance(value, str):
            yield value

    return of


def _availability(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    if isinstance(record, Resource):
        yield availability_as_read(record).word


def _judge(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    """Who gave the verdict of a prototype that has one."""
    if isinstance(record, Prototype) and record.verdict in JUDGED:
        yield judge_of(record) or NOT_STATED.word


def _words(*options: Option) -> Callable[[SiteContent, set[str]], Iterator[tuple[str, str, int]]]:
    """The words of a field in the order of the model."""

    def order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
        return ((one.word, one.label, 0) for one in options if one.word in keys)

    return order


@memoised
def near(index: AdoptionIndex) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each record, the records it names or is named by, by their kind."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    records = index.catalogue.records
    for edge in index.edges:
        for one, other in ((edge.writer, edge.reader), (edge.reader, edge.writer)):
            found[one][records[other].kind][other] = None
    return {
        one: {kind: tuple(others) for kind, others in kinds.items()} for one, kinds in found.items()
    }


def _related(kind: str) -> Values:
    """The records of a kind that a record is, names or is named by; else its prototypes'."""

    def of(site: SiteContent, record: Record) -> Iterable[str]:
        if record.kind == kind:
            return (record.id,)
        all_near = near(site.index)
        mine = all_near.get(record.id, {})
        own = mine.get(kind)
        if own:
            return own
        prototypes = mine.get("prototype", ())[:_MOST_PROTOTYPES]
        return dict.fromkeys(found for one in prototypes for found in all_near[one].get(kind, ()))

    return of


_MOST_PROTOTYPES = 200


def _titles(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    titled = ((site.catalogue.title(key), key) for key in keys)
    return ((key, title, 0) for title, key in sorted(titled, key=lambda t: (t[0].casefold(), t[1])))


def _places(site: SiteContent, record: Record) -> Iterator[str]:
    """Each area of a record, and every area in which that lies."""
    for area in _related("area")(site, record):
        yield from site.index.around[area]


def _nested(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    """Areas as a tree: each below the one that it lies in."""
    inner: dict[str | None, list[str]] = {}
    for area in site.catalogue.of(Area):
        if area.id in keys:
            wider = [one for one in site.index.ids(area.part_of) if one in keys]
            inner.setdefault(wider[0] if wider else None, []).append(area.id)
    yield from _below(site, inner, None, 0)


def _below(
    site: SiteContent, inner: dict[str | None, list[str]], area: str | None, depth: int
) -> Iterator[tuple[str, str, int]]:
    for key, title, _ in _titles(site, set(inner.get(area, ()))):
        yield key, title, depth
        yield from _below(site, inner, key, depth + 1)


def strength(site: SiteContent, record: Record) -> str | None:
    """How strong the evidence of a record is: its own, its results', or that it works at all."""
    of = _STRENGTH.get(record.kind)
    found = of(site, record) if of else None
    return found if found in LEVELS else None


def _proof(site: SiteContent, record: Record) -> str | None:
    proof = proofs(site.index).get(record.id)
    return proof.level if proof else None


_STRENGTH: dict[str, Callable[[SiteContent, Any], str | None]] = {
    "measure": lambda site, record: record.evidence_level,  # noqa: ARG005
    "prototype": lambda site, record: value_cases(site.index)[record.id].strongest,
    "practice": _proof,
}


def _evidence(site: SiteContent, record: Record) -> Iterator[str]:
    level = strength(site, record)
    if level:
        yield level


def _levels(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return ((level, EVIDENCE_LEVELS.label(level), 0) for level in reversed(LEVELS) if level in keys)


# the field that says when: the first that a record fills
_WHEN = ("adopted_on", "started", "year", "valid_from")


def year_of(record: Record) -> int | None:
    """The year a record is from, as far as it says."""
    for name in _WHEN:
        value = vars(record).get(name)
        if isinstance(value, PartialDate):
            return value.year
        if isinstance(value, int):
            return value
    return None


def _year(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    year = year_of(record)
    if year is not None:
        yield str(year)


def _newest(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return ((year, year, 0) for year in sorted(keys, reverse=True))


FACETS = (
    Facet("kind", "What it is", _kind, _kinds, open=True),
    Facet("area", "Area", _places, _nested, open=True),
    Facet("stage", "Stage", _field("stage"), _words(*STAGES.options), open=True),
    Facet("verdict", "Did it work?", _field("verdict"), _words(*VERDICTS.options), open=True),
    Facet("judged_by", "Who judged it", _judge, _words(*JUDGES.options, NOT_STATED)),
    Facet("evidence", "Strength of evidence", _evidence, _levels, open=True),
    Facet("practice", "Practice", _related("practice"), _titles),
    Facet("principle", "Principle", _related("principle"), _titles),
    Facet("outcome", "Outcome", _related("outcome"), _titles),
    Facet("barrier", "Barrier", _related("barrier"), _titles),
    Facet("partner", "Partner", _related("partner"), _titles),
    Facet("year", "Year", _year, _newest),
    Facet(
        "availability",
        "Availability",
        _availability,
        _words(*AVAILABILITIES.options, MENTIONED),
    ),
)
