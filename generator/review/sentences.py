"""The sentences of a difference under headings, and its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.checks import DOUBLE_RECORD_CODES
from generator.diagnostics import Severity, clip, join_words
from generator.english import counted
from generator.model.kinds import KIND_OF, KINDS
from generator.review.changes import Difference, FindingChange, PageChange, RecordRef
from generator.review.phrases import quote, with_label

WHERE_THE_REST_IS = "The full list, with --all, has the rest."
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


@dataclass(frozen=True, slots=True)
class ReportLimits:
    """How much of a difference a report shows.

    `records`: how many new records in full. `sentences`: how many in each group; `minor`: how many
    gaps and pages. `length`: the characters of a sentence. None is no limit.
    """

    records: int | None = None
    sentences: int | None = None
    minor: int | None = 12
    length: int | None = None


def sentence_groups(difference: Difference, limits: ReportLimits) -> tuple[SentenceGroup, ...]:
    """Return the sentences of a difference by heading, as many as the limits allow."""
    unread = SentenceGroup(
        "Files that could not be compared", tuple(_skipped_sentences(difference))
    )
    minor = (
        SentenceGroup("Gaps", tuple(_findings(difference, _is_gap))),
        SentenceGroup("Pages", tuple(_page_sentence(change) for change in difference.pages)),
    )
    main = (
        unread,
        SentenceGroup("There already?", tuple(_findings(difference, _is_double))),
        SentenceGroup("Errors and warnings", tuple(_findings(difference, _is_fault))),
        SentenceGroup("Records", tuple(_record_sentences(difference))),
        *_contents(difference, limits.records),
        SentenceGroup("Relations", tuple(change.sentence for change in difference.relations)),
        SentenceGroup("Answers", tuple(change.sentence for change in difference.insights)),
    )
    return (
        *(_shorten(part, limits.sentences, limits) for part in main if part.sentences),
        *(_shorten(part, limits.minor, limits) for part in minor if part.sentences),
    )


def _contents(difference: Difference, most: int | None) -> Iterator[SentenceGroup]:
    """Yield a group for each new record, with everything that it states."""
    for contents in difference.contents[:most]:
        lines = (with_label(line.label, text) for line in contents.lines for text in line.texts)
        yield SentenceGroup(f"New: {contents.heading}", tuple(lines))
    if most is not None and len(difference.contents) > most:
        more = len(difference.contents) - most
        text = f"{counted(more, 'more new record')} in full"
        yield SentenceGroup("More new records", (f"{text}. {WHERE_THE_REST_IS}",))


def _shorten(part: SentenceGroup, most: int | None, limits: ReportLimits) -> SentenceGroup:
    sentences = part.sentences[:most]
    if limits.length is not None:
        sentences = tuple(_cut(sentence, limits.length) for sentence in sentences)
    return SentenceGroup(part.title, sentences, len(part.sentences) - len(sentences))


def _cut(sentence: str, length: int) -> str:
    if len(sentence) <= length:
        return sentence
    return f"{clip(sentence, length)} (cut). {WHERE_THE_REST_IS}"


def _is_gap(finding: FindingChange) -> bool:
    return finding.severity == Severity.GAP


def _is_double(finding: FindingChange) -> bool:
    return finding.new and finding.code in DOUBLE_RECORD_CODES


def _is_fault(finding: FindingChange) -> bool:
    return not _is_gap(finding) and not _is_double(finding)


def _findings(difference: Difference, is_wanted: Callable[[FindingChange], bool]) -> Iterator[str]:
    return _deduplicate(change.sentence for change in difference.findings if is_wanted(change))


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
