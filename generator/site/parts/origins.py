"""Where a record of a followed academy comes from, and what people may do with it."""

from __future__ import annotations

from generator.model.followed_academy import FollowedAcademy


def origin_sentence(academy: FollowedAcademy | None) -> str:
    """Return “From Suffolk Academy, 3 March 2026.” and the licence; empty for an own record."""
    if academy is None:
        return ""
    return f"From {academy.dated_name}. {licence_sentence(academy)}"


def origin_note(academy: str, title: str) -> str:
    """Return what follows a link to a record: “from Suffolk Academy”; empty for an own record.

    It is empty too where the title names the academy.
    """
    return "" if not academy or academy in title else f"from {academy}"


def licence_sentence(academy: FollowedAcademy) -> str:
    """Return under which licence an academy shares its text."""
    if academy.licence is None:
        return "It states no licence, so ask before you share it."
    return f"Licensed under {academy.licence.in_a_sentence}."
