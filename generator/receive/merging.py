"""Merge each record that somebody sends into the file that the academy has now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.intake.submission import (
    SubmittedRecord,
    canonical_text,
    refusal,
    text_digest,
)
from generator.intake.submission.record_paths import record_id_at, shown
from generator.receive.choices import Choices, ConflictSentence, conflict_sentences
from generator.records.catalogue import Catalogue
from generator.records.merge import Choice, edit_record_text, merge_values
from generator.records.source import PlainValue, parse_source

ReadText = Callable[[str], str | None]  # path → canonical text; None for no readable file
_Sides = dict[Choice, str | None]
FindOriginal = Callable[[str, str], str | None]  # path and SHA-256 → an earlier text


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """The text to write at a path, or what prevents it; None where there is to be no file."""

    path: str
    text: str | None = None
    conflicts: tuple[ConflictSentence, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def merge_record(
    sent: SubmittedRecord,
    catalogue: Catalogue,
    read_text: ReadText,
    find_original: FindOriginal,
    choices: Choices,
) -> MergedRecord:
    """Return the record with the changes of both sides. Nothing is written."""
    path = _present_path(sent, catalogue)
    now = read_text(path)
    if now is None:
        return _without_file(sent, path, choices)
    if sent.state == "removed":
        return _removed(sent, path, now, choices)
    if sent.text == now:
        return MergedRecord(path, now)
    original, fault = _original(sent, path, now, find_original)
    if fault is not None:
        return MergedRecord(path, findings=(fault,))
    if original == now and sent.has_layout and sent.state == "changed":
        return MergedRecord(path, sent.text)
    return _merged(sent, path, original, now, choices)


def _present_path(sent: SubmittedRecord, catalogue: Catalogue) -> str:
    """Return the path of the record now, which may have another id than when it was sent."""
    record_id = record_id_at(sent.path)
    now = catalogue.aliases.get(record_id)
    if sent.state == "new" or record_id in catalogue.records or now is None:
        return sent.path
    path = catalogue.origins[now].source.path
    return path if path.rpartition("/")[0] == sent.path.rpartition("/")[0] else sent.path


def _without_file(sent: SubmittedRecord, path: str, choices: Choices) -> MergedRecord:
    if sent.state == "new":
        return MergedRecord(path, sent.text)
    if sent.state == "removed":
        return MergedRecord(path)
    texts: _Sides = {"ours": None, "theirs": sent.text}
    return _kept_or_removed(path, texts, _title(sent.text, path), "ours", choices)


def _removed(sent: SubmittedRecord, path: str, now: str, choices: Choices) -> MergedRecord:
    """Return a record that the sender removed: gone if it still says what the sender had."""
    if sent.original is not None and _values(sent.original, path) == _values(now, path):
        return MergedRecord(path)
    texts: _Sides = {"ours": now, "theirs": None}
    return _kept_or_removed(path, texts, _title(now, path), "theirs", choices)


def _kept_or_removed(
    path: str,
    texts: _Sides,
    title: str,
    removed_by: Choice,
    choices: Choices,
) -> MergedRecord:
    """Return the side that somebody chose of a record that one changed and the other removed."""
    record_id = record_id_at(path)
    side = choices.side_of_record(record_id)
    if side is not None:
        return MergedRecord(path, texts[side])
    question = ConflictSentence(record_id, f"“{title}”", "", "", removed_by=removed_by)
    return MergedRecord(path, texts["ours"], (question,))


def _title(text: str, path: str) -> str:
    title = _values(text, path).get("title")
    return title if isinstance(title, str) else record_id_at(path)


def _values(text: str, path: str) -> Mapping[str, PlainValue]:
    """Return the values of a record; none for a text that cannot be read."""
    source, _ = parse_source(text, path)
    return source.values() if source else {}


def _original(
    sent: SubmittedRecord, path: str, now: str, find_original: FindOriginal
) -> tuple[str, Diagnostic | None]:
    """Return the text that the sender changed; empty for a record that is sent as new."""
    if sent.state == "new":
        return "", None
    if sent.original is not None:
        return sent.original, None
    if text_digest(now) == sent.original_digest:
        return now, None
    earlier = find_original(path, sent.original_digest)
    if earlier is not None:
        return canonical_text(earlier), None
    message = f"“{shown(path)}” was changed from a version that is not here."
    return "", refusal(path, "R815", message, "Ask for the zip, which holds that version.")


def _merged(
    sent: SubmittedRecord, path: str, original: str, now: str, choices: Choices
) -> MergedRecord:
    sides: list[dict[str, PlainValue]] = []
    for text, what in ((original, "The original"), (now, "The file here"), (sent.text, "The text")):
        source, findings = parse_source(text, path) if text else (None, [])
        if source is None and text:
            if text is sent.text:
                return MergedRecord(path, findings=tuple(findings))
            message = f"{what} cannot be read, so the change cannot be merged."
            hint = "Run “academy check”, correct the file, and try again."
            return MergedRecord(path, findings=(refusal(path, "R816", message, hint),))
        sides.append(source.values() if source else {})
    record_id = record_id_at(path)
    before, here, theirs = sides
    merged = merge_values(before, here, theirs, lambda conflict: choices.side(record_id, conflict))
    title = here.get("title")
    name = title if isinstance(title, str) else record_id
    sentences = conflict_sentences(path, name, merged.conflicts, is_new=sent.state == "new")
    return MergedRecord(path, edit_record_text(now, path, merged.values), sentences)
