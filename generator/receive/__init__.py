"""Take in what people send: merge it, check it as if it were there, and say what it changes.

`plan_receipt` decides and writes nothing; the command writes all files of a plan, or none.
"""

from __future__ import annotations

from generator.receive.academy_files import academy_text
from generator.receive.choices import Choices, ConflictSentence, conflict_sentences
from generator.receive.follow_error import FollowError
from generator.receive.following import FollowPlan, plan_follow, plan_unfollow
from generator.receive.receipt import AcademyBefore, Receipt, plan_receipt
from generator.receive.their_academy import TheirAcademy, open_their_academy

__all__ = [
    "AcademyBefore",
    "Choices",
    "ConflictSentence",
    "FollowError",
    "FollowPlan",
    "Receipt",
    "TheirAcademy",
    "academy_text",
    "conflict_sentences",
    "open_their_academy",
    "plan_follow",
    "plan_receipt",
    "plan_unfollow",
]
