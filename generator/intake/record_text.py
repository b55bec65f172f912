"""Find out which record a text is, when somebody hands in one file or pastes it."""

from __future__ import annotations

import re
from pathlib import PurePath

from pydantic import ValidationError

from generator.diagnostics import join_words
from generator.intake.submission import (
    SubmissionError,
    SubmittedRecord,
    canonical_text,
    refusal,
)
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.id_suggestions import fill_id_words, suggest_id
from generator.model.fields.types import id_fault
from generator.model.kinds import KINDS, Kind
from generator.records.source import PlainValue, parse_source
from generator.records.source.file_text import decode_text

_SCHEMA = re.compile(r"^#.*\$schema=\S*?([a-z-]+\.schema\.json)", re.MULTILINE)
_FENCED = re.compile(
    r"^(`{3,}|~{3,})[ \t]*(?:ya?ml|markdown|md)?[ \t]*\n(.*?)^\1[ \t]*$", re.M | re.S
)
_KINDS = tuple(kind for kind in KINDS if kind.folder)
_COPY = re.compile(r" ?\(\d+\)$")  # a browser saves a second copy as “name (1)”


def read_record_text(
    data: bytes, file: str, kind: Kind | None, vocabulary: AcademyVocabulary
) -> SubmittedRecord:
    """Return the record in a file, or in pasted text; `file` is its path or says what it is.

    Without `kind`, the folder of the file, its schema line or its fields say which kind it is.
    Raises SubmissionError with every fault.
    """
    name = file.rpartition("/")[2]
    text, faults = decode_text(data)
    if text is None:
        raise SubmissionError(fault.in_file(name) for fault in faults)
    text = _without_fence(text)
    suffix = ".md" if text.lstrip().startswith("---") else ".yaml"
    source, findings = parse_source(text, f"x{suffix}")
    if source is None:
        raise SubmissionError(refusal(name, f.code, f.message, f.hint, f.line) for f in findings)
    values = source.values()
    record_kind = kind or _kind_of(text, file, suffix, values, vocabulary)
    if record_kind.suffix != suffix:
        what = record_kind.with_article
        message = f"This is not {what}: its file would be a {record_kind.suffix} file."
        raise SubmissionError([refusal(name, "R811", message, "Say another --kind.")])
    record_id = _record_id(name, values, record_kind)
    if fault := id_fault(record_id):
        hint = "Save it as a file whose name is the id of the record, and receive that."
        raise SubmissionError([refusal(name, "R811", fault[0], hint)])
    path = f"{record_kind.folder}/{record_id}{record_kind.suffix}"
    return SubmittedRecord(path, "new", canonical_text(text))


def _without_fence(text: str) -> str:
    """Return the text between fences where the text holds exactly one such block."""
    blocks = _FENCED.findall(text)
    return blocks[0][1] if len(blocks) == 1 and text.lstrip().startswith(("```", "~~~")) else text


def _kind_of(
    text: str,
    file: str,
    suffix: str,
    values: dict[str, PlainValue],
    vocabulary: AcademyVocabulary,
) -> Kind:
    """Return the kind that the folder, the schema line or the fields name."""
    folder = PurePath(file.replace("\\", "/")).parent.as_posix()
    for kind in _KINDS:
        if folder == kind.folder or folder.endswith(f"/{kind.folder}"):
            return kind
    schema = _SCHEMA.search(text)
    for kind in _KINDS:
        if schema and schema[1] == kind.schema_file:
            return kind
    possible = [kind for kind in _KINDS if kind.suffix == suffix and _has_fields(kind, values)]
    fitting = [kind for kind in possible if _fits(kind, values, vocabulary)] or possible
    if len(fitting) == 1:
        return fitting[0]
    message = "The text does not say what kind of record it is."
    if fitting:
        message += f" It could be {join_words(kind.with_article for kind in fitting)}."
    hint = "Say it, such as “--kind prototype”."
    raise SubmissionError([refusal(file.rpartition("/")[2], "R811", message, hint)])


def _has_fields(kind: Kind, values: dict[str, PlainValue]) -> bool:
    return values.keys() <= kind.model.model_fields.keys()


def _fits(kind: Kind, values: dict[str, PlainValue], vocabulary: AcademyVocabulary) -> bool:
    try:
        kind.model.model_validate({**values, "id": "x"}, context=vocabulary)
    except ValidationError:
        return False
    return True


def _record_id(name: str, values: dict[str, PlainValue], kind: Kind) -> str:
    """Return the name of the file, or an id made from the title where that is none."""
    stem = _COPY.sub("", PurePath(name.replace("\\", "/")).stem)
    if id_fault(stem) is None:
        return stem
    title = values.get("title")
    if isinstance(title, str) and suggest_id(title):
        return suggest_id(title)
    words = {field: value for field, value in values.items() if isinstance(value, str)}
    return suggest_id(fill_id_words(kind.untitled_id, words))
