"""Checks of records that have one name, or nearly one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.checks.check import CheckFinding, warning
from generator.checks.similar_names import similar_pairs
from generator.diagnostics import clip
from generator.model.kinds import KIND_OF
from generator.model.kinds.area import Area
from generator.model.kinds.group import Group
from generator.model.kinds.listed_record import ListedRecord
from generator.model.kinds.partner import Partner
from generator.records.catalogue import Catalogue, fold_name, identical_namesakes


def namesakes_can_be_told_apart(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Records of a kind that share a title differ in something that readers see.

    The place of an area, partner or group tells it from its namesake, or else its wider area or its
    type. Prototypes with one title differ in their areas.
    """
    for group in identical_namesakes(catalogue.own.records):
        first = group[0]
        path, _ = catalogue.place(first.id)
        for record in group[1:]:
            what = KIND_OF[record.kind].label.lower()
            message = f"Another {what} has this title, and nothing tells them apart: {path}."
            remedy = (
                "Say where each one is, with “place:”."
                if isinstance(record, ListedRecord)
                else "Give each one a title of its own."
            )
            hint = f"If they are the same, delete one. If not: {remedy[:1].lower()}{remedy[1:]}"
            yield CheckFinding(record.id, ("title",), message, hint)


def names_are_not_nearly_the_same(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """No area, partner or group is probably the same as another of its type and area.

    “Darlington Council” beside “Darlington Borough Council” splits what is known about one body
    into two pages. Two records that name each other, that have different codes or that both state
    their place are taken to be different.
    """
    for model in (Area, Partner, Group):
        records = {record.id: record for record in catalogue.own.records_of(model)}
        names = {record_id: record.title for record_id, record in records.items()}
        groups = {record_id: _groups(catalogue, record) for record_id, record in records.items()}
        for first, second in similar_pairs(names, groups):
            if not _known_to_differ(catalogue, records[first], records[second]):
                yield _near_duplicate(catalogue, records[first], records[second])


def _groups(catalogue: Catalogue, record: ListedRecord) -> frozenset[Hashable]:
    """Return what two records must share in part to be one: type and area, or code."""
    areas = {
        "area": getattr(record, "part_of", ()),
        "partner": getattr(record, "serves", ()),
        "group": (getattr(record, "area", ""),),
    }[record.kind]
    kind_of_body = getattr(record, "type", "")
    within = {(kind_of_body, catalogue.resolve(area) or area) for area in areas or ("",)}
    code = getattr(record, "code", None)
    return frozenset((*within, ("code", code)) if code else within)


def _known_to_differ(catalogue: Catalogue, first: ListedRecord, second: ListedRecord) -> bool:
    if fold_name(first.title) == fold_name(second.title):
        return True  # `namesakes_can_be_told_apart` reports these
    if first.place and second.place:
        return fold_name(first.place) != fold_name(second.place)
    codes = [getattr(record, "code", None) for record in (first, second)]
    if all(codes) and codes[0] != codes[1]:
        return True
    return _names(catalogue, first, second) or _names(catalogue, second, first)


def _names(catalogue: Catalogue, first: ListedRecord, second: ListedRecord) -> bool:
    targets = (reference.target for reference in catalogue.references[first.id])
    return any(catalogue.resolve(target) == second.id for target in targets)


def _near_duplicate(
    catalogue: Catalogue, first: ListedRecord, second: ListedRecord
) -> CheckFinding:
    what = KIND_OF[first.kind].label.lower()
    path, _ = catalogue.place(first.id)
    message = f"This may be the same {what} as “{clip(catalogue.title(first.id))}”: {path}."
    coded = " or a different “code:”" if "code" in type(first).model_fields else ""
    hint = f"If it is, keep one of them. If not, give both a “place:”{coded}."
    return CheckFinding(second.id, ("title",), message, hint)


CHECKS = (
    warning("C380", namesakes_can_be_told_apart),
    warning("C381", names_are_not_nearly_the_same),
)
