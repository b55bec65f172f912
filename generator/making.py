"""Every file of a site that is not the host's: pages, data, search index, form.

The work is cut into jobs that may be done by several processes (see `workers`). A job writes its
files, and hands back what the whole must know of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.build import Prepared, Progress, silent
from generator.exports import EXPORTS, DataFile, all_files
from generator.find import (
    Found,
    Written,
    found_as,
    of_page,
    of_records,
    of_terms,
    of_written,
    search_files,
)
from generator.insights import INSIGHTS
from generator.kinds import Record
from generator.pages import Making, Site, all_shares
from generator.press import CutPlate, cut
from generator.publish import POLICY, Report, report_of
from generator.share import share_files
from generator.workers import batches, spread

Write = Callable[[str, bytes], None]
_DATA_FILES_A_JOB = 100
_RECORDS_A_JOB = 200


@dataclass(frozen=True, slots=True)
class Made:
    """What jobs made: a report on each file, and what can be found by its own name.

    `pages` counts the pages among the files.
    """

    reports: tuple[Report, ...] = ()
    found: tuple[Found, ...] = ()
    pages: int = 0


Job = Callable[[], Made]


@dataclass(frozen=True)
class Maker:
    """Makes the files of one site. `plates` are the host's rendered plates by URL; `write` puts a
    file in its place; `policy` is what the host has the pages state.
    """

    prepared: Prepared
    plates: Mapping[str, str]
    write: Write
    policy: str = POLICY

    @cached_property
    def _cut(self) -> dict[str, CutPlate]:
        return {url: cut(html, url) for url, html in self.plates.items()}

    def pages(self, making: Making) -> Made:
        """Pages, each pressed into its plate."""
        reports: list[Report] = []
        found: list[Found] = []
        for page in making(self.prepared.site):
            text = self._cut[page.plate.url].fill(self.prepared.renderer.frame(page))
            reports.append(self._put(page.url, text.encode()))
            if page.found:
                found.append(found_as(of_page(page)))
        return Made(tuple(reports), tuple(found), len(reports))

    def data(self, files: Iterable[DataFile]) -> Made:
        """Data files."""
        return self._all((file.url, file.make()) for file in files)

    def search(self, found: Sequence[Found]) -> Made:
        """The search index."""
        return self._all(search_files(self.prepared.site, found))

    def form(self) -> Made:
        """What the form asks and fills in."""
        return self._all(share_files(self.prepared.site, self.prepared.project.addresses.edit))

    def records(self, records: Iterable[Record]) -> Made:
        """Nothing but how records are found."""
        return Made((), tuple(found_as(doc) for doc in of_records(self.prepared.site, records)))

    def _all(self, files: Iterable[tuple[str, bytes]]) -> Made:
        return Made(tuple(self._put(url, content) for url, content in files))

    def _put(self, url: str, content: bytes) -> Report:
        self.write(url, content)
        return report_of(url, content, policy=self.policy)


def finish(
    prepared: Prepared,
    plates: Mapping[str, str],
    written: Iterable[Written],
    write: Write,
    progress: Progress = silent,
) -> Made:
    """Make every file. `written` are the hand-written pages.

    Raises PlateError for a plate without a slot, and OSError for what cannot be written.
    """
    progress("Exporting", 0, 1)
    maker = Maker(prepared, plates, write)
    # first, for they take most room, and little else is held yet
    data = _done(_data(maker, answers=False), partial(progress, "Exporting"))
    progress("Answering", 0, 1)
    _work_out(prepared.site)
    whole, shares = all_shares(prepared.site)
    first = _done(list(_first(maker, whole)), partial(progress, "Answering"))
    progress("Writing", 0, 1)
    found = by_name(first.found, of_others(prepared.site, written))
    rest: list[Job] = [partial(maker.search, found), maker.form]
    rest += (partial(maker.pages, share) for share in shares)
    second = _done(rest, partial(progress, "Writing"))
    reports = (*data.reports, *first.reports, *second.reports)
    return Made(reports, found, first.pages + second.pages)


def _work_out(site: Site) -> None:
    """What every worker would otherwise find out for itself, and hold a copy of."""
    for one in INSIGHTS:
        one.answer(site.index)
    site.degree  # noqa: B018 - worked out when it is first asked for


def _data(maker: Maker, *, answers: bool) -> list[Job]:
    exports = [one for one in EXPORTS if one.answers is answers]
    files = list(all_files(maker.prepared.edition, exports))
    return [partial(maker.data, some) for some in batches(files, _DATA_FILES_A_JOB)]


def _first(maker: Maker, whole: Iterable[Making]) -> Iterator[Job]:
    """What does not wait for anything; what takes longest begins first."""
    yield from _data(maker, answers=True)
    for making in whole:
        yield partial(maker.pages, making)
    for some in batches(list(maker.prepared.site.catalogue.records.values()), _RECORDS_A_JOB):
        yield partial(maker.records, some)


def of_others(site: Site, written: Iterable[Written]) -> tuple[Found, ...]:
    """Hand-written pages and terms, as they are found."""
    return (*(found_as(of_written(one)) for one in written), *map(found_as, of_terms(site)))


def by_name(found: Iterable[Found], own: Iterable[Found]) -> tuple[Found, ...]:
    """Records kind by kind, then our pages, then hand-written ones and terms."""
    records = [one for one in found if one.record]
    pages = [one for one in found if not one.record]
    return (*records, *pages, *own)


def _done(jobs: Sequence[Job], tell: Callable[[int, int], None]) -> Made:
    reports: list[Report] = []
    found: list[Found] = []
    pages = 0
    known: dict[str, str] = {}  # the same links and stems come from every job, each time as a copy
    for number, made in enumerate(spread(_do, jobs), 1):
        reports += (replace(one, links=_shared(one.links, known)) for one in made.reports)
        found += (replace(one, stems=_shared(one.stems, known)) for one in made.found)
        pages += made.pages
        tell(number, len(jobs))
    return Made(tuple(reports), tuple(found), pages)


def _shared(texts: tuple[str, ...], known: dict[str, str]) -> tuple[str, ...]:
    """The same texts, each held once for all that have it."""
    return tuple([known.setdefault(text, text) for text in texts])


def _do(job: Job) -> Made:
    return job()
