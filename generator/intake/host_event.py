"""Read which issue or merge request an event of GitLab is about, and where we answered it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from generator.intake.submission import SubmissionError, refusal

MARK = "<!-- academy -->"  # the first line of our comments
_COMMIT = re.compile("[0-9a-f]{40,64}")
_LABEL = "record"
_BOT = re.compile(r"(?:project|group)_\d+_bot\w*")


@dataclass(frozen=True, slots=True)
class HostEvent:
    """What a workflow may know of an event: nothing that somebody can choose freely.

    `kind`: “issue”, “merge_request” or “other”. `number`: that of the issue or request. `commit`:
    the head of a request, or empty. `is_record`: whether an issue has the label for records.
    `note`: the number of our comment, in a list of comments; 0 for none.
    """

    kind: str = "other"
    number: int = 0
    commit: str = ""
    is_record: bool = False
    note: int = 0

    def as_shell(self) -> str:
        """Return the event as lines that a shell can read: `number=12`."""
        stated = {
            "kind": self.kind,
            "number": self.number,
            "commit": self.commit,
            "is_record": "yes" if self.is_record else "no",
            "note": self.note,
        }
        return "\n".join(f"{name}={value}" for name, value in stated.items())


def read_host_event(data: bytes, name: str) -> HostEvent:
    """Return the event in the JSON of a webhook, or in the list of comments of the API.

    Raises SubmissionError for any other text.
    """
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, list):
        return HostEvent(note=next(filter(None, map(_own_note, loaded)), 0))
    if not isinstance(loaded, dict):
        message = "This is not an event of a code host."
        raise SubmissionError([refusal(name, "R801", message, "Give the file of the event.")])
    return _event(loaded)


def _event(loaded: dict[str, Any]) -> HostEvent:
    stated = _map(loaded.get("object_attributes"))
    kind, number = loaded.get("object_kind"), _number(stated.get("iid"))
    if kind not in ("issue", "merge_request") or not number:
        return HostEvent()
    head = _map(stated.get("last_commit")).get("id")
    is_known = isinstance(head, str) and _COMMIT.fullmatch(head)
    return HostEvent(kind, number, str(head) if is_known else "", _LABEL in _labels(loaded))


def _own_note(note: Any) -> int:
    """Return the number of a comment that we wrote; 0 for one of somebody else."""
    stated = _map(note)
    author, body = _map(stated.get("author")).get("username"), stated.get("body")
    is_ours = isinstance(author, str) and _BOT.fullmatch(author)
    return _number(stated.get("id")) if is_ours and str(body).startswith(MARK) else 0


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: Any) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**12
    return value if is_number else 0


def _labels(loaded: dict[str, Any]) -> set[str]:
    labels = loaded.get("labels")
    titles = [_map(label).get("title") for label in labels] if isinstance(labels, list) else []
    return {title for title in titles if isinstance(title, str)}
