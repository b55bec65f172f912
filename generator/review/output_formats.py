"""Format a difference for a terminal, a pull request comment or another program."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.review.changes import Difference
from generator.review.markdown_escape import escape_markdown
from generator.review.sentences import SentenceGroup, sentence_groups, summary

MAX_SENTENCES = 12
# GitHub allows comments of up to 65,536 characters
_LONGEST_COMMENT = 60_000


def as_text(difference: Difference, most: int = MAX_SENTENCES) -> str:
    """Return plain text: the summary, then sentences under headings."""
    lines = [summary(difference)]
    for part in sentence_groups(difference, most):
        lines += ["", part.title, *(f"- {line}" for line in _lines(part))]
    return "\n".join(lines)


def as_markdown(difference: Difference, most: int = MAX_SENTENCES) -> str:
    """Return the difference as Markdown, shortened to fit a GitHub comment.

    No text of a record becomes markup, a mention, a link or an image.
    """
    lines = [f"**{escape_markdown(summary(difference))}**"]
    for part in sentence_groups(difference, most):
        lines += [
            "",
            f"### {part.title}",
            "",
            *(f"- {escape_markdown(line)}" for line in _lines(part)),
        ]
    text = "\n".join(lines) + "\n"
    return text if len(text) <= _LONGEST_COMMENT or most < 2 else as_markdown(difference, most // 2)


def as_json(difference: Difference) -> str:
    """Return the whole difference as one JSON object."""
    return json.dumps(
        {"summary": summary(difference), **asdict(difference)}, ensure_ascii=False, indent=2
    )


def _lines(part: SentenceGroup) -> tuple[str, ...]:
    return (*part.sentences, f"and {part.more:,} more") if part.more else part.sentences
