"""The page families that answer questions, in the order in which Home asks them."""

from __future__ import annotations

from generator.site.pages.answers import boards, evidence, governance, learning, lessons, spread
from generator.site.parts.page import PageFamily

ANSWER_FAMILIES: tuple[PageFamily, ...] = (
    spread.FAMILY,
    evidence.FAMILY,
    lessons.FAMILY,
    governance.FAMILY,
    boards.FAMILY,
    learning.FAMILY,
)
