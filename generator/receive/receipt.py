"""Plan what receiving writes: merged records, checked as if they were in the academy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.build.examine import examine
from generator.diagnostics import Diagnostic, errors, sort_findings
from generator.intake.submission import Submission, SubmittedRecord, refusal
from generator.intake.submission.record_paths import colliding_names, shown
from generator.privacy import Redaction, scan, spellings
from generator.receive.academy_files import academy_text, changed_copy, has_link
from generator.receive.choices import Choices, ConflictSentence
from generator.receive.merging import FindOriginal, MergedRecord, merge_record
from generator.receive.merging_files import MergedFile, merge_files
from generator.receive.sender_version import version_notes
from generator.records.catalogue import Catalogue, ReadCache
from generator.review import Difference, compare
from generator.site.parts.content import SiteContent

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Receipt:
    """What a submission would write, and what it means.

    `files`: the content to write by path, None for a file to delete; empty while there are
    `findings` or `conflicts`.
    `digests`: the SHA-256 of the files that are there now, by path, to see that nobody changed them
    meanwhile. `redaction` masks the personal data of what was sent. `notes` say what to know of the
    version that the sender had.
    """

    files: Mapping[str, bytes | None]
    digests: Mapping[str, str]
    findings: Findings = ()
    conflicts: tuple[ConflictSentence, ...] = ()
    difference: Difference = field(default_factory=Difference)
    redaction: Redaction = field(default_factory=Redaction)
    notes: tuple[str, ...] = ()

    def is_current(self, root: Path) -> bool:
        """Return whether the academy still has the files that the plan was made for."""
        return _digests(root, self.digests) == self.digests


@dataclass(frozen=True)
class AcademyBefore:
    """The academy at `root` as `examine` read it, with the cache that it filled.

    `find_original` finds an earlier text of a file.
    """

    root: Path
    catalogue: Catalogue
    findings: Findings
    find_original: FindOriginal
    cache: ReadCache

    def merge(self, sent: SubmittedRecord, choices: Choices) -> MergedRecord:
        """Return a record merged into the file that the academy has now."""
        read_text = partial(academy_text, self.root)
        return merge_record(sent, self.catalogue, read_text, self.find_original, choices)

    def version_notes(self, submissions: Iterable[Submission]) -> tuple[str, ...]:
        """Return what to know of submissions from another version of the academy, each once."""
        read_text = partial(academy_text, self.root)
        notes = (version_notes(sent, self.catalogue, read_text) for sent in submissions)
        return tuple(dict.fromkeys(chain.from_iterable(notes)))


def plan_receipt(
    before: AcademyBefore, submissions: Sequence[Submission], choices: Choices
) -> Receipt:
    """Return what to write for some submissions together, with every fault and conflict.

    Nothing is written.
    """
    root = before.root
    redaction = _redaction(submissions)
    sent = [record for submission in submissions for record in submission.records]
    merged = [before.merge(record, choices) for record in sent]
    media = [
        file
        for submission in submissions
        for file in merge_files(root, before.catalogue, submission, choices)
    ]
    parts: list[MergedRecord | MergedFile] = [*merged, *media]
    faults = [fault for part in parts for fault in part.findings]
    faults += _path_faults(root, [part.path for part in parts])
    if faults:
        masked = sort_findings(redaction.mask_value(fault) for fault in faults)
        return Receipt({}, {}, masked, redaction=redaction)
    files: dict[str, bytes | None] = {
        record.path: None if record.text is None else record.text.encode()
        for record in merged
        if record.text != academy_text(root, record.path)
    } | {file.path: file.content for file in media if _content(root, file.path) != file.content}
    conflicts = tuple(sentence for part in parts for sentence in part.conflicts)
    with changed_copy(root, files) as copy:
        after, findings = examine(copy, memory=before.cache)
        redaction |= after.redaction
        new = tuple(_new_faults(before.findings, findings, after, [file.path for file in media]))
        if new:
            return Receipt(
                {}, {}, tuple(map(redaction.mask_value, new)), conflicts, redaction=redaction
            )
        difference = compare(
            SiteContent("", before.catalogue, "", before.findings),
            SiteContent("", after, "", findings),
            with_pages=False,
        )
    wanted = {} if conflicts else files
    notes = before.version_notes(submissions)
    return Receipt(wanted, _digests(root, files), (), conflicts, difference, redaction, notes)


def _redaction(submissions: Iterable[Submission]) -> Redaction:
    """Return the redaction of all that was sent, before any of it is printed."""
    texts = (record.text for submission in submissions for record in submission.records)
    return Redaction(spellings(match for text in texts for match in scan(text)))


def _path_faults(root: Path, paths: Sequence[str]) -> Iterator[Diagnostic]:
    for path, _ in colliding_names(paths):
        message = f"“{shown(path)}” is there twice."
        yield refusal(path, "R806", message, "Receive one of the two at a time.")
    for path in paths:
        if has_link(root, path):
            message = f"“{shown(path)}” would be written through a symbolic link."
            yield refusal(path, "R804", message, "Replace the link with the file or folder itself.")


def _new_faults(
    before: Findings, after: Findings, catalogue: Catalogue, media: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield the errors that the academy did not have before, and the refusals of received files."""
    known = {_key(finding) for finding in before}
    faults = [finding for finding in errors(after) if _key(finding) not in known]
    named = {finding.path for finding in faults}
    for path in media:
        file = catalogue.media.get(path)
        if file is not None and file.refusal is not None and path not in named:
            faults.append(refusal(path, "R818", file.refusal.message, file.refusal.hint))
    yield from sort_findings(faults)


def _key(finding: Diagnostic) -> tuple[str, str, str, str]:
    return finding.path, finding.code, finding.field, finding.message


def _digests(root: Path, paths: Iterable[str]) -> dict[str, str]:
    contents = ((path, _content(root, path)) for path in paths)
    return {
        path: "" if content is None else sha256(content).hexdigest() for path, content in contents
    }


def _content(root: Path, path: str) -> bytes | None:
    file = root / path
    return file.read_bytes() if file.is_file() else None
