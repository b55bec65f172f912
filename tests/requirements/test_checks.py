"""Each requirement's own check, made in full on the real records and the site built from them."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

import pytest

from generator.build import examine
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic
from tests.requirements.registry import CHECKS, Reader
from tests.requirements.table import NOT_YET, requirements
from tests.sites import PROJECT

SECTIONS = (
    "a_prototypes", "b_practices", "c_spread", "c_network", "d_measures", "d_value", "e_barriers",
    "f_learning", "f_sharing", "g_platform",
)  # fmt: skip
for section in SECTIONS:
    importlib.import_module(f"tests.requirements.{section}")


@cache
def academy() -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    return examine(PROJECT)


@pytest.fixture
def reader(real_site: Path, tmp_path: Path) -> Reader:
    return Reader(real_site, *academy(), tmp_path)


def test_every_requirement_has_a_check() -> None:
    assert set(CHECKS) == set(requirements()) | set(NOT_YET)
    assert len(CHECKS) == 84


@pytest.mark.parametrize("code", [one for one in CHECKS if one not in NOT_YET])
def test_a_requirement_holds(code: str, reader: Reader) -> None:
    CHECKS[code](reader)


@pytest.mark.parametrize("code", [one for one in CHECKS if one in NOT_YET])
def test_what_is_not_met_yet_does_not_hold(code: str, reader: Reader) -> None:
    with pytest.raises(AssertionError):
        CHECKS[code](reader)
