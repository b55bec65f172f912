"""What to know of a submission that was written from another version of the academy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.diagnostics import join_words
from generator.intake.submission import Submission, SubmittedRecord, text_digest
from generator.intake.submission.record_paths import record_id_at
from generator.records.catalogue import Catalogue
from generator.records.source import PlainValue, parse_source
from generator.site.share import academy_edition

_OTHER_VERSION = "This was written from another version of this academy."


def version_notes(
    submission: Submission, catalogue: Catalogue, read_text: Callable[[str], str | None]
) -> Iterator[str]:
    """Yield what the person who receives a submission should know of its version; mostly nothing.

    `read_text` gives the text that a path has here, or None. A submission that names no version,
    such as a spreadsheet, gives no note.
    """
    if not submission.edition or submission.edition == academy_edition(catalogue):
        return
    altered = (
        record_id_at(record.path)
        for record in submission.records
        if record.state == "changed" and _is_other(record, read_text(record.path))
    )
    changed = [f"“{catalogue.title(name)}”" for name in altered if name in catalogue.records]
    if changed:
        has = "has" if len(changed) == 1 else "have"
        names = join_words(changed, last="and")
        yield f"{_OTHER_VERSION} {names} {has} changed here since. Nothing of either is lost."
    elif any(record.state == "new" for record in submission.records):
        yield (
            f"{_OTHER_VERSION} The sender has not seen what was added since. Check that what is "
            "new is not here already under another name."
        )
    else:
        yield f"{_OTHER_VERSION} What it changes has not changed here since."


def _is_other(record: SubmittedRecord, now: str | None) -> bool:
    """Return whether the file here does not say what the one said that the sender changed.

    The form writes an original in its own layout, so that only the values count.
    """
    if now is None:
        return False
    if record.original is not None:
        return _values(record.original, record.path) != _values(now, record.path)
    return text_digest(now) != record.original_digest


def _values(text: str, path: str) -> dict[str, PlainValue]:
    """Return the values of a record; none for a text that cannot be read."""
    source, _ = parse_source(text, path)
    return source.values() if source else {}
