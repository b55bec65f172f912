"""Every attack of every source, in a real browser. `python -m tests.hostile` prints the same."""

from __future__ import annotations

import pytest

from tests.hostile.__main__ import table
from tests.hostile.proof import STEP, prove, rows
from tests.hostile.vectors import attacks

pytestmark = [pytest.mark.browser, pytest.mark.proof]

FEWEST_OF_CONTROL = 300


def test_no_attack_runs_or_asks_for_anything(capsys: pytest.CaptureFixture[str]) -> None:
    verdicts, out = prove(attacks(), STEP)
    by_source = rows(verdicts, out)
    with capsys.disabled():
        print(f"\n{table(by_source)}")  # noqa: T201 - by source, whatever the outcome
    assert out.reported == {}
    assert len(out.control) > FEWEST_OF_CONTROL, "the harness is dead"
    assert out.pages > 1_000
    plain = [one for one in verdicts.taken["line"] if one.strip()]
    assert [one for one in plain if one not in out.seen] == []
