"""Which pages there are to look at: one of every kind, and the frames in which they are seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize

from generator.build.prepare import AcademyProject, prepare
from generator.site.pages import all_pages
from tests.sites import FIRST_ACADEMY

# a page of the small academy at the earlier address of a record; the first one has none
MOVED = "areas/ashby-town.html"


Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Frame:
    """How wide a window is, in CSS pixels, and which colours the reader asks for."""

    width: int
    height: int
    scheme: Scheme

    @property
    def size(self) -> ViewportSize:
        """The window as Playwright takes it."""
        return {"width": self.width, "height": self.height}

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


# what fits in 320 px fits on any telephone, and on a desktop at 400 %
FRAMES = tuple(
    Frame(width, height, scheme)
    for width, height in ((1280, 900), (320, 640))
    for scheme in SCHEMES
)


@cache
def _grouped() -> dict[tuple[str, bool], list[str]]:
    """The addresses of each kind of page: those that share a frame and a template.

    A page of a list that goes on over several is a kind of its own.
    """
    groups: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for page in all_pages(prepare(AcademyProject(FIRST_ACADEMY, "Learning Academy")).site):
        # what leads on from page to page stands only on some
        paged = bool(getattr(page.view, "pager", ())) and page.url != page.layout.url
        groups[f"{page.layout.url} {page.template}", paged].append(page.url)
    return groups


def kinds_of_page(site: Path, *, longest: bool = True) -> list[str]:
    """One page of each kind: the longest of its kind, or else the one of middling length."""
    names = sorted(path.name for path in (FIRST_ACADEMY / "site_src").glob("*.md"))
    urls = [name.removesuffix(".md") + ".html" for name in names]
    for group in _grouped().values():
        group.sort(key=lambda url: ((site / url).stat().st_size, url))
        urls.append(group[-1 if longest else len(group) // 2])
    return urls
