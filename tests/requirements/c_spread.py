"""C. Adoption and spread: who took up what, and how it went."""

from __future__ import annotations

from generator.insights.gaps import gaps_at
from generator.insights.spread import grid
from generator.insights.value import ways_to
from generator.kinds.adoption import Adoption, Status
from generator.kinds.area import Area
from tests.requirements.registry import Reader, requirement

FIDELITY = "spread/copy-or-apply.html"


@requirement("AD01")
def who_learnt_what_from_whom(reader: Reader) -> None:
    takes = reader.page("areas/south-tyneside.html").tables["What it takes up from others"].rows
    titles = [row["Title"] for row in takes if "learnt from" in row["Title"]]
    assert len(titles) == 4
    for source in ("Tameside and Glossop", "North East Lincolnshire", "Wigan"):
        assert f"South Tyneside: practice not named, learnt from {source}" in titles
        slug = source.lower().replace(" ", "-")
        page = reader.page(f"adoptions/south-tyneside-from-{slug}.html")
        assert page.facts["Practice"] == "Not stated"


@requirement("AD02")
def fidelity_planned_and_in_fact(reader: Reader) -> None:
    text = reader.page(FIDELITY).text
    assert "Planned as a faithful copy: 4. Turned out as one: 0." in text
    for one in reader.catalogue.of(Adoption):
        facts = reader.record(one.id).facts
        assert {"Fidelity planned", "Fidelity in fact"} <= set(facts), one.id


@requirement("AD03")
def what_was_kept_and_changed(reader: Reader) -> None:
    rows = reader.page(FIDELITY).tables["What was kept and changed"].rows
    [row] = [one for one in rows if "Canterbury" in one["Adoption"]]
    assert "values and principles" in row["Kept"]
    assert "Much of the other material" in row["Changed"]
    assert row["Why it fits here"]


@requirement("AD04")
def only_what_is_proven_and_costed_is_ready(reader: Reader) -> None:
    rows = reader.page("evidence/ready.html").rows
    assert rows
    for row in rows:
        lacks = row["Cost result"].startswith("No "), row["Results with figures"].startswith("No ")
        assert row["Ready?"] == "On the way"
        assert any(lacks)
    ready = reader.page("evidence/ready.html", reader.built({})).rows
    assert {row["Practice"] for row in ready if row["Ready?"] == "Ready"} == {"Shared visits"}


@requirement("AD05")
def ways_to_one_outcome_are_compared(reader: Reader) -> None:
    compared = {one: ways for one, ways in ways_to(reader.index).items() if len(ways) > 1}
    assert compared
    for outcome, ways in compared.items():
        rows = reader.record(outcome).below("Ways to it, and what they cost").rows
        assert {row["Practice"] for row in rows} == {reader.title(one.practice) for one in ways}
        for row, way in ((r, w) for r in rows for w in ways if reader.title(w.practice) in r.values()):
            assert row["Effect"]
            assert (row["Cost"] == "Cost missing") == (not way.costs), (outcome, row)


@requirement("AD06")
def what_an_area_could_take_up(reader: Reader) -> None:
    rows = reader.page("areas/middlesbrough.html").tables["Practices with figures behind them"].rows
    assert len(rows) == 4
    assert len([row for row in rows if row["Plans here"].startswith("Intended")]) == 2
    for area in reader.catalogue.of(Area):
        wanted = {reader.title(one.practice) for one in gaps_at(reader.index, area.id, "data")}
        tables = reader.record(area.id).tables
        listed = tables.get("Practices with figures behind them")
        assert {row["Practice"] for row in (listed.rows if listed else [])} == wanted, area.id


@requirement("AD07")
def the_grid_shows_where_practice_differs(reader: Reader) -> None:
    page, whole = reader.page("spread/index.html"), grid(reader.index)
    for one in (*whole.areas, *whole.practices):
        assert reader.url(one) in page.links, one
    unsure = [key for key, one in whole.standings.items() if one.practised == "unknown"]
    assert unsure
    assert f"{len(unsure)} where it may be: adopters are counted, not named" in page.text
    table = page.tables["Which practice is in use where"].source
    for area, practice in unsure:
        assert reader.title(area) in page.text
        assert reader.title(practice) in page.text
    assert "may be" in table.lower() or "not known" in table.lower()
    assert "An empty cell means that nobody has said so. It does not mean no." in page.text


@requirement("AD08")
def how_long_it_takes(reader: Reader) -> None:
    page = reader.page("spread/pace.html")
    assert "not computable. 0 of 14 adoptions have both dates" in page.text
    saved = page.below("Time that adopting should save")
    assert "estimates" in saved.text
    assert {row["Expected to save"] for row in saved.rows} == {"6 months"}


@requirement("AD09")
def at_what_level_partners_work(reader: Reader) -> None:
    rows = reader.page("spread/index.html").tables["Adoptions by level"].rows
    found = [tuple(row.values()) for row in rows]
    assert found == [("Place based", "7"), ("Sector based", "7"), ("Wider partnership", "0")]


@requirement("AD12")
def interest_first_and_more_later(reader: Reader) -> None:
    cards = reader.page("adoptions/index.html").below("Interested (2)")
    assert {"Hartlepool", "Stockton-on-Tees"} <= {one.split(":")[0] for one in _titles(cards.text)}
    steps: tuple[Status, ...] = ("interested", "intended", "begun", "in-place")
    text = "area: ashby\npractice: shared-visits\nlearnt_from:\n  - area: brookvale\n"
    for number, status in enumerate(steps, 1):
        past = "".join(
            f"  - status: {one}\n    date: {2019 + year}\n"
            for year, one in enumerate(steps[:number], 1)
        )
        file = f"{text}status: {status}\nhistory:\n{past}"
        assert reader.refused({"registry/adoptions/later.yaml": file}) == [], status


def _titles(text: str) -> list[str]:
    return [text[text.find(name) :] for name in ("Hartlepool:", "Stockton-on-Tees:") if name in text]


@requirement("AD16")
def copying_and_applying_stand_side_by_side(reader: Reader) -> None:
    page = reader.page(FIDELITY)
    rows = {row["As it turned out"]: row for row in page.tables["Outcome by fidelity"].rows}
    assert {"Faithful", "Adapted", "Principles only"} <= set(rows)
    assert rows["Faithful"]["Adoptions begun"] == "0"
    pairs = page.tables["Fidelity planned and in fact"].rows
    [planned] = [row for row in pairs if row["Planned"] == "Faithful"]
    assert (planned["In fact"], planned["How many"]) == ("Principles only", "1")
    assert "too few to say which way is better" in page.text
