"""What the tests in a browser share: one page of every kind, and windows to open them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.site.render.renderer import Renderer
from tests.browser.axe import AXE
from tests.browser.kinds import MOVED, Frame, kinds_of_page
from tests.browser.watching import Watched
from tests.browser.windows import Windows

Opened = Callable[[Frame], Watched]


@pytest.fixture(scope="session")
def every_kind(
    first_site: Path, small_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ...]:
    """One page of every kind: those of the first academy, and the two that it does not have now."""
    faults = tmp_path_factory.mktemp("faults") / "faults.html"
    diagnostic = Diagnostic(
        "registry/areas/x.yaml", 3, 1, "C203", "There is no “x”.", "Name another."
    )
    faults.write_text(
        Renderer("", lambda _: None).standalone_page("faults.html", findings=(diagnostic,)),
        encoding="utf-8",
    )
    ours = (first_site / url for url in kinds_of_page(first_site, longest=False))
    return (*ours, small_site / MOVED, faults)


@pytest.fixture
def opened(windows: Windows) -> Iterator[Opened]:
    """Gives the page of a window; asking again for the same frame gives the same one."""
    pages: dict[Frame, Watched] = {}

    def open_one(frame: Frame) -> Watched:
        if frame not in pages:
            # with axe in it from the start: sent to an open page, it takes four times as long
            pages[frame] = windows.open(AXE, viewport=frame.size, color_scheme=frame.scheme)
        return pages[frame]

    yield open_one
    assert [wrong for one in pages.values() for wrong in one.wrong] == []
