"""Pages say who judged, what is inferred, and what speaks against, wherever it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from tests.readable import words_in
from tests.sites import copy_small

RESULT = (
    "    outcome: {outcome}\n    nature: result\n    evidence_level: {level}\n    change: {way}\n"
)


def result(name: str, outcome: str, level: str, way: str, more: str = "") -> str:
    lines = RESULT.format(outcome=outcome, level=level, way=way)
    return f"  - id: {name}\n    statement: What {name} says\n{lines}{more}"


# the academy judges it; its costs rose; the source states neither the practice nor one direction
RIVER = (
    "title: River rounds\nareas: [brookvale]\nstage: testing\nverdict: worked\n"
    "verdict_basis: The handbook praises it.\npractices: [joint-work]\nprinciples: [ask-first]\n"
    "inferred: [verdict, stage, practices.joint-work, principles]\nmeasures:\n"
    + result("river-days", "days-at-home", "data", "improved", "    inferred: [change]\n")
    + result("river-calls", "days-at-home", "data", "improved")
    + result("river-cost", "cost-of-visits", "compared", "worsened")
    + "sources: [{resource: old-paper, section: One}]\n"
)
PAPER = (
    "title: An old paper\ntype: paper\navailability: available\nyear: 2013\ninferred: [year]\n"
    "sources: [{resource: old-paper, section: One}]\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_small(tmp_path_factory.mktemp("inferred") / "academy")
    (root / "prototypes" / "river-rounds.yaml").write_text(RIVER, encoding="utf-8")
    (root / "registry" / "resources" / "old-paper.yaml").write_text(PAPER, encoding="utf-8")
    build_site_once(root / "mkdocs.yml")
    return root / "site"


def words(site: Path, url: str) -> str:
    text = (site / url).read_text(encoding="utf-8")
    main = text.partition("<article")[2].partition("</article>")[0]
    return words_in(main)


ACADEMY = "Worked, judged by the academy from what the source says"
INVOLVED = "Worked, in the view of those involved"


@pytest.mark.parametrize(
    "url",
    [
        "prototypes/river-rounds.html",
        "prototypes/index.html",
        "lessons/worked.html",
        "evidence/value.html",
        "index.html",
        "principles/ask-first.html",
        "practices/joint-work.html",
    ],
)
def test_a_verdict_of_the_academy_says_so_wherever_it_is_shown(site: Path, url: str) -> None:
    assert ACADEMY in words(site, url)


@pytest.mark.parametrize("url", ["prototypes/ashby-visits.html", "prototypes/index.html"])
def test_a_verdict_of_those_involved_says_so(site: Path, url: str) -> None:
    assert INVOLVED in words(site, url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "lessons/worked.html",
            "2 prototypes worked: 1 in the view of those involved, 1 in the view of the academy.",
        ),
        (
            "evidence/value.html",
            "2 prototypes in practice worked: 1 in the view of those involved, "
            "1 in the view of the academy.",
        ),
        (
            "principles/ask-first.html",
            "2 prototypes, 1 linked by our interpretation Their verdicts Worked: 2. "
            "1 judged by the academy",
        ),
    ],
)
def test_a_count_of_verdicts_says_how_many_each_judge_gave(
    site: Path, url: str, expected: str
) -> None:
    assert expected in words(site, url)


def test_no_page_says_that_those_who_did_it_judged(site: Path) -> None:
    assert "those who did it" not in words(site, "lessons/worked.html")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("prototypes/index.html", "Testing (inferred)"),
        ("prototypes/index.html", "For 1 of these, the stage is inferred and marked."),
        ("evidence/results.html", "Improved (inferred)"),
        ("prototypes/river-rounds.html", "Improved (inferred)"),
        ("evidence/index.html", "1 of these directions inferred"),
        ("evidence/index.html", "improved, inferred"),
    ],
)
def test_what_is_inferred_is_marked_in_lists_tables_and_charts(
    site: Path, url: str, expected: str
) -> None:
    assert expected in words(site, url) or expected in (site / url).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "title"),
    [("practices/joint-work.html", "Joint work"), ("principles/ask-first.html", "Ask first")],
)
def test_a_link_that_is_inferred_is_marked_from_both_ends(site: Path, url: str, title: str) -> None:
    assert "Link inferred" in words(site, url)
    assert f"{title} inferred" in words(site, "prototypes/river-rounds.html")


@pytest.mark.parametrize(
    ("url", "end"),
    [
        ("evidence/index.html", ""),
        ("evidence/ready.html", ""),
        ("practices/index.html", "; link inferred"),
    ],
)
def test_evidence_for_and_against_stands_in_one_sentence(site: Path, url: str, end: str) -> None:
    expected = f"2 improved (figures given), 1 worse (compared with others){end}"
    assert expected in words(site, url)


def test_a_programme_whose_cost_rose_is_not_ready_to_adopt(site: Path) -> None:
    text = words(site, "evidence/ready.html")
    assert "River rounds 1 practice inside Candidate: " in text


def test_the_year_of_an_undated_document_is_an_estimate_on_every_page_that_rests_on_it(
    site: Path,
) -> None:
    estimated = "Source date 2013 (our estimate: the document is undated)"
    assert estimated in words(site, "measures/river-cost.html")
    assert "As of about 2013, not checked since" in words(site, "prototypes/river-rounds.html")
    assert "about" not in words(site, "prototypes/ashby-visits.html").partition("As of")[2][:30]


def test_what_nobody_can_open_is_mentioned_and_not_available(site: Path) -> None:
    text = words(site, "learn/find.html")
    assert "Mentioned in the document (1)" in text
    assert "Available (1)" in text
    assert "Mentioned in the document" in words(site, "learning/old-paper.html")


def test_the_judge_narrows_a_search_and_stands_in_the_data(site: Path) -> None:
    assert "Judged by the academy" in (site / "find" / "f-judged_by.js").read_text("utf-8")
    header = (site / "data" / "csv" / "prototypes.csv").read_text("utf-8").split("\n")[0]
    assert "judged_by" in header


def test_a_board_report_says_who_judged(site: Path) -> None:
    text = words(site, "boards/brookvale.html")
    assert "worked: 1 in the view of the academy" in text.casefold()


def test_the_first_screen_and_the_list_of_gaps_say_what_speaks_against(site: Path) -> None:
    expected = "2 improved (figures given), 1 worse (compared with others)"
    practice = words(site, "practices/joint-work.html")
    assert f"Evidence for and against {expected}; link inferred" in practice
    area = words(site, "areas/ashby.html")
    assert f"1 practice inside; {expected}; 1 of these directions inferred" in area
    assert f"Joint work link inferred {expected}" in area.replace("– ", "")
