"""Who learnt from an area: by name, or counted where a source does not name them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.insights.learning import LearningLink
from generator.english import counted
from generator.site.parts.cells import record_links
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.limits import FEW_LINKS


def unnamed_notes(lessons: Iterable[LearningLink]) -> dict[str, str]:
    """Return for each adopter that no link names itself: “2 areas in it, not named”."""
    counts: dict[str, int] = {}
    named = set()
    for lesson in lessons:
        if lesson.unnamed:
            counts[lesson.adopter] = max(counts.get(lesson.adopter, 0), lesson.unnamed)
        else:
            named.add(lesson.adopter)
    return {
        adopter: f"{counted(number, 'area')} in it, not named"
        for adopter, number in counts.items()
        if adopter not in named
    }


def learner_links(site: SiteContent, lessons: Iterable[LearningLink]) -> Inlines:
    """Return links to who learnt, the named first; “None named:” where there are only others."""
    links = tuple(lessons)
    notes = unnamed_notes(links)
    named = [link.adopter for link in links if link.adopter not in notes]
    learners = dict.fromkeys((*named, *notes))
    shown = record_links(site, learners, "Nobody yet", FEW_LINKS, notes=notes)
    return (Text("None named:"), *shown) if notes and not named else shown
