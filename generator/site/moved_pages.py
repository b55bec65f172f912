"""Where published pages have moved, as the list of published addresses states it.

A line of the list leads from an old address to a new one: “help.html -> guide.html”. The old one
then has a page that says where to look, as the earlier id of a record has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.records.catalogue import PublishedAddress
from generator.records.catalogue.published_file import MOVED, PUBLISHED_FILE

_FAULT = "F144"


def moved_page_findings(
    published: Sequence[PublishedAddress], pages: Mapping[str, str], earlier: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield an error for each page in the list that cannot lead to where it is said to have moved.

    `pages` are the titles of the pages that last, by URL; `earlier` leads from the URL of each
    earlier id to that of its record.
    """
    folded = {url.casefold(): url for url in (*pages, *earlier)}
    lines = Counter(address.url for address in published)
    moves = {address.url: address.moved_to for address in published if address.moved_to}
    for address in published:
        if not address.moved_to:
            continue
        if lines[address.url] > 1:
            message, hint = f"“{address.url}” is in the list more than once.", "Keep one line."
        elif there := folded.get(address.url.casefold()):
            message = f"“{address.url}” cannot lead elsewhere, because “{there}” is still a page."
            hint = f"Delete the page, or delete “{MOVED.strip()} {address.moved_to}” in this line."
        elif reason := _target_fault(address, pages, {**earlier, **moves}):
            message, hint = reason
        else:
            continue
        yield Diagnostic(PUBLISHED_FILE, address.line, 1, _FAULT, message, hint)


def _target_fault(
    address: PublishedAddress, pages: Mapping[str, str], moves: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return the message and the hint about the new address of a page; None for a sound one."""
    target = address.moved_to
    if target in pages:
        return None
    last = _follow(target, moves)
    if last in pages:
        message = f"“{target}” has moved too, so that readers would have to go on from there."
        return message, f"Write “{address.url}{MOVED}{last}”."
    if last is None:
        circle = (
            "leads to itself" if target == address.url else f"and “{target}” lead to each other"
        )
        return f"“{address.url}” {circle}, and not to a page.", "Write where the page is now."
    return (
        f"There is no page “{target}” to which “{address.url}” could lead.",
        "Write the address of a record, of a page that you wrote or of a page in the menu.",
    )


def _follow(url: str, moves: Mapping[str, str]) -> str | None:
    """Return the last address to which moves lead; None where they lead round in a circle."""
    seen = set()
    while url in moves and url not in seen:
        seen.add(url)
        url = moves[url]
    return None if url in moves else url
