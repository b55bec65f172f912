"""The product and the oracle agree on random academies, and no page says more than the records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from tests.oracle.academies import HALT_REASON, THEMES, random_academy
from tests.oracle.answers import Oracle
from tests.oracle.claims import CLAIMS, Claim
from tests.oracle.comparison import differences
from tests.oracle.contradictions import (
    contradictions,
    general_sentences,
    missing_reasons,
    without_work,
)
from tests.oracle.figures import FIGURES, statements
from tests.oracle.product import Product, build
from tests.oracle.raw_records import read_texts

SEEDS = range(18)


@cache
def _built(seed: int) -> tuple[str, Oracle, Product]:
    theme, files = random_academy(seed)
    return theme, Oracle(read_texts(files)), build(files)


@cache
def _general() -> frozenset[str]:
    """What is said in an academy of any records in which nobody did or planned anything."""
    pages = (build(without_work(random_academy(seed)[1])).pages for seed in range(2))
    return frozenset(sentence for some in pages for sentence in general_sentences(some))


def _faults(seed: int) -> Iterator[str]:
    theme, oracle, product = _built(seed)
    where = f"seed {seed}, {theme}"
    for difference in differences(oracle, product.answers):
        yield f"{where}: {difference}"
    for contradiction in contradictions(oracle, product.pages, _general()):
        claim = f"{contradiction.page} says “{contradiction.sentence}”"
        yield f"{where}: {claim} ({contradiction.claim})"
    for statement in statements(oracle, product.pages):
        if statement.stated != statement.right:
            stated = f"{statement.page} says “{statement.sentence}”"
            yield f"{where}: {stated}; the records say {statement.right}"
    for page in missing_reasons(oracle, product.pages, HALT_REASON):
        yield f"{where}: {page} does not say why something was halted"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_product_says_what_the_records_say(seed: int) -> None:
    faults = list(_faults(seed))
    assert not faults, "\n".join(faults)


@pytest.mark.proof
def test_the_product_says_what_the_records_say_on_many_academies() -> None:
    faults = [fault for seed in range(len(SEEDS), 2000) for fault in _faults(seed)]
    assert not faults, "\n".join(faults)


def test_every_theme_is_among_the_academies() -> None:
    assert {_built(seed)[0] for seed in SEEDS} == set(THEMES)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_pages_of_the_academies_make_the_claim(claim: Claim) -> None:
    """A claim that no page makes would be searched for in vain."""
    claimed = (
        sentence for seed in SEEDS for some in _built(seed)[2].pages.values() for sentence in some
    )
    assert any(map(claim.is_made, claimed))


def test_every_figure_stands_on_a_page() -> None:
    built = (_built(seed) for seed in SEEDS)
    stated = {
        one.figure for _, oracle, product in built for one in statements(oracle, product.pages)
    }
    assert stated == {figure.name for figure in FIGURES}
