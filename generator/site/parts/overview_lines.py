"""Lines and cells that the first screens of several kinds share: results, strength, prototypes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.analysis.insights.evidence import evidence_rank, strongest_level
from generator.english import counted
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_verdict import stage_option, verdict_option
from generator.model.kinds.prototype_words import Verdict
from generator.model.measure_text import baseline_in_words
from generator.site.parts.cells import capitalise, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import Inlines, Tag, Text
from generator.site.parts.last_known import as_of, last_known
from generator.site.parts.overview import STEPS, StripCell
from generator.site.parts.verdicts import judges_phrase

_VERDICT_PHRASES: dict[Verdict, str] = {
    "worked": "worked",
    "worked-in-part": "worked in part",
    "not-worked": "did not work",
}


def has_comparison(result: Measure) -> bool:
    """Return whether a result is compared with others, or with a figure from before."""
    return result.comparator is not None or bool(baseline_in_words(result))


def result_lines(site: SiteContent, results: Iterable[Measure]) -> list[Inlines]:
    """Return a line for each result, with the strength of its evidence."""
    return [_result(site, result) for result in results]


def _result(site: SiteContent, result: Measure) -> Inlines:
    level = result.evidence_level
    strength = EVIDENCE_LEVELS.label(level).lower() if level else "strength not stated"
    compared = "" if has_comparison(result) else ", no starting figure or comparison given"
    return (site.link(result.id), Text(f"{strength}{compared}"))


def strength_cell(results: Sequence[Measure]) -> StripCell:
    """Return the strength of the strongest result, as a step of the scale."""
    if not results:
        return StripCell("Strength of evidence", text_inlines("No results yet"))
    level = strongest_level(results)
    rank = evidence_rank(level)
    note = f"Step {rank} of {STEPS}, for its strongest result" if rank else ""
    steps = tuple(step < rank for step in range(STEPS)) if rank else ()
    label = EVIDENCE_LEVELS.label(level) if rank else "Not stated"
    return StripCell("Strength of evidence", text_inlines(label), note, steps)


def verdict_cell(site: SiteContent, label: str, prototypes: Sequence[str], note: str) -> StripCell:
    """Return how many of the prototypes worked, and who says so; `note` follows."""
    verdicts = [site.index.prototype(prototype).verdict for prototype in prototypes]
    phrases = [
        f"{verdicts.count(verdict):,} {words}"
        for verdict, words in _VERDICT_PHRASES.items()
        if verdict in verdicts
    ]
    if not phrases:
        return StripCell(label, text_inlines("No verdict yet"))
    notes = filter(None, (judges_phrase(site, prototypes), note))
    return StripCell(label, text_inlines(", ".join(phrases)), "; ".join(notes))


def prototype_lines(
    site: SiteContent,
    prototypes: Iterable[str],
    notes: Mapping[str, str] = MappingProxyType({}),
) -> list[Inlines]:
    """Return a line for each prototype: its verdict or, without one, its stage; and its year.

    `notes` follow the title, by the id of the prototype.
    """
    return [_prototype(site, record_id, notes.get(record_id, "")) for record_id in prototypes]


def _prototype(site: SiteContent, record_id: str, note: str) -> Inlines:
    prototype = site.index.prototype(record_id)
    known = last_known(site, prototype)
    tag = _verdict_or_stage(prototype, is_old=known is not None and known.is_old)
    return (site.link(record_id, note), tag, *as_of(site, prototype))


def _verdict_or_stage(prototype: Prototype, *, is_old: bool) -> Tag:
    """Return the verdict as a tag or, without one, the stage; without colour if that is old."""
    if prototype.verdict in _VERDICT_PHRASES:
        return option_tag(verdict_option(prototype))
    stage = stage_option(prototype)
    return Tag(stage.label, "open" if is_old else stage.tone)


def count_cell(label: str, number: int, noun: str, note: str = "", section: str = "") -> StripCell:
    """Return a cell with a count, which leads to a section unless it is zero: “3 areas”."""
    value = capitalise(counted(number, noun)) if number else "None recorded"
    return StripCell(label, text_inlines(value), note, section=section if number else "")
