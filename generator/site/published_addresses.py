"""The addresses that an academy has published, none of which a build may drop.

The list is kept with the records (`PUBLISHED_FILE`), so that a change of it is seen and approved
like any other. `academy addresses` adds to it; a build only reads it. It names the pages that
people link to: records, earlier ids, hand-written pages and the pages of the menu. It leaves out
those that come and go with the number of records, such as the second page of a list.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF, KINDS
from generator.records.catalogue import Catalogue, PublishedAddress
from generator.records.catalogue.published_file import PUBLISHED_FILE

_HEADING = (
    "# Pages that this academy has published. “academy addresses” adds new ones.\n"
    "# A build stops if it would drop one of them, because links to it would break.\n"
)
_FOLDERS = {kind.slug for kind in KINDS}


def record_addresses(catalogue: Catalogue) -> frozenset[str]:
    """Return the URL of each record, and of each earlier id."""
    records = catalogue.records.values()
    current = (url_of(KIND_OF[record.kind], record.id) for record in records)
    return frozenset((*current, *earlier_addresses(catalogue).values()))


def earlier_addresses(catalogue: Catalogue) -> dict[str, str]:
    """Return the URL of each earlier id."""
    return {
        alias: url_of(KIND_OF[catalogue.records[now].kind], alias)
        for alias, now in catalogue.aliases.items()
    }


def lost_addresses(
    published: Iterable[PublishedAddress], urls: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield an error for each published address that is not among the `urls` of pages."""
    for address in published:
        if address.url not in urls:
            message = f"“{address.url}” was published, and would no longer lead to a page."
            yield Diagnostic(PUBLISHED_FILE, address.line, 1, "F140", message, _remedy(address.url))


def of_records(published: Iterable[PublishedAddress]) -> tuple[PublishedAddress, ...]:
    """Return the published addresses that are those of records or of their lists."""
    return tuple(address for address in published if _folder(address.url) in _FOLDERS)


def list_text(published: Iterable[str]) -> str:
    """Return the text of the list, sorted, with its heading."""
    return _HEADING + "".join(f"{url}\n" for url in sorted(published))


def _remedy(url: str) -> str:
    """Return what to do about a lost address."""
    delete = "If nothing replaces the page, delete this line: links to it will then break."
    name = posixpath.basename(url).removesuffix(".html")
    if _folder(url) in _FOLDERS and name != "index":
        return (
            f"Add “{name}” to the “aliases” of the record that replaces it, so that links to it "
            f"still work, or bring the record back. {delete}"
        )
    return f"Bring the page back. {delete}"


def _folder(url: str) -> str:
    return url.rpartition("/")[0]
