"""`same_as`: a person says that two academies describe one thing, which then counts once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.analysis.insights import AdoptionIndex
from generator.build.examine import examine
from generator.diagnostics import Diagnostic
from generator.records.catalogue import Catalogue
from tests.federation.neighbours import edit, run, small_academy, write
from tests.random_academies import Host, host
from tests.sites import tree

__all__ = ["host"]  # a fixture

ASHBY, SHARED = "registry/areas/ashby.yaml", "registry/practices/shared-visits.yaml"
BROOKVALE = "registry/areas/brookvale.yaml"
CODE = "code: E06000005\ncode_scheme: gss\n"


def follow(root: Path, other: Path) -> str:
    code, printed = run(root, "follow", str(other))
    assert code == 0, printed
    return printed


def add(root: Path, path: str, text: str) -> None:
    write(root, {path: (root / path).read_text(encoding="utf-8") + text})


def same(root: Path, path: str, *names: str) -> None:
    """Say that a record is the same as others."""
    add(root, path, f"same_as: [{', '.join(names)}]\n")


def read(root: Path) -> Catalogue:
    return examine(root)[0]


def findings(root: Path, *codes: str) -> list[Diagnostic]:
    return [found for found in examine(root)[1] if found.code in codes]


def test_a_code_is_proposed_and_joins_nothing(home: Path, vale: Path) -> None:
    for root in (home, vale):
        add(root, ASHBY, CODE)
    sentence = (
        "“Ashby” has the same code here and in Vale Academy: E06000005. If they are one, add "
        "“same_as: [vale-academy/ashby]” to registry/areas/ashby.yaml."
    )
    assert sentence in follow(home, vale)
    assert "vale-academy/ashby" in read(home).records
    same(home, ASHBY, "vale-academy/ashby")
    assert "the same code" not in follow(home, vale)


def test_a_title_alone_proposes_nothing(home: Path, vale: Path) -> None:
    assert "If they are one" not in follow(home, vale)


def test_what_is_joined_is_one_record_and_counts_once(home: Path, vale: Path) -> None:
    names = (
        (ASHBY, "ashby"), (BROOKVALE, "brookvale"), (SHARED, "shared-visits"),
        ("prototypes/ashby-visits.yaml", "ashby-visits"),
        ("registry/outcomes/days-at-home.yaml", "days-at-home"),
    )  # fmt: skip
    edit(vale, ASHBY, "A market town", "A town")
    follow(home, vale)
    before = AdoptionIndex(read(home).own)
    for path, name in names:
        same(home, path, f"vale-academy/{name}")
    catalogue = read(home)
    index = AdoptionIndex(catalogue)
    assert not findings(home, "C384", "C385", "C386")
    for _, name in names:
        assert f"vale-academy/{name}" not in catalogue.records
        assert catalogue.resolve(f"vale-academy/{name}") == name
        ours, theirs = catalogue.joined[name]
        assert (ours.id, theirs.id) == (name, f"vale-academy/{name}")
    assert catalogue.joined["ashby"][1].summary == "A town in the Vale."
    # the adoption that both tell of, and the results
    assert index.adoptions_of["shared-visits"] == before.adoptions_of["shared-visits"]
    results = index.measures_by_outcome["days-at-home"]
    assert [one for one in results if one.endswith("ashby-visits-days-at-home")] == [
        "ashby-visits-days-at-home"
    ]
    # what only one of them knows of it
    assert index.enclosing_areas["ashby"][0] == "ashby"
    assert set(index.enclosing_areas["ashby"]) == {"ashby", "vale", "vale-academy/vale"}
    # what this academy itself says is as it was written
    assert catalogue.own.records["ashby"].model_dump()["part_of"] == ("vale",)


def test_lists_are_of_all_academies_and_single_values_of_the_first(home: Path, vale: Path) -> None:
    visits = "prototypes/ashby-visits.yaml"
    add(vale, ASHBY, "topics: [housing]\n")
    edit(vale, ASHBY, "summary: A market town in the Vale.", "summary: Another town.")
    edit(vale, visits, "stage: live", "stage: completed")
    follow(home, vale)
    before = read(home)
    ours, theirs = (before.records[name] for name in ("ashby-visits", "vale-academy/ashby-visits"))
    for path, name in ((ASHBY, "ashby"), (visits, "ashby-visits")):
        same(home, path, f"vale-academy/{name}")
    ashby, joined = (vars(read(home).records[name]) for name in ("ashby", "ashby-visits"))
    assert ashby["topics"] == ("housing",)
    assert ashby["summary"] == "A market town in the Vale."
    assert joined["stage"] == "live"
    partners = [item.partner for item in (*vars(ours)["partners"], *vars(theirs)["partners"])]
    assert partners
    assert [item.partner for item in joined["partners"]] == partners


def test_every_field_that_differs_is_side_by_side_with_its_academy(
    home: Path, vale: Path, host: Host, tmp_path: Path
) -> None:
    visits = "prototypes/ashby-visits.yaml"
    edit(vale, visits, "stage: live", "stage: completed")
    edit(vale, visits, "title: Shared visits in Ashby", "title: Visits that are shared")
    edit(vale, visits, "started: 2020-01", "started: 2019")
    same(home, visits, "vale-academy/ashby-visits")
    follow(home, vale)
    host.site_of(home, tmp_path / "site")
    page = (tmp_path / "site/prototypes/ashby-visits.html").read_text(encoding="utf-8")
    table = page.partition('id="also-described"')[2].partition("</table>")[0]
    head, *rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    words = [re.sub(r"<[^>]+>|\s+", " ", row).split() for row in rows]
    lines = [" ".join(row) for row in words]
    assert '<th scope="col">Academy</th>' in head
    assert "Vale Academy" in head
    assert "Title Shared visits in Ashby Visits that are shared" in lines
    assert any(line.startswith("Stage Live Completed") for line in lines)
    assert any("January 2020 2019" in line for line in lines)


def test_results_that_differ_are_two(home: Path, vale: Path) -> None:
    path = "prototypes/ashby-visits.yaml"
    edit(vale, path, "    value: 12\n", "    value: 13\n")
    edit(vale, path, "spent 12 more", "spent 13 more")
    same(home, path, "vale-academy/ashby-visits")
    same(home, "registry/outcomes/days-at-home.yaml", "vale-academy/days-at-home")
    follow(home, vale)
    results = AdoptionIndex(read(home)).measures_of["ashby-visits"]
    assert {name.rpartition("/")[2] for name in results} == {
        "ashby-visits-days-at-home", "ashby-visits-cost-of-visits"
    }  # fmt: skip
    assert len([name for name in results if name.endswith("days-at-home")]) == 2


def test_what_another_academy_says_of_a_record_here_is_only_proposed(
    home: Path, vale: Path
) -> None:
    same(vale, ASHBY, "home-academy/brookvale")
    printed = follow(home, vale)
    assert (
        "Vale Academy says that its “Ashby” is “Brookvale” here. If they are one, add "
        "“same_as: [vale-academy/ashby]” to registry/areas/brookvale.yaml."
    ) in printed
    assert "vale-academy/ashby" in read(home).records
    assert run(home, "check")[0] == 0


def test_followed_academies_join_what_is_theirs_in_any_order(
    home: Path, vale: Path, tmp_path: Path
) -> None:
    third = small_academy(tmp_path / "third", "Third Academy")
    same(third, ASHBY, "vale-academy/ashby")
    follow(home, third)
    follow(home, vale)
    assert read(home).resolve("vale-academy/ashby") == "third-academy/ashby"
    same(home, ASHBY, "vale-academy/ashby")
    assert read(home).resolve("third-academy/ashby") == "ashby"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        (
            "vale-academy/ashbi", "C384",
            "There is no record “vale-academy/ashbi”. Did you mean “vale-academy/ashby”?",
        ),
        (
            "vale-academy/shared-visits", "C384",
            "“vale-academy/shared-visits” is a practice, and this is an area. They cannot be the "
            "same. Delete this line.",
        ),
        (
            "ashby", "C386", "“ashby” is neither a full name nor a web address. Write the full "
            "name of a record, such as their-academy/its-id, or a web address.",
        ),
        (
            "vale-acadmy/ashby", "C386", "You follow no academy with the short name “vale-acadmy”. "
            "Did you mean “vale-academy”?",
        ),
        ("https://www.wikidata.org/wiki/Q1", "", ""),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_right_is_said(
    home: Path, vale: Path, name: str, code: str, words: str
) -> None:
    follow(home, vale)
    same(home, ASHBY, name)
    faults = [
        (fault.path, fault.line, fault.code, f"{fault.message} {fault.hint}")
        for fault in findings(home, "C384", "C386")
    ]
    line = len((home / ASHBY).read_text(encoding="utf-8").splitlines())
    assert faults == ([(ASHBY, line, code, words)] if code else [])


def test_two_records_of_one_academy_are_not_made_one(home: Path, vale: Path) -> None:
    follow(home, vale)
    same(home, ASHBY, "vale-academy/ashby")
    same(home, BROOKVALE, "vale-academy/ashby")
    faults = findings(home, "C385")
    assert [(one.path, one.message) for one in faults] == [
        (
            BROOKVALE,
            "This would make “Ashby” (ashby) and “Brookvale” (brookvale) one, and they are of one "
            "academy.",
        )
    ]
    assert run(home, "check")[0] == 1


def test_a_circle_is_said(home: Path, vale: Path) -> None:
    same(home, ASHBY, "vale-academy/vale")
    same(home, "registry/areas/vale.yaml", "vale-academy/ashby")
    follow_code, printed = run(home, "follow", str(vale))
    assert follow_code == 1
    assert "leads in a circle" in printed


def test_a_build_again_knows_what_is_one_now_and_what_no_longer_is(
    home: Path, vale: Path, tmp_path: Path
) -> None:
    follow(home, vale)
    names = (ASHBY, BROOKVALE, SHARED)
    written = {path: (home / path).read_text(encoding="utf-8") for path in names}
    before = built(home)
    for path in names:
        same(home, path, f"vale-academy/{Path(path).stem}")
    joined = built(home)
    assert "Also described by" in joined["areas/ashby.html"].decode()
    assert b"This area has a new address." in joined["areas/vale-academy.ashby.html"]
    edit(vale, "prototypes/ashby-visits.yaml", "stage: live", "stage: completed")
    edit(vale, ASHBY, "A market town", "A town")
    follow(home, vale)
    shutil.copytree(home, tmp_path / "fresh", ignore=shutil.ignore_patterns("site"))
    assert built(home) == built(tmp_path / "fresh")
    write(home, written)
    edit(vale, "prototypes/ashby-visits.yaml", "stage: completed", "stage: live")
    edit(vale, ASHBY, "A town", "A market town")
    follow(home, vale)
    assert built(home) == before


def built(root: Path) -> dict[str, bytes]:
    code, printed = run(root, "build")
    assert code == 0, printed
    return tree(root / "site")
