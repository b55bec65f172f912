"""Whether something happened, is planned or was halted: one vocabulary for all of the academy.

Counts, titles, headings, facts, captions and the feed take their tense from here. An adoption
happened once it is begun; a prototype once it is tested. What was paused, stopped or declined is
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
    """The progress of an adoption with this status. Raises KeyError for an unknown status."""
    return _OF_STATUS[status]


def stage_progress(stage: str) -> Progress:
    """The progress of a prototype at this stage. Raises KeyError for an unknown stage."""
    return _OF_STAGE[stage]
