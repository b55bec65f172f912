"""Take in what people send: merge it, check it as if it were there, and say what it changes.

`plan_receipt` decides and writes nothing; the command writes all files of a plan, or none.
"""

from __future__ import annotations

from generator.receive.academy_files import academy_text
from generator.receive.choices import Choices, ConflictSentence, conflict_sentences
from generator.receive.following import FollowError, FollowPlan, plan_follow, plan_unfollow
from generator.receive.receipt import AcademyBefore, Receipt, plan_receipt

__all__ = [
    "AcademyBefore",
    "Choices",
    "ConflictSentence",
    "FollowError",
    "FollowPlan",
    "Receipt",
    "academy_text",
    "conflict_sentences",
    "plan_follow",
    "plan_receipt",
    "plan_unfollow",
]
