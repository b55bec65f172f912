"""Format a difference for a terminal, a pull request comment or another program."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.review.changes import Difference
from generator.review.markdown_escape import escape_markdown
from generator.review.sentences import (
    WHERE_THE_REST_IS,
    ReportLimits,
    SentenceGroup,
    sentence_groups,
    summary,
)

# GitHub allows comments of up to 65,536 characters
_LONGEST_COMMENT = 60_000
_ALL = ReportLimits(minor=None)
# what is tried for a comment, until it fits
_COMMENT_LIMITS = (
    ReportLimits(),
    ReportLimits(records=60, sentences=60, length=4_000),
    ReportLimits(records=20, sentences=30, minor=6, length=1_000),
    ReportLimits(records=5, sentences=12, minor=3, length=300),
    ReportLimits(records=0, sentences=6, minor=1, length=150),
)


def as_text(difference: Difference, *, is_whole: bool = False) -> str:
    """Return plain text: the summary, then sentences under headings.

    Gaps and pages are cut to a few, unless `is_whole`; all else is shown in full.
    """
    lines = [summary(difference)]
    for part in sentence_groups(difference, _ALL if is_whole else ReportLimits()):
        lines += ["", part.title, *(f"- {line}" for line in _lines(part))]
    return "\n".join(lines)


def as_markdown(difference: Difference, *, is_whole: bool = False) -> str:
    """Return the difference as Markdown, shortened to fit a GitHub comment unless `is_whole`.

    No text of a record becomes markup, a mention, a link or an image.
    """
    if is_whole:
        return _markdown(difference, _ALL)
    texts = (_markdown(difference, limits) for limits in _COMMENT_LIMITS)
    text = next((text for text in texts if len(text) <= _LONGEST_COMMENT), "")
    return text or f"**{escape_markdown(summary(difference))}**\n\n{WHERE_THE_REST_IS}\n"


def _markdown(difference: Difference, limits: ReportLimits) -> str:
    lines = [f"**{escape_markdown(summary(difference))}**"]
    for part in sentence_groups(difference, limits):
        lines += ["", f"### {escape_markdown(part.title)}", ""]
        lines += [f"- {escape_markdown(line)}" for line in _lines(part)]
    return "\n".join(lines) + "\n"


def as_json(difference: Difference) -> str:
    """Return the whole difference as one JSON object."""
    return json.dumps(
        {"summary": summary(difference), **asdict(difference)}, ensure_ascii=False, indent=2
    )


def _lines(part: SentenceGroup) -> tuple[str, ...]:
    if not part.more:
        return part.sentences
    return (*part.sentences, f"and {part.more:,} more. {WHERE_THE_REST_IS}")
