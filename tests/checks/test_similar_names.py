"""Names that probably mean one body are found, those of two bodies are not, and quickly."""

from __future__ import annotations

from random import Random

import pytest

from generator.checks import similar_names
from generator.checks.similar_names import similar_pairs
from generator.diagnostics import similarity

HERE = frozenset({"here"})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Darlington Council", "Darlington Borough Council"),
        ("The Royal Ashby Hospital", "Ashby Royal Hospital"),
        ("Healthwatch Hartlepool", "Healthwatch Hartlepol"),
        ("Saint-Denis", "saint denis"),
        ("King's Lynn Council", "Kings Lynn Council"),
        ("Ynys Môn", "Ynys Mon"),
    ],
)
def test_names_of_one_body_are_similar(first: str, second: str) -> None:
    names = {"a": first, "b": second}
    assert list(similar_pairs(names, {"a": HERE, "b": HERE})) == [("a", "b")]
    assert list(similar_pairs(names, {"a": HERE, "b": frozenset({"there"})})) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ward 2", "Ward 3"),
        ("Ashby Council", "Ashby Voluntary Action"),
        ("North Tyneside Council", "South Tyneside Council"),
        ("County Durham and Darlington NHS Foundation Trust", "Darlington CCG"),
        ("The Board", "The Group"),
        ("在宅医療", "在宅看護"),
    ],
)
def test_names_of_two_bodies_are_not(first: str, second: str) -> None:
    assert list(similar_pairs({"a": first, "b": second}, {"a": HERE, "b": HERE})) == []


def test_the_work_grows_with_the_number_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)
    syllables = ["ash", "brook", "dale", "ton", "by", "ham", "ley", "wick", "stow", "mere"]
    compared: list[str] = []

    def count_similarity(first: str, second: str) -> float:
        compared.append(first)
        return similarity(first, second)

    monkeypatch.setattr(similar_names, "similarity", count_similarity)

    def comparisons(count: int) -> int:
        names = {
            str(n): f"{''.join(random.choices(syllables, k=4))} Borough Council"
            for n in range(count)
        }
        compared.clear()
        list(similar_pairs(names, dict.fromkeys(names, HERE)))
        return len(compared)

    assert comparisons(5_000) < 5_000 * similar_names.MAX_BLOCK / 2
    assert comparisons(20_000) < 20_000 * similar_names.MAX_BLOCK / 2
