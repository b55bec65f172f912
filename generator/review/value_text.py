"""Values of records as plain text, in full, for people who review them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.model.fields.links import direct_fields
from generator.model.fields.prose import MENTION_PATTERN
from generator.model.kinds.measure_parts import Interval, Spread
from generator.model.kinds.web_link import WebLink
from generator.model.record import Citation, asked_fields
from generator.review.phrases import with_label
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import nested_unit, place_in_document, value_inlines
from generator.site.parts.field_view import FieldView, field_views
from generator.site.parts.inlines import ExternalLink, Inline, InternalLink, NotStated

_ONE_PHRASE = (Interval, Spread, WebLink)  # nested values that pages show as one phrase


def own_fields(model: type[BaseModel]) -> Iterator[FieldView]:
    """Yield the fields of a model, without those whose values become records."""
    own_names = {name for name, _ in direct_fields(model)}
    return (view for view in field_views(model) if view.name in own_names)


def stated_fields(holder: BaseModel) -> Iterator[FieldView]:
    """Yield the fields of a record, or of a part of one, that are written and say something.

    They come in the order in which people are asked for them.
    """
    order = {name: at for at, name in enumerate(asked_fields(type(holder)))}
    views = sorted(own_fields(type(holder)), key=lambda view: order.get(view.name, len(order)))
    for view in views:
        written = view.name in holder.model_fields_set
        if written and getattr(holder, view.name) not in (None, (), False):
            yield view


def field_texts(
    site: SiteContent, holder: BaseModel, view: FieldView, unit: str | None = None
) -> tuple[str, ...]:
    """Return the text of a field, or of each item of a list, as readers see it and in full.

    `unit` is the unit of the record that `holder` is part of.
    """
    value = getattr(holder, view.name)
    if value in (None, ()):
        return ()
    items = value if isinstance(value, tuple) else (value,)
    if view.link is not None:
        return tuple(map(site.catalogue.title, items))
    if view.model is Citation:
        return tuple(_citation_text(site, citation) for citation in items)
    if view.model is None or issubclass(view.model, _ONE_PHRASE):
        return tuple(_inline_text(site, i) for i in value_inlines(site, holder, view, unit))
    return tuple(_part_text(site, part, nested_unit(holder, part) or unit) for part in items)


def _citation_text(site: SiteContent, citation: Citation) -> str:
    return f"{site.catalogue.title(citation.resource)}, {place_in_document(citation)}"


def _part_text(site: SiteContent, part: BaseModel, unit: str | None) -> str:
    """Return a nested value on one line: each field that it states, after its label."""
    texts = ((view, field_texts(site, part, view, unit)) for view in stated_fields(part))
    parts = [with_label(view.label, " / ".join(items)) for view, items in texts if items]
    ends = (" " if part.endswith((".", "!", "?")) else "; " for part in parts)
    return "".join(f"{part}{end}" for part, end in zip(parts, ends, strict=True)).rstrip("; ")


def _inline_text(site: SiteContent, inline: Inline) -> str:
    if isinstance(inline, ExternalLink):
        return f"{inline.title}: {inline.url}" if inline.title else inline.url
    if isinstance(inline, InternalLink):
        return f"{inline.title}, {inline.note}" if inline.note else inline.title
    return "" if isinstance(inline, NotStated) else _with_titles(site, inline.text)


def _with_titles(site: SiteContent, text: str) -> str:
    """Return a text with the words of each `[[id]]` that readers see."""
    return MENTION_PATTERN.sub(
        lambda match: match.group(2) or site.catalogue.title(match.group(1).strip()), text
    )
