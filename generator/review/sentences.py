"""The sentences of a difference under headings, and its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import join_words
from generator.english import counted
from generator.model.kinds import KIND_OF, KINDS
from generator.review.changes import Difference, PageChange, RecordRef
from generator.review.phrases import quote

_PAGE_PREFIX = {"added": "New page", "changed": "Changed", "removed": "Removed"}


@dataclass(frozen=True, slots=True)
class SentenceGroup:
    """Sentences under a heading. `more` counts those left out."""

    title: str
    sentences: tuple[str, ...]
    more: int = 0


def summary(difference: Difference) -> str:
    """Return the summary of a difference: short sentences with counts."""
    if difference.is_empty:
        return "Nothing changes."
    lines = [
        _count_sentence("Adds", difference.added),
        _count_sentence("Removes", difference.removed),
        _count_sentence(
            "Renames", (change.new for change in difference.renamed if not change.merged)
        ),
        _count_sentence("Merges", (change.old for change in difference.renamed if change.merged)),
        _count_sentence("Changes", dict.fromkeys(change.record for change in difference.changed)),
        "Changes the glossary." if difference.terms else "",
    ]
    stated = [line for line in lines if line]
    if not (stated or difference.unread):
        stated = ["No records change."]
    return " ".join((*stated, *_outcome_sentences(difference)))


def _outcome_sentences(difference: Difference) -> Iterator[str]:
    if faults := sum(
        finding.new and finding.severity == "error" for finding in difference.findings
    ):
        yield f"Adds {counted(faults, 'error', 'errors')}."
    if difference.pages:
        yield f"{counted(len(difference.pages), 'page changes', 'pages change')}."
    if difference.unread:
        yield f"{counted(len(difference.unread), 'file', 'files')} could not be compared."


def _count_sentence(verb: str, records: Iterable[RecordRef]) -> str:
    counts = Counter(record.kind for record in records)
    parts = [
        counted(counts[kind.name], kind.label.lower(), kind.labels.lower())
        for kind in KINDS
        if counts[kind.name]
    ]
    return f"{verb} {join_words(parts, last='and')}." if parts else ""


def sentence_groups(difference: Difference, most: int) -> tuple[SentenceGroup, ...]:
    """Return the sentences of a difference by heading, at most `most` in each group."""
    whole = (
        SentenceGroup("Files that could not be compared", tuple(_skipped_sentences(difference))),
        SentenceGroup("Records", tuple(_record_sentences(difference))),
        SentenceGroup("Relations", tuple(change.sentence for change in difference.relations)),
        SentenceGroup("Answers", tuple(change.sentence for change in difference.insights)),
        SentenceGroup(
            "Errors, warnings and gaps",
            tuple(_deduplicate(change.sentence for change in difference.findings)),
        ),
        SentenceGroup("Pages", tuple(_page_sentence(change) for change in difference.pages)),
    )
    return tuple(_shorten(part, most) for part in whole if part.sentences)


def _shorten(part: SentenceGroup, most: int) -> SentenceGroup:
    more = len(part.sentences) - most
    return SentenceGroup(part.title, part.sentences[:most], more) if more > 0 else part


def _skipped_sentences(difference: Difference) -> Iterator[str]:
    yield from (file.sentence for file in difference.unread)
    if difference.faulty:
        where = join_words((f"{side} the change" for side in difference.faulty), last="and")
        yield f"Pages are not compared, because there are errors {where}."


def _record_sentences(difference: Difference) -> Iterator[str]:
    for verb, records in (("Adds", difference.added), ("Removes", difference.removed)):
        for record in records:
            yield f"{verb} the {KIND_OF[record.kind].label.lower()} {quote(record.title)}."
    for changes in (difference.renamed, difference.changed, difference.terms):
        yield from (change.sentence for change in changes)


def _deduplicate(sentences: Iterable[str]) -> Iterator[str]:
    """Yield each sentence once, with its number of occurrences."""
    for text, count in Counter(sentences).items():
        yield f"{text} ({count:,} times)" if count > 1 else text


def _page_sentence(change: PageChange) -> str:
    return f"{_PAGE_PREFIX[change.way]}: {quote(change.title)} ({change.url})"
