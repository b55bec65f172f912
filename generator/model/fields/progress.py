"""Whether an adoption or a prototype happened, is planned, or was halted.

Counts, titles, headings, captions and the feed take their tense from here. An adoption has happened
once it has begun, a prototype once it is being tested. Work that was paused, stopped or declined is
halted: it counts neither as use nor as a plan.
"""

from __future__ import annotations

from typing import Literal

Progress = Literal["happened", "planned", "halted"]

_OF_STATUS: dict[str, Progress] = {
    "interested": "planned",
    "intended": "planned",
    "begun": "happened",
    "in-place": "happened",
    "paused": "halted",
    "stopped": "halted",
    "declined": "halted",
}
_OF_STAGE: dict[str, Progress] = {
    "idea": "planned",
    "proposed": "planned",
    "agreed": "planned",
    "designing": "planned",
    "procuring": "planned",
    "testing": "happened",
    "live": "happened",
    "completed": "happened",
    "stopped": "halted",
}


def status_progress(status: str) -> Progress:
    """Return the progress of an adoption. Raises KeyError for an unknown status."""
    return _OF_STATUS[status]


def stage_progress(stage: str) -> Progress:
    """Return the progress of a prototype. Raises KeyError for an unknown stage."""
    return _OF_STAGE[stage]
