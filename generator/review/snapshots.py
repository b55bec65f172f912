"""Pair two states of an academy: leave out the same records, and match renamed ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, clip, errors
from generator.model.fields.links import references
from generator.model.record import Record
from generator.privacy import Redaction
from generator.records.catalogue import Catalogue
from generator.review.changes import RecordRef, Side, SkippedFile
from generator.review.record_matching import later_ids
from generator.site.parts.content import SiteContent

_LONGEST_TITLE = 120


@dataclass(frozen=True)
class Snapshots:
    """Two states of an academy, reduced to what could be read in both.

    `later` maps changed ids from before to after. `unread` are the files left out, `faulty` the
    sides that have faults. `redaction` masks the personal data of both sides.
    """

    before: SiteContent
    after: SiteContent
    later: Mapping[str, str]
    unread: tuple[SkippedFile, ...] = ()
    faulty: tuple[Side, ...] = ()
    redaction: Redaction = field(default_factory=Redaction)

    def later_id(self, record_id: str) -> str:
        """Return the later id of a record, given its id before."""
        return self.later.get(record_id, record_id)

    def canonical_id(self, side: Side, target: str) -> str:
        """Return the later id of the record that `target` names on a side; `target` if there is
        none.
        """
        if side == "after":
            return self.after.catalogue.resolve(target) or target
        return self.later_id(self.before.catalogue.resolve(target) or target)

    def exists_after(self, record_id: str) -> bool:
        """Return whether a record exists after."""
        return record_id in self.after.catalogue.records

    def existed_before(self, record_id: str) -> bool:
        """Return whether a record, given by its later id, existed before."""
        return record_id in self._earlier

    def record_ref(self, record_id: str) -> RecordRef:
        """Return a reference to a record by its later id, with its title after; before if it was
        removed.
        """
        if self.exists_after(record_id):
            return record_ref(self.after.catalogue, record_id)
        return record_ref(self.before.catalogue, self._earlier.get(record_id, record_id))

    def title(self, record_id: str) -> str:
        """Return the title of a record, given its later id."""
        return self.record_ref(record_id).title

    def is_merged(self, record_id: str) -> bool:
        """Return whether a record of before is now part of another that existed before."""
        now = self.later_id(record_id)
        return now != record_id and now in self.before.catalogue.records

    @cached_property
    def pairs(self) -> tuple[tuple[Record, Record], ...]:
        """The records on both sides, as (before, after)."""
        old, new = self.before.catalogue.records, self.after.catalogue.records
        pairs = (
            (old[self._earlier[record.id]], record)
            for record in new.values()
            if self.existed_before(record.id)
        )
        return tuple(pairs)

    @cached_property
    def _earlier(self) -> dict[str, str]:
        """The id before of each record by its later one; for merged records, that of the one that
        stays.
        """
        earlier: dict[str, str] = {}
        for record_id in self.before.catalogue.records:
            if not self.is_merged(record_id):
                earlier.setdefault(self.later_id(record_id), record_id)
        return earlier


def record_ref(catalogue: Catalogue, record_id: str) -> RecordRef:
    """Return a reference to a record with its title in `catalogue`."""
    title = clip(catalogue.title(record_id), _LONGEST_TITLE)
    return RecordRef(record_id, catalogue.records[record_id].kind, title)


def pair_snapshots(before: SiteContent, after: SiteContent) -> Snapshots:
    """Return two academies without the records that could not be read in one of them."""
    unread = {
        file: None for site in (before, after) for file in sorted(_unreadable_ids(site.catalogue))
    }
    names = set(unread) | {
        alias
        for site in (before, after)
        for record in site.catalogue.records.values()
        if record.id in unread
        for alias in record.aliases
    }
    old, new = (_without(site, frozenset(names)) for site in (before, after))
    both: tuple[tuple[Side, SiteContent], ...] = (("before", before), ("after", after))
    skipped = tuple(file for side, site in both for file in _skipped_files(side, site))
    faulty = tuple(side for side, site in both if errors(site.findings))
    later = later_ids(old.catalogue, new.catalogue)
    return Snapshots(old, new, later, skipped, faulty, _redaction(before, after))


def _redaction(before: SiteContent, after: SiteContent) -> Redaction:
    """Return the combined redaction: data of either side is masked unless a later
    waiver allows it.
    """
    held = before.catalogue.redaction, after.catalogue.redaction
    return Redaction(held[0].known | held[1].known, held[1].allowed)


def _unreadable_ids(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of files without a readable record, or whose relations have the
    wrong kinds.
    """
    misfits = (
        record.id
        for record in catalogue.records.values()
        if not _has_valid_links(catalogue, record)
    )
    return catalogue.refused | {_file_id(catalogue, record_id) for record_id in misfits}


def _has_valid_links(catalogue: Catalogue, record: Record) -> bool:
    """Return whether every reference of a record has a kind that its field accepts.

    The insights rely on this, so records that break it are left out.
    """
    targets = (
        (catalogue.find(reference.target), reference.link.kinds) for reference in references(record)
    )
    return all(target is None or "*" in kinds or target.kind in kinds for target, kinds in targets)


def _file_id(catalogue: Catalogue, record_id: str) -> str:
    """Return the id of the record that a file holds; for a measure, of the record it is part of."""
    return PurePosixPath(catalogue.origins[record_id].source.path).stem


def _without(site: SiteContent, left_out: frozenset[str]) -> SiteContent:
    """Return the academy without some files, and with findings in an order independent of lines."""
    whole = site.catalogue
    kept = {
        record.id: record
        for record in whole.records.values()
        if not left_out & {record.id, _file_id(whole, record.id), *record.aliases}
    }
    origins = {record_id: whole.origins[record_id] for record_id in kept}
    # use a fresh catalogue: the old title cache would keep removed records
    less = Catalogue(
        kept,
        origins,
        refused=whole.refused,
        terms=whole.terms,
        vocabulary=whole.vocabulary,
        media=whole.media,
        releases=whole.releases,
        academies=whole.academies,
        joined={name: said for name, said in whole.joined.items() if name in kept},
    )
    return replace(site, catalogue=less, findings=tuple(sorted(site.findings, key=_finding_key)))


def _finding_key(finding: Diagnostic) -> tuple[str, str, str, str]:
    return finding.path, finding.code, finding.field, finding.message


_SIDE_PHRASE = {"before": "Before the change", "after": "After the change"}


def _skipped_files(side: Side, site: SiteContent) -> Iterator[SkippedFile]:
    """Yield each file of a side that cannot be compared, with the first reason."""
    faults: dict[str, Diagnostic] = {}
    for fault in errors(site.findings):
        faults.setdefault(PurePosixPath(fault.path).stem, fault)
    for file_id in sorted(_unreadable_ids(site.catalogue)):
        # the paths in findings are masked
        why = faults.get(site.catalogue.redaction.mask_text(file_id))
        path = why.path if why else file_id
        text = f"{_SIDE_PHRASE[side]}, {path} cannot be read"
        yield SkippedFile(side, path, f"{text}: {clip(why.message, 300)}" if why else f"{text}.")
