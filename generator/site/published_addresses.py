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
from generator.records.catalogue.published_file import MOVED, PUBLISHED_FILE

_HEADING = (
    "# Pages that this academy has published. “academy addresses” adds new ones.\n"
    "# A build stops if it would drop one of them, because links to it would break.\n"
    f"# Where a page has moved, write “old.html{MOVED}new.html”.\n"
)
_FOLDERS = {kind.slug for kind in KINDS}


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


def list_text(published: Iterable[PublishedAddress], new: Iterable[str] = ()) -> str:
    """Return the text of the list with some new addresses, sorted, with its heading."""
    lines = {address.url: address.moved_to for address in published}
    lines = dict.fromkeys(new, "") | lines
    moves = ((url, f"{MOVED}{target}" if target else "") for url, target in sorted(lines.items()))
    return _HEADING + "".join(f"{url}{move}\n" for url, move in moves)


def _remedy(url: str) -> str:
    """Return what to do about a lost address."""
    folder, _, name = url.rpartition("/")
    move = (
        f"If another page replaces it, write which in this line, as in “{url}{MOVED}about.html”. "
        "If nothing does, delete the line: links to the page will then break."
    )
    if folder in _FOLDERS and name != "index.html":
        return (
            f"Bring the record back. If another record replaces it, add “{_stem(name)}” to the "
            f"“aliases” of that one. {move}"
        )
    return f"Bring the page back. {move}"


def _stem(name: str) -> str:
    return posixpath.splitext(name)[0]
