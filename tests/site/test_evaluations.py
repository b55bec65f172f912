"""Published evaluations, entered in full: every figure is on the page, in a chart and in the data.

`tests/evaluations` holds them as records. The facts are from public reports: the Improvement
Analytics Unit (2018), BMJ Open (2019), BMC Health Services Research (2021), and council pages.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.evidence import practice_evidence
from generator.checks import run_checks
from generator.diagnostics import Severity
from generator.host_mkdocs import build_site_once
from generator.intake.sheets import SheetFormat, plan_import, read_sheet, records_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary, read_catalogue
from generator.records.source import parse_source
from tests.conftest import MakeOnce
from tests.readable import words_in
from tests.sites import PROJECT, copy_small

EVALUATIONS = PROJECT / "tests" / "evaluations"


@pytest.fixture(scope="session")
def site(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        copy_small(root)
        for folder in ("prototypes", "registry", "case_studies"):
            shutil.rmtree(root / folder)
        shutil.copytree(EVALUATIONS, root, dirs_exist_ok=True)
        build_site_once(root / "mkdocs.yml")

    return make_once("evaluations", make) / "site"


def words(page: Path) -> str:
    """The text of a page, without markup and with single spaces."""
    return words_in(page.read_text(encoding="utf-8"))


def test_the_checker_has_nothing_against_them() -> None:
    catalogue, faults = read_catalogue(EVALUATIONS)
    findings = [f for f in run_checks(catalogue) if f.severity is not Severity.GAP]
    assert [f.as_text() for f in (*faults, *findings)] == []


SHOWN = {
    "prototypes/hampshire-integrated-care-teams.html": [
        "+33% (95% CI +16% to +54%)",
        "774 counted",
        "Followed for 7 months on average (202 days; 230 days for the matched patients)",
        "mean 81 years",
        "79 years",
        "mean 1.93 admissions",
        "1.67 admissions",
        "Independent evaluation",
        "Hospital use may be the wrong aim",
    ],
    "prototypes/pioneer-programme.html": [
        "+1.93% (p = 0.0379)",
        "+4.84%",
        "0.1879",
        "No clear difference",
        "Peer-reviewed study",
        "Difference in differences",
    ],
    "prototypes/pioneers-and-vanguards.html": [
        "7.9 per 1,000 people (95% CI 7.8 to 8.1 per 1,000 people)",
        "7.5 per 1,000 people (95% CI 7.4 to 7.6 per 1,000 people)",
        "+6.4% (95% CI +3.8% to +9.0%)",
        "+8.8% (95% CI +4.5% to +13.1%)",
        "+3.5% (95% CI −0.3% to +7.2%)",
        "+12% (95% CI +9.5% to +13.6%)",
        "51 counted",
        "22 counted",
        "13 counted",
    ],
    "prototypes/soham-and-st-ives-neighbourhood-care.html": [
        "The teams prevented needs from growing",
        "People's quality of life was better",
        "judged by an independent evaluation",
    ],
    "prototypes/rushcliffe-care-homes.html": [
        "29% less than matched residents elsewhere (95% CI −43% to −11%)",
        "23% less than matched residents elsewhere (95% CI −39% to −3%)",
        "0.74 attendances a person a year",
        "1.02 attendances a person a year",
        "No clear effect on bed nights",
    ],
    "prototypes/other-forms.html": [
        "rate ratio 0.77 (95% CI 0.61 to 0.97)",
        "risk ratio 0.9 (95% CI 0.7 to 1.16)",
        "odds ratio 1.4 (95% CI 1.1 to 1.8, p < 0.001)",
        "2.5 days fewer than the usual care group (95% CI −4 to −1 days)",
        "0.35 standard deviations less than the usual care group",
        "320 per 100,000 people",
        "4 percentage points less",
        "interquartile range 2 to 7 days)",
        "<5 people (small number withheld)",
        "at least 300 people",
        "Estimate about £700,000",
    ],
    "adoptions/cambridgeshire-from-the-netherlands.html": ["The Netherlands", "Adapted"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("page", "text"), [(page, text) for page, texts in SHOWN.items() for text in texts]
)
def test_a_page_says_each_figure(page: str, text: str, site: Path) -> None:
    assert text in words(site / page)


@pytest.mark.parametrize("page", ["hampshire-integrated-care-teams", "rushcliffe-care-homes"])
def test_what_others_evaluated_is_never_told_by_those_involved(page: str, site: Path) -> None:
    text = words(site / "prototypes" / f"{page}.html").lower()
    assert "those involved" not in text
    assert "those who did it" not in text


def test_an_estimate_of_what_happened_stands_with_results(site: Path) -> None:
    text = words(site / "prototypes" / "other-forms.html")
    results, _, planned = text.partition("Targets, estimates and projections")
    assert "About £700,000" in results
    assert "700,000" not in planned.partition("The same facts as a table")[0]


def test_intervals_and_the_line_of_no_effect_are_drawn(site: Path) -> None:
    page = (site / "prototypes" / "rushcliffe-care-homes.html").read_text(encoding="utf-8")
    assert page.count("fg-interval") == 6  # a line and its two ends for each of two intervals
    assert "A forest plot" in page


def test_unlike_results_get_an_effect_direction_plot(site: Path) -> None:
    page = words(site / "practices" / "enhanced-support-in-care-homes.html")
    assert "Which way the results went" in page
    assert "not drawn on one scale or pooled" in page


def test_the_data_hold_every_part_of_a_figure(site: Path) -> None:
    records = json.loads((site / "data" / "records.json").read_text(encoding="utf-8"))["records"]
    measure = next(r for r in records if r["id"] == "growth-in-pioneers")
    assert measure["interval"] == {"low": 3.8, "high": 9.0, "level": 95}
    assert measure["comparator"]["interval"] == {"low": 9.5, "high": 13.6, "level": 95}
    assert (measure["sample"], measure["comparator"]["sample"]) == (51, 120)
    assert (measure["design"], measure["evaluated_by"]) == (
        "difference-in-differences", "peer-reviewed",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_they_go_through_a_sheet_unchanged(form: SheetFormat) -> None:
    catalogue, _ = read_catalogue(EVALUATIONS)
    kind = KIND_OF["prototype"]
    values = {
        r.id: catalogue.origins[r.id].source.values() for r in catalogue.records_of_kind(kind)
    }
    sheet = read_sheet(
        records_sheet(kind, values, form, default_vocabulary()), f"sheet.{form}", kind
    )
    plan = plan_import(sheet, kind, catalogue, lambda _: False)
    assert plan.refusals == ()
    for path, text in plan.files.items():
        source, _ = parse_source(text, path)
        assert source is not None
        record_id = Path(path).stem
        record = kind.model.model_validate(
            {**source.values(), "id": record_id}, context=default_vocabulary()
        )
        assert record == catalogue.records[record_id]
    assert len(plan.files) == len(values)


def test_results_against_stand_in_the_same_sentence() -> None:
    index = AdoptionIndex(read_catalogue(EVALUATIONS)[0])
    proof = practice_evidence(index)["enhanced-support-in-care-homes"]
    assert (len(proof.improved), len(proof.worsened), len(proof.unclear)) == (4, 0, 3)
    assert not proof.mixed  # the unclear results are of other outcomes


@pytest.mark.browser
def test_each_goes_through_the_form_and_stays_what_it_is(browser: Browser, site: Path) -> None:
    catalogue, _ = read_catalogue(EVALUATIONS)
    page = browser.new_page()
    script = """(values) => {
        academy.share.form.setAnswers(values);
        return [academy.share.form.text(), academy.share.form.errors().map(({text}) => text)];
    }"""
    for kind in (KIND_OF["prototype"], KIND_OF["adoption"]):
        page.goto((site / "share" / f"{kind.name}.html").as_uri())
        expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
        for record in catalogue.records_of_kind(kind):
            values = catalogue.origins[record.id].source.values()
            text, faults = page.evaluate(script, values)
            assert faults == [], record.id
            source, _ = parse_source(text, f"{record.id}.yaml")
            assert source
            assert (
                kind.model.model_validate(
                    {**source.values(), "id": record.id}, context=catalogue.vocabulary
                )
                == record
            )
    page.close()


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("rushcliffe-care-homes", "not pooled, because they are of different outcomes."),
        ("pioneers-and-vanguards", "not pooled, because they may count the same people."),
    ],
)
def test_a_chart_says_why_its_results_are_not_pooled(site: Path, page: str, why: str) -> None:
    assert why in words(site / "prototypes" / f"{page}.html")


def test_a_single_result_needs_no_pooling(site: Path) -> None:
    text = words(site / "prototypes" / "hampshire-integrated-care-teams.html")
    assert "not pooled" not in text


def test_a_comparison_in_a_table_reads_as_sentences(site: Path) -> None:
    text = words(site / "prototypes" / "hampshire-integrated-care-teams.html")
    assert "matched patients of the same area. This is worse" in text
    assert "matched patients of the same area. mean 1.67 admissions" not in text


def test_percentage_points_are_never_drawn_as_percent(site: Path) -> None:
    text = words(site / "prototypes" / "other-forms.html")
    assert "4 percentage points less" in text
    assert "−4%" not in text
