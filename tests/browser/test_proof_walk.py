"""The proof that keyboard alone suffices: every kind of page walked to its end and back."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import FRAMES, Frame
from tests.browser.looking import settled
from tests.browser.walk import WALK, walked

pytestmark = [pytest.mark.browser, pytest.mark.proof]


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("frame", [FRAMES[0], FRAMES[3]], ids=str)
def test_every_kind_of_page_can_be_walked(
    browser: Browser, every_kind: tuple[Path, ...], frame: Frame, colours: Literal["none", "active"]
) -> None:
    context = browser.new_context(
        viewport=frame.size,
        color_scheme=frame.scheme,
        forced_colors=colours,
    )
    context.add_init_script(WALK)
    page = context.new_page()
    problems: list[str] = []
    for file in every_kind:
        page.goto(file.as_uri())
        settled(page)
        problems += [f"{file.parent.name}/{file.name}: {one}" for one in walked(page).faults]
    context.close()
    assert problems == []
