"""What Home shows of the records: topics, what is new, the strongest evidence, latest lessons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.insights.evidence import evidence_rank, strongest_first
from generator.analysis.release_news import release_news
from generator.model.kinds.measure import Measure
from generator.model.kinds.prototype import Prototype
from generator.site.pages import whats_new
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, InternalLink, MarkdownText, Text
from generator.site.parts.last_known import last_known
from generator.site.parts.overview_lines import result_lines
from generator.site.parts.source_date import dated_documents

_MOST_TOPICS = 10
_MOST_NEWS, _MOST_RESULTS, _MOST_LESSONS = 3, 3, 2


@dataclass(frozen=True, slots=True)
class HomeNews:
    """A change or the start of the academy, with a link to the release, by its date."""

    release: InternalLink
    words: Inlines


@dataclass(frozen=True, slots=True)
class HomeLessons:
    """Lessons from the newest sources, of both sorts, each with its prototype and year."""

    worked: tuple[Inlines, ...]
    not_worked: tuple[Inlines, ...]


def topic_links(site: SiteContent) -> tuple[InternalLink, ...]:
    """Return links to Find for the topics that most records are about, in the order of letters.

    Settings come in only where there are few others: most readers look for a condition or theme.
    """
    counts = Counter(topic for record in site.catalogue.records.values() for topic in record.topics)
    wanted = sorted(
        counts,
        key=lambda topic: (topic.definition.facet == "setting", -counts[topic], topic.label),
    )
    return tuple(
        InternalLink(topic.label, f"find/index.html?{_facet(topic.definition.facet)}={topic}")
        for topic in sorted(wanted[:_MOST_TOPICS], key=lambda topic: topic.label.casefold())
    )


def _facet(facet: str | None) -> str:
    """Return the key of a facet of topics in the addresses of Find."""
    return (facet or "").replace("-", "_")


def newest_changes(site: SiteContent) -> tuple[HomeNews, ...]:
    """Return the newest changes of the last releases, each dated; none before the first one."""
    return tuple(_changes(site))[:_MOST_NEWS]


def _changes(site: SiteContent) -> Iterator[HomeNews]:
    for entry in release_news(site.index)[:_MOST_NEWS]:
        link = whats_new.release_link(entry)
        if not entry.items:
            yield HomeNews(link, (Text(whats_new.release_summary(site, entry)),))
        for item in entry.items[:_MOST_NEWS]:
            yield HomeNews(link, whats_new.news_inlines(site, item))


def strongest_evidence(site: SiteContent) -> tuple[Inlines, ...]:
    """Return the strongest results of different prototypes, each with its prototype.

    Accounts in words come in only where no result has figures.
    """
    by_prototype: dict[str | None, Measure] = {}
    results = strongest_first(site.index.results)
    with_figures = [
        result
        for result in results
        if evidence_rank(result.evidence_level) > evidence_rank("account")
    ]
    for result in with_figures or results:
        by_prototype.setdefault(site.index.id(result.prototype), result)
    best = [(result, owner) for owner, result in by_prototype.items() if owner][:_MOST_RESULTS]
    lines = result_lines(site, [result for result, _ in best])
    return tuple(
        (*line, Text("–"), site.link(owner)) for line, (_, owner) in zip(lines, best, strict=True)
    )


def latest_lessons(site: SiteContent) -> HomeLessons:
    """Return lessons from the prototypes with the newest sources, one of each prototype."""
    newest = sorted(site.index.prototypes, key=lambda one: (-_year(site, one), one.id))
    return HomeLessons(
        tuple(_lessons(site, [(one, one.lessons.worked) for one in newest])),
        tuple(_lessons(site, [(one, one.lessons.not_worked) for one in newest])),
    )


def _year(site: SiteContent, prototype: Prototype) -> int:
    return max((one.year or 0 for one in dated_documents(site, prototype)), default=0)


def _lessons(
    site: SiteContent, lessons: list[tuple[Prototype, tuple[str, ...]]]
) -> Iterator[Inlines]:
    for prototype, texts in [pair for pair in lessons if pair[1]][:_MOST_LESSONS]:
        known = last_known(site, prototype)
        year = known.year if known else ""
        yield (MarkdownText(texts[0]), site.link(prototype.id, year))
