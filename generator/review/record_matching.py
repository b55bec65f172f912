"""Match records that have different ids before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from generator.model.kinds.measure import Measure, has_derived_id
from generator.records.catalogue import Catalogue

MatchKey = Callable[[Measure], Any]


def later_ids(before: Catalogue, after: Catalogue) -> dict[str, str]:
    """Return the later id of each record whose id has changed.

    A record of `after` keeps its earlier ids as aliases. Measures do not, and most of their ids are
    derived from their content, so they are matched by content within the same file.
    """
    later = {
        record_id: after.aliases[record_id]
        for record_id in before.records
        if record_id not in after.records and record_id in after.aliases
    }
    old = _measures_by_file(before, lambda home: later.get(home, home))
    new = _measures_by_file(after, lambda home: home)
    for home in old:
        later.update(_match_measures(old[home], new.get(home, [])))
    return {old_id: new_id for old_id, new_id in later.items() if old_id != new_id}


def _measures_by_file(catalogue: Catalogue, now: Callable[[str], str]) -> dict[str, list[Measure]]:
    """Return the measures of each file, in order, by the later path of the file."""
    by_file: dict[str, list[Measure]] = defaultdict(list)
    for measure in catalogue.records_of(Measure):
        folder, _, file = catalogue.origins[measure.id].source.path.rpartition("/")
        by_file[f"{folder}/{now(file.partition('.')[0])}"].append(measure)
    for measures in by_file.values():
        measures.sort(
            key=lambda measure: [f"{step:>6}" for step in catalogue.origins[measure.id].inside]
        )
    return dict(by_file)


def _match_measures(old: list[Measure], new: list[Measure]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids, matching measures by ever weaker keys."""
    keys: tuple[MatchKey, ...] = (
        lambda measure: (measure.id, measure.statement),
        lambda measure: (measure.outcome, measure.statement),
        lambda measure: measure.id,
        # a derived id changes with the content of the measure
        lambda measure: measure.outcome if has_derived_id(measure) else measure.id,
    )
    for key in keys:
        waiting: dict[Any, list[Measure]] = defaultdict(list)
        for candidate in new:
            waiting[key(candidate)].append(candidate)
        for candidate in tuple(old):
            if waiting.get(key(candidate)):
                partner = waiting[key(candidate)].pop(0)
                old.remove(candidate)
                new.remove(partner)
                yield candidate.id, partner.id
