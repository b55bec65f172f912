"""Read which issue or merge request an event of a code host is about."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from generator.intake.submission import SubmissionError, refusal

_COMMIT = re.compile("[0-9a-f]{40,64}")
_LABEL = "record"


@dataclass(frozen=True, slots=True)
class HostEvent:
    """What a workflow may know of an event: nothing that somebody else can choose freely.

    `kind`: “issue”, “merge_request” or “other”. `number`: that of the issue or request. `commit`:
    the head of a request, or empty. `is_record`: whether an issue has the label for records.
    """

    kind: str
    number: int
    commit: str = ""
    is_record: bool = False


def read_host_event(data: bytes, name: str) -> HostEvent:
    """Return the event in the JSON of a webhook of GitLab. Raises SubmissionError for other text."""
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        raise SubmissionError([refusal(name, "R801", "This is not an event of a code host.")])
    about = loaded.get("object_attributes")
    stated: dict[str, Any] = about if isinstance(about, dict) else {}
    kind, number = loaded.get("object_kind"), stated.get("iid")
    if kind not in ("issue", "merge_request") or not _is_number(number):
        return HostEvent("other", 0)
    commit = stated.get("last_commit")
    head = commit.get("id") if isinstance(commit, dict) else ""
    known = isinstance(head, str) and _COMMIT.fullmatch(head)
    return HostEvent(kind, number, head if known else "", _LABEL in _labels(loaded))


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def _labels(loaded: dict[str, Any]) -> set[str]:
    labels = loaded.get("labels")
    titles = (label.get("title") for label in labels if isinstance(label, dict)) if isinstance(labels, list) else ()
    return {title for title in titles if isinstance(title, str)}
