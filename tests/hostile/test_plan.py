"""The attacks are all there, and the plan puts each where it says."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest

from generator.model.fields.types import MAX_LINE_LENGTH
from tests.hostile.gate import Verdicts, judge
from tests.hostile.packs import STREAMS, WAYS, packed, ways
from tests.hostile.places import WRITTEN, Place, free_places, values_at
from tests.hostile.plan import Plan, turn_of
from tests.hostile.proof import SQUARES, STEP
from tests.hostile.vectors import CORPORA, attacks, sample, sources

CLASSES = {
    "markdown", "front matter", "url", "id", "title", "quote", "glossary", "file name", "search",
    "mention", "template", "data", "yaml text", "hidden",
}  # fmt: skip
URLS = ("https://a.example/",)


def test_the_collections_are_whole_and_say_where_they_are_from() -> None:
    readme = (CORPORA / "README.md").read_text("utf-8")
    files = [*CORPORA.glob("*.json"), *(CORPORA / "patt").glob("*.txt")]
    assert len(files) == 13
    assert all(f"| {file.relative_to(CORPORA).as_posix()} |" in readme for file in files)
    theirs = [source for source in sources() if not source.ours]
    assert sum(len(source.attacks) for source in theirs) == 2531
    for name in ("html5lib-LICENCE", "patt/LICENCE"):
        assert "Copyright (c)" in (CORPORA / name).read_text("utf-8")


def test_our_own_are_of_every_class() -> None:
    ours = {
        source.name.removeprefix("own: "): source.attacks for source in sources() if source.ours
    }
    assert set(ours) == CLASSES
    assert sum(map(len, ours.values())) >= 200
    assert min(map(len, ours.values())) >= 6


def smooth(text: str) -> str:
    # inside a list or a quotation the later lines of an attack are set in
    return re.sub(r"\n +", "\n", text).strip()


def carried(plan: Plan) -> dict[Place, str]:
    """All that a plan writes in each free field."""
    by_place: dict[Place, list[str]] = defaultdict(list)
    for place in free_places():
        for record in plan.records:
            if record.kind.name == place.kind:
                by_place[place] += [str(one) for one in values_at(record.fields, place.path)]
    return {place: smooth("\n".join(some)) for place, some in by_place.items()}


def alike(attack: str) -> str:
    return smooth(re.sub(r"\(\d+\)", "(1)", attack))


def check_square(verdicts: Verdicts) -> None:
    """With a record for every pack each attack stands in each field that takes it."""
    by_place = carried(Plan(packed(verdicts), URLS))
    assert set(by_place) == set(free_places())
    for place, text in by_place.items():
        shape = "line" if place.question.shape == "line" else "text"
        wanted = [smooth(one) for one in verdicts.taken[shape] if one.strip()]
        form = alike if shape == "line" and not place.question.many else smooth
        whole = form(text)
        missing = [one for one in wanted if form(one) not in whole]
        assert not missing, (place, missing[:3])


def check_part(verdicts: Verdicts, step: int) -> None:
    """With fewer records each attack still stands in each sort of field, in each way of prose; and
    each field carries some of each source that can be planted
    six times or more. What only prose takes stands in some of it.
    """
    packs = packed(verdicts)
    halves = [carried(Plan(packs[n::SQUARES], URLS, step)) for n in range(SQUARES)]
    text_at = {place: "\n".join(half[place] for half in halves) for place in halves[0]}
    sorts: dict[tuple[str, bool, int], str] = defaultdict(str)
    for place, text in text_at.items():
        asked = place.question
        turns = (0,) if asked.shape == "line" else ways(turn_of(place))
        for way in turns:
            sorts[asked.shape, asked.many, way] += text
    lines, prose = (
        {alike(one) for one in verdicts.taken[shape] if one.strip()} for shape in ("line", "text")
    )
    for sort in (False, True):
        text = alike(sorts["line", sort, 0])
        assert [one for one in lines if one not in text] == []
    for way in range(len(WAYS)):
        text = alike(
            "".join(
                sorts[shape, many, way] for shape in ("text", "story") for many in (False, True)
            )
        )
        assert [one for one in prose if len(one) <= MAX_LINE_LENGTH and one not in text] == []
    whole = alike("".join(text_at.values()))
    assert [one for one in prose if one not in whole] == []
    for text in map(alike, text_at.values()):
        for source in sources():
            theirs = {alike(one) for one in source.attacks if one in verdicts.asked}
            usable = theirs & lines & prose
            assert len(usable) < STREAMS or any(one in text for one in usable), source.name


def some_of_each() -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for source in sources() for one in source.attacks[:6]))


@pytest.fixture(scope="module")
def verdicts() -> Verdicts:
    return judge(some_of_each())


def test_a_square_has_every_attack_in_every_field(verdicts: Verdicts) -> None:
    check_square(verdicts)


@pytest.mark.proof
def test_the_whole_plan_has_every_attack_in_every_field_and_a_part_in_every_sort() -> None:
    verdicts = judge(attacks())
    check_square(verdicts)
    check_part(verdicts, STEP)


def test_what_no_field_takes_is_refused_at_a_line(verdicts: Verdicts) -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for shape, refusals in verdicts.refused.items():
        for attack, findings in refusals.items():
            assert all(re.fullmatch(r"[FMCP]\d{3}", one.code) for one in findings), attack
            assert all(one.line >= 1 and one.message and one.hint for one in findings), attack
            codes[shape] |= {one.code for one in findings}
    assert {"F105", "M212"} <= codes["line"]
    assert {"F105", "C303"} <= codes["text"]
    wrong = judge([one for one in attacks() if one.startswith(("https:", "http:"))])
    codes["web"] = {one.code for said in wrong.refused["web"].values() for one in said}
    assert {"M217", "P101"} <= codes["web"]


def test_few_attacks_are_refused_by_every_field() -> None:
    # a plan that plants little proves little
    verdicts = judge(sample(40))
    never = [one for one in verdicts.asked if verdicts.never(one)]
    assert len(never) < len(verdicts.asked) / 10


def test_every_kind_has_records_in_the_plan(verdicts: Verdicts) -> None:
    plan = Plan(packed(verdicts), URLS)
    assert {record.kind for record in plan.records} == set(WRITTEN)
    assert json.dumps([record.fields for record in plan.records])
