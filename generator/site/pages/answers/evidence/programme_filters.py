"""The filters of the list of programmes: what it can be narrowed by, and the keys of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.programmes import ProgrammeEvidence
from generator.analysis.insights.value_case import value_cases
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.prototype_words import VERDICTS
from generator.site.parts.blocks import FilterValue, TableFilter
from generator.site.parts.content import SiteContent
from generator.site.parts.last_known import last_known

_COSTS = {"yes": "Reported", "no": "Not reported"}


@dataclass(frozen=True, slots=True)
class ProgrammeFilter:
    """A filter by its key in the address: `keys` are those of a programme, `label` names one.

    `order` sorts the keys; without it they stand in the order of their labels.
    """

    key: str
    title: str
    keys: Callable[[SiteContent, ProgrammeEvidence], Iterable[str]]
    label: Callable[[SiteContent, str], str]
    order: Callable[[str], int] | None = None


def filter_keys(site: SiteContent, programme: ProgrammeEvidence) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a programme for each of the filters, in their order."""
    return tuple(tuple(one.keys(site, programme)) for one in _FILTERS)


def programme_filters(
    site: SiteContent, programmes: Sequence[ProgrammeEvidence]
) -> tuple[TableFilter, ...]:
    """Return the filters with the values that at least one of the programmes has."""
    return tuple(_filter(site, programmes, one) for one in _FILTERS)


def _filter(
    site: SiteContent, programmes: Sequence[ProgrammeEvidence], kind: ProgrammeFilter
) -> TableFilter:
    keys = dict.fromkeys(key for programme in programmes for key in kind.keys(site, programme))
    order = kind.order
    values = [FilterValue(key, kind.label(site, key)) for key in keys]
    values.sort(key=lambda value: (order(value.key) if order else 0, value.label.casefold()))
    return TableFilter(kind.key, kind.title, tuple(values))


def _worked(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:  # noqa: ARG001
    return (programme.verdict,)


def _strength(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:  # noqa: ARG001
    level = programme.level or programme.strongest
    return (level,) if level else ()


def _cost(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:
    return ("yes" if value_cases(site.index)[programme.prototype].costs else "no",)


def _year(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:
    known = last_known(site, site.index.prototype(programme.prototype))
    return (known.year.split()[-1],) if known else ()


def _places(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:
    """Return the areas of a programme and those around them: in Darlington is in the North East."""
    areas = site.index.ids(site.index.prototype(programme.prototype).areas)
    return dict.fromkeys(
        wider for area in areas for wider in site.index.enclosing_areas.get(area, (area,))
    )


def _outcomes(site: SiteContent, programme: ProgrammeEvidence) -> Iterable[str]:
    outcomes = (site.index.id(site.index.measure(result).outcome) for result in programme.results)
    return dict.fromkeys(outcome for outcome in outcomes if outcome)


def _title(site: SiteContent, record: str) -> str:
    return site.catalogue.title(record)


_FILTERS = (
    ProgrammeFilter(
        "works",
        "Did it work?",
        _worked,
        lambda _, verdict: VERDICTS.label(verdict),
        VERDICTS.words.index,
    ),
    ProgrammeFilter(
        "strength",
        "Strength of evidence",
        _strength,
        lambda _, level: EVIDENCE_LEVELS.label(level),
        lambda level: -evidence_rank(level),
    ),
    ProgrammeFilter(
        "cost", "Cost or saving", _cost, lambda _, key: _COSTS[key], list(_COSTS).index
    ),
    ProgrammeFilter("place", "Place", _places, _title),
    ProgrammeFilter("outcome", "Outcome", _outcomes, _title),
    ProgrammeFilter("year", "Last known", _year, lambda _, year: year, lambda year: -int(year)),
)
