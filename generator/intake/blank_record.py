"""A blank file for a new record, with the model's questions as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.display.field_display import display_of, vocabulary_of
from generator.model.fields.academy_vocabulary import AcademyVocabulary, section_of
from generator.model.fields.links import Link, is_list, nested_model
from generator.model.fields.marks import mark_of
from generator.model.kinds import Kind
from generator.model.record import BODY_FIELD, asked_fields

_STEP = "  "


def blank_record(kind: Kind, title: str, vocabulary: AcademyVocabulary) -> str:
    """Return the text of a new file of `kind`: required and basic fields first, the rest commented
    out. The help lists the terms of `vocabulary`.
    """
    fields = _fields_to_ask(kind.model)
    needed = [(n, i) for n, i in fields if i.is_required() or display_of(i).asked_first]
    more = [(n, i) for n, i in fields if (n, i) not in needed]
    lines = [
        *_schema_line(kind),
        f"# {kind.label}: {(kind.model.__doc__ or '').strip()}",
        "# Fill in what you know. A line that starts with # is help, or a field you can use.",
        "# To use a field, remove the #. Anything you leave out is shown as “not stated”.",
    ]
    for name, info in needed:
        lines += ["", *_field_lines(name, info, title, vocabulary)]
    lines += ["", "# ---- More questions (optional) ----"]
    for name, info in more:
        question, *written = _field_lines(name, info, title, vocabulary)
        lines += ["", question, *(f"#{line}" for line in written)]
    text = "\n".join(lines) + "\n"
    if kind.suffix == ".md":
        return f"---\n{text}---\n\nWrite the case study here.\n"
    return text


def _schema_line(kind: Kind) -> Iterator[str]:
    """Yield the line that tells an editor which JSON Schema to complete and check with."""
    if kind.suffix == ".yaml":
        up = "../" * (str(kind.folder).count("/") + 1)
        yield f"# yaml-language-server: $schema={up}schema/{kind.schema_file}"


def _fields_to_ask(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    return [(n, model.model_fields[n]) for n in asked_fields(model) if n != BODY_FIELD]


def _field_lines(
    name: str, info: FieldInfo, title: str, vocabulary: AcademyVocabulary
) -> Iterator[str]:
    yield f"# {_question_text(info, vocabulary)}"
    inner = nested_model(info.annotation)
    many = is_list(info.annotation)
    if inner is not None:
        yield f"{name}:"
        yield from _nested_lines(inner, vocabulary, many=many)
    elif many:
        yield f"{name}:"
        yield f"{_STEP}- {display_of(info).example}".rstrip()
    else:
        value = _quote_if_needed(title) if name == "title" else display_of(info).example
        yield f"{name}: {value}".rstrip()


def _nested_lines(
    model: type[BaseModel], vocabulary: AcademyVocabulary, *, many: bool
) -> Iterator[str]:
    first = True
    for name, info in _fields_to_ask(model):
        lead = f"{_STEP}- " if many and first else f"{_STEP * (2 if many else 1)}"
        inner = nested_model(info.annotation)
        yield f"{_STEP * (2 if many else 1)}# {_question_text(info, vocabulary)}"
        yield f"{lead}{name}:"
        if inner is not None:
            indent = _STEP * (2 if many else 1)
            yield from (
                indent + line
                for line in _nested_lines(inner, vocabulary, many=is_list(info.annotation))
            )
        first = False


def _question_text(info: FieldInfo, vocabulary: AcademyVocabulary) -> str:
    link = mark_of(info, Link)
    words, section = vocabulary_of(info), section_of(info)
    text = display_of(info).help
    if section:
        text += f" One of: {', '.join(vocabulary.section(section))}."
    elif words:
        text += f" One of: {', '.join(words.words)}."
    return f"{text} {link.request}".strip() if link else text


def _quote_if_needed(text: str) -> str:
    """Return a title as a YAML value, in quotes only where YAML needs them."""
    line = " ".join(text.split())
    if re.fullmatch(r"[^\W_][^:#\[\]{}\"\\]*", line):
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
