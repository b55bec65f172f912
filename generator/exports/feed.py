"""An Atom feed (RFC 4287) of what changed: an entry for each change that a release lists.

The build clock is not read. What a record tells of does not date it: one that was added today may
be about 2013.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from itertools import islice

from generator.analysis.release_news import NEWS_GROUPS, NewsItem, ReleaseNews, release_news
from generator.exports.export import AcademyEdition, Export, single_file, step_example
from generator.exports.stable_ids import change_uuid, page_address, stable_uuid, xml_text
from generator.model.kinds import KIND_OF
from generator.site_paths import DATA_FOLDER, NEWS_FOLDER

FEED_URL = f"{DATA_FOLDER}feed.xml"
NEWS_PAGE = f"{NEWS_FOLDER}index.html"
MAX_ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"


def feed_content(edition: AcademyEdition) -> bytes:
    """Return the feed, newest first."""
    news = release_news(edition.index)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.identity.language})
    _add_text(feed, "id", stable_uuid(edition).urn)
    _add_text(feed, "title", edition.name or "Learning academy")
    if edition.about:
        _add_text(feed, "subtitle", edition.about)
    _add_text(feed, "updated", _timestamp(news[0].release.day if news else edition.day))
    _add_text(ET.SubElement(feed, "author"), "name", edition.name or "Learning academy")
    ET.SubElement(feed, "link", {"href": edition.site or "../index.html"})
    if edition.site:
        ET.SubElement(feed, "link", {"rel": "self", "href": edition.site + FEED_URL})
    for entry in islice(_entries(edition, news), MAX_ENTRIES):
        feed.append(entry)
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entries(edition: AcademyEdition, news: tuple[ReleaseNews, ...]) -> Iterator[ET.Element]:
    """Yield an entry for each change, and one for a release that has a note or is the first."""
    for release in news:
        if release.release.note or not release.items:
            yield _release_entry(edition, release)
        for item in release.items:
            yield _item_entry(edition, release.release.day, item)


def _release_entry(edition: AcademyEdition, news: ReleaseNews) -> ET.Element:
    release = news.release
    summary = f"{release.note} {news.summary}" if release.note else news.summary
    entry_id = change_uuid(edition, release.day.isoformat()).urn
    title = f"What's new: {release.date.words}"
    address = f"{edition.site or '../'}{NEWS_PAGE}#release-{release.day.isoformat()}"
    return _entry(entry_id, title, release.day, address, summary)


def _item_entry(edition: AcademyEdition, day: date, item: NewsItem) -> ET.Element:
    record = edition.index.catalogue.records[item.record] if item.record else None
    entry_id = change_uuid(edition, day.isoformat(), item.change, item.written).urn
    title = f"{NEWS_GROUPS[item.group][1]}: {item.title}"
    address = page_address(edition, record) if record else (edition.site or "../") + NEWS_PAGE
    entry = _entry(entry_id, title, day, address, item.sentence)
    kind = KIND_OF[item.kind]
    ET.SubElement(entry, "category", {"term": kind.name, "label": kind.label})
    return entry


def _entry(entry_id: str, title: str, day: date, address: str, summary: str) -> ET.Element:
    entry = ET.Element("entry")
    _add_text(entry, "id", entry_id)
    _add_text(entry, "title", title)
    _add_text(entry, "updated", _timestamp(day))
    ET.SubElement(entry, "link", {"href": address})
    _add_text(entry, "summary", summary)
    return entry


def _add_text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = xml_text(text)


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


EXPORT = Export(
    "feed",
    "A feed of what changed",
    "Be told when something is added or changes",
    "For people who want to follow changes. A feed reader, Microsoft Teams or Outlook shows what "
    f"is new after each release. The feed has the last {MAX_ENTRIES} changes, and the page "
    "“What's new” has all of them.",
    single_file(FEED_URL, feed_content, "The feed"),
    (
        step_example(
            "Follow the feed in Outlook",
            "Right-click RSS Feeds in the list of folders. Choose Add a New RSS Feed.",
            "Paste the web address of feed.xml. An offline copy does not have one.",
        ),
    ),
)
