"""The list of checks itself: codes and the sentences that people read on the site."""

from __future__ import annotations

import re

import pytest

from generator.checks import CHECKS, Check
from generator.diagnostics import Severity

EACH = pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.code)


def test_codes_are_given_once() -> None:
    codes = [one.code for one in CHECKS]
    assert sorted(set(codes)) == sorted(codes)


@EACH
def test_a_gap_has_a_code_of_its_own(check: Check) -> None:
    pattern = r"G4\d\d" if check.severity is Severity.GAP else r"C3\d\d"
    assert re.fullmatch(pattern, check.code)


@EACH
def test_the_rule_is_one_sentence(check: Check) -> None:
    assert check.summary.endswith(".")
    assert "\n" not in check.summary
    assert check.summary[0].isupper()


@EACH
def test_the_reason_is_empty_or_ends_with_a_full_stop(check: Check) -> None:
    assert not check.why or check.why.endswith(".")
