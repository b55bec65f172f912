"""The schemas that editors use: they take every file and refuse what the academy refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.exports.schemas import schema_text
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.questions import Question, questions_of, words_of
from generator.model.record import BODY_FIELD
from generator.records.catalogue import Catalogue, default_vocabulary
from tests.catalogues import first_catalogue
from tests.conftest import PROJECT
from tests.json_schemas import schema_validator

WRITTEN = [kind for kind in KINDS if kind.folder]
EACH = pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return first_catalogue()


@EACH
def test_the_schema_in_the_project_is_that_of_the_model(
    kind: Kind, request: pytest.FixtureRequest
) -> None:
    file = PROJECT / "schema" / kind.schema_file
    if request.config.getoption("--bless"):
        file.write_text(schema_text(kind, default_vocabulary()), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == schema_text(kind, default_vocabulary())


@EACH
def test_it_is_a_schema_and_takes_every_file(kind: Kind, catalogue: Catalogue) -> None:
    schema = json.loads(schema_text(kind, default_vocabulary()))
    validator = schema_validator(schema)
    for record in catalogue.records_of_kind(kind):
        values = catalogue.origins[record.id].source.values()
        values.pop(BODY_FIELD, None)
        assert [error.message for error in validator.iter_errors(values)] == [], record.id


@EACH
def test_every_question_stands_in_it_with_its_help(kind: Kind) -> None:
    def compare(asked: tuple[Question, ...], schema_part: dict[str, Any]) -> None:
        # the academy itself writes these, at a release
        stated = set(schema_part) - {"added_on", "changed_on"}
        assert stated == {one.name for one in asked if one.name != BODY_FIELD}
        for question in (question for question in asked if question.name != BODY_FIELD):
            field = schema_part[question.name]
            assert field["title"] == question.label
            assert field["description"].startswith(question.help)
            inner = field.get("items", field)
            if question.inside:
                compare(question.inside, inner["properties"])
            if words := words_of(question, default_vocabulary()):
                assert set(words) <= set(inner["enum"])

    compare(questions_of(kind), json.loads(schema_text(kind, default_vocabulary()))["properties"])


def _spoil(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    good = {"title": "T", "areas": ["ashby"], "stage": "idea", "summary": "S."}
    change(good)
    return good


@pytest.mark.parametrize(
    "record",
    [
        _spoil(lambda one: one.pop("title")),
        _spoil(lambda one: one.update(areas=[])),
        _spoil(lambda one: one.update(areas="ashby")),
        _spoil(lambda one: one.update(stage="pilot")),
        _spoil(lambda one: one.update(started="last year")),
        _spoil(lambda one: one.update(titel="T")),
        _spoil(lambda one: one.update(partners=[{"partner": "council"}])),
        _spoil(lambda one: one.update(areas=["Ashby Borough"])),
    ],
)
def test_it_refuses_what_the_academy_refuses(record: dict[str, Any]) -> None:
    validator = schema_validator(
        json.loads(schema_text(KIND_OF["prototype"], default_vocabulary()))
    )
    assert validator.is_valid(_spoil(lambda one: one))
    assert not validator.is_valid(record)


def test_editors_know_which_schema_belongs_to_which_folder() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text("utf-8"))
    wired = settings["yaml.schemas"]
    for kind in WRITTEN:
        if kind.suffix == ".yaml":
            assert wired[f"./schema/{kind.schema_file}"] == f"{kind.folder}/*.yaml"
    assert all((PROJECT / name).exists() for name in wired)
