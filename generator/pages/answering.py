"""The page families that answer questions, in the order in which Home asks them."""

from __future__ import annotations

from generator.pages import boards, evidence, learn, lessons, spread, who
from generator.pages.model import Family

ANSWERING: tuple[Family, ...] = (
    spread.FAMILY,
    evidence.FAMILY,
    lessons.FAMILY,
    who.FAMILY,
    boards.FAMILY,
    learn.FAMILY,
)
