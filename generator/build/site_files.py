"""Every file of a site that is not the host's: pages, data, search index, form.

The work is cut into jobs that may be done by several processes (see `workers`). A job writes its
files, and hands back what the whole must know of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.analysis.insights import INSIGHTS
from generator.build.layouts import SlottedLayout, split_layout
from generator.build.prepare import PreparedSite, Progress, no_progress
from generator.exports import EXPORTS, DataFile, data_files
from generator.model.record import Record
from generator.parallel import batches, parallel_map
from generator.publish import FileReport, inspect_file
from generator.site.find import (
    IndexEntry,
    StaticPage,
    index_entry,
    page_document,
    record_documents,
    search_files,
    static_page_document,
    term_documents,
)
from generator.site.pages import SiteContent, all_batches
from generator.site.parts.page import PageBatch
from generator.site.share import share_files

WriteFile = Callable[[str, bytes], None]
_DATA_FILES_PER_JOB = 100
_RECORDS_PER_JOB = 200


@dataclass(frozen=True, slots=True)
class BuiltFiles:
    """What jobs made: a report on each file, and what can be found by its own name.

    `pages` counts the pages among the files.
    """

    reports: tuple[FileReport, ...] = ()
    entries: tuple[IndexEntry, ...] = ()
    pages: int = 0


Job = Callable[[], BuiltFiles]


@dataclass(frozen=True)
class SiteBuilder:
    """Makes the files of one site. `layouts` are the host's rendered layouts by URL; `write` puts
    a file in its place.
    """

    prepared: PreparedSite
    layouts: Mapping[str, str]
    write: WriteFile

    @cached_property
    def _cut(self) -> dict[str, SlottedLayout]:
        return {url: split_layout(html, url) for url, html in self.layouts.items()}

    def pages(self, making: PageBatch) -> BuiltFiles:
        """Pages, each pressed into its plate."""
        reports: list[FileReport] = []
        entries: list[IndexEntry] = []
        for page in making(self.prepared.site):
            text = self._cut[page.layout.url].fill(self.prepared.renderer.page_slots(page))
            reports.append(self._put(page.url, text.encode()))
            if page.searchable:
                entries.append(index_entry(page_document(page)))
        return BuiltFiles(tuple(reports), tuple(entries), len(reports))

    def data(self, files: Iterable[DataFile]) -> BuiltFiles:
        """Data files."""
        return self._all((file.url, file.make()) for file in files)

    def search(self, entries: Sequence[IndexEntry]) -> BuiltFiles:
        """The search index."""
        return self._all(search_files(self.prepared.site, entries))

    def form(self) -> BuiltFiles:
        """What the form asks and fills in."""
        return self._all(share_files(self.prepared.site, self.prepared.project.addresses.edit))

    def records(self, records: Iterable[Record]) -> BuiltFiles:
        """Nothing but how records are found."""
        return BuiltFiles(
            (), tuple(index_entry(doc) for doc in record_documents(self.prepared.site, records))
        )

    def _all(self, files: Iterable[tuple[str, bytes]]) -> BuiltFiles:
        return BuiltFiles(tuple(self._put(url, content) for url, content in files))

    def _put(self, url: str, content: bytes) -> FileReport:
        self.write(url, content)
        return inspect_file(url, content)


def write_site_files(
    prepared: PreparedSite,
    plates: Mapping[str, str],
    written: Iterable[StaticPage],
    write: WriteFile,
    progress: Progress = no_progress,
) -> BuiltFiles:
    """Make every file. `written` are the hand-written pages.

    Raises LayoutError for a plate without a slot, and OSError for what cannot be written.
    """
    progress("Exporting", 0, 1)
    maker = SiteBuilder(prepared, plates, write)
    # first, for they take most room, and little else is held yet
    data = _run_jobs(_data_jobs(maker, answers=False), partial(progress, "Exporting"))
    progress("Answering", 0, 1)
    _compute_shared_answers(prepared.site)
    whole, shares = all_batches(prepared.site)
    first = _run_jobs(list(_first_jobs(maker, whole)), partial(progress, "Answering"))
    progress("Writing", 0, 1)
    entries = order_entries(first.entries, handwritten_entries(prepared.site, written))
    rest: list[Job] = [partial(maker.search, entries), maker.form]
    rest += (partial(maker.pages, share) for share in shares)
    second = _run_jobs(rest, partial(progress, "Writing"))
    reports = (*data.reports, *first.reports, *second.reports)
    return BuiltFiles(reports, entries, first.pages + second.pages)


def _compute_shared_answers(site: SiteContent) -> None:
    """What every worker would otherwise find out for itself, and hold a copy of."""
    for insight in INSIGHTS:
        insight.answer(site.index)
    site.degree  # noqa: B018 - worked out when it is first asked for


def _data_jobs(maker: SiteBuilder, *, answers: bool) -> list[Job]:
    exports = [export for export in EXPORTS if export.answers is answers]
    files = list(data_files(maker.prepared.edition, exports))
    return [partial(maker.data, batch) for batch in batches(files, _DATA_FILES_PER_JOB)]


def _first_jobs(maker: SiteBuilder, whole: Iterable[PageBatch]) -> Iterator[Job]:
    """What does not wait for anything; what takes longest begins first."""
    yield from _data_jobs(maker, answers=True)
    for making in whole:
        yield partial(maker.pages, making)
    for records in batches(list(maker.prepared.site.catalogue.records.values()), _RECORDS_PER_JOB):
        yield partial(maker.records, records)


def handwritten_entries(site: SiteContent, written: Iterable[StaticPage]) -> tuple[IndexEntry, ...]:
    """Hand-written pages and terms, as they are found."""
    return (
        *(index_entry(static_page_document(page)) for page in written),
        *map(index_entry, term_documents(site)),
    )


def order_entries(
    entries: Iterable[IndexEntry], handwritten: Iterable[IndexEntry]
) -> tuple[IndexEntry, ...]:
    """Records kind by kind, then our pages, then hand-written ones and terms."""
    records = [entry for entry in entries if entry.record]
    pages = [entry for entry in entries if not entry.record]
    return (*records, *pages, *handwritten)


def _run_jobs(jobs: Sequence[Job], tell: Callable[[int, int], None]) -> BuiltFiles:
    reports: list[FileReport] = []
    entries: list[IndexEntry] = []
    pages = 0
    known: dict[str, str] = {}  # the same links and stems come from every job, each time as a copy
    for number, made in enumerate(parallel_map(_run_job, jobs), 1):
        reports += (
            replace(report, links=_interned(report.links, known)) for report in made.reports
        )
        entries += (replace(entry, stems=_interned(entry.stems, known)) for entry in made.entries)
        pages += made.pages
        tell(number, len(jobs))
    return BuiltFiles(tuple(reports), tuple(entries), pages)


def _interned(texts: tuple[str, ...], known: dict[str, str]) -> tuple[str, ...]:
    """The same texts, each held once for all that have it."""
    return tuple([known.setdefault(text, text) for text in texts])


def _run_job(job: Job) -> BuiltFiles:
    return job()
