"""The first screen of a prototype: did it work, how strong is the evidence, who can be asked?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.insights.evidence import strongest_first
from generator.analysis.insights.value_case import value_cases
from generator.english import counted
from generator.model.kinds.adoption import Adoption, adopter_in_words
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import NATURES
from generator.model.kinds.prototype import Prototype, role_in_words
from generator.model.kinds.prototype_verdict import judge_of, stage_option, verdict_option
from generator.model.record import Record
from generator.site.parts.cells import capitalise, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import Inlines, InternalLink, MarkdownText, Tag
from generator.site.parts.last_known import last_known
from generator.site.parts.limits import limit_items
from generator.site.parts.measure_tables import measure_value
from generator.site.parts.overview import Overview, OverviewPoint, StripCell, overview_points
from generator.site.parts.overview_lines import (
    has_comparison,
    result_lines,
    strength_cell,
)
from generator.site.parts.who_to_ask import who_to_ask

_ADOPTING = ("learnt_from", "continues")


def prototype_overview(site: SiteContent, prototype: Prototype) -> Overview:
    """Return the first screen of a prototype."""
    results = strongest_first(site.index.results_of(prototype.id))
    lessons = prototype.lessons
    reasons = [prototype.verdict_basis] if prototype.verdict_basis else []
    covered = {"stage", "verdict"}
    if prototype.partners:  # its page lists them with their roles
        covered.add("partners")
    if judge_of(prototype):  # the verdict says who gave it
        covered.add("judged_by")
    if reasons:
        covered.add("verdict_basis")
    return Overview(
        strip=(
            StripCell("Did it work?", (option_tag(verdict_option(prototype)),), _basis(results)),
            strength_cell(results),
            _cost(site, prototype),
            _stage(site, prototype),
        ),
        left=(
            *overview_points("Why we say so", _texts(reasons), "verdict"),
            *overview_points("Strongest results", result_lines(site, results), "results"),
            *overview_points("What worked", _texts(lessons.worked), "lessons", 1),
            *overview_points("What did not work", _texts(lessons.not_worked), "lessons", 1),
        ),
        right=(
            *overview_points("Adopted by", list(_adopters(site, prototype)), "spread"),
            *_who_to_ask(site, prototype),
        ),
        covered_fields=frozenset(covered),
        tells_age=True,
    )


def _basis(results: Sequence[Measure]) -> str:
    """Return what a verdict rests on: “7 results, 2 with a figure before or a comparison”."""
    if not results:
        return ""
    compared = sum(1 for one in results if has_comparison(one))
    number = f"{compared:,}" if compared else "none"
    return f"{counted(len(results), 'result')}, {number} with a starting figure or a comparison"


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


def _texts(lines: Sequence[str]) -> list[Inlines]:
    return [(MarkdownText(line),) for line in lines]


def _adopters(site: SiteContent, prototype: Prototype) -> Iterator[Inlines]:
    """Yield who adopted it or builds on it, each with a link to how."""
    for edge in site.incoming(prototype.id):
        if edge.type not in _ADOPTING:
            continue
        record = site.catalogue.records[edge.writer]
        title = _adopter(site, record)
        note = "" if edge.state == "happened" else edge.state
        yield (InternalLink(title, site.link(record.id).url, note),)


def _adopter(site: SiteContent, record: Record) -> str:
    """Return who adopts or, for work that builds on a prototype, its own title."""
    adopter = site.index.id(record.adopter) if isinstance(record, Adoption) else None
    if adopter and isinstance(record, Adoption):
        return adopter_in_words(record, site.catalogue.title(adopter))
    return site.catalogue.title(record.id)


def _who_to_ask(site: SiteContent, prototype: Prototype) -> Iterator[OverviewPoint]:
    """Yield the organisations that take part, or else the areas."""
    roles = {
        site.index.id(one.partner) or "": role_in_words(prototype, one.role).lower()
        for one in prototype.partners
    }
    yield from who_to_ask(site, roles or prototype.areas, "who", roles)
