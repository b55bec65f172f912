"""The value of a field as inlines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.model.display.inferred import (
    INFERRED_LABEL,
    INFERRED_LINE,
    inferred_fields,
    is_inferred,
)
from generator.model.display.vocabulary import Option, format_amount
from generator.model.evaluation_text import range_in_words
from generator.model.fields.dates import WrittenDate
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.kinds.measure_parts import Baseline, Interval, Spread
from generator.model.kinds.resource import Resource
from generator.model.kinds.web_link import WebLink
from generator.model.measure_text import baseline_unit, is_level, value_in_words, value_unit
from generator.model.record import Citation
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import FieldView, field_view, field_views
from generator.site.parts.inlines import (
    ExternalLink,
    Inline,
    Inlines,
    InternalLink,
    MarkdownText,
    NotStated,
    Tag,
    Text,
)

NOTHING_STATED: Inlines = (NotStated(),)


def value_inlines(
    site: SiteContent, holder: BaseModel, field: FieldView, unit: str | None = None
) -> Inlines:
    """Return the value of a field, or `NOTHING_STATED`. `unit` is the unit of the whole record."""
    value = getattr(holder, field.name)
    if value is None or value == ():
        return NOTHING_STATED
    if field.name == "value" and isinstance(holder, MeasureFields) and not is_level(holder):
        text = value_in_words(holder)
        return (Text(text[:1].upper() + text[1:]),)
    if field.name == "file" and isinstance(holder, Resource):
        return (site.documents.link(value) or Text(value),)
    values = value if isinstance(value, tuple) else (value,)
    inlines: list[Inline] = []
    for item in values:
        inlines += _item_inlines(site, holder, field, item, unit)
    return tuple(inlines)


def value_tags(site: SiteContent, holder: BaseModel, name: str) -> tuple[Tag, ...]:
    """Return the value of a field as tags for a card; empty when it is not stated."""
    field = field_view(type(holder), name)
    option = field.marked_option(holder)
    if option is not None:
        return (option_tag(option),)
    tags: list[Tag] = []
    for inline in marked_inlines(site, holder, field):
        if isinstance(inline, Text):
            tags.append(Tag(f"{field.label} {inline.text}", "open"))
        elif isinstance(inline, InternalLink):
            note = f" ({inline.note})" if inline.note else ""
            tags.append(Tag(f"{inline.title}{note}", "plain"))
    return tuple(tags)


def marked_inlines(site: SiteContent, holder: BaseModel, field: FieldView) -> Inlines:
    """Return the value of a field for places without its label: inferred values are marked."""
    option = field.marked_option(holder)
    if option is not None:
        return (option_tag(option),)
    value = value_inlines(site, holder, field)
    if value == NOTHING_STATED or field.name not in inferred_fields(holder):
        return value
    if field.link is None:
        *first, last = value
        text = (
            f"{last.text} ({INFERRED_LABEL})" if isinstance(last, Text) else f"({INFERRED_LABEL})"
        )
        return (*(first if isinstance(last, Text) else value), Text(text))
    held = getattr(holder, field.name)
    targets = held if isinstance(held, tuple) else (held,)
    return tuple(
        replace(inline, note=INFERRED_LABEL)
        if isinstance(inline, InternalLink) and is_inferred(holder, field.name, target)
        else inline
        for inline, target in zip(value, targets, strict=True)
    )


def _item_inlines(
    site: SiteContent, holder: BaseModel, field: FieldView, value: Any, unit: str | None
) -> Inlines:
    if isinstance(value, BaseModel):
        return _model_inlines(site, holder, value, unit)
    if field.link is not None:
        return (site.link(value),)
    if field.name == "inferred":
        return (inference_text(site, holder, value),)
    if isinstance(value, VocabularyTerm) and field.section is not None:
        return (Tag(value.label, "plain"),)
    option = field.option(holder)
    if option is not None:
        return (option_tag(option),)
    return (_scalar_inline(field, value, vars(holder).get("unit") or unit),)


def _model_inlines(
    site: SiteContent, holder: BaseModel, value: BaseModel, unit: str | None
) -> Inlines:
    if isinstance(value, Citation):
        return (site.link(value.resource, place_in_document(value)),)
    if isinstance(value, WebLink):
        return (ExternalLink(value.url, value.label),)
    if isinstance(value, Interval | Spread):
        unit = value_unit(holder) if isinstance(holder, MeasureFields) else unit
        return (Text(range_in_words(value, unit)),)
    return _nested_inlines(site, value, nested_unit(holder, value))


def place_in_document(citation: Citation) -> str:
    """Return the place that a citation names: “Results, lines 3-5” or “Results, page 3”."""
    lines = citation.lines or ""
    word = "lines " if lines[:1].isdigit() else ""
    return f"{citation.section}, {word}{lines}" if lines else citation.section


def inference_text(site: SiteContent, holder: BaseModel, line: str) -> Text:
    """Return a line of `inferred` with the label of the field that it begins with."""
    match = INFERRED_LINE.match(line)
    if match is None or match.group(1) not in type(holder).model_fields:
        return Text(line)
    label = field_view(type(holder), match.group(1)).label
    inner = match.group(2)
    named = f": {site.catalogue.title(inner)}" if inner else ""
    return Text(f"{label}{named}{match.group(3)}")


def nested_unit(holder: BaseModel, value: BaseModel) -> str | None:
    """Return the unit of the amounts in a nested value. The baseline of a measure has its own."""
    if isinstance(holder, MeasureFields) and isinstance(value, Baseline):
        return baseline_unit(holder)
    unit: str | None = vars(holder).get("unit")
    return unit


def option_tag(option: Option) -> Tag:
    """Return an option as a tag."""
    return Tag(option.label, option.tone)


def _scalar_inline(field: FieldView, value: Any, unit: str | None) -> Inline:
    if isinstance(value, str):
        return _text_inline(field, value)
    if isinstance(value, bool):
        return Text("Yes" if value else "No")
    if isinstance(value, WrittenDate):
        return Text(value.words)
    if isinstance(value, Decimal):
        measured = field.shown is not None and field.shown.measured
        return Text(format_amount(value, unit if measured else None))
    # a year has no thousands
    return Text(str(value) if field.name == "year" else f"{value:,}")


def _text_inline(field: FieldView, value: str) -> Inline:
    if value.startswith(("https://", "http://")):
        return ExternalLink(value)
    return MarkdownText(value) if field.prose else Text(value)


def _nested_inlines(site: SiteContent, holder: BaseModel, unit: str | None) -> Inlines:
    """Return a nested value on one line. A field that is true shows as its label."""
    inlines: list[Inline] = []
    for field in field_views(type(holder)):
        value = getattr(holder, field.name)
        if field.shown is not None and not field.shown.part:
            continue  # shown as part of another field
        if value is True:
            inlines.append(Text(field.label))
        elif value is not None and value is not False and value != ():
            inlines += value_inlines(site, holder, field, unit)
    if all(isinstance(inline, Text) for inline in inlines):
        return (Text(", ".join(getattr(inline, "text", "") for inline in inlines)),)
    return tuple(inlines)
