"""The product and the oracle agree on the academies that people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.answers import Oracle
from tests.oracle.comparison import differences
from tests.oracle.product import answers_of
from tests.oracle.raw_records import read_folder

TESTS = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["academy", "first_academy"])
def test_the_product_answers_what_the_oracle_answers(name: str) -> None:
    oracle = Oracle(read_folder(TESTS / name))
    differing = differences(oracle, answers_of(TESTS / name))
    assert not differing, "\n".join(differing)
