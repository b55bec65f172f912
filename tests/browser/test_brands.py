"""An academy with colours and a typeface of its own can be read by all, in light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from tests.brands import copy_second_brand
from tests.browser.conftest import Opened
from tests.browser.kinds import FRAMES, Frame
from tests.browser.looking import judged, settled

pytestmark = pytest.mark.browser
PAGES = (
    "index.html", "prototypes/ashby-visits.html", "prototypes/index.html", "find/index.html",
    "share/prototype.html", "evidence/index.html", "spread/index.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_second_brand(tmp_path_factory.mktemp("brands") / "academy")
    return build_site_once(root / "mkdocs.yml").folder


# each colour scheme, and each width
QUICK = (FRAMES[0], FRAMES[3])
# each page in one of the two frames; the proofs look at every page in all four
LOOKED_AT = [
    pytest.param(frame, PAGES[n :: len(QUICK)], id=str(frame)) for n, frame in enumerate(QUICK)
]
ALL = [pytest.param(frame, PAGES, id=f"all-{frame}", marks=pytest.mark.proof) for frame in FRAMES]


@pytest.mark.parametrize(("frame", "pages"), LOOKED_AT + ALL)
def test_the_second_brand_can_be_read_by_all(
    brand: Path, opened: Opened, frame: Frame, pages: tuple[str, ...]
) -> None:
    problems: list[str] = []
    for url in pages:
        page = opened(frame).open((brand / url).as_uri())
        settled(page)
        faults, _ = judged(page)
        problems += [f"{url}: {fault}" for fault in faults]
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Georgia")
    assert problems == []


def test_the_header_shows_the_logo_in_its_own_shape(brand: Path, opened: Opened) -> None:
    page = opened(FRAMES[0]).open((brand / "index.html").as_uri())
    box = page.locator(".la-brand img").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(300 / 120, rel=0.05)
