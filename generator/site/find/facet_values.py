"""The values that records have in each facet, and the order of those values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import RANKED_LEVELS, practice_evidence
from generator.analysis.insights.value_case import value_cases
from generator.model.display.vocabulary import NOT_STATED, Option
from generator.model.fields.dates import WrittenDate
from generator.model.fields.full_names import academy_of
from generator.model.fields.vocabulary_terms import TopicFacet
from generator.model.kinds import KIND_OF
from generator.model.kinds.area import Area
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import JUDGED_VERDICTS
from generator.model.kinds.resource import Resource, availability_option
from generator.model.record import Record
from generator.site.parts.content import SiteContent

FacetKeys = Callable[[SiteContent, Record], Iterable[str]]


def kind_keys(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    yield record.kind


def kind_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return ((name, kind.labels, 0) for name, kind in KIND_OF.items() if name in keys)


def academy_keys(site: SiteContent, record: Record) -> Iterator[str]:
    """Yield each academy that describes a record, where this one follows others."""
    if site.catalogue.academy_names:
        for statement in site.catalogue.joined.get(record.id, (record,)):
            yield academy_of(statement.id) or site.identity.id


def academy_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    named = ((site.identity.id, site.name), *site.catalogue.academy_names.items())
    return ((key, name, 0) for key, name in named if key in keys)


def field_keys(name: str) -> FacetKeys:
    def of(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
        value = vars(record).get(name)
        if isinstance(value, str):
            yield value

    return of


def availability_keys(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    if isinstance(record, Resource):
        yield availability_option(record).word


def judge_keys(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    """Yield who gave the verdict of a prototype, if it has one."""
    if isinstance(record, Prototype) and record.verdict in JUDGED_VERDICTS:
        yield judge_of(record) or NOT_STATED.word


def option_order(
    *options: Option,
) -> Callable[[SiteContent, set[str]], Iterator[tuple[str, str, int]]]:
    """Return a function that sorts the words of a field in the order of the model."""

    def order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
        return ((option.word, option.label, 0) for option in options if option.word in keys)

    return order


@memoised
def related_records(index: AdoptionIndex) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each record its neighbours in the graph, by kind."""
    related: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    records = index.catalogue.records
    for edge in index.edges:
        for record, related_id in ((edge.writer, edge.reader), (edge.reader, edge.writer)):
            related[record][records[related_id].kind][related_id] = None
    return {
        record: {kind: tuple(ids) for kind, ids in kinds.items()}
        for record, kinds in related.items()
    }


def related_keys(kind: str) -> FacetKeys:
    """Return a function for the records of a kind: the record itself, else its neighbours, else the
    neighbours of its prototypes.
    """

    def of(site: SiteContent, record: Record) -> Iterable[str]:
        if record.kind == kind:
            return (record.id,)
        all_related = related_records(site.index)
        related = all_related.get(record.id, {})
        ids = related.get(kind)
        if ids:
            return ids
        prototypes = related.get("prototype", ())[:_MAX_PROTOTYPES]
        return dict.fromkeys(
            key for prototype in prototypes for key in all_related[prototype].get(kind, ())
        )

    return of


_MAX_PROTOTYPES = 200


def title_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    titled = ((site.catalogue.title(key), key) for key in keys)
    return ((key, title, 0) for title, key in sorted(titled, key=lambda t: (t[0].casefold(), t[1])))


def area_keys(site: SiteContent, record: Record) -> Iterator[str]:
    """Yield each area of a record, and every area around it."""
    for area in related_keys("area")(site, record):
        yield from site.index.enclosing_areas[area]


def area_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    """Yield areas as a tree, each below the area that it is part of."""
    inner: dict[str | None, list[str]] = {}
    for area in site.catalogue.records_of(Area):
        if area.id in keys:
            wider = [
                wider_area for wider_area in site.index.ids(area.part_of) if wider_area in keys
            ]
            inner.setdefault(wider[0] if wider else None, []).append(area.id)
    yield from _below(site, inner, None, 0)


def _below(
    site: SiteContent, inner: dict[str | None, list[str]], area: str | None, depth: int
) -> Iterator[tuple[str, str, int]]:
    for key, title, _ in title_order(site, set(inner.get(area, ()))):
        yield key, title, depth
        yield from _below(site, inner, key, depth + 1)


def evidence_strength(site: SiteContent, record: Record) -> str | None:
    """Return the strongest evidence of a measure, prototype or practice; None for other records."""
    strength_of = _STRENGTHS.get(record.kind)
    level = strength_of(site, record) if strength_of else None
    return level if level in RANKED_LEVELS else None


def _practice_strength(site: SiteContent, record: Record) -> str | None:
    proof = practice_evidence(site.index).get(record.id)
    return proof.level if proof else None


_STRENGTHS: dict[str, Callable[[SiteContent, Any], str | None]] = {
    "measure": lambda site, record: record.evidence_level,  # noqa: ARG005
    "prototype": lambda site, record: value_cases(site.index)[record.id].strongest,
    "practice": _practice_strength,
}


def evidence_keys(site: SiteContent, record: Record) -> Iterator[str]:
    level = evidence_strength(site, record)
    if level:
        yield level


def evidence_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return (
        (level, EVIDENCE_LEVELS.label(level), 0)
        for level in reversed(RANKED_LEVELS)
        if level in keys
    )


def topic_keys(facet: TopicFacet) -> FacetKeys:
    """Return a function for the topics of a record that are in one facet of the vocabulary."""

    def of(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
        return (topic for topic in record.topics if topic.definition.facet == facet)

    return of


def topic_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    topics = site.catalogue.vocabulary.section("topics")
    return ((topic, topic.label, 0) for topic in topics if topic in keys)


# the fields with a date; the first that a record fills counts
_MAX_YEARS = 10
_DATE_FIELDS = ("adopted_on", "started", "year", "valid_from")


def record_years(record: Record) -> tuple[int, ...]:
    """Return the years that the date of a record lies in, oldest first; empty where none is stated.

    A date that is only “before” or “after” another lies in no known year. Of a long range, the
    first `_MAX_YEARS` count.
    """
    for name in _DATE_FIELDS:
        value = vars(record).get(name)
        if isinstance(value, WrittenDate):
            last = value.last.year if value.precision not in ("before", "after") else 0
            return tuple(range(value.year, last + 1))[:_MAX_YEARS]
        if isinstance(value, int):
            return (value,)
    return ()


def year_keys(site: SiteContent, record: Record) -> Iterator[str]:  # noqa: ARG001
    yield from map(str, record_years(record))


def year_order(site: SiteContent, keys: set[str]) -> Iterator[tuple[str, str, int]]:  # noqa: ARG001
    return ((year, year, 0) for year in sorted(keys, reverse=True))
