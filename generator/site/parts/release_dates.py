"""When a record came into the academy, and when it last changed there."""

from __future__ import annotations

from generator.analysis.release_news import added_days, changed_days
from generator.english import day_in_words
from generator.site.parts.cells import capitalise
from generator.site.parts.content import SiteContent


def release_dates(site: SiteContent, record_id: str) -> str:
    """Return “Added 3 March 2026, changed 5 May 2026”, or as much of it as releases say."""
    added = added_days(site.index).get(record_id)
    changed = changed_days(site.index).get(record_id)
    words = [f"added {day_in_words(added)}"] if added else []
    words += [f"changed {day_in_words(changed)}"] if changed else []
    return capitalise(", ".join(words))
