"""Compare and My list: pages that the browser fills with records that the reader has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import KINDS
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import TRIED
from generator.site.parts.page import Layout, Page, PageFamily
from generator.site_paths import COMPARE_FOLDER, LIST_FOLDER

COMPARE = Layout(f"{COMPARE_FOLDER}index.html", TRIED, "Compare")
MY_LIST = Layout(f"{LIST_FOLDER}index.html", TRIED, "My list")
_COMPARE_SUMMARY = "Two to four prototypes, practices or areas side by side, differences first."
_LIST_SUMMARY = "Records that you keep in this browser, to read again, print, save or share."


@dataclass(frozen=True, slots=True)
class KeepingView:
    """The values of such a page, as it is before its script fills it.

    `part` names the script; `needs` says what the page needs where scripts do not run. `lists` are
    where to choose records.
    """

    breadcrumbs: tuple[InternalLink, ...]
    title: str
    summary: str
    part: str
    needs: str
    lists: tuple[InternalLink, ...]


def pages(site: SiteContent) -> Iterator[Page]:  # noqa: ARG001 - the same in every academy
    """Yield both pages."""
    lists = {kind.labels: InternalLink(kind.labels, f"{kind.slug}/index.html") for kind in KINDS}
    compared = tuple(lists[kind.labels] for kind in KINDS if kind.comparable)
    yield _page(
        COMPARE,
        _COMPARE_SUMMARY,
        "compare",
        "Comparing needs JavaScript, which is turned off in this browser. Without it, open the "
        "pages that you want to compare, each in a tab of its own.",
        compared,
    )
    yield _page(
        MY_LIST,
        _LIST_SUMMARY,
        "list",
        "My list needs JavaScript, which is turned off in this browser. Without it, use the "
        "bookmarks of your browser.",
        tuple(lists.values()),
    )


def _page(
    layout: Layout, summary: str, part: str, needs: str, lists: tuple[InternalLink, ...]
) -> Page:
    title = layout.menu_title or ""
    steps = (InternalLink("Home", "index.html"),)
    view = KeepingView(steps, title, summary, part, needs, lists)
    return Page(layout.url, title, summary, layout, "keeping.html", view)


FAMILY = PageFamily((COMPARE, MY_LIST), pages)
