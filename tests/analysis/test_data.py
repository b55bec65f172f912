"""The answers as data: `data/insights.json`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.analysis.insights import INSIGHTS, AdoptionIndex, Insight
from generator.exports import AcademyEdition
from generator.exports.insights_json import EXPORT, insights_json, json_value
from generator.model.fields.date_parser import parse_date
from generator.model.kinds.adoption_words import AdoptionStatus, Fidelity
from generator.model.kinds.measure_words import EvidenceLevel
from generator.model.kinds.prototype_words import Verdict
from generator.records.catalogue import folders, read_catalogue, reader
from tests.catalogues import first_catalogue
from tests.conftest import PROJECT, SMALL
from tests.sites import FIRST_ACADEMY

EACH = pytest.mark.parametrize("insight", INSIGHTS, ids=lambda one: one.key)
# what is text in an answer and yet no record
WORDS = {
    "yes", "unknown", "part", "no",
    *get_args(AdoptionStatus), *get_args(Fidelity),
    *get_args(Verdict), *get_args(EvidenceLevel),
}  # fmt: skip
HASHED = """
import sys
from hashlib import sha256
from pathlib import Path
from generator.analysis.index import AdoptionIndex
from generator.exports.insights_json import insights_json
from generator.exports.export import AcademyEdition
from generator.records.catalogue import read_catalogue
index = AdoptionIndex(read_catalogue(Path(sys.argv[1]))[0])
print(sha256(insights_json(AcademyEdition(index))).hexdigest())
"""


@cache
def index() -> AdoptionIndex:
    return AdoptionIndex(first_catalogue())


@cache
def data() -> Any:
    return json.loads(insights_json(AcademyEdition(index())))


def texts(value: Any) -> Iterator[str]:
    """Every text in a value of JSON, but the names of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from texts(member)


def test_every_key_is_there_once() -> None:
    keys = [one.key for one in INSIGHTS]
    assert len(set(keys)) == len(keys)
    assert list(data()) == keys
    assert all({*one} == {"question", "rule", "answer"} for one in data().values())


@EACH
def test_a_question_is_asked_and_its_rule_is_said(insight: Insight) -> None:
    assert insight.question.endswith("?")
    assert insight.question[0].isupper()
    assert insight.rule.endswith(".")
    assert "\n" not in insight.rule
    assert "`" not in insight.rule, "a rule is for readers, who know no names of fields"


@pytest.mark.parametrize("key", ["practised", "gaps", "learning_network", "strands", "buddies"])
def test_only_known_records_and_allowed_words(key: str) -> None:
    words_used = set(texts(data()[key]["answer"]))
    assert words_used
    assert words_used - set(index().catalogue.records) - WORDS == set()


@EACH
def test_answers_by_record_are_of_records_that_are_there(insight: Insight) -> None:
    answer = data()[insight.key]["answer"]
    if not isinstance(answer, dict):
        return
    known = set(index().catalogue.records)
    keys = set(answer)
    assert keys <= known or not keys & known


def test_numbers_are_numbers() -> None:
    answers = {key: one["answer"] for key, one in data().items()}
    assert {one["value"] for one in answers["money"]["sums"]} >= {1_500_000, 24_100_000}
    growth = answers["population_growth"][0]
    assert all(isinstance(growth[one], int | float) for one in ("before", "after", "percent"))
    assert [one["months"] for one in answers["months_saved"]] == [6, 6, 6]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("3.50"), 3.5),
        (Decimal("4.0"), 4),
        (Decimal("-1E+3"), -1000),
        (parse_date("May 2020"), "2020-05"),
        (parse_date("2019/20"), "2019-04/2020-03"),
        ({"a": (Decimal(1), None)}, {"a": [1, None]}),
        (True, True),
        ("text", "text"),
    ],
)
def test_a_value_as_json_has_it(value: Any, expected: Any) -> None:
    encoded = json_value(value)
    assert encoded == expected
    assert type(encoded) is type(expected)


def test_whole_numbers_are_written_without_a_point() -> None:
    assert json.dumps(json_value((Decimal("6.0"), Decimal("2.5")))) == "[6, 2.5]"


def hashed(root: Path, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", HASHED, str(root)]
    return subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize(
    "root", [pytest.param(FIRST_ACADEMY, marks=pytest.mark.proof), SMALL], ids=["first", "small"]
)
def test_the_bytes_are_the_same_whatever_the_hash_seed(root: Path) -> None:
    assert len({hashed(root, seed) for seed in ("1", "4242")}) == 1


def test_the_bytes_do_not_depend_on_the_order_of_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    in_order = insights_json(AcademyEdition(index()))
    files = folders.find_record_files

    def backwards(root: Path) -> Any:
        paths, findings = files(root)
        return paths[::-1], findings

    monkeypatch.setattr(reader, "find_record_files", backwards)
    assert (
        insights_json(AcademyEdition(AdoptionIndex(read_catalogue(FIRST_ACADEMY)[0]))) == in_order
    )


def test_asking_twice_gives_the_same_bytes() -> None:
    assert (
        insights_json(AcademyEdition(index()))
        == insights_json(AcademyEdition(index()))
        == insights_json(AcademyEdition(AdoptionIndex(index().catalogue)))
    )


def test_the_file_says_what_it_is_for() -> None:
    (file,) = EXPORT.files(AcademyEdition(index()))
    assert file.url == "data/insights.json"
    assert file.make() == insights_json(AcademyEdition(index()))
