"""Records of a followed academy beside the own ones, joined where `same_as` says so.

Works on dictionaries that PyYAML read; the product's own way of joining is not used.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tests.oracle.raw_records import Fields, RawAcademy

# fields that list records
_LISTS = ("areas", "practices", "part_of", "serves", "outcomes_aimed", "principles")
_WORDS = ("sources", "inferred", "note")


def joined(own: RawAcademy, followed: RawAcademy, name: str) -> RawAcademy:
    """The records of both; what an own record calls the same is one."""
    ids = {record_id for kind in fields(followed) for record_id in getattr(followed, kind.name)}
    first = {record_id: f"{name}/{record_id}" for record_id in ids}
    for kind in fields(own):
        for record_id, record in getattr(own, kind.name).items():
            for other in record.get("same_as", ()):
                first[other.removeprefix(f"{name}/")] = record_id
    theirs = {
        kind.name: {
            first[record_id]: _renamed(record, first)
            for record_id, record in getattr(followed, kind.name).items()
        }
        for kind in fields(followed)
    }
    both = RawAcademy(
        **{kind.name: _together(getattr(own, kind.name), theirs[kind.name]) for kind in fields(own)}
    )
    _count_adoptions_once(both)
    return both


def _renamed(value: Any, first: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {word: _renamed(inside, first) for word, inside in value.items()}
    if isinstance(value, list):
        return [_renamed(inside, first) for inside in value]
    return first.get(value, value) if isinstance(value, str) else value


def _together(own: dict[str, Fields], theirs: dict[str, Fields]) -> dict[str, Fields]:
    whole = {**own, **theirs}
    for record_id in own.keys() & theirs.keys():
        record = dict(own[record_id])
        for word in _LISTS:
            named = [*record.get(word, ()), *theirs[record_id].get(word, ())]
            if named:
                record[word] = list(dict.fromkeys(named))
        known = [_without_words(measure) for measure in record.get("measures", ())]
        more = [
            measure
            for measure in theirs[record_id].get("measures", ())
            if _without_words(measure) not in known
        ]
        if more:
            record["measures"] = [*record.get("measures", ()), *more]
        whole[record_id] = record
    return whole


def _without_words(measure: Fields) -> Fields:
    return {word: value for word, value in measure.items() if word not in _WORDS}


def _count_adoptions_once(academy: RawAcademy) -> None:
    """Leave out what the other academy tells of an adoption that this one knows."""

    def key(adoption: Fields) -> tuple[Any, ...]:
        sources = {
            next((lesson[word] for word in ("area", "partner", "resource") if word in lesson), "")
            for lesson in adoption["learnt_from"]
        }
        adopter = adoption.get("area") or adoption["partner"]
        return adopter, adoption.get("practice"), tuple(sorted(sources))

    by_key: dict[tuple[Any, ...], list[str]] = {}
    for adoption_id, adoption in academy.adoptions.items():
        if adoption.get("practice") and not adoption.get("unnamed_adopters"):
            by_key.setdefault(key(adoption), []).append(adoption_id)
    for names in by_key.values():
        own = [name for name in names if "/" not in name]
        if len(names) == 2 and len(own) == 1:
            del academy.adoptions[next(name for name in names if "/" in name)]
