"""An Atom feed (RFC 4287) of the records that somebody reviewed or confirmed last.

What a record tells of does not date it: one that was added today may be about 2013. The build clock
is not read. Records that nobody has reviewed are left out: an invented date would mark them as new
in every reader at every build.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.dates import last_change
from generator.exports.export import AcademyEdition, Export, single_file, step_example
from generator.exports.stable_ids import page_address, stable_uuid, xml_text
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.site_paths import DATA_FOLDER

FEED_URL = f"{DATA_FOLDER}feed.xml"
MAX_ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"


def feed_content(edition: AcademyEdition) -> bytes:
    """Return the feed, newest first."""
    dated = dated_records(edition.index)[:MAX_ENTRIES]
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.identity.language})
    _add_text(feed, "id", stable_uuid(edition).urn)
    _add_text(feed, "title", edition.name or "Learning academy")
    if edition.about:
        _add_text(feed, "subtitle", edition.about)
    _add_text(feed, "updated", _timestamp(dated[0][0] if dated else edition.day))
    _add_text(ET.SubElement(feed, "author"), "name", edition.name or "Learning academy")
    ET.SubElement(feed, "link", {"href": edition.site or "../index.html"})
    if edition.site:
        ET.SubElement(feed, "link", {"rel": "self", "href": edition.site + FEED_URL})
    for day, record in dated:
        _fill_entry(ET.SubElement(feed, "entry"), edition, day, record)
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def dated_records(index: AdoptionIndex) -> list[tuple[date, Record]]:
    """Return the records with a known day of their last change, newest first.

    A month or another period counts as its first day; “about”, “before” and “after” give no day.
    """
    dated = (
        (changed.first, record)
        for record in index.catalogue.records.values()
        if (changed := last_change(record)) is not None and changed.is_bounded
    )
    return sorted(dated, key=lambda entry: (-entry[0].toordinal(), entry[1].id))


def _fill_entry(entry: ET.Element, edition: AcademyEdition, day: date, record: Record) -> None:
    kind = KIND_OF[record.kind]
    _add_text(entry, "id", stable_uuid(edition, record).urn)
    _add_text(entry, "title", f"{kind.label}: {edition.index.catalogue.title(record.id)}")
    _add_text(entry, "updated", _timestamp(day))
    ET.SubElement(entry, "link", {"href": page_address(edition, record)})
    ET.SubElement(entry, "category", {"term": kind.name, "label": kind.label})
    if record.summary:
        _add_text(entry, "summary", record.summary)


def _add_text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = xml_text(text)


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


EXPORT = Export(
    "feed",
    "A feed of what changed",
    "Be told when a record changes",
    "For people who want to follow changes. A feed reader, Microsoft Teams or Outlook shows each "
    f"record when it changes. The feed has the {MAX_ENTRIES} records that someone last reviewed or "
    "confirmed. To add a record to it, fill in “Last reviewed”.",
    single_file(FEED_URL, feed_content, "The feed"),
    (
        step_example(
            "Follow the feed in Outlook",
            "Right-click RSS Feeds in the list of folders. Choose Add a New RSS Feed.",
            "Paste the web address of feed.xml. An offline copy does not have one.",
        ),
    ),
)
