"""What's new: every release, newest first, and in each what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.release_news import (
    NEWS_GROUPS,
    NewsItem,
    ReleaseNews,
    added_days,
    release_news,
)
from generator.exports.changelog import CHANGELOG_URL
from generator.exports.feed import FEED_URL, NEWS_PAGE
from generator.site.parts.answer_page import answer_page, contents_list, page_links
from generator.site.parts.blocks import Block, BulletList, Callout, TextBlock
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, InternalLink, MarkdownText, Text
from generator.site.parts.limits import MAX_ROWS, limit_items
from generator.site.parts.navigation import NEW
from generator.site.parts.page import Layout, Page, PageFamily, PageSection
from generator.site_paths import NEWS_FOLDER

LAYOUT = Layout(
    NEWS_PAGE,
    NEW,
    NEW,
    "What has changed here?",
    also_asked=(
        "What's new?",
        "What is new?",
        "News",
        "Latest changes",
        "What is new since last month?",
    ),
)
_ITEMS_PER_PAGE = 120  # a release is not cut in two, so a page can have more


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page, and a further one for older releases where there are many."""
    news = release_news(site.index)
    parts = list(_pages_of(news)) or [()]
    urls = [
        LAYOUT.url,
        *(f"{NEWS_FOLDER}index-{number}.html" for number in range(2, len(parts) + 1)),
    ]
    page = answer_page(LAYOUT, _summary(news), ())
    for number, (releases, url) in enumerate(zip(parts, urls, strict=True), 1):
        sections = tuple(_section(site, entry) for entry in releases) or (_nothing_yet(),)
        if number == 1 and releases:
            sections = (*sections, _follow(site))
        view = replace(page.view, sections=sections, pager=page_links(urls, url))
        yield replace(
            page,
            url=url,
            title=page.title if number == 1 else f"{page.title}, page {number}",
            view=view,
            contents=contents_list(sections),
            searchable=number == 1,
        )


def news_inlines(site: SiteContent, item: NewsItem) -> Inlines:
    """Return a change as a sentence, with a link where its record is still there."""
    if item.record is None:
        return (Text(item.sentence),)
    rest = item.rest.strip()  # words of a line are joined with spaces
    rest = f"– {rest.removeprefix(': ')}" if rest.startswith(": ") else rest
    return (site.link(item.record), Text(rest))


def release_summary(site: SiteContent, entry: ReleaseNews) -> str:
    """Return what a release holds; of the first one also how many records there are today."""
    today = len(site.catalogue.records)
    if entry.release.records in (None, today):
        return entry.summary
    return f"{entry.summary} It has {today:,} today."


def release_link(entry: ReleaseNews) -> InternalLink:
    """Return a link to a release among the newest on the page."""
    return InternalLink(entry.release.date.words, f"{LAYOUT.url}#{_anchor(entry)}")


def _summary(news: Sequence[ReleaseNews]) -> str:
    if not news:
        return "New records and changes will be listed here."
    return (
        "What was added, changed and removed, newest first. The dates say when it came into the "
        "academy, not when it happened."
    )


def _pages_of(news: Sequence[ReleaseNews]) -> Iterator[tuple[ReleaseNews, ...]]:
    """Yield the releases of each page."""
    held: list[ReleaseNews] = []
    size = 0
    for entry in news:
        groups = Counter(item.group for item in entry.items)
        shown = sum(min(number, MAX_ROWS) for number in groups.values())
        if held and size + shown > _ITEMS_PER_PAGE:
            yield tuple(held)
            held, size = [], 0
        held.append(entry)
        size += shown + 1
    if held:
        yield tuple(held)


def _section(site: SiteContent, entry: ReleaseNews) -> PageSection:
    blocks: list[Block] = [TextBlock("", MarkdownText(release_summary(site, entry)))]
    if entry.release.note:
        blocks.insert(0, Callout(entry.release.note))
    is_cut = bool(entry.release.left_out)
    for group, (heading, _) in NEWS_GROUPS.items():
        items = [item for item in entry.items if item.group == group]
        shown, more = limit_items(items)
        is_cut = is_cut or more > 0
        if items:
            lines = tuple(news_inlines(site, item) for item in shown)
            blocks.append(BulletList(heading, lines, more=more))
    if is_cut:
        blocks.append(BulletList("", ((_changelog_link(),),)))
    return PageSection(_anchor(entry), entry.release.date.words, tuple(blocks))


def _anchor(entry: ReleaseNews) -> str:
    return f"release-{entry.release.day.isoformat()}"


def _changelog_link() -> InternalLink:
    return InternalLink("The table of all changes", CHANGELOG_URL, "for a spreadsheet")


def _follow(site: SiteContent) -> PageSection:
    ways: tuple[Inlines, ...] = (
        (InternalLink("Follow the changes in a feed reader", FEED_URL, "Atom"),),
        (_changelog_link(),),
    )
    if added_days(site.index):  # else Find has no such order
        ways = (*ways, (InternalLink("Find, newest first", "find/index.html?sort=newest"),))
    return PageSection("follow", "Keep up to date", (BulletList("", ways),))


def _nothing_yet() -> PageSection:
    text = "Nothing has been recorded here yet. Find lists everything that the academy holds."
    link = (InternalLink("Find", "find/index.html"),)
    return PageSection("nothing-yet", "Nothing yet", (Callout(text), BulletList("", (link,))))


FAMILY = PageFamily((LAYOUT,), pages)
