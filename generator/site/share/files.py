"""The files of the form: its rules and questions, the names of all records, and their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from generator.exports.compact_json import compact_json
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.full_names import is_own
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS, Kind
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure, has_derived_id
from generator.model.kinds.resource import Resource
from generator.model.licences import Licence
from generator.model.questions import Question, questions_of
from generator.records.catalogue import Catalogue, other_names
from generator.site.parts.content import SiteContent
from generator.site.parts.source_date import source_date
from generator.site.share.chapters import (
    UPKEEP_TITLE,
    chapters_of,
    is_upkeep,
    section_of,
    section_titles,
)
from generator.site.share.first_screen import first_screen, preview_rules, unanswered
from generator.site.share.item_names import item_name
from generator.site.share.media_words import media_words
from generator.site.share.result_questions import RESULTS, result_question, result_rules
from generator.site.share.rules import form_rules
from generator.site_paths import SHARE_FOLDER

_RECORDS_PER_FILE = 12
_EDITION_LENGTH = 16  # hexadecimal digits that tell one state of an academy from another


def share_files(site: SiteContent, edit: str, send_to: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file.

    `edit` is the address for changing records; `send_to` is where to send a submission.
    """
    yield _file("rules", form_rules(site.catalogue.vocabulary, site.identity.country))
    ids_of = _ids_by_kind(site.catalogue)
    names = {
        kind: [_record_names(site.catalogue, record_id) for record_id in ids]
        for kind, ids in ids_of.items()
    }
    media, aliases = sorted(site.catalogue.own.media), dict(site.catalogue.own.aliases)
    known = {
        "recordsPerFile": _RECORDS_PER_FILE,
        "media": media,
        "aliases": aliases,
        "figures": _figures(site, ids_of["measure"]),
        "years": _years(site.catalogue.own),
        "followed": _followed_names(site),
    }
    yield _file("names", {**known, "kinds": names})
    record_files = list(_record_files(site.catalogue, ids_of))
    yield from record_files
    academy = {"name": site.name, "edition": _edition(record_files)}
    questions = _all_questions(site.catalogue.vocabulary, site.identity.text_licence)
    yield _file("questions", {"editUrl": edit, "sendTo": send_to, "academy": academy, **questions})


def _figures(site: SiteContent, ids: list[str]) -> dict[str, list[str]]:
    """Return what a total compares of each measure with an id: its unit and financial model."""
    records = (site.catalogue.records[record_id] for record_id in ids)
    return {
        measure.id: [measure.unit or "", measure.financial_model or ""]
        for measure in records
        if isinstance(measure, Measure)
    }


def _years(catalogue: Catalogue) -> dict[str, str]:
    """Return the year of each document that has one, as the pages that cite it say it."""
    documents = catalogue.records_of(Resource)
    return {document.id: source_date(document) for document in documents if document.year}


def academy_edition(catalogue: Catalogue) -> str:
    """Return what tells this state of the records of an academy from another.

    The form writes it into each submission.
    """
    return _edition(_record_files(catalogue, _ids_by_kind(catalogue)))


def _edition(record_files: Iterable[tuple[str, bytes]]) -> str:
    edition = sha256()
    for _, content in record_files:
        edition.update(content)
    return edition.hexdigest()[:_EDITION_LENGTH]


def _ids_by_kind(catalogue: Catalogue) -> dict[str, list[str]]:
    return {kind.name: _referable_ids(catalogue.own, kind) for kind in KINDS}


def _record_files(
    catalogue: Catalogue, ids_of: dict[str, list[str]]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files with the values of all records, by which the form opens one."""
    for kind in _kinds_with_files():
        ids = ids_of[kind.name]
        for number, start in enumerate(range(0, len(ids), _RECORDS_PER_FILE)):
            file_ids = ids[start : start + _RECORDS_PER_FILE]
            values = [catalogue.origins[record_id].source.values() for record_id in file_ids]
            yield _file(f"{kind.name}-{number}", values)


def _record_names(catalogue: Catalogue, record_id: str) -> list[str]:
    """Return the id of a record, the name to show, and then the other names that people use."""
    record = catalogue.records[record_id]
    shown = catalogue.title(record_id)
    title = (record.title,) if "title" in record.model_fields_set else ()
    return [record_id, *dict.fromkeys((shown, *title, *other_names(record)))]


def _followed_names(site: SiteContent) -> dict[str, list[list[str]]]:
    """Return the names of records of followed academies, by kind, which an adoption may name."""
    kinds = {kind for _, link in links_in(Adoption) for kind in link.kinds}
    names: dict[str, list[list[str]]] = {}
    for record in site.catalogue.records.values():
        if record.kind in kinds and not is_own(record.id):
            record_id, *others = _record_names(site.catalogue, record.id)
            shown = site.catalogue.sourced_title(record_id)
            known = [record_id, *dict.fromkeys((shown, *others))]
            names.setdefault(record.kind, []).append(known)
    return names


def _kinds_with_files() -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if kind.folder)


def _referable_ids(catalogue: Catalogue, kind: Kind) -> list[str]:
    # Records of a kind that no field can refer to are left out.
    return [record.id for record in catalogue.records_of_kind(kind) if not has_derived_id(record)]


def _file(name: str, value: Any) -> tuple[str, bytes]:
    script = f'academy.share.addPart("{name}",{compact_json(value)});\n'
    return f"{SHARE_FOLDER}{name}.js", script.encode()


def _all_questions(vocabulary: AcademyVocabulary, licence: Licence | None) -> dict[str, Any]:
    return {
        "labels": {kind.name: kind.label for kind in KINDS},
        "labelsWithArticle": {kind.name: kind.with_article for kind in KINDS},
        "kinds": {kind.name: _kind(kind, licence) for kind in _kinds_with_files()},
        "results": result_rules(),
        "preview": preview_rules(),
        "upkeepTitle": UPKEEP_TITLE,
        "mediaWords": media_words(),
        "vocabulary": {
            name: [[term, term.label, *term.definition.was] for term in vocabulary.section(name)]
            for name in vocabulary.terms
        },
    }


def _kind(kind: Kind, licence: Licence | None) -> dict[str, Any]:
    return {
        "label": kind.label,
        "folder": kind.folder,
        "suffix": kind.suffix,
        "slug": kind.slug,
        "untitledId": list(kind.untitled_id),
        "chapters": _chapters(kind),
        "firstScreen": first_screen(kind),
        "askedWhen": [
            {"field": grow.field, "words": list(grow.words), "asks": list(grow.asks)}
            for grow in kind.asked_when
        ],
        "requiredWhen": [asdict(demand) for demand in kind.required_when],
        "questions": [
            {**_question(_naming(question, licence), kind.name), **_place(question, kind)}
            for question in questions_of(kind)
        ],
    }


def _naming(question: Question, licence: Licence | None) -> Question:
    """Return the question after the licence with the name of the academy's own."""
    if question.name != "licence" or licence is None:
        return question
    return replace(
        question, help=f"Only if this record is not under {licence.in_a_sentence} ({licence.id})."
    )


def _place(question: Question, kind: Kind) -> dict[str, str]:
    """Return the section that a question stands in, and what the page shows without an answer."""
    section = {"section": section_of(question, kind)}
    shown = unanswered(kind, question.name)
    return section | {"unanswered": shown[0]} if shown else section


def _chapters(kind: Kind) -> list[dict[str, Any]]:
    titles = section_titles(kind)
    return [
        {
            "title": chapter.title,
            "sections": [[section, titles[section]] for section in chapter.sections],
        }
        for chapter in chapters_of(kind)
    ]


def _question(question: Question, asked_of: str) -> dict[str, Any]:
    """Return a question as values for JSON; empty and false values are left out."""
    inside = question.inside
    if question.name == RESULTS:
        inside = tuple(result_question(asked) for asked in inside)
    values: dict[str, Any] = {
        "name": question.name,
        "label": question.label,
        "help": question.help,
        "shape": question.shape,
        "example": question.example,
        "many": question.many,
        "item": item_name(question, asked_of),
        "required": question.required,
        "light": question.asked_first,
        "upkeep": is_upkeep(question),
        "options": [[option.word, option.label] for option in question.method_terms],
        "terms": question.section,
        "kinds": list(question.kinds),
        "relates": question.relates,
        "questions": [_question(asked, asked_of) for asked in inside],
        "oneOf": list(question.one_of),
        "limit": asdict(question.limit) if question.limit else None,
    }
    return {name: value for name, value in values.items() if value}
