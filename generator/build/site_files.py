"""Write the files of a site that do not come from the host.

The work is split into units (see `incremental`). Those that nothing has changed for are taken from
the last site; the others are made, many of them in a job, by several processes (see `parallel`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from generator.analysis.insights import INSIGHTS
from generator.build.incremental import (
    MadeUnit,
    PreviousSite,
    Unit,
    UnitFiles,
    run_unit,
    unpacked,
)
from generator.build.incremental.digests import digest_text
from generator.build.progress import Progress, no_progress
from generator.build.site_builder import SiteBuilder
from generator.exports import EXPORTS, site_data_files
from generator.lookups import Trace
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF, KINDS
from generator.parallel import batches, parallel_map
from generator.publish import FileReport
from generator.site.find import (
    IndexEntry,
    StaticPage,
    index_entry,
    indexed_phrases,
    static_page_document,
    term_documents,
)
from generator.site.outlines import RecordOutline, record_batches
from generator.site.pages import SiteContent, page_parts

_UNITS_PER_JOB = 40
_FEWEST_TO_FORK = 200  # units; with fewer, starting workers takes longer than it saves


@dataclass(frozen=True)
class SiteFiles:
    """The files of a site: the unit that made each, by the name of the unit; the look-ups that were
    asked; the number of pages.
    """

    units: Mapping[str, MadeUnit] = field(repr=False)
    lookups: frozenset[str]
    reports: tuple[FileReport, ...] = field(repr=False)
    pages: int


def write_site_files(
    builder: SiteBuilder,
    written: Iterable[StaticPage],
    progress: Progress = no_progress,
    previous: PreviousSite | None = None,
) -> SiteFiles:
    """Write every file of the site. `written` are the hand-written pages.

    Raises LayoutError for a layout without a slot, and OSError for a file that cannot be written.
    """
    work = _Work(builder, previous, progress)
    site, documents = builder.prepared.site, tuple(written)
    # first, because data files need the most memory
    work.do("Exporting", _data_units(builder, answers=False))
    work.do("Making pictures", _media_units(builder))
    site.pictures.keep(work.values("pictures", work.done))
    parts = [
        Unit(name, partial(builder.page_part, part)) for name, part in page_parts(site).items()
    ]
    work.do("Answering", [*_data_units(builder, answers=True), *parts])
    records = [
        Unit(url_of(KIND_OF[record.kind], record.id), partial(builder.record, record))
        for record in site.catalogue.records.values()
    ]
    work.do("Writing", records)
    single = [Unit("form", builder.form), Unit("outline index", builder.outline_index)]
    searched = [unit.name for unit in (*records, *parts)]
    last = [_search_unit(work, searched, documents), *single, *_outline_units(work)]
    work.do("Indexing", last)
    reports = tuple(_sharing_links(work.values("reports", work.done)))
    urls = {report.url for report in reports if report.is_page} | {page.url for page in documents}
    return SiteFiles(
        work.done,
        frozenset(work.lookups),
        (*reports, *builder.sitemap(urls).reports),
        sum(made.pages for made in work.done.values()),
    )


class _Work:
    """Does units, phase by phase, and holds what they made."""

    def __init__(
        self, builder: SiteBuilder, previous: PreviousSite | None, progress: Progress
    ) -> None:
        self.builder = builder
        self.done: dict[str, MadeUnit] = {}
        self.lookups: set[str] = set()
        self._previous = previous or PreviousSite()
        self._run_job = _run_job if previous else _run_untraced_job
        self._progress = progress

    def do(self, phase: str, units: Sequence[Unit]) -> None:
        """Take units from the last site, or make them; they are then in the order of `units`."""
        self._progress(phase, 0, len(units))
        made = {unit.name: self._previous.take(unit) for unit in units}
        new = [unit for unit in units if made[unit.name] is None]
        jobs = batches(new, _UNITS_PER_JOB)
        in_workers = len(new) >= _FEWEST_TO_FORK
        run = self._run_job
        if in_workers:
            _compute_shared_answers(self.builder.prepared.site)
        results = parallel_map(run, jobs) if in_workers else map(run, jobs)
        finished = len(units) - len(new)
        for job, (results_of_job, lookups) in zip(jobs, results, strict=True):
            made.update(zip((unit.name for unit in job), results_of_job, strict=True))
            self.lookups |= lookups
            finished += len(job)
            self._progress(phase, finished, len(units))
        self.done.update((name, unit) for name, unit in made.items() if unit is not None)

    def values(self, part: str, names: Iterable[str]) -> Iterator[Any]:
        """Yield what units have made: their “reports”, “entries”, “outlines” or “pictures”."""
        for name in names:
            yield from unpacked(getattr(self.done[name], part))

    def digest(self, part: str, names: Iterable[str]) -> bytes:
        """Return the digest of what units have made."""
        return digest_text([getattr(self.done[name], part) for name in names])


def _sharing_links(reports: Iterable[FileReport]) -> Iterator[FileReport]:
    """Yield the same reports, with one string for each link: units return copies."""
    known: dict[str, str] = {}
    for report in reports:
        yield replace(report, links=tuple([known.setdefault(link, link) for link in report.links]))


def _run_job(units: Sequence[Unit]) -> tuple[list[MadeUnit], frozenset[str]]:
    traces = [Trace() for _ in units]
    made = [run_unit(unit, trace) for unit, trace in zip(units, traces, strict=True)]
    return made, frozenset().union(*(trace.lookups for trace in traces))


def _run_untraced_job(units: Sequence[Unit]) -> tuple[list[MadeUnit], frozenset[str]]:
    return [run_unit(unit) for unit in units], frozenset()


def _compute_shared_answers(site: SiteContent) -> None:
    """Compute shared answers before forking, so that workers share their memory."""
    for insight in INSIGHTS:
        insight.answer(site.index)
    site.links, site.degree  # noqa: B018 - worked out when they are first asked for


def _data_units(builder: SiteBuilder, *, answers: bool) -> list[Unit]:
    exports = [export for export in EXPORTS if export.answers is answers]
    files = site_data_files(builder.prepared.edition, exports)
    day = builder.prepared.day.isoformat().encode()
    return [Unit(file.url, partial(builder.data, file), day) for file in files]


def _media_units(builder: SiteBuilder) -> list[Unit]:
    site = builder.prepared.site
    pictures = [
        Unit(source.url, partial(builder.picture, source), repr(source).encode())
        for source in site.pictures.files()
    ]
    documents = [
        Unit(source.url, partial(builder.document, source), repr(source).encode())
        for source in site.documents.files()
    ]
    return [*pictures, *documents]


def _search_unit(work: _Work, names: list[str], written: tuple[StaticPage, ...]) -> Unit:
    """Return the unit of the search index, which holds the entries of units with these names."""
    handwritten = handwritten_entries(work.builder.prepared.site, written)
    inputs = digest_text([work.digest("entries", names), repr(handwritten).encode()])

    def make() -> UnitFiles:
        known: dict[str, str] = {}  # units return copies of the same stems
        entries = (
            replace(entry, terms=tuple([known.setdefault(term, term) for term in entry.terms]))
            for entry in work.values("entries", names)
        )
        return work.builder.search((*entries, *handwritten))

    return Unit("search", make, inputs)


def _outline_units(work: _Work) -> Iterator[Unit]:
    """Yield a unit for each file of outlines."""
    for kind in KINDS:
        for batch in record_batches(work.builder.prepared.site, kind):
            names = [url_of(kind, record.id) for record in batch]

            def make(names: list[str] = names) -> UnitFiles:
                outlines: list[RecordOutline] = list(work.values("outlines", names))
                return work.builder.outlines(outlines)

            yield Unit(f"outlines from {names[0]}", make, work.digest("outlines", names))


def handwritten_entries(site: SiteContent, written: Iterable[StaticPage]) -> tuple[IndexEntry, ...]:
    """Return the search entries of hand-written pages and glossary terms."""
    phrases = indexed_phrases(site.index)
    return (
        *(index_entry(static_page_document(page), phrases) for page in written),
        *(index_entry(doc, phrases) for doc in term_documents(site)),
    )
