"""Changes in the fields of records, under the labels that readers see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.model.fields.prose import MENTION_PATTERN
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.review.changes import FieldChange, RecordRef, Side
from generator.review.list_changes import ListItems, list_phrase, prose_phrase
from generator.review.phrases import quote, quote_in_full
from generator.review.snapshots import Snapshots
from generator.review.value_text import field_texts, own_fields
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import FieldView


def field_changes(snapshots: Snapshots) -> Iterator[FieldChange]:
    """Yield each changed field of each record that is on both sides."""
    for old, new in snapshots.pairs:
        name = snapshots.record_ref(new.id)
        if old.kind != new.kind:
            yield _kind_change(name, old, new)
            continue
        for view in own_fields(type(new)):
            # a measure's inherited values are reported for the record it is written in
            if view.name in old.model_fields_set | new.model_fields_set:
                yield from _compare_field(_Pair(snapshots, name, old, new), view)


def _kind_change(name: RecordRef, old: Record, new: Record) -> FieldChange:
    was, now = KIND_OF[old.kind].label, KIND_OF[new.kind].label
    what = f"{quote(name.title)} has a new kind: it was {quote(was)} and is now {quote(now)}."
    return FieldChange(name, "kind", "Kind", was, now, what)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A record, or a part of one, on both sides. `path` and `label` locate the part."""

    snapshots: Snapshots
    name: RecordRef
    old: BaseModel
    new: BaseModel
    path: str = ""
    label: str = ""

    def change(self, view: FieldView, values: tuple[str, str], what: str) -> FieldChange:
        """Return the change of a field with its sentence."""
        label = f"{self.label}{view.label}"
        sentence = f"{quote(self.name.title)}: {quote(label)} {what}."
        return FieldChange(self.name, f"{self.path}{view.name}", label, *values, sentence)


def _compare_field(pair: _Pair, view: FieldView) -> Iterator[FieldChange]:
    old, new = getattr(pair.old, view.name), getattr(pair.new, view.name)
    was = _canonical_value(old, view, lambda target: pair.snapshots.canonical_id("before", target))
    now = _canonical_value(new, view, lambda target: pair.snapshots.canonical_id("after", target))
    if view.name == "aliases":
        # the alias that a rename adds is reported with the new id
        now = tuple(alias for alias in now if alias in was or alias not in pair.snapshots.later)
    if was == now:
        return
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        path, label = f"{pair.path}{view.name}.", f"{pair.label}{view.label}: "
        inside = _Pair(pair.snapshots, pair.name, old, new, path, label)
        for inner in own_fields(type(new)):
            yield from _compare_field(inside, inner)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        items = (_items(pair, "before", view, was), _items(pair, "after", view, now))
        is_text = view.link is None and view.words(pair.snapshots.after.catalogue.vocabulary) == ()
        yield pair.change(view, ("", ""), list_phrase(*items, may_reword=is_text))
    else:
        values = (_value_text(pair, "before", view), _value_text(pair, "after", view))
        yield pair.change(view, values, _value_phrase(*values))


def _value_phrase(was: str, now: str) -> str:
    """Return the change of a single value in words; a value that is not stated is empty."""
    if not now:
        return f"is no longer stated; it was {quote_in_full(was)}"
    if not was:
        return f"is now {quote_in_full(now)}; it was not stated"
    return prose_phrase(was, now)


def _items(pair: _Pair, side: Side, view: FieldView, values: tuple[Any, ...]) -> ListItems:
    """Return the items of a list with the texts that readers see."""
    texts = field_texts(*_side_of(pair, side), view)
    # earlier ids are compared without those that a rename adds
    return ListItems(values, texts if len(texts) == len(values) else tuple(map(str, values)))


def _side_of(pair: _Pair, side: Side) -> tuple[SiteContent, BaseModel]:
    if side == "before":
        return pair.snapshots.before, pair.old
    return pair.snapshots.after, pair.new


def _value_text(pair: _Pair, side: Side, view: FieldView) -> str:
    return " / ".join(field_texts(*_side_of(pair, side), view))


def _canonical_value(value: Any, view: FieldView, canon: Callable[[str], str]) -> Any:
    """Return a value with all references as later ids, so that a rename alone changes nothing."""
    if isinstance(value, BaseModel):
        return tuple(
            (inner.name, _canonical_value(getattr(value, inner.name), inner, canon))
            for inner in own_fields(type(value))
        )
    if isinstance(value, tuple):
        return tuple(_canonical_value(item, view, canon) for item in value)
    if isinstance(value, str) and view.link is not None:
        return canon(value)
    if isinstance(value, str) and view.prose:
        return MENTION_PATTERN.sub(
            lambda match: _canonical_mention(match.group(1), match.group(2), canon), value
        )
    return value


def _canonical_mention(target: str, words: str | None, canon: Callable[[str], str]) -> str:
    record_id = canon(target.strip())
    return f"[[{record_id}|{words}]]" if words else f"[[{record_id}]]"
