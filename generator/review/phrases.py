"""Phrases for names and lists of names in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from generator.diagnostics import clip, join_words
from generator.review.snapshots import Snapshots

MAX_NAMES = 4
_PLAIN_TITLE = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z]+){0,2}")
# kinds whose titles are proper names
_PROPER_NAME_KINDS = ("area", "partner", "group")


def quote(text: str, most: int = 120) -> str:
    """Return text in quotation marks, on one line, cut to `most` characters."""
    return f"“{clip(text, most)}”"


def quote_in_full(text: str) -> str:
    """Return text in quotation marks, on one line, without cutting it."""
    return quote(text, len(text) + 1)


def with_label(label: str, text: str) -> str:
    """Return a text after the label of its field, which may be a question."""
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


def join_names(names: Iterable[str]) -> str:
    """Return names as a phrase, “a, b and c”; a long list is cut and its rest counted."""
    return join_words(names, MAX_NAMES, last="and")


def practice_phrase(snapshots: Snapshots, practice: str) -> str:
    """Return a practice's title for use in a sentence: a short one in lower case, others quoted."""
    title = snapshots.title(practice)
    if not _PLAIN_TITLE.fullmatch(title) or title.split()[0] in _proper_words(snapshots):
        return quote(title)
    return title[0].lower() + title[1:]


def _proper_words(snapshots: Snapshots) -> frozenset[str]:
    records = (
        r for site in (snapshots.before, snapshots.after) for r in site.catalogue.records.values()
    )
    return frozenset(
        word for r in records if r.kind in _PROPER_NAME_KINDS for word in r.title.split()[:1]
    )


def join_titles(
    snapshots: Snapshots, ids: Iterable[str], phrase: Callable[[str], str] = str
) -> str:
    """Return the titles of records as a phrase, in alphabetical order."""
    return join_names(
        phrase(title) for title in sorted(snapshots.title(record_id) for record_id in ids)
    )
