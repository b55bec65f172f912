"""`practised` and `gaps` beside a second reading of the rules, on academies made at random.

The second one asks each pair of area and practice on its own and is as plain as the rules are:

- in practice: tested, live or completed, and neither ended nor found not to work;
- practised in an area: a prototype in practice whose areas contain it, or an area around it, uses
  the practice, or it or an area around it has an actual adoption, and no nearer area has paused or
  stopped it; a refusal is the refuser's own; adopters that are not named give “unknown”, never
  “no”; what only areas inside have is “part”;
- evidenced at a level: used by a prototype that was tried, with verdict worked and at least one
  improved result at that level or above;
- gap: a programme proven at the level, tried elsewhere, with a practice that is not practised and
  was not halted here before; shown with any planned
  adoption.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from hypothesis import given, strategies

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.gaps import buddies_for, gaps_from_level
from generator.analysis.insights.practice_status import adoption_grid
from generator.model.kinds import KINDS
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import AdoptionStatus
from generator.model.kinds.area import Area
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EvidenceLevel, Nature
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_words import Stage, Verdict
from generator.model.record import Record
from generator.records.catalogue import Catalogue, default_vocabulary
from tests.analysis.looking_up import practice_use, practices_with_evidence
from tests.examples import examples

AREAS = tuple(f"area-{number}" for number in range(6))
PRACTICES = tuple(f"practice-{number}" for number in range(3))
LEVELS = ("account", "data", "compared", "replicated", "scaled")
CHANGES = ("improved", "stable", "worsened", "not-stated", None)


def subset(of: tuple[str, ...], least: int = 0) -> strategies.SearchStrategy[list[str]]:
    return strategies.lists(strategies.sampled_from(of), min_size=least, max_size=3)


def one_of(words: Any) -> strategies.SearchStrategy[Any]:
    """Any of the words that a field allows."""
    return strategies.sampled_from(get_args(words))


CONTEXT = default_vocabulary()
PROTOTYPES = strategies.fixed_dictionaries(
    {
        "areas": subset((*AREAS, "nowhere"), 1),
        "practices": subset((*PRACTICES, "nowhere")),
        "stage": strategies.one_of(strategies.just("live"), one_of(Stage)),
        "verdict": strategies.one_of(strategies.just("worked"), one_of(Verdict)),
        "ended": strategies.sampled_from((None, None, "2019")),
    }
)
MEASURES = strategies.fixed_dictionaries(
    {
        "nature": strategies.one_of(strategies.just("result"), one_of(Nature)),
        "change": strategies.sampled_from(CHANGES),
        "evidence_level": strategies.one_of(strategies.none(), one_of(EvidenceLevel)),
    }
)
ADOPTIONS = strategies.fixed_dictionaries(
    {
        "area": strategies.sampled_from((*AREAS, "nowhere")),
        "practice": strategies.sampled_from((*PRACTICES, "nowhere", None)),
        "status": one_of(AdoptionStatus),
        "unnamed_adopters": strategies.sampled_from((None, None, 0, 1, 3)),
    }
)


@strategies.composite
def catalogues(draw: strategies.DrawFn) -> Catalogue:
    """Areas that nest in any way, round in circles too, and records that name some not there."""
    records: list[Record] = [Outcome(id="outcome", title="O", type="outcome")]
    records += [
        Practice.model_validate({"id": one, "title": "P", "type": "service"}, context=CONTEXT)
        for one in PRACTICES
    ]
    for area_id in AREAS:
        part_of = draw(strategies.lists(strategies.sampled_from((*AREAS, "nowhere")), max_size=2))
        records.append(
            Area.model_validate(
                {"id": area_id, "title": "A", "type": "borough", "part_of": tuple(part_of)},
                context=CONTEXT,
            )
        )
    for number, fields in enumerate(draw(strategies.lists(PROTOTYPES, max_size=4))):
        prototype = f"prototype-{number}"
        records.append(
            Prototype.model_validate({**fields, "id": prototype, "title": "T"}, context=CONTEXT)
        )
        for order, figure in enumerate(draw(strategies.lists(MEASURES, max_size=2))):
            about = {"statement": "S", "title": "-", "outcome": "outcome", "prototype": prototype}
            values = {**about, **figure, "id": f"measure-{number}-{order}"}
            records.append(Measure.model_validate(values, context=CONTEXT))
    for number, fields in enumerate(draw(strategies.lists(ADOPTIONS, max_size=4))):
        values = {**fields, "id": f"adoption-{number}", "learnt_from": [{"area": "nowhere"}]}
        records.append(Adoption.model_validate(values, context=CONTEXT))
    kinds = [kind.name for kind in KINDS]
    records.sort(key=lambda one: (kinds.index(one.kind), one.id))
    return Catalogue({one.id: one for one in records}, {})


def around(catalogue: Catalogue, area: str) -> set[str]:
    """The area and all that it lies in."""
    areas: set[str] = set()
    ahead = [area]
    while ahead:
        record = catalogue.records.get(ahead.pop())
        if isinstance(record, Area) and record.id not in areas:
            areas.add(record.id)
            ahead += record.part_of
    return areas


def running(catalogue: Catalogue) -> list[Prototype]:
    return [
        one
        for one in catalogue.records.values()
        if isinstance(one, Prototype)
        and one.stage in ("testing", "live", "completed")
        and one.verdict != "not-worked"
        and one.ended is None
    ]


def is_over(prototype: Prototype) -> bool:
    """Whether it was stopped, has ended or did not work."""
    done = prototype.ended is not None or prototype.verdict == "not-worked"
    tried = prototype.stage in ("testing", "live", "completed")
    return prototype.stage == "stopped" or (tried and done)


def adoptions(catalogue: Catalogue, area: str, practice: str) -> list[Adoption]:
    """Those of the practice by the area or one around it."""
    return [
        one
        for one in catalogue.records.values()
        if isinstance(one, Adoption)
        and one.practice == practice
        and one.area in around(catalogue, area)
    ]


def used_at(catalogue: Catalogue, place: str, practice: str) -> bool:
    """Whether the place itself says that it has the practice in practice."""
    return any(
        practice in one.practices and place in one.areas for one in running(catalogue)
    ) or any(
        one.area == place and one.status in ("begun", "in-place") and not one.unnamed_adopters
        for one in adoptions(catalogue, place, practice)
    )


def halted_at(catalogue: Catalogue, place: str, practice: str, refusals: bool) -> bool:
    """Whether the place itself paused or stopped the practice, or refused it."""
    halts = ("paused", "stopped", "declined") if refusals else ("paused", "stopped")
    return any(
        one.area == place and one.status in halts and not one.unnamed_adopters
        for one in adoptions(catalogue, place, practice)
    )


def decided_by(catalogue: Catalogue, area: str, practice: str) -> tuple[str, set[str]]:
    """“used” or “halted” by the nearest places that say so, and which these are; else “silent”.

    A place is farther than another that lies in it and not the other way round.
    """
    places = around(catalogue, area)
    used = {place for place in places if used_at(catalogue, place, practice)}
    halted = {one for one in places if halted_at(catalogue, one, practice, refusals=one == area)}
    decided = used | halted
    nearest = {area} if area in decided else decided - outside(catalogue, decided)
    if not nearest:
        return "silent", set()
    return ("used" if nearest & used else "halted"), nearest


def outside(catalogue: Catalogue, places: set[str]) -> set[str]:
    """The areas around one of `places` that do not lie in it themselves."""
    return {
        wider
        for place in places
        for wider in around(catalogue, place)
        if place not in around(catalogue, wider)
    }


def unnamed_at(catalogue: Catalogue, places: Iterable[str], practice: str) -> bool:
    return any(
        one.unnamed_adopters and one.status in ("begun", "in-place") and one.area == place
        for place in places
        for one in adoptions(catalogue, place, practice)
    )


def practised_by_the_book(catalogue: Catalogue, area: str, practice: str) -> str:
    answer, nearest = decided_by(catalogue, area, practice)
    if answer == "used":
        return "yes"
    asked = {area} if nearest == {area} else around(catalogue, area)
    if unnamed_at(catalogue, asked, practice):
        return "unknown"
    return "part" if parts_by_the_book(catalogue, area, practice) else "no"


def parts_by_the_book(catalogue: Catalogue, area: str, practice: str) -> set[str]:
    """The areas inside that say themselves that they have it, or that unnamed adopters do."""
    inside = {one for one in AREAS if one != area and area in around(catalogue, one)}
    return {
        one
        for one in inside
        if used_at(catalogue, one, practice)
        or (
            unnamed_at(catalogue, (one,), practice)
            and practised_by_the_book(catalogue, one, practice) in ("yes", "unknown")
        )
    }


def not_new_by_the_book(catalogue: Catalogue, area: str, practice: str) -> bool:
    """Whether the area tried or refused it before, and has no plan for it."""
    answer, _ = decided_by(catalogue, area, practice)
    stopped = any(
        isinstance(one, Prototype)
        and is_over(one)
        and practice in one.practices
        and area in one.areas
        for one in catalogue.records.values()
    )
    return (answer == "halted" or stopped) and not plans_by_the_book(catalogue, area, practice)


def proven_by_the_book(catalogue: Catalogue, prototype: Prototype, level: str) -> bool:
    enough = LEVELS[LEVELS.index(level) :]
    return (
        prototype.stage in ("testing", "live", "completed", "stopped")
        and prototype.verdict == "worked"
        and any(
            isinstance(one, Measure)
            and one.prototype == prototype.id
            and one.nature == "result"
            and one.change == "improved"
            and one.evidence_level in enough
            for one in catalogue.records.values()
        )
    )


def evidenced_by_the_book(catalogue: Catalogue, practice: str, level: str) -> bool:
    return any(
        practice in prototype.practices and proven_by_the_book(catalogue, prototype, level)
        for prototype in catalogue.records.values()
        if isinstance(prototype, Prototype)
    )


def gaps_by_the_book(catalogue: Catalogue, area: str, level: str) -> set[str]:
    """Proven programmes of other areas with a practice that is neither in use nor settled."""
    return {
        one.id
        for one in catalogue.records.values()
        if isinstance(one, Prototype)
        and proven_by_the_book(catalogue, one, level)
        and not {area, *around(catalogue, area)} & set(one.areas)
        and has_practice_left(catalogue, area, set(one.practices) & set(PRACTICES))
    }


def has_practice_left(catalogue: Catalogue, area: str, practices: set[str]) -> bool:
    return not practices or any(
        practised_by_the_book(catalogue, area, one) != "yes"
        and not not_new_by_the_book(catalogue, area, one)
        for one in practices
    )


def plans_by_the_book(catalogue: Catalogue, area: str, practice: str) -> set[str]:
    """The plans of the area and of those around it, as far as the place that halted it."""
    answer, nearest = decided_by(catalogue, area, practice)
    overruled = outside(catalogue, nearest) if answer == "halted" else set()
    return {
        one.id
        for one in adoptions(catalogue, area, practice)
        if one.status in ("interested", "intended")
        and not one.unnamed_adopters
        and one.area not in overruled
    }


def buddies_by_the_book(catalogue: Catalogue, practice: str, area: str) -> set[str]:
    """Areas that have it themselves and that the area does not lie in."""
    own = {area for one in running(catalogue) if practice in one.practices for area in one.areas}
    for area_id in AREAS:
        for taken in adoptions(catalogue, area_id, practice):
            if taken.area == area_id and taken.status in ("begun", "in-place"):
                own |= set() if taken.unnamed_adopters else {area_id}
    return {one for one in own & set(AREAS) if one not in around(catalogue, area)}


@given(catalogues())
@examples(300)
def test_practised(catalogue: Catalogue) -> None:
    index = AdoptionIndex(catalogue)
    for area in AREAS:
        for practice in PRACTICES:
            expected = practised_by_the_book(catalogue, area, practice)
            assert practice_use(index, area, practice) == expected
            if expected == "no" and (cell := adoption_grid(index).standings.get((area, practice))):
                assert cell.prototypes == ()


@given(catalogues())
@examples(300)
def test_gaps(catalogue: Catalogue) -> None:
    index = AdoptionIndex(catalogue)
    for level in LEVELS:
        proven = {one for one in PRACTICES if evidenced_by_the_book(catalogue, one, level)}
        assert {one.practice for one in practices_with_evidence(index, level)} == proven
        for area in AREAS:
            gap_of = {one.prototype: one for one in gaps_from_level(index, area, level)}
            assert set(gap_of) == gaps_by_the_book(catalogue, area, level)
            for gap in gap_of.values():
                states = [practised_by_the_book(catalogue, area, one) for one in gap.practices]
                assert gap.unknown == ("unknown" in states)
                assert evidence_rank(gap.level) >= evidence_rank(level)
                parts = (parts_by_the_book(catalogue, area, one) for one in gap.practices)
                assert set(gap.parts) == set().union(*parts)
                plans = (plans_by_the_book(catalogue, area, one) for one in gap.practices)
                assert set(gap.adoptions) == set().union(*plans)
    for area in AREAS:
        for practice in PRACTICES:
            buddies = buddies_by_the_book(catalogue, practice, area)
            assert set(buddies_for(index, practice, area)) == buddies


@given(catalogues())
@examples(100)
def test_the_nearest_buddy_lies_inside_or_shares_the_smallest_area(catalogue: Catalogue) -> None:
    index = AdoptionIndex(catalogue)
    sizes = {one: len(inside) for one, inside in index.areas_inside.items()}
    for area in AREAS:
        distances = [
            0
            if area in around(catalogue, one)
            else min(
                (sizes[wider] for wider in around(catalogue, area) & around(catalogue, one)),
                default=99,
            )
            for one in buddies_for(index, PRACTICES[0], area)
        ]
        assert distances == sorted(distances)
