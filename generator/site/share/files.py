"""The files of the form: the questions, the names of all records, and the records as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from generator.exports.data_scripts import compact
from generator.model.kinds import KINDS, Kind
from generator.model.kinds.measure import id_is_derived
from generator.model.questions import LONGEST, Question, questions_of
from generator.site.parts.content import SiteContent

FOLDER = "share/"
_RECORDS_A_FILE = 12


def share_files(site: SiteContent, edit: str) -> Iterator[tuple[str, bytes]]:
    """Every file, by its place in the site. `edit` is where the academy's files are changed."""
    yield _file("questions", _all_questions(edit))
    listed = {kind.name: _of_kind(site, kind) for kind in KINDS}
    names = {
        kind: [[one, site.catalogue.title(one)] for one in ids] for kind, ids in listed.items()
    }
    yield _file("names", {"inFile": _RECORDS_A_FILE, "kinds": names})
    for kind in _written():
        ids = listed[kind.name]
        for number, start in enumerate(range(0, len(ids), _RECORDS_A_FILE)):
            some = ids[start : start + _RECORDS_A_FILE]
            values = [site.catalogue.origins[one].source.values() for one in some]
            yield _file(f"{kind.name}-{number}", values)


def _written() -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if kind.folder)


def _of_kind(site: SiteContent, kind: Kind) -> list[str]:
    # what nothing may refer to is not offered
    return [record.id for record in site.catalogue.of_kind(kind) if not id_is_derived(record)]


def _file(name: str, value: Any) -> tuple[str, bytes]:
    script = f'academyShare.take("{name}",{compact(value)});\n'
    return f"{FOLDER}{name}.js", script.encode()


def _all_questions(edit: str) -> dict[str, Any]:
    return {
        "edit": edit,
        "longest": LONGEST,
        "labels": {kind.name: kind.label for kind in KINDS},
        "withArticle": {kind.name: kind.with_article for kind in KINDS},
        "kinds": {kind.name: _asked(kind) for kind in _written()},
    }


def _asked(kind: Kind) -> dict[str, Any]:
    return {
        "label": kind.label,
        "folder": kind.folder,
        "suffix": kind.suffix,
        "slug": kind.slug,
        "parts": [[part.id, part.title] for part in kind.sections],
        "grows": [[one.field, list(one.words), list(one.asks)] for one in kind.grows],
        "demands": [asdict(one) for one in kind.demands],
        "questions": _told(questions_of(kind)),
    }


def _told(asked: Iterable[Question]) -> list[dict[str, Any]]:
    """Questions as the form reads them; what is not so is left out."""
    return [_one(question) for question in asked]


def _one(question: Question) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": question.name,
        "label": question.label,
        "help": question.help,
        "shape": question.shape,
        "part": question.part,
        "example": question.example,
        "many": question.many,
        "required": question.required,
        "light": question.light,
        "words": [[one.word, one.label] for one in question.options],
        "kinds": list(question.kinds),
        "inside": _told(question.inside),
    }
    return {name: value for name, value in told.items() if value}
