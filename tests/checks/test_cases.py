"""One fault a case: the small academy with the files of `cases/<CODE>-<slug>/` laid over it.

`expected.txt` holds the findings as people read them. For a gap only its own code is compared,
in the files of the case: other gaps are true of them too. `media.txt` names the pictures of the
case, which are made for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.checks import CHECKS, run_checks
from generator.diagnostics import Diagnostic, Severity
from generator.federation import with_followed
from generator.records.catalogue import read_catalogue
from tests.conftest import PROJECT, SMALL
from tests.media.samples import write_media

CASES = sorted((PROJECT / "tests/checks/cases").iterdir())
SEVERITY = {one.code: one.severity for one in CHECKS}


def findings(root: Path) -> tuple[Diagnostic, ...]:
    own, faults = read_catalogue(root)
    catalogue, followed_faults = with_followed(own, root)
    assert (faults, followed_faults) == ((), ())
    return run_checks(catalogue)


def relevant(case: Path, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    code = case.name[:4]
    if SEVERITY[code] is not Severity.GAP:
        return [one for one in diagnostics if one.severity is not Severity.GAP]
    return [one for one in diagnostics if one.code == code and (case / one.path).exists()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, small: Path) -> None:
    shutil.copytree(case, small, dirs_exist_ok=True)
    write_media(small)
    matching = relevant(case, findings(small))
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert "".join(one.as_text() + "\n" for one in matching) == expected
    assert {one.code for one in matching} == {case.name[:4]}


def test_the_small_academy_has_no_fault() -> None:
    assert [one for one in findings(SMALL) if one.severity is not Severity.GAP] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.code)
def test_every_check_has_a_case(check: object) -> None:
    assert getattr(check, "code", None) in {case.name[:4] for case in CASES}
