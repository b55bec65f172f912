"""Which areas learnt from which, and what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, group_answer_by, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import Progress, status_progress
from generator.model.kinds.adoption import Adoption


@dataclass(frozen=True, slots=True)
class LearningLink:
    """One area learnt, plans to learn, or stopped learning from another.

    `practice` is None where the source does not name it. `actual`: begun or in place. A link that
    is neither `actual` nor `planned` was paused, stopped or declined.
    """

    source: str
    adopter: str
    adoption: str
    practice: str | None
    prototypes: tuple[str, ...]
    status: str
    actual: bool
    planned: bool
    fidelity_planned: str
    fidelity_actual: str
    unnamed: int


@dataclass(frozen=True, slots=True)
class LearningNetwork:
    """The areas that learn from one another.

    `sources`: areas that others have learnt from, those with most learners first. `adopters`: areas
    that have learnt, those with most sources first. `bridges`: areas that do both. `components`:
    areas joined by adoptions that have begun. The fields ending in `_planned` are the same for
    planned adoptions.
    """

    lessons: tuple[LearningLink, ...]
    sources: tuple[str, ...]
    adopters: tuple[str, ...]
    bridges: tuple[str, ...]
    components: tuple[tuple[str, ...], ...]
    sources_planned: tuple[str, ...]
    adopters_planned: tuple[str, ...]
    components_planned: tuple[tuple[str, ...], ...]

    def of(self, progress: Progress) -> tuple[LearningLink, ...]:
        """Return the links with a progress."""
        return _with_progress(self.lessons, progress)


def learnt_from_others(
    index: AdoptionIndex, area: str, progress: Progress
) -> tuple[LearningLink, ...]:
    """Return the links with a progress by which an area learns from others."""
    return _with_progress(_links_by_adopter(index).get(area, ()), progress)


def learnt_by_others(
    index: AdoptionIndex, area: str, progress: Progress
) -> tuple[LearningLink, ...]:
    """Return the links with a progress by which others learn from an area."""
    return _with_progress(_links_by_source(index).get(area, ()), progress)


def _with_progress(links: Iterable[LearningLink], progress: Progress) -> tuple[LearningLink, ...]:
    return tuple(link for link in links if status_progress(link.status) == progress)


def _links_by_adopter(index: AdoptionIndex) -> dict[str, tuple[LearningLink, ...]]:
    return group_answer_by(index, learning_links, "adopter")


def _links_by_source(index: AdoptionIndex) -> dict[str, tuple[LearningLink, ...]]:
    return group_answer_by(index, learning_links, "source")


@memoised
def learning_links(index: AdoptionIndex) -> tuple[LearningLink, ...]:
    """Return every link by which an area learns from another."""
    return tuple(_links(index))


@memoised
def learning_network(index: AdoptionIndex) -> LearningNetwork:
    """Each adoption from another area is a line from the area that people learnt from to the area
    that adopted. Sources are areas that others have learnt from, adopters are areas that have
    learnt from others, and bridges are both. Only adoptions that have begun count. Plans are
    counted separately. Areas that are joined by lines, in either direction, form a component.
    Spread within one area is left out. An organisation that adopts counts for the areas that it
    serves. Work that was paused, stopped or declined is listed but not
    counted.
    """
    from generator.analysis.graph import connected_components  # noqa: PLC0415 - loads networkx

    lessons = learning_links(index)
    begun = [(link.source, link.adopter) for link in lessons if link.actual]
    planned = [(link.source, link.adopter) for link in lessons if link.planned]
    sources = _by_partner_count(begun)
    adopters = _by_partner_count((adopter, source) for source, adopter in begun)
    return LearningNetwork(
        lessons=lessons,
        sources=sources,
        adopters=adopters,
        bridges=tuple(area for area in sources if area in set(adopters)),
        components=connected_components(begun),
        sources_planned=_by_partner_count(planned),
        adopters_planned=_by_partner_count((adopter, source) for source, adopter in planned),
        components_planned=connected_components(planned),
    )


@dataclass(frozen=True, slots=True)
class TaughtPrototype:
    """A prototype from which other areas have learnt, or plan to learn.

    `adoptions`: all of them; `begun`: those that have begun or are in place.
    """

    lead: str
    prototype: str
    adoptions: tuple[str, ...]
    areas: tuple[str, ...]
    unnamed: int
    begun: tuple[str, ...]


@memoised
def taught_prototypes(index: AdoptionIndex) -> tuple[TaughtPrototype, ...]:
    """A strand is a prototype that other areas have adopted or plan to adopt. The area that they
    learn from leads it. The balance shows how many areas it leads for, named and not named, and
    which of these adoptions have begun.
    """
    links_of: dict[tuple[str, str], list[LearningLink]] = {}
    for link in learning_network(index).lessons:
        for prototype in link.prototypes if link.actual or link.planned else ():
            links_of.setdefault((link.source, prototype), []).append(link)
    rows = (
        _taught_prototype(lead, prototype, links) for (lead, prototype), links in links_of.items()
    )
    return tuple(sorted(rows, key=lambda row: (-len(row.areas) - row.unnamed, row.prototype)))


def _taught_prototype(lead: str, prototype: str, links: list[LearningLink]) -> TaughtPrototype:
    named = dict.fromkeys(link.adopter for link in links if not link.unnamed)
    return TaughtPrototype(
        lead=lead,
        prototype=prototype,
        adoptions=tuple(dict.fromkeys(link.adoption for link in links)),
        areas=tuple(named),
        unnamed=sum(link.unnamed for link in links),
        begun=tuple(dict.fromkeys(link.adoption for link in links if link.actual)),
    )


def adoption_levels(index: AdoptionIndex) -> dict[str, int]:
    """The number of adoptions worked on at each level: with partners in one place, in one sector,
    or in the wider partnership.
    """
    counts = {"place-based": 0, "sector-based": 0, "wider-partnership": 0, "not-stated": 0}
    for adoption in index.adoptions:
        counts[adoption.level or "not-stated"] += 1
    return counts


def _links(index: AdoptionIndex) -> Iterable[LearningLink]:
    for adoption in index.adoptions:
        sources: dict[str, list[str]] = {}
        for lesson in adoption.learnt_from:
            if source := index.id(lesson.area):
                sources.setdefault(source, []).extend(index.ids((lesson.prototype or "",)))
        for source, prototypes in sources.items():
            for adopter in index.adopting_areas(adoption):
                if adopter != source:
                    yield _link(index, adoption, (source, adopter), prototypes)


def _link(
    index: AdoptionIndex, adoption: Adoption, ends: tuple[str, str], prototypes: list[str]
) -> LearningLink:
    source, adopter = ends
    return LearningLink(
        source=source,
        adopter=adopter,
        adoption=adoption.id,
        practice=index.id(adoption.practice),
        prototypes=tuple(dict.fromkeys(prototypes)),
        status=adoption.status,
        actual=status_progress(adoption.status) == "happened",
        planned=status_progress(adoption.status) == "planned",
        fidelity_planned=adoption.fidelity_planned,
        fidelity_actual=adoption.fidelity_actual,
        unnamed=adoption.unnamed_adopters or 0,
    )


@dataclass(frozen=True, slots=True)
class OtherSource:
    """A source of an adoption that is not an area.

    `source`: the organisation or document, or None for a source that is only `described`.
    """

    adoption: str
    adopter: str
    practice: str | None
    source: str | None
    described: str | None


@memoised
def other_sources(index: AdoptionIndex) -> tuple[OtherSource, ...]:
    """What areas and organisations learnt, or plan to learn, from an organisation, a programme or a
    document. These are not lines of the network, which joins areas.
    """
    return tuple(
        OtherSource(
            adoption=adoption.id,
            adopter=adopter,
            practice=index.id(adoption.practice),
            source=index.id(lesson.origin),
            described=lesson.described,
        )
        for adoption in index.adoptions
        for lesson in adoption.learnt_from
        if (adopter := index.id(adoption.adopter))
        and not lesson.area
        and index.id(lesson.origin) != adopter
    )


def _by_partner_count(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the first ids of `pairs`, sorted by the number of different second ids, descending."""
    partners: dict[str, set[str]] = {}
    for area, partner in pairs:
        partners.setdefault(area, set()).add(partner)
    return tuple(sorted(partners, key=lambda area: (-len(partners[area]), area)))


INSIGHTS = (
    Insight("learning_network", "Who learnt from which places?", learning_network),
    Insight("other_sources", "What was learnt from organisations and documents?", other_sources),
    Insight("strands", "Which area leads what, and for which areas?", taught_prototypes),
    Insight("levels", "At what level do partners work together?", adoption_levels),
)
