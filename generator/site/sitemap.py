"""The sitemap of a published site, and the file that leads search engines to it.

A sitemap names every page once (https://www.sitemaps.org/protocol.html). A page has a date only
where its record states one: the clock is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from generator.analysis.insights.dates import last_change
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.parallel import batches
from generator.records.catalogue import Catalogue
from generator.site.parts.site_addresses import web_address
from generator.site_paths import ROBOTS, SITEMAP

MAX_ADDRESSES = 50_000  # in one sitemap, by the protocol
SITEMAP_NAME = re.compile(r"sitemap(?:-[0-9]+)?\.xml")
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ENTRY = re.compile(r"<url><loc>([^<]*)</loc>(?:<lastmod>(\d{4}-\d\d-\d\d)</lastmod>)?</url>")


def change_days(catalogue: Catalogue) -> dict[str, str]:
    """Return the URL of each record that was reviewed or confirmed on a known day, with that day
    in ISO 8601.
    """
    changes = ((record, last_change(record)) for record in catalogue.records.values())
    return {
        url_of(KIND_OF[record.kind], record.id): change.edtf
        for record, change in changes
        if change is not None and change.precision == "day" and not change.approximate
    }


def sitemap_files(
    site: str, urls: Iterable[str], days: Mapping[str, str], most: int = MAX_ADDRESSES
) -> Iterator[tuple[str, bytes]]:
    """Yield the URL and bytes of each file for search engines about the site at address `site`.

    `urls` are its pages, `days` the days of their last change. More than `most` pages take several
    sitemaps and a list of them.
    """
    parts = list(batches(sorted(urls), most))
    texts = [_sitemap(site, part, days) for part in parts] or [_sitemap(site, (), days)]
    if len(texts) == 1:
        yield SITEMAP, texts[0]
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(texts) + 1)]
        listed = (f"<sitemap><loc>{_address(site, name)}</loc></sitemap>" for name in names)
        yield SITEMAP, _document("sitemapindex", listed)
        yield from zip(names, texts, strict=True)
    yield ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {site}{SITEMAP}\n".encode()


def listed_addresses(text: str) -> dict[str, str]:
    """Return the addresses in a sitemap, as they are written there, with their days or “”."""
    return dict(_ENTRY.findall(text))


def _sitemap(site: str, urls: Iterable[str], days: Mapping[str, str]) -> bytes:
    return _document("urlset", (_entry(_address(site, url), days.get(url, "")) for url in urls))


def _entry(address: str, day: str) -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{address}</loc>{changed}</url>"


def _address(site: str, url: str) -> str:
    return escape(web_address(site, url))


def _document(name: str, entries: Iterable[str]) -> bytes:
    body = "".join(f"{entry}\n" for entry in entries)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<{name} xmlns="{_NAMESPACE}">\n{body}</{name}>\n'.encode()
