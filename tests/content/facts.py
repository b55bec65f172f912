"""What the two documents say, as numbers of records: the inventory of the sources.

An academy holds at least so many, because people add records that cite the same documents. What the
documents do *not* say is left out, because somebody may find it out, and so is what changes with
time, such as a stage. Codes such as PR01 name the requirement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis.graph import learning_graph
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.barrier import Barrier
from generator.model.kinds.case_study import CaseStudy
from generator.model.kinds.measure import Measure
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.partner import Partner
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.resource import Resource
from tests.content.documents import FirstRecords

RECORDS = {
    "area": 16, "partner": 39, "group": 20, "principle": 20, "practice": 77, "prototype": 25,
    "outcome": 63, "measure": 71, "adoption": 14, "barrier": 15, "resource": 29, "case_study": 3,
}  # fmt: skip

# from, relation, to, how many
_RELATIONS = """
adoption learnt_from area 14
adoption learnt_from group 1
adoption learnt_from prototype 9
adoption of_practice practice 9
adoption resulted_in prototype 2
area adopts adoption 14
area part_of area 14
barrier met_by prototype 17
barrier met_in area 17
barrier needs partner 6
barrier needs resource 3
case_study about area 3
case_study challenge barrier 8
case_study covers prototype 26
case_study source resource 3
group covers area 20
group member_of group 3
group part_of group 3
measure compared_with area 8
measure data_source resource 25
measure falls_to partner 3
measure in_area area 70
measure measures outcome 71
measure of prototype 33
partner member_of group 32
partner partner_in prototype 76
partner serves area 47
partner succeeds partner 1
partner works_with partner 2
practice answers barrier 10
practice broader practice 15
practice expects outcome 4
practice shows principle 59
principle stated_in area 28
prototype aims_at outcome 58
prototype claims outcome 7
prototype continues prototype 2
prototype in_area area 25
prototype overseen_by group 11
prototype recognised_by partner 2
prototype shared_through group 4
prototype shows principle 66
prototype uses practice 97
resource about area 24
resource about practice 4
resource about prototype 11
resource funded_by partner 1
resource provider group 4
resource provider partner 1
resource sought_by group 4
"""
_ROWS = (line.rpartition(" ") for line in _RELATIONS.strip().splitlines())
RELATIONS = {relation: int(count) for relation, _, count in _ROWS}


@dataclass(frozen=True)
class Fact:
    """A number of things that the documents tell of, and how they are counted."""

    name: str
    number: int
    count: Callable[[FirstRecords], int]

    def __str__(self) -> str:
        return self.name


def _having(model: type, **values: object) -> Callable[[FirstRecords], int]:
    """Counts the records with all these values."""

    def count(first: FirstRecords) -> int:
        return sum(
            all(getattr(record, name) == value for name, value in values.items())
            for record in first.of(model)
        )

    return count


def _with(model: type, field: str) -> Callable[[FirstRecords], int]:
    """Counts the records that say something in a field."""
    return lambda first: sum(bool(getattr(record, field)) for record in first.of(model))


def _joint_commissioning(first: FirstRecords) -> list[Prototype]:
    return [one for one in first.of(Prototype) if "joint-commissioning" in one.practices]


def _shared_through(first: FirstRecords) -> int:
    return len({group for one in first.of(Prototype) for group in one.shared_through})


def _lessons(field: str) -> Callable[[FirstRecords], int]:
    return lambda first: sum(bool(getattr(one.lessons, field)) for one in first.of(Prototype))


FACTS = (
    Fact("PR06 prototypes that say what worked", 4, _lessons("worked")),
    Fact("PR06 prototypes that say what did not", 3, _lessons("not_worked")),
    Fact("PR07 prototypes that say how people were heard", 5, _with(Prototype, "co_production")),
    Fact("PR13 prototypes that were shortlisted in 2012", 2, lambda first: sum(
        any((award.result, award.year) == ("shortlisted", 2012) for award in one.recognition)
        for one in first.of(Prototype)
    )),
    Fact("PP01 prototypes with joint commissioning", 5, lambda first: len(
        _joint_commissioning(first)
    )),
    Fact("PP01 areas with joint commissioning", 4, lambda first: len(
        {area for one in _joint_commissioning(first) for area in one.areas}
    )),
    Fact("PP04 actions that build trust", 3, _having(Practice, theme="building-mutual-trust")),
    Fact("PP04 actions that agree strategies", 7, _having(
        Practice, theme="agreeing-shared-strategies"
    )),
    Fact("PP04 actions that deliver results", 7, _having(Practice, theme="delivering-results")),
    Fact("AD02 adoptions planned as a copy", 4, _having(Adoption, fidelity_planned="faithful")),
    Fact("AD09 adoptions from a place", 7, _having(Adoption, level="place-based")),
    Fact("AD09 adoptions from a sector", 7, _having(Adoption, level="sector-based")),
    Fact("AD14 places that learn or are learnt from", 14, lambda first: len(
        learning_graph(first.catalogue)
    )),
    Fact("AD14 who learns from whom", 13, lambda first: (
        learning_graph(first.catalogue).number_of_edges()
    )),
    Fact("ME02 short-term outcomes", 7, _having(Outcome, horizon="short")),
    Fact("ME02 medium-term outcomes", 3, _having(Outcome, horizon="medium")),
    Fact("ME02 long-term outcomes", 2, _having(Outcome, horizon="long")),
    Fact("ME03 figures beside an area's", 8, lambda first: sum(
        bool(one.comparator and one.comparator.area) for one in first.of(Measure)
    )),
    Fact("ME06 results with the starting point in words", 4, lambda first: sum(
        bool(one.nature == "result" and one.baseline and one.baseline.text)
        for one in first.of(Measure)
    )),
    Fact("ME08 results", 20, _having(Measure, nature="result")),
    Fact("ME08 targets", 4, _having(Measure, nature="target")),
    Fact("ME08 projections", 23, _having(Measure, nature="projection")),
    Fact("ME08 estimates", 2, _having(Measure, nature="estimate")),
    Fact("ME08 illustrations", 4, _having(Measure, nature="illustration")),
    Fact("ME08 baselines", 1, _having(Measure, nature="baseline")),
    Fact("ME08 inputs", 2, _having(Measure, nature="input")),
    Fact("ME08 figures of context", 15, _having(Measure, nature="context")),
    Fact("ME11 savings that fall to an organisation", 3, _with(Measure, "partner")),
    Fact("ME15 evidence", 3, _having(Resource, type="evidence")),
    Fact("ME15 datasets", 3, _having(Resource, type="dataset")),
    Fact("BG01 places where a barrier was met", 17, lambda first: sum(
        len(one.occurrences) for one in first.of(Barrier)
    )),
    Fact("BG03 national barriers", 2, _having(Barrier, level="national")),
    Fact("BG07 organisations that ended", 5, _with(Partner, "valid_to")),
    Fact("LE01 papers", 4, _having(Resource, type="paper")),
    Fact("LE04 videos", 2, _having(Resource, type="video")),
    Fact("LE12 bodies that share", 4, _shared_through),
    Fact("LE17 stories", 3, _with(CaseStudy, "story")),
    Fact("LE17 stories of a declared person", 1, _having(CaseStudy, persona="fictional")),
)  # fmt: skip

# the code that the statistical office gives to an area
OFFICIAL_CODES = {
    "south-tyneside": "E08000023",
    "hartlepool": "E06000001",
    "middlesbrough": "E06000002",
    "redcar-and-cleveland": "E06000003",
    "stockton-on-tees": "E06000004",
    "darlington": "E06000005",
}
