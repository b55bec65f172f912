"""Who learnt what from whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.graph import connected_components
from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import Progress, status_progress


@dataclass(frozen=True, slots=True)
class LearningLink:
    """One area learnt, plans to learn, or stopped learning from another.

    `practice` is None where the source does not name it. `actual`: it has begun or is in place;
    neither actual nor `planned` means that it was paused, stopped or declined.
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

    `sources`: areas that others have learnt from, those with most learners first; `adopters`:
    areas that have learnt, those with most sources first; `bridges`: areas that do both. The same
    of plans stands apart, under `_planned`. `components`: areas that are joined by adoptions that
    have begun; the same for planned ones, apart.
    """

    lessons: tuple[LearningLink, ...]
    sources: tuple[str, ...]
    adopters: tuple[str, ...]
    bridges: tuple[str, ...]
    components: tuple[tuple[str, ...], ...]
    sources_planned: tuple[str, ...]
    adopters_planned: tuple[str, ...]
    components_planned: tuple[tuple[str, ...], ...]

    def from_whom(self, area: str, progress: Progress) -> tuple[LearningLink, ...]:
        """What an area learns from others and how far that has come."""
        return tuple(one for one in self.of(progress) if one.adopter == area)

    def by_whom(self, area: str, progress: Progress) -> tuple[LearningLink, ...]:
        """What others learn from an area and how far that has come."""
        return tuple(one for one in self.of(progress) if one.source == area)

    def of(self, progress: Progress) -> tuple[LearningLink, ...]:
        """What has happened, is planned, or was halted."""
        return tuple(one for one in self.lessons if status_progress(one.status) == progress)


@memoised
def learning_network(index: AdoptionIndex) -> LearningNetwork:
    """An adoption from another area is a line from the area learnt from to the adopter. Sources
    are areas that others have learnt from, adopters those that have learnt, bridges those that do
    both: only adoptions that have begun count. Plans are counted apart. Areas that such lines
    join, one way or the other, form a component. Spread within one area is left out; what was
    paused, stopped or declined is listed but counts for nothing.
    """
    lessons = tuple(_lessons(index))
    begun = [(one.source, one.adopter) for one in lessons if one.actual]
    planned = [(one.source, one.adopter) for one in lessons if one.planned]
    sources = _by_number(begun)
    adopters = _by_number((adopter, source) for source, adopter in begun)
    return LearningNetwork(
        lessons=lessons,
        sources=sources,
        adopters=adopters,
        bridges=tuple(area for area in sources if area in set(adopters)),
        components=connected_components(begun),
        sources_planned=_by_number(planned),
        adopters_planned=_by_number((adopter, source) for source, adopter in planned),
        components_planned=connected_components(planned),
    )


@dataclass(frozen=True, slots=True)
class TaughtPrototype:
    """A prototype from which other areas have learnt, or plan to learn.

    `adoptions` are all of these; `begun` those of them that have begun or are in place.
    """

    lead: str
    prototype: str
    adoptions: tuple[str, ...]
    areas: tuple[str, ...]
    unnamed: int
    begun: tuple[str, ...]


@memoised
def taught_prototypes(index: AdoptionIndex) -> tuple[TaughtPrototype, ...]:
    """A strand is a prototype that other areas have adopted or plan to adopt. The area that leads
    it is the one learnt from; the balance shows how many areas it leads for, named and not named,
    and which of these adoptions have begun.
    """
    found: dict[tuple[str, str], list[LearningLink]] = {}
    for one in (x for x in learning_network(index).lessons if x.actual or x.planned):
        for prototype in one.prototypes:
            found.setdefault((one.source, prototype), []).append(one)
    rows = (_strand(lead, prototype, some) for (lead, prototype), some in found.items())
    return tuple(sorted(rows, key=lambda row: (-len(row.areas) - row.unnamed, row.prototype)))


def _strand(lead: str, prototype: str, lessons: list[LearningLink]) -> TaughtPrototype:
    named = dict.fromkeys(one.adopter for one in lessons if not one.unnamed)
    return TaughtPrototype(
        lead=lead,
        prototype=prototype,
        adoptions=tuple(dict.fromkeys(one.adoption for one in lessons)),
        areas=tuple(named),
        unnamed=sum(one.unnamed for one in lessons),
        begun=tuple(dict.fromkeys(one.adoption for one in lessons if one.actual)),
    )


def adoption_levels(index: AdoptionIndex) -> dict[str, int]:
    """How many adoptions are worked on at each level: with partners of one place, of one sector,
    or in the wider partnership.
    """
    counts = {"place-based": 0, "sector-based": 0, "wider-partnership": 0, "not-stated": 0}
    for adoption in index.adoptions:
        counts[adoption.level or "not-stated"] += 1
    return counts


def _lessons(index: AdoptionIndex) -> Iterable[LearningLink]:
    for adoption in index.adoptions:
        adopter = index.id(adoption.area)
        sources: dict[str, list[str]] = {}
        for lesson in adoption.learnt_from:
            source = index.id(lesson.area)
            if source and adopter and source != adopter:
                sources.setdefault(source, []).extend(index.ids((lesson.prototype or "",)))
        for source, prototypes in sources.items():
            yield LearningLink(
                source=source,
                adopter=adopter or "",
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


def _by_number(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The first of each pair, those with most different seconds first."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return tuple(sorted(found, key=lambda one: (-len(found[one]), one)))


INSIGHTS = (
    Insight("learning_network", "Who learnt from which places?", learning_network),
    Insight("strands", "Which area leads what, and for which areas?", taught_prototypes),
    Insight("levels", "At what level do partners work together?", adoption_levels),
)
