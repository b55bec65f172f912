"""Adding a term touches one file: the academy's vocabulary. Every surface has it then."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.intake.sheets import plan_import, read_sheet, template_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, read_catalogue
from tests.conftest import MakeOnce
from tests.sites import copy_small, give_address, run_academy

VOCABULARY = """\
area_types:
  parish: {label: Civil parish, plural: Civil parishes, schema_org: Place, was: [civil-parish]}
units:
  kettles: {label: kettle, plural: kettles, also: [tea kettles]}
currencies:
  NOK: {label: krone, plural: kroner, sign: kr}
topics:
  gout: {label: Gout and joints, facet: condition}
synonyms:
  kids: [children, young people]
"""
AREA = (
    "title: Coombe\nsummary: Fewer delayed transfers of care; kids, children and young people.\n"
    "type: parish\ntopics: [gout]\npart_of: [vale]\n"
)
MEASURES = """\
measures:
  - id: coombe-kettles
    statement: Neighbours lent each other two kettles
    outcome: days-at-home
    nature: context
    value: 2
    unit: tea kettles
    period: "2020"
  - id: coombe-cost
    statement: The kettles cost 300 kroner
    outcome: cost-of-visits
    nature: context
    value: 300
    unit: NOK
    financial_model: Vale model
    period: "2020"
"""


def add_terms(root: Path) -> None:
    registry = root / "registry"
    (registry / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    (registry / "areas" / "coombe.yaml").write_text(AREA + MEASURES, encoding="utf-8")


@pytest.fixture(scope="module")
def project(make_once: MakeOnce) -> Path:
    """An academy with a type, a unit, a currency and a topic of its own, and its site."""

    def make(folder: Path) -> None:
        root = give_address(copy_small(folder / "academy"))
        add_terms(root)
        done = run_academy("build", folder=root)
        assert done.returncode == 0, done.stdout + done.stderr

    return make_once("own-terms", make) / "academy"


@pytest.fixture(scope="module")
def catalogue(project: Path) -> Catalogue:
    catalogue, findings = read_catalogue(project)
    assert findings == ()
    return catalogue


def text_of(project: Path, url: str) -> str:
    return (project / "site" / url).read_text(encoding="utf-8")


def test_pages_show_the_label_the_plural_and_the_unit(project: Path) -> None:
    page = text_of(project, "areas/coombe.html")
    assert "Civil parish" in page
    assert "Gout and joints" in page
    assert '"@type":"Place"' in page
    assert '"keywords":"Gout and joints"' in page
    assert "2 kettles" in page
    assert "kr300" in page
    assert "Civil parishes (1)" in text_of(project, "areas/index.html")
    fields = text_of(project, "reference/fields.html")
    assert all(label in fields for label in ("Civil parish", "kettles", "krone", "Gout and joints"))


def test_find_narrows_by_the_topic_and_shows_the_type(project: Path) -> None:
    head = text_of(project, "find/head.js")
    assert '"key":"condition","title":"Condition"' in head
    assert '"key":"theme"' not in head  # no record has a theme
    assert '["gout","Gout and joints"' in text_of(project, "find/f-condition.js")
    assert not (project / "site" / "find" / "f-theme.js").exists()
    documents = "".join(
        file.read_text(encoding="utf-8") for file in (project / "site" / "find").glob("d*.js")
    )
    assert "Civil parish" in documents


def test_search_finds_the_synonyms_of_a_word(project: Path) -> None:
    head = text_of(project, "find/head.js")
    assert '["kids","children","young people"]' in head


def test_search_knows_the_short_forms_of_the_sector(project: Path) -> None:
    head = text_of(project, "find/head.js")
    assert '["DToC","delayed transfer of care",' in head


def test_the_form_offers_it(project: Path) -> None:
    questions = text_of(project, "share/questions.js")
    assert '["parish","Civil parish","civil-parish"]' in questions
    assert '["gout","Gout and joints"]' in questions


def test_data_files_and_schemas_have_it(project: Path) -> None:
    schema = json.loads(text_of(project, "data/schema/area.schema.json"))
    assert "parish" in schema["properties"]["type"]["enum"]
    assert "civil-parish" in schema["properties"]["type"]["enum"]  # files that use it still read
    assert "gout" in schema["properties"]["topics"]["items"]["enum"]
    records = json.loads(text_of(project, "data/schema/records.schema.json"))
    assert "parish" in records["$defs"]["area"]["properties"]["type"]["enum"]
    package = json.loads(text_of(project, "data/datapackage.json"))
    assert '"parish"' in json.dumps(package)
    record = json.loads(text_of(project, "data/records/areas/coombe.json"))
    assert (record["type"], record["topics"]) == ("parish", ["gout"])
    measure = json.loads(text_of(project, "data/records/measures/coombe-kettles.json"))
    assert measure["unit"] == "kettles"
    assert ",parish," in text_of(project, "data/csv/areas.csv")
    database = sqlite3.connect(project / "site" / "data" / "academy.sqlite")
    with database:
        assert database.execute("SELECT value FROM areas_topics").fetchall() == [("gout",)]
        types = database.execute("SELECT type FROM areas WHERE id = 'coombe'").fetchall()
    database.close()
    assert types == [("parish",)]
    insights = json.loads(text_of(project, "data/insights.json"))
    assert ("coombe-cost", "NOK") in {
        (figure["measure"], figure["currency"]) for figure in insights["money"]["answer"]["sums"]
    }


@pytest.mark.parametrize("word", ["parish", "Civil parish", "CIVIL PARISH"])
def test_a_sheet_offers_it_and_takes_its_label(catalogue: Catalogue, word: str) -> None:
    kind = KIND_OF["area"]
    book = load_workbook(io.BytesIO(template_sheet(kind, "xlsx", catalogue.vocabulary)))
    assert "parish" in {cell.value for row in book["Allowed words"] for cell in row}
    rows = f"Title,Type of area,Topics\nDeane,{word},Gout and joints\n"
    sheet = read_sheet(rows.encode(), "x.csv", kind)
    plan = plan_import(sheet, kind, catalogue, lambda _: False)
    assert plan.refusals == ()
    assert (
        plan.files["registry/areas/deane.yaml"] == "title: Deane\ntype: parish\ntopics:\n  - gout\n"
    )


def test_a_word_that_is_no_term_is_one_fault_in_a_sheet(catalogue: Catalogue) -> None:
    kind = KIND_OF["area"]
    sheet = read_sheet(b"Title,Type of area\nDeane,parisch\n", "x.csv", kind)
    [fault] = plan_import(sheet, kind, catalogue, lambda _: False).refusals
    assert fault.as_text().startswith(
        "Sheet “x.csv”, row 2, column “Type of area”: “parisch” is not a type of area of this "
        "academy. Did you mean “parish” (Civil parish)?"
    )


def test_commands_have_it(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "academy")
    add_terms(root)
    shown = run_academy("show", "coombe", folder=root).stdout
    assert "Type of area: Civil parish" in shown
    assert "Topics: Gout and joints" in shown
    assert run_academy("new", "area", "Deane", folder=root).returncode == 0
    text = (root / "registry" / "areas" / "deane.yaml").read_text(encoding="utf-8")
    assert ", parish." in text
    done = run_academy("template", "area", "--form", "csv", folder=root)
    assert done.returncode == 0
    assert "parish" in (root / "areas.csv").read_text(encoding="utf-8")


def test_a_template_of_an_academy_with_a_faulty_vocabulary_is_not_made(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "academy")
    (root / "registry" / "vocabulary.yaml").write_text("area_typs: {}\n", encoding="utf-8")
    done = run_academy("template", "area", folder=root)
    assert done.returncode == 1
    assert "registry/vocabulary.yaml:1:1" in done.stdout + done.stderr
    assert not (root / "areas.xlsx").exists()


def test_sums_of_two_currencies_are_not_added_up(project: Path) -> None:
    assert "they are in different currencies" in text_of(project, "evidence/value.html")
