"""Read a saved issue: the title and text of an event, or of an answer, of GitHub or GitLab."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from generator.intake.submission import SubmissionError, refusal

MAX_ISSUE_BYTES = 3_000_000  # GitLab allows 1,048,576 characters; JSON escapes some


@dataclass(frozen=True, slots=True)
class IssueText:
    """The title and text of an issue, and its number (0 if it is not known)."""

    title: str
    body: str
    number: int = 0


def read_issue(data: bytes, name: str) -> IssueText:
    """Return the issue in JSON: an event, or what the API of GitHub or GitLab returns.

    Raises SubmissionError for any other JSON.
    """
    if len(data) > MAX_ISSUE_BYTES:
        raise SubmissionError(
            [refusal(name, "R803", "The issue is too long.", "Ask for a zip instead.")]
        )
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise SubmissionError([_not_an_issue(name)]) from None
    issue = _issue_in(loaded)
    title, body = issue.get("title"), issue.get("body", issue.get("description"))
    number = issue.get("number", issue.get("iid", 0))
    if not isinstance(title, str) or not isinstance(body, str | None):
        raise SubmissionError([_not_an_issue(name)])
    # a whole number of at most nine digits, because it becomes part of names
    known = isinstance(number, int) and not isinstance(number, bool) and 0 < number < 10**9
    return IssueText(title, body or "", number if known else 0)


def _issue_in(loaded: Any) -> dict[str, Any]:
    """Return the issue of an event, or the value itself."""
    whole = loaded if isinstance(loaded, dict) else {}
    for key in ("issue", "object_attributes"):
        if isinstance(whole.get(key), dict):
            return dict(whole[key])
    return whole


def _not_an_issue(name: str) -> Any:
    message = "This is JSON, but it is not an issue of GitHub or GitLab."
    return refusal(name, "R801", message, "Save the issue or its text, and receive that.")
