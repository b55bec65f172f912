"""Added, changed and removed pages of records and answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.review.changes import PageChange
from generator.review.snapshots import Snapshots
from generator.site.pages import all_pages
from generator.site.parts.content import SiteContent
from generator.site.parts.page import Page

_ORDER = ("added", "removed", "changed")
_COMPARED = frozenset({"record.html", "answer.html"})


def page_changes(snapshots: Snapshots) -> Iterator[PageChange]:
    """Yield added pages, then removed ones, then changed ones. None if a side has faults."""
    if not snapshots.faulty:
        yield from sorted(
            _changes(snapshots), key=lambda change: (_ORDER.index(change.way), change.url)
        )


def _changes(snapshots: Snapshots) -> Iterator[PageChange]:
    # the page of a renamed record counts as changed
    moved = {
        _record_url(snapshots.before, old.id): _record_url(snapshots.after, new.id)
        for old, new in snapshots.pairs
    }
    old = {moved.get(page.url, page.url): page for page in _compared_pages(snapshots.before)}
    new = {page.url: page for page in _compared_pages(snapshots.after)}
    for url in sorted(old.keys() | new.keys()):
        was, now = old.get(url), new.get(url)
        if was is None and now is not None:
            yield PageChange("added", url, now.title)
        elif now is None and was is not None:
            yield PageChange("removed", was.url, was.title)
        elif now is not None and was != now:
            yield PageChange("changed", url, now.title)


def _compared_pages(site: SiteContent) -> Iterator[Page]:
    return (page for page in all_pages(site) if page.template in _COMPARED)


def _record_url(site: SiteContent, record_id: str) -> str:
    return url_of(KIND_OF[site.catalogue.records[record_id].kind], record_id)
