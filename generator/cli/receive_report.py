"""What `academy receive` says, for a terminal or for an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Diagnostic
from generator.english import counted
from generator.receive import Receipt
from generator.review import as_markdown, as_text
from generator.review.markdown_escape import escape_markdown

ReportFormat = Literal["text", "markdown"]


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """The format of the report, and whether nothing is left out of it."""

    form: ReportFormat = "text"
    is_whole: bool = False


_NOTHING = "Nothing was written."


def refused(findings: Iterable[Diagnostic], style: ReportStyle) -> str:
    """Return every fault of what was sent, and that nothing was written."""
    faults = tuple(findings)
    head = f"There {_is_are(len(faults))} to correct. {_NOTHING}"
    if style.form == "text":
        return "\n".join([*map(_fault_text, faults), head])
    return "\n".join([f"**{head}**", "", *(f"- {escape_markdown(_fault_text(f))}" for f in faults)])


def note(text: str, style: ReportStyle) -> str:
    """Return a remark about what was sent."""
    return f"Note: {text}" if style.form == "text" else f"- {escape_markdown(text)}"


def _is_are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {counted(count, 'problem')}"


def _fault_text(fault: Diagnostic) -> str:
    line = f", line {fault.line}" if fault.line > 1 else ""
    return f"{fault.path}{line}: {fault.message} {fault.hint}".rstrip()


def stopped(receipt: Receipt, style: ReportStyle) -> str:
    """Return what keeps a receipt from being written: faults, and conflicts to decide."""
    parts = [refused(receipt.findings, style)] if receipt.findings else []
    if receipt.conflicts:
        count = counted(len(receipt.conflicts), "question")
        head = f"{count[:1].upper()}{count[1:]} to decide. {_NOTHING}"
        texts = [conflict.as_text() for conflict in receipt.conflicts]
        if style.form == "markdown":
            head = f"**{head}** The person who looks after this academy decides."
            questions = (conflict.question for conflict in receipt.conflicts)
            texts = [f"- {escape_markdown(question)}" for question in questions]
        parts += [note(text, style) for text in receipt.notes]
        parts.append("\n\n".join([*texts, head]))
    return "\n\n".join(parts)


def changes(receipt: Receipt, style: ReportStyle) -> str:
    """Return what a receipt adds and changes."""
    if not receipt.files:
        return "Nothing changes: the academy already has all of this."
    write = as_text if style.form == "text" else as_markdown
    summary = write(receipt.difference, is_whole=style.is_whole).rstrip("\n")
    return "\n\n".join([*(note(text, style) for text in receipt.notes), summary])


def written(receipt: Receipt, style: ReportStyle) -> str:
    """Return which files were written and removed."""
    done = {path: "removed" if text is None else "wrote" for path, text in receipt.files.items()}
    counts = Counter(done.values())
    parts = []
    if counts["wrote"]:
        parts.append(f"{counted(counts['wrote'], 'file')} written")
    if counts["removed"]:
        parts.append(f"{counted(counts['removed'], 'file')} removed")
    end = f"{', '.join(parts)}."
    if style.form == "markdown":
        return end
    lines = (f"{word.capitalize()} {path}" for path, word in done.items())
    return "\n".join([*lines, f"{end} Run “academy build” next."])
