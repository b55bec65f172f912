"""Who can be asked about a record: today's organisations, and the way to reach them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.analysis.insights.successors import present_bodies
from generator.model.kinds.listed_record import ListedRecord
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import ExternalLink, Inline, Inlines, MarkdownText, Text


def ask_lines(site: SiteContent, ids: Iterable[str], notes: dict[str, str]) -> list[Inlines]:
    """Return a line for each organisation or area: who it is, who it is today, and how to reach it.

    `notes` say in which role each takes part. An organisation that has ended is named with those
    that took over from it.
    """
    return [_line(site, record_id, notes.get(record_id, "")) for record_id in site.index.ids(ids)]


def _line(site: SiteContent, record_id: str, note: str) -> Inlines:
    today = present_bodies(site.index, record_id)
    line: list[Inline] = [replace(site.link(record_id), note=note)]
    if today != (record_id,):
        line += [Text("Today:"), *(site.link(body) for body in today)]
    for body in today:
        line += _routes(site, body)
    return tuple(line)


def _routes(site: SiteContent, body: str) -> Iterable[Inline]:
    record = site.catalogue.records[body]
    if not isinstance(record, ListedRecord):
        return
    if record.contact:
        yield MarkdownText(record.contact)
    if record.website:
        yield ExternalLink(record.website, "Website")
