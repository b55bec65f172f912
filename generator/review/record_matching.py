"""Which record of one academy is which of another, where its id is not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from generator.model.kinds.measure import Measure, id_is_derived
from generator.records.catalogue import Catalogue

MatchKey = Callable[[Measure], Any]


def later_ids(before: Catalogue, after: Catalogue) -> dict[str, str]:
    """The new id of each record that has one: the record of `after` that keeps its id as an alias.

    Measures keep no earlier ids, and most ids of theirs are made: they are matched by what they
    say, among those of the same record.
    """
    found = {
        one: after.aliases[one]
        for one in before.records
        if one not in after.records and one in after.aliases
    }
    old = _measures_by_file(before, lambda home: found.get(home, home))
    new = _measures_by_file(after, lambda home: home)
    for home in old:
        found.update(_match_measures(old[home], new.get(home, [])))
    return {one: other for one, other in found.items() if one != other}


def _measures_by_file(catalogue: Catalogue, now: Callable[[str], str]) -> dict[str, list[Measure]]:
    """The measures of each file, in their order, by the later path of the file."""
    found: dict[str, list[Measure]] = defaultdict(list)
    for measure in catalogue.of(Measure):
        folder, _, file = catalogue.origins[measure.id].source.path.rpartition("/")
        found[f"{folder}/{now(file.partition('.')[0])}"].append(measure)
    for some in found.values():
        some.sort(key=lambda one: [f"{step:>6}" for step in catalogue.origins[one.id].inside])
    return dict(found)


def _match_measures(old: list[Measure], new: list[Measure]) -> Iterator[tuple[str, str]]:
    """Pairs of ids: first of measures that are the same in all, then in less and less."""
    keys: tuple[MatchKey, ...] = (
        lambda one: (one.id, one.statement),
        lambda one: (one.outcome, one.statement),
        lambda one: one.id,
        # an id that was made changes with what the measure says
        lambda one: one.outcome if id_is_derived(one) else one.id,
    )
    for key in keys:
        waiting: dict[Any, list[Measure]] = defaultdict(list)
        for one in new:
            waiting[key(one)].append(one)
        for one in tuple(old):
            if waiting.get(key(one)):
                other = waiting[key(one)].pop(0)
                old.remove(one)
                new.remove(other)
                yield one.id, other.id
