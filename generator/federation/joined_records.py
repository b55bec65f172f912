"""Records of several academies that are one: each is shown once, with what each academy says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.federation.full_names import Rename, with_full_names
from generator.federation.united_lists import united_lists
from generator.model.fields.full_names import academy_of, is_own
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.record import Record
from generator.records.catalogue import Catalogue, same_records

Groups = Iterable[tuple[str, ...]]


def with_joined_records(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue in which records that are the same in several academies are one.

    The record of this academy stands for the others, or else that of the first academy by id. It
    also names what the others name in its lists of records. An adoption that two academies tell of,
    and a result of what is joined that both state alike, count once.
    """
    if not catalogue.academies:
        return catalogue
    groups = same_records(catalogue.records, catalogue.resolve).groups
    joined = _joined(catalogue, groups)
    # a figure may be a sum of figures, which are to be one first
    while more := [*_same_adoptions(joined), *_same_results(joined, groups)]:
        joined = _joined(joined, more)
    return joined


def _joined(catalogue: Catalogue, groups: Groups) -> Catalogue:
    first_of = {name: group[0] for group in groups for name in group}
    if not first_of:
        return catalogue

    def rename(name: str) -> str:
        known = catalogue.resolve(name)
        return first_of.get(known, name) if known else name

    statements = {group[0]: tuple(catalogue.records[name] for name in group) for group in groups}
    records = {
        name: _whole(statements[name], rename, catalogue.targets(record))
        if name in statements
        else _renamed(record, rename, catalogue.targets(record))
        for name, record in catalogue.records.items()
        if first_of.get(name, name) == name
    }
    return replace(
        catalogue,
        records=records,
        origins={name: catalogue.origins[name] for name in records},
        joined={**catalogue.joined, **statements},
    )


def _renamed(record: Record, rename: Rename, named: Iterable[str]) -> Record:
    """Return a record of another academy that names what is joined by one id.

    `named` are the ids that it names.
    """
    if is_own(record.id) or all(rename(name) == name for name in named):
        return record
    return with_full_names(record, rename)


def _whole(statements: tuple[Record, ...], rename: Rename, named: Iterable[str]) -> Record:
    """Return the first of some records, with what the others name in its lists.

    Single values are those of the first: no value on its page is that of an academy which the page
    does not name. `named` are the ids that the first one names.
    """
    first = _renamed(statements[0], rename, named)
    added = united_lists(first, statements[1:], rename)
    if not added:
        return first
    values = {name: getattr(first, name) for name in type(first).model_fields} | added
    return type(first).model_construct(_fields_set=first.model_fields_set | added.keys(), **values)


def _same_adoptions(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Yield adoptions of one practice by one adopter from the same sources, one an academy."""
    keys: dict[str, Hashable] = {}
    for adoption in catalogue.records_of(Adoption):
        if adoption.practice and not adoption.unnamed_adopters:
            sources = {
                (catalogue.resolve(source.origin or ""), source.described)
                for source in adoption.learnt_from
            }
            ends = (catalogue.resolve(name) for name in (adoption.adopter, adoption.practice))
            keys[adoption.id] = (*ends, frozenset(sources))
    return _groups(keys)


def _same_results(catalogue: Catalogue, groups: Groups) -> Iterator[tuple[str, ...]]:
    """Yield figures of what is joined that say the same, one an academy."""
    firsts = {group[0] for group in groups}

    def rename(name: str) -> str:
        return catalogue.resolve(name) or name

    keys: dict[str, Hashable] = {}
    for measure in catalogue.records_of(Measure):
        about = catalogue.resolve(measure.prototype or measure.group or measure.area or "")
        if about in firsts:
            renamed = with_full_names(measure, rename)
            # the words around a value may differ
            words = "" if measure.value is None else "statement"
            fields = (name for name in MeasureFields.model_fields if name != words)
            keys[measure.id] = (about, *(repr(getattr(renamed, name)) for name in fields))
    return _groups(keys)


def _groups(keys: Mapping[str, Hashable]) -> Iterator[tuple[str, ...]]:
    """Yield the ids that have one key, where no academy has two of them."""
    alike: dict[Hashable, list[str]] = defaultdict(list)
    for name, key in keys.items():
        alike[key].append(name)
    for names in alike.values():
        academies = {academy_of(name) for name in names}
        if 1 < len(names) == len(academies):
            yield tuple(sorted(names, key=lambda name: (academy_of(name), name)))
