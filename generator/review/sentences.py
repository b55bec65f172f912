"""The difference as sentences under headings, and in one line at the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import listed
from generator.english import counted
from generator.model.kinds import KIND_OF, KINDS
from generator.review.changes import Difference, PageChange, RecordRef
from generator.review.phrases import quote

_PAGE_PREFIX = {"added": "New page", "changed": "Changed", "removed": "Gone"}


@dataclass(frozen=True, slots=True)
class SentenceGroup:
    """Sentences under a heading. `more` counts those that are left out."""

    title: str
    sentences: tuple[str, ...]
    more: int = 0


def summary(found: Difference) -> str:
    """What changes, in a few short sentences that count."""
    if found.is_empty:
        return "Nothing changes."
    lines = [
        _count_sentence("Adds", found.added),
        _count_sentence("Removes", found.removed),
        _count_sentence("Renames", (one.new for one in found.renamed if not one.merged)),
        _count_sentence("Merges", (one.old for one in found.renamed if one.merged)),
        _count_sentence("Changes", dict.fromkeys(one.record for one in found.changed)),
        "Changes the glossary." if found.terms else "",
    ]
    told = [line for line in lines if line]
    if not (told or found.unread):
        told = ["No record changes."]
    return " ".join((*told, *_outcome_sentences(found)))


def _outcome_sentences(found: Difference) -> Iterator[str]:
    if faults := sum(one.new and one.severity == "error" for one in found.findings):
        yield f"Brings {counted(faults, 'fault', 'faults')}."
    if found.pages:
        yield f"{counted(len(found.pages), 'page changes', 'pages change')}."
    if found.unread:
        yield f"{counted(len(found.unread), 'file', 'files')} could not be compared."


def _count_sentence(verb: str, records: Iterable[RecordRef]) -> str:
    counts = Counter(one.kind for one in records)
    parts = [
        counted(counts[kind.name], kind.label.lower(), kind.labels.lower())
        for kind in KINDS
        if counts[kind.name]
    ]
    return f"{verb} {listed(parts, last='and')}." if parts else ""


def sentence_groups(found: Difference, most: int) -> tuple[SentenceGroup, ...]:
    """All there is to say, at most `most` sentences under a heading."""
    whole = (
        SentenceGroup("What could not be compared", tuple(_skipped_sentences(found))),
        SentenceGroup("Records", tuple(_record_sentences(found))),
        SentenceGroup("Relations", tuple(one.sentence for one in found.relations)),
        SentenceGroup("Answers", tuple(one.sentence for one in found.insights)),
        SentenceGroup(
            "Faults, warnings and gaps", tuple(_deduplicate(one.sentence for one in found.findings))
        ),
        SentenceGroup("Pages", tuple(_page_sentence(one) for one in found.pages)),
    )
    return tuple(_shorten(part, most) for part in whole if part.sentences)


def _shorten(part: SentenceGroup, most: int) -> SentenceGroup:
    more = len(part.sentences) - most
    return SentenceGroup(part.title, part.sentences[:most], more) if more > 0 else part


def _skipped_sentences(found: Difference) -> Iterator[str]:
    yield from (one.sentence for one in found.unread)
    if found.faulty:
        where = listed((f"{side} the change" for side in found.faulty), last="and")
        yield f"Pages are not compared: there are faults {where}."


def _record_sentences(found: Difference) -> Iterator[str]:
    for verb, records in (("Adds", found.added), ("Removes", found.removed)):
        for one in records:
            yield f"{verb} the {KIND_OF[one.kind].label.lower()} {quote(one.title)}."
    for some in (found.renamed, found.changed, found.terms):
        yield from (one.sentence for one in some)


def _deduplicate(sentences: Iterable[str]) -> Iterator[str]:
    """Each sentence once, with how often it was said."""
    for text, count in Counter(sentences).items():
        yield f"{text} ({count:,} times)" if count > 1 else text


def _page_sentence(one: PageChange) -> str:
    return f"{_PAGE_PREFIX[one.way]}: {quote(one.title)} ({one.url})"
