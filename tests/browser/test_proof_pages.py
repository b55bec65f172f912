"""The proof that every kind of page, and all that opens on them, can be read by all: every page in
every frame, at rest and opened. `test_accessible.py` holds the quick sample of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.axe import EXPLAINED, Explained
from tests.browser.conftest import Opened
from tests.browser.kinds import FRAMES, Frame
from tests.browser.looking import judged, settled, stretched
from tests.browser.states import LONG_FORM, STATES

pytestmark = [pytest.mark.browser, pytest.mark.proof]


@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_every_kind_of_page_in_every_frame(
    every_kind: tuple[Path, ...], opened: Opened, frame: Frame
) -> None:
    problems: list[str] = []
    used: set[Explained] = set()
    for file in every_kind:
        page = opened(frame).open(file.as_uri())
        settled(page)
        faults, explained = judged(page)
        used |= explained
        faults += stretched(page)
        problems += [f"{file.parent.name}/{file.name}: {one}" for one in faults]
    assert problems == []
    # what is explained and is met on none has to go
    assert {one for one in EXPLAINED if not one.opened} - used == set()


@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_all_that_opens_in_every_frame(first_site: Path, opened: Opened, frame: Frame) -> None:
    problems: list[str] = []
    used: set[Explained] = set()
    for state in (*STATES, LONG_FORM):
        if frame.width > state.most:
            continue
        page = opened(frame).open(state.address(first_site))
        settled(page)
        state.opens(page)
        faults, explained = judged(page)
        used |= explained
        problems += [f"{state}: {one}" for one in faults + stretched(page)]
    assert problems == []
    assert {one for one in EXPLAINED if one.opened} - used == set()
