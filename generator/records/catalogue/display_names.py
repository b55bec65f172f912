"""The names that people see: a title, with what tells it from the same title elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model.fields.full_names import academy_of
from generator.model.fields.links import Link
from generator.model.fields.marks import mark_of
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.records.catalogue.name_index import fold_name

# In the second round the names of areas, by which other records are told apart, are known.
_ROUNDS = 2


def namesakes(records: Iterable[Record]) -> Iterator[tuple[Record, ...]]:
    """Yield the records of a kind that share a title, for kinds that can be told apart."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if KIND_OF[record.kind].told_apart_by:
            groups[record.kind, fold_name(record.title)].append(record)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def display_names(records: Mapping[str, Record], academies: Mapping[str, str]) -> dict[str, str]:
    """Return a name for each record that shares its title with another of its kind, by id.

    The records of this academy are told apart among themselves; one of a followed academy that has
    the title of another academy's record is followed by the name of its academy, which `academies`
    gives by id.
    """
    by_academy: dict[str, dict[str, Record]] = defaultdict(dict)
    for record_id, record in records.items():
        by_academy[academy_of(record_id)][record_id] = record
    having = _academies_by_title(by_academy) if academies else {}
    names = namesake_names(by_academy.pop("", {}))
    for academy, name_of_academy in academies.items():
        followed = by_academy[academy]
        own_names = namesake_names(followed)
        for record_id, record in followed.items():
            name = own_names.get(record_id, record.title)
            if len(having.get(_title_key(record), ())) > 1:
                names[record_id] = f"{name}, {name_of_academy}"
            elif record_id in own_names:
                names[record_id] = name
    return names


def _academies_by_title(
    by_academy: Mapping[str, Mapping[str, Record]],
) -> dict[tuple[str, str], set[str]]:
    """Return which academies have each title, of the kinds that can be told apart."""
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    for academy, records in by_academy.items():
        for record in records.values():
            if KIND_OF[record.kind].told_apart_by:
                having[_title_key(record)].add(academy)
    return having


def _title_key(record: Record) -> tuple[str, str]:
    return record.kind, fold_name(record.title)


def namesake_names(records: Mapping[str, Record]) -> dict[str, str]:
    """Return a name for each record that shares its title with another of its kind, by id.

    The title is followed by the fewest details that tell the records apart: “Newport, Isle of
    Wight”. Where no detail does, the id follows.
    """
    groups = tuple(namesakes(records.values()))
    names: dict[str, str] = {}
    for _ in range(_ROUNDS):
        shown = {i: names.get(i, record.title) for i, record in records.items()} if groups else {}
        names = {i: name for group in groups for i, name in _distinct_names(group, shown).items()}
    return names


def identical_namesakes(records: Mapping[str, Record]) -> Iterator[tuple[Record, ...]]:
    """Yield the records of a kind whose title and every detail are the same."""
    ids = {record_id: record_id for record_id in records}
    for group in namesakes(records.values()):
        alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for record in group:
            alike[_details(record, ids)].append(record)
        yield from (tuple(same) for same in alike.values() if len(same) > 1)


def _distinct_names(group: tuple[Record, ...], shown: Mapping[str, str]) -> dict[str, str]:
    details = {record.id: _details(record, shown) for record in group}
    titles = {record.id: record.title for record in group}
    names = dict(titles)
    for most in range(1, 1 + max(map(len, details.values()))):
        for record_id in _repeated(names):
            names[record_id] = ", ".join((titles[record_id], *details[record_id][:most]))
    for record_id in _repeated(names):
        names[record_id] = f"{names[record_id]} [{record_id}]"
    return names


def _repeated(names: Mapping[str, str]) -> list[str]:
    """Return the ids of the names that occur more than once."""
    count = Counter(map(fold_name, names.values()))
    return [record_id for record_id, name in names.items() if count[fold_name(name)] > 1]


def _details(record: Record, shown: Mapping[str, str]) -> tuple[str, ...]:
    """Return what tells a record from its namesakes, the best first: “Isle of Wight”, “County”.

    `shown` is the name of each record, by id.
    """
    fields = KIND_OF[record.kind].told_apart_by
    texts = (_detail(record, field, shown) for field in fields)
    title = fold_name(record.title)
    return tuple(dict.fromkeys(text for text in texts if text and fold_name(text) != title))


def _detail(record: Record, field: str, shown: Mapping[str, str]) -> str:
    value = getattr(record, field)
    info = type(record).model_fields[field]
    if not value:
        return ""
    if mark_of(info, Link) is not None:
        ids = value if isinstance(value, tuple) else (value,)
        names = (shown.get(record_id, record_id) for record_id in ids)
        return " and ".join(_without_repetition(name, record.title) for name in names)
    return value.label if isinstance(value, VocabularyTerm) else str(value)


def _without_repetition(name: str, title: str) -> str:
    """Return a name without the part that the title says: “Isle of Wight” for “Newport Council”."""
    first, _, rest = name.partition(", ")
    return rest if rest and fold_name(first) in fold_name(title) else name
