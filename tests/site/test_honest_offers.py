"""What an area is offered, who learnt from it and who to ask are said alike wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readable import words_in

CANDIDATE = "Candidate: no cost reported"


def words_of(page: Path) -> str:
    return words_in(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "page", ["evidence/ready.html", "areas/middlesbrough.html", "boards/middlesbrough.html"]
)
def test_a_candidate_is_called_so_wherever_it_is_offered(first_site: Path, page: str) -> None:
    assert CANDIDATE in words_of(first_site / page)


def test_unnamed_learners_are_not_taken_for_a_named_area(first_site: Path) -> None:
    area = words_of(first_site / "areas/darlington.html")
    assert "None named: Tees Valley (five council areas) 2 areas in it, not named" in area


def test_organisations_that_lead_together_are_joint_leads(first_site: Path) -> None:
    prototype = words_of(first_site / "prototypes/darlington-dementia-collaborative.html")
    assert "Darlington Borough Council joint lead" in prototype


def test_a_body_without_a_team_contact_says_so(first_site: Path) -> None:
    body = words_of(first_site / "partners/darlington-ccg.html")
    assert "How to reach it No team contact is recorded yet." in body


def test_what_a_board_report_leaves_out_is_a_link_away(first_site: Path) -> None:
    report = (first_site / "boards/darlington.html").read_text(encoding="utf-8")
    assert '<p class="la-more"><a href="../areas/darlington.html#' in report
    assert '<p class="la-more">and' not in report


def test_two_values_are_a_table_and_three_a_chart(first_site: Path) -> None:
    page = (first_site / "evidence/population.html").read_text(encoding="utf-8")
    title = "People 65+ with a limiting long-term illness: projected growth"
    assert f"<caption>{title}</caption>" in page
    assert page.count('<figure class="la-figure"') == 3


def test_a_figure_says_when_what_it_shows_was_last_known(first_site: Path) -> None:
    assert "Last known in about 2013" in words_of(first_site / "evidence/population.html")
