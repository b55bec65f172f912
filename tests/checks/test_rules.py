"""The list of checks itself: codes and the sentences that people read on the site."""

from __future__ import annotations

import re

import pytest

from generator.checks import CHECKS, Check
from generator.diagnostics import Severity

EACH = pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)


def test_codes_are_given_once() -> None:
    codes = [one.code for one in CHECKS]
    assert sorted(set(codes)) == sorted(codes)


@EACH
def test_a_gap_has_a_code_of_its_own(one: Check) -> None:
    pattern = r"G4\d\d" if one.severity is Severity.GAP else r"C3\d\d"
    assert re.fullmatch(pattern, one.code)


@EACH
def test_the_rule_is_one_sentence(one: Check) -> None:
    assert one.summary.endswith(".")
    assert "\n" not in one.summary
    assert one.summary[0].isupper()


@EACH
def test_the_reason_is_empty_or_ends_with_a_full_stop(one: Check) -> None:
    assert not one.why or one.why.endswith(".")
