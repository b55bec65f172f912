"""The pages of an academy that people link to, before its site is built: what the list of published
addresses is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, MovedPage, PublishedAddress
from generator.site.engine_paths import menu_addresses
from generator.site.handwritten import page_title, settings_findings
from generator.site.moved_pages import moved_page_findings
from generator.site.published_addresses import earlier_addresses, lost_addresses


@dataclass(frozen=True, slots=True)
class PublishedPages:
    """The published pages that have moved, and what is wrong in their list."""

    moved: tuple[MovedPage, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def published_pages(
    published: tuple[PublishedAddress, ...], catalogue: Catalogue, root: Path, settings_file: str
) -> PublishedPages:
    """Compare the published addresses with the pages that an academy has now."""
    if not published:
        return PublishedPages()
    titles = _page_titles(catalogue, root, settings_file)
    records = catalogue.aliases.items()
    urls = earlier_addresses(catalogue)
    earlier = {urls[alias]: _record_url(catalogue, now) for alias, now in records}
    faults = tuple(moved_page_findings(published, titles, earlier))
    moved = tuple(
        MovedPage(address.url, address.moved_to, titles.get(address.moved_to, ""))
        for address in published
        if address.moved_to
    )
    lost = lost_addresses(published, {*titles, *earlier, *(page.url for page in moved)})
    return PublishedPages(() if faults else moved, (*lost, *faults))


def _page_titles(catalogue: Catalogue, root: Path, settings_file: str) -> dict[str, str]:
    """Return the title of each page that lasts, by its URL; empty for the pages of the menu."""
    return {
        **dict.fromkeys(menu_addresses(), ""),
        **dict(_handwritten_titles(root, settings_file)),
        **{_record_url(catalogue, name): catalogue.title(name) for name in catalogue.records},
    }


def _record_url(catalogue: Catalogue, record_id: str) -> str:
    return url_of(KIND_OF[catalogue.records[record_id].kind], record_id)


def _handwritten_titles(root: Path, settings_file: str) -> Iterator[tuple[str, str]]:
    """Yield the URL and title of each hand-written page, and of those that the engine brings."""
    from generator.starter import PAGES_FOLDER, missing_pages  # noqa: PLC0415 - loads all exports

    folder = root / settings_findings(root, settings_file)[0]
    written = {} if folder == root else {_name(file, folder): file for file in folder.rglob("*.md")}
    brought = {name: PAGES_FOLDER / name for name in missing_pages(written)}
    for name, file in sorted({**written, **brought}.items()):
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        yield f"{name.removesuffix('.md')}.html", page_title(text)


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()
