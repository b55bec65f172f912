"""A. The register of prototypes."""

from __future__ import annotations

import html
import re
from typing import get_args

from generator.diagnostics import Severity
from generator.kinds.prototype import IN_PRACTICE, Prototype, Stage
from tests.requirements.registry import Reader, requirement, words
from tests.sites import run

NOT_STATED = "Not stated"
IDEA = "title: {title}\nareas: [ashby]\nstage: {stage}\n"
TIDIER = (
    "Why", "What", "Who", "How", "Where", "When and how much", "Tailoring",
    "Changes along the way", "Keeping to the plan",
)  # fmt: skip


def prototypes(reader: Reader) -> tuple[Prototype, ...]:
    return reader.index.prototypes


@requirement("PR01")
def stage_on_every_page_and_list_by_stage(reader: Reader) -> None:
    stages = [reader.head(f"prototypes/{one.id}.html").facts["Stage"] for one in prototypes(reader)]
    assert {one.lower() for one in stages} <= set(get_args(Stage))
    assert len(stages) == 25
    assert len([one for one in stages if one.lower() in IN_PRACTICE]) == 17
    source = reader.page("prototypes/index.html").source
    controls = re.findall(r"<(h[2-6]|option|button|label|a)\b[^>]*>(.*?)</\1>", source, re.DOTALL)
    named = {re.sub(r"\W*\d*\W*$", "", words(text)) for _, text in controls}
    missing = set(stages) - named
    assert not missing, f"the list of prototypes does not filter by stage: {sorted(missing)}"


@requirement("PR02")
def unstated_start_or_outcomes_are_listed(reader: Reader) -> None:
    lacking = [o for o in reader.index.in_practice if not (o.starting_point and o.outcomes_aimed)]
    listed = {row["Record"] for row in reader.missing("G401")}
    assert listed == {reader.title(one.id) for one in lacking}
    assert not [one for one in reader.findings if one.severity is Severity.ERROR]


@requirement("PR03")
def prototypes_without_a_sponsor_are_listed(reader: Reader) -> None:
    listed = {row["Record"] for row in reader.missing("G403")}
    live = {reader.title(one.id) for one in reader.index.in_practice}
    assert len(listed) == 16
    assert live - listed == {"Darlington Dementia Collaborative"}
    for one in prototypes(reader):
        assert {"Sponsor", "Team"} <= set(reader.record(one.id).below("Who did it").facts), one.id


@requirement("PR04")
def an_idea_takes_a_handful_of_fields(reader: Reader) -> None:
    assert reader.refused({"prototypes/idea.yaml": IDEA.format(title="Idea", stage="idea")}) == []
    shown = re.search(r"(?s)<pre><code[^>]*>(title: .*?)</code>", reader.page("share.html").source)
    text = html.unescape(re.sub(r"<[^>]+>", "", shown[1])).replace("darlington", "ashby")
    assert len(text.splitlines()) <= 6
    assert reader.refused({"prototypes/shown.yaml": text}) == []
    project, _ = reader.try_out({})
    made = run("generator", "new", "prototype", "A template", folder=project)
    assert made.returncode == 0
    assert (project / "prototypes" / "a-template.yaml").exists()


@requirement("PR05")
def failure_is_told_and_seen(reader: Reader) -> None:
    stopped = IDEA.format(title="Tried and stopped", stage="stopped")
    failed = IDEA.format(title="Tried in vain", stage="live") + "verdict: not-worked\n"
    failed += "verdict_basis: The team says so.\n"
    lesson = "lessons:\n  not_worked:\n    - Two keys for one door.\n"
    for text in (stopped, failed):
        [fault] = reader.refused({"prototypes/tried.yaml": text})
        assert "lesson" in fault
    files = {"prototypes/tried.yaml": stopped + lesson, "prototypes/vain.yaml": failed + lesson}
    assert reader.refused(files) == []
    site = reader.built(files)
    for url in ("lessons/not-worked.html", "prototypes/index.html"):
        text = reader.page(url, site).text
        assert "Tried and stopped" in text
        assert "Tried in vain" in text
    assert "Two keys for one door." in reader.page("lessons/not-worked.html", site).text


@requirement("PR06")
def lessons_both_ways_are_gathered(reader: Reader) -> None:
    page = reader.page("lessons/index.html")
    assert len(page.below("From what worked").links_to("prototypes")) == 4
    assert len(page.below("From what did not work").links_to("prototypes")) == 3


@requirement("PR07")
def how_people_were_listened_to(reader: Reader) -> None:
    told = []
    for one in prototypes(reader):
        part = reader.record(one.id).below("Starting point and aims")
        silent = part.facts.get("How people were listened to") == NOT_STATED
        if not silent and "How people were listened to" in part.text:
            told.append(one)
    assert len(told) == 5
    assert len([one for one in told if one.stage in IN_PRACTICE]) == 3
    assert len(reader.missing("G404")) == 14


@requirement("PR08")
def described_well_enough_to_repeat(reader: Reader) -> None:
    lacking = {}
    for one in prototypes(reader):
        part = reader.record(one.id).below("What was done")
        given = {*part.headings, *part.tables, *part.facts}
        if silent := [name for name in TIDIER if name not in given]:
            lacking[one.id] = silent
    assert not lacking, f"without these headings, not even as “{NOT_STATED}”: {lacking}"
    silent = reader.record("darlington-dementia-collaborative").below("What was done").facts
    assert silent["Why"] == silent["Tailoring"] == NOT_STATED


@requirement("PR09")
def changes_along_the_way(reader: Reader) -> None:
    teams = reader.record("south-tyneside-community-integrated-teams")
    [change] = teams.tables["Changes along the way"].rows
    assert "rolling one model out" in change["What changed"]
    assert "applying its principles" in change["What changed"]
    help_at_home = reader.record("south-tyneside-help-to-live-at-home")
    assert "evolve" in help_at_home.tables["Changes along the way"].text


@requirement("PR10")
def reach_live_and_planned(reader: Reader) -> None:
    hubs = reader.record("south-tyneside-best-start-hubs").below("Reach").facts
    assert (hubs["Live"], hubs["Planned"]) == ("2", "2")
    teams = reader.record("south-tyneside-community-integrated-teams").below("Reach").facts
    assert (teams["Counted in"], teams["Live"]) == ("localities", "3")
    assert "all" in reader.record("south-tyneside-school-mental-health").below("Reach").text.split()


@requirement("PR11")
def the_path_of_a_person_now_and_in_the_future(reader: Reader) -> None:
    page = reader.page("case-studies/tom-stroke-pathway.html")
    assert {"Before", "After"} <= set(page.headings)
    table = words(re.search(r"(?s)<table.*?</table>", page.below("What differs").source)[0])
    assert "Now In the future Time in hospital More than eight weeks Five days" in table
    head = reader.head("case-studies/tom-stroke-pathway.html")
    assert "Illustration, not data" in head.text
    assert head.links_to("prototypes") == ("prototypes/stroke-rehabilitation-at-home.html",)
    said = reader.index.measure("tom-length-of-stay").statement
    for url in reader.urls:
        for row in reader.page(url).rows:
            if said in row.values() and {"Value", "Figure"} & row.keys():
                assert "Illustration" in row.values(), f"{url}: {row}"
    for row in reader.page("evidence/results.html").rows:
        assert not (row.get("What it is") == "Result" and row["Value"] == "5 days")
    assert reader.head("outcomes/hospital-length-of-stay.html").facts["Results so far"] == "1 result"


@requirement("PR12")
def prototypes_without_a_review_are_listed(reader: Reader) -> None:
    text = reader.page("reference/gaps.html").text
    assert "25 prototypes have no next review. No reviews are overdue." in text
    ended = ("completed", "stopped")  # nobody is asked to look back again at these
    open_ = [one for one in prototypes(reader) if one.stage not in ended]
    assert {o["Record"] for o in reader.missing("G405")} == {reader.title(o.id) for o in open_}
    assert not [one for one in prototypes(reader) if one.next_review]


@requirement("PR13")
def recognition(reader: Reader) -> None:
    found = [one for one in prototypes(reader) if "Recognition" in reader.record(one.id).headings]
    texts = [reader.record(one.id).below("Recognition").text for one in found]
    assert len(texts) == 2
    for text in texts:
        assert "shortlisted" in text
        assert "2012" in text
        assert "won" not in text.lower().split()


@requirement("PR14")
def risks_may_be_given(reader: Reader) -> None:
    risky = IDEA.format(title="Risky", stage="idea") + "risks:\n  - The van may break down.\n"
    plain = IDEA.format(title="Plain", stage="idea")
    files = {"prototypes/risky.yaml": risky, "prototypes/plain.yaml": plain}
    assert reader.refused(files) == []
    page = reader.page("prototypes/risky.html", reader.built(files))
    assert "The van may break down." in page.below("Lessons").text


@requirement("PR15")
def partial_records_are_welcome_and_gaps_are_counted(reader: Reader) -> None:
    page = reader.page("reference/gaps.html")
    rows = page.below("What is missing").rows
    counts = [int(one["How many do not"]) for one in rows]
    assert f"{sum(counts)} things that nobody has stated yet" in page.text
    assert sum(counts) == len(reader.findings)
    assert len(rows) == len(page.links_to("gaps")) > 0
