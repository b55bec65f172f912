"""The first screen of a prototype: did it work, how strong is the evidence, who can be asked?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.insights.evidence import evidence_rank, strongest_level
from generator.analysis.insights.value_case import value_cases
from generator.english import counted
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EVIDENCE_LEVELS, NATURES
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_verdict import judge_of, stage_option, verdict_option
from generator.model.kinds.prototype_words import ROLES
from generator.model.measure_text import baseline_in_words
from generator.site.parts.cells import capitalise, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import Inlines, InternalLink, MarkdownText, Tag, Text
from generator.site.parts.last_known import last_known
from generator.site.parts.limits import limit_items
from generator.site.parts.measure_tables import measure_value
from generator.site.parts.overview import STEPS, Overview, OverviewPoint, StripCell
from generator.site.parts.who_to_ask import ask_lines

_MOST_LINES = 3
_ADOPTING = ("learnt_from", "continues")


def prototype_overview(site: SiteContent, prototype: Prototype) -> Overview:
    """Return the first screen of a prototype."""
    results = _strongest_first(site.index.results_of(prototype.id))
    reasons = [prototype.verdict_basis] if prototype.verdict_basis else []
    covered = {"stage", "verdict"}
    if judge_of(prototype):  # the verdict says who gave it
        covered.add("judged_by")
    if reasons:
        covered.add("verdict_basis")
    return Overview(
        strip=(
            StripCell("Did it work?", (option_tag(verdict_option(prototype)),), _basis(results)),
            _strength(results),
            _cost(site, prototype),
            _stage(site, prototype),
        ),
        left=(
            *_points("Why we say so", _texts(reasons), "verdict"),
            *_points("Strongest results", [_result(site, one) for one in results], "results"),
            *_points("What worked", _texts(prototype.lessons.worked), "lessons", most=1),
            *_points("What did not work", _texts(prototype.lessons.not_worked), "lessons", most=1),
        ),
        right=(
            *_points("Adopted by", list(_adopters(site, prototype)), "spread"),
            *_points("Who to ask", _askable(site, prototype), "who"),
        ),
        covered_fields=frozenset(covered),
        tells_age=True,
    )


def _strongest_first(results: Sequence[Measure]) -> list[Measure]:
    """Return results with the strongest evidence first, those with a number before the others.

    Which way they went plays no part, so that a bad result is not left for last.
    """
    return sorted(
        results, key=lambda one: (-evidence_rank(one.evidence_level), measure_value(one) is None)
    )


def _basis(results: Sequence[Measure]) -> str:
    """Return what a verdict rests on: “7 results, 2 with a figure before or a comparison”."""
    if not results:
        return ""
    compared = sum(1 for one in results if _has_comparison(one))
    number = f"{compared:,}" if compared else "none"
    return f"{counted(len(results), 'result')}, {number} compared with before or with others"


def _has_comparison(result: Measure) -> bool:
    return result.comparator is not None or bool(baseline_in_words(result))


def _strength(results: Sequence[Measure]) -> StripCell:
    if not results:
        return StripCell("Strength of evidence", text_inlines("No results yet"))
    level = strongest_level(results)
    rank = evidence_rank(level)
    note = f"Step {rank} of {STEPS}, for its strongest result" if rank else ""
    steps = tuple(step < rank for step in range(STEPS)) if rank else ()
    label = EVIDENCE_LEVELS.label(level) if rank else "Not stated"
    return StripCell("Strength of evidence", text_inlines(label), note, steps)


def _cost(site: SiteContent, prototype: Prototype) -> StripCell:
    case = value_cases(site.index)[prototype.id]
    costs, more = limit_items([site.index.measure(cost) for cost in case.costs], 2)
    if not costs:
        return StripCell("Cost or saving", text_inlines("Not reported"))
    links = tuple(_cost_link(site, cost) for cost in costs)
    return StripCell("Cost or saving", links, f"and {more:,} more" if more else "")


def _cost_link(site: SiteContent, cost: Measure) -> InternalLink:
    """Return a link to a cost by its value; a figure that is no result says what it is."""
    value = capitalise(measure_value(cost) or "in words only")
    nature = "" if cost.nature == "result" else NATURES.label(cost.nature).lower()
    return InternalLink(value, site.link(cost.id).url, nature)


def _stage(site: SiteContent, prototype: Prototype) -> StripCell:
    """Return the stage with the year in which it was known; without colour where that is old."""
    option = stage_option(prototype)
    known = last_known(site, prototype)
    tone = "open" if known and known.is_old else option.tone
    return StripCell("Stage", (Tag(option.label, tone),), known.text if known else "")


def _result(site: SiteContent, result: Measure) -> Inlines:
    level = result.evidence_level
    strength = EVIDENCE_LEVELS.label(level).lower() if level else "strength not stated"
    compared = "" if _has_comparison(result) else ", nothing to compare it with"
    return (site.link(result.id), Text(f"{strength}{compared}"))


def _texts(lines: Sequence[str]) -> list[Inlines]:
    return [(MarkdownText(line),) for line in lines]


def _adopters(site: SiteContent, prototype: Prototype) -> Iterator[Inlines]:
    """Yield who adopted it or builds on it, each with a link to how."""
    for edge in site.incoming(prototype.id):
        if edge.type not in _ADOPTING:
            continue
        record = site.catalogue.records[edge.writer]
        adopter = site.index.id(record.adopter) if isinstance(record, Adoption) else None
        title = site.catalogue.title(adopter) if adopter else site.catalogue.title(record.id)
        note = "" if edge.state == "happened" else edge.state
        yield (InternalLink(title, site.link(record.id).url, note),)


def _askable(site: SiteContent, prototype: Prototype) -> list[Inlines]:
    """Return the organisations that take part, or else the areas."""
    roles = {
        site.index.id(one.partner) or "": ROLES.label(one.role).lower()
        for one in prototype.partners
    }
    return ask_lines(site, roles or prototype.areas, roles)


def _points(
    label: str, lines: Sequence[Inlines], rest: str, most: int = _MOST_LINES
) -> Iterator[OverviewPoint]:
    shown, more = limit_items(lines, most)
    if shown:
        link = InternalLink(f"and {more:,} more", f"#{rest}") if more else None
        yield OverviewPoint(label, tuple(shown), link)
