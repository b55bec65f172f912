"""One model, every surface: each field of each kind is asked for wherever people write records."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.exports.schemas import schema_text
from generator.intake.blank_record import blank_record
from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, questions_of
from generator.model.record import BODY_FIELD
from generator.records.catalogue import default_vocabulary

WRITTEN = [kind for kind in KINDS if kind.folder]
EACH = pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)


def paths(asked: tuple[Question, ...], inside: str = "") -> Iterator[str]:
    """Each field as it is written with dots: `lessons.worked`."""
    for question in asked:
        yield inside + question.name
        yield from paths(question.inside, f"{inside}{question.name}.")


def in_form(asked: list[dict[str, Any]], inside: str = "") -> Iterator[str]:
    for question in asked:
        yield inside + question["name"]
        yield from in_form(question.get("questions", []), f"{inside}{question['name']}.")


def in_schema(schema: dict[str, Any], inside: str = "") -> Iterator[str]:
    for name, field in schema.get("properties", {}).items():
        yield inside + name
        yield from in_schema(field.get("items", field), f"{inside}{name}.")


def in_template(text: str) -> set[str]:
    """The names of the fields in a blank file, those behind `#` too."""
    return set(re.findall(r"^#?[ -]*([a-z_]+):", text, re.MULTILINE))


def letters(text: str) -> str:
    """Only letters and digits: terms that are explained in place set signs apart."""
    return "".join(re.findall(r"\w+", text))


@EACH
def test_the_form_asks_for_every_field(kind: Kind, first_site: Path) -> None:
    script = (first_site / "share" / "questions.js").read_text(encoding="utf-8")
    [questions] = re.findall(r"\Aacademy\.share\.addPart\(\"questions\",(.*)\);\n\Z", script)
    form_data = json.loads(questions)
    assert list(in_form(form_data["kinds"][kind.name]["questions"])) == list(
        paths(questions_of(kind))
    )


@EACH
def test_the_schema_knows_every_field(kind: Kind) -> None:
    wanted = {one for one in paths(questions_of(kind)) if one != BODY_FIELD}
    written_by_a_release = {"added_on", "changed_on"}
    known = set(in_schema(json.loads(schema_text(kind, default_vocabulary()))))
    assert known == wanted | written_by_a_release


@EACH
def test_the_blank_file_has_room_for_every_field(kind: Kind) -> None:
    wanted = {one.rpartition(".")[2] for one in paths(questions_of(kind)) if one != BODY_FIELD}
    assert wanted <= in_template(blank_record(kind, "A title", default_vocabulary()))


@EACH
def test_the_dictionary_explains_every_field(kind: Kind, first_site: Path) -> None:
    name = f"fields-{kind.slug}.html"
    page = (first_site / "reference" / name).read_text(encoding="utf-8")
    explained = letters(html.unescape(re.sub(r"<[^>]+>", " ", page)))
    for question in questions_of(kind):
        assert letters(f"{question.name} {question.label}") in explained or question.name in page, (
            question.name
        )
        assert letters(question.help) in explained, question.name
