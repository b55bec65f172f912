"""Changes in the fields of records, under the labels that readers see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import clip
from generator.english import counted
from generator.model.fields.links import direct_fields
from generator.model.fields.prose import MENTION_PATTERN
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.review.changes import FieldChange, RecordRef, Side
from generator.review.phrases import SHORT_TEXT, join_names, quote
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import value_inlines
from generator.site.parts.field_view import FieldView, field_views

_ENTRY = ("entry", "entries")


def field_changes(snapshots: Snapshots) -> Iterator[FieldChange]:
    """Yield each changed field of each record that is on both sides."""
    for old, new in snapshots.pairs:
        name = snapshots.record_ref(new.id)
        if old.kind != new.kind:
            yield _kind_change(name, old, new)
            continue
        for view in _own_views(type(new)):
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


def _own_views(model: type[BaseModel]) -> Iterator[FieldView]:
    own_names = {name for name, _ in direct_fields(model)}
    return (view for view in field_views(model) if view.name in own_names)


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
        for inner in _own_views(type(new)):
            yield from _compare_field(inside, inner)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield pair.change(view, ("", ""), _list_phrase(pair, view, was, now))
    else:
        values = (_value_text(pair, "before", view), _value_text(pair, "after", view))
        stated = (old is not None, new is not None)
        yield pair.change(view, values, _value_phrase(values, stated))


def _value_phrase(values: tuple[str, str], stated: tuple[bool, bool]) -> str:
    """Return the change of a single value in words; values too long to repeat are
    passed as empty.
    """
    was, now = (quote(value) if value else "" for value in values)
    if not stated[1]:
        return f"is no longer stated; it was {was}" if was else "is no longer stated"
    if not stated[0]:
        return f"is now {now}; it was not stated" if now else "is now stated"
    return f"is now {now}; it was {was}" if was and now else "has been reworded"


def _list_phrase(pair: _Pair, view: FieldView, was: tuple[Any, ...], now: tuple[Any, ...]) -> str:
    old, new = Counter(was), Counter(now)
    gained, lost = list((new - old).elements()), list((old - new).elements())
    if not gained and not lost:
        return "is in a different order"
    more = _item_texts(pair, "after", view, now, gained)
    less = _item_texts(pair, "before", view, was, lost)
    if not all((*more, *less)):
        return _count_phrase(len(gained), len(lost))
    parts = []
    if more:
        parts.append(f"gains {join_names(map(quote, more))}")
    if less:
        parts.append(f"loses {join_names(map(quote, less))}")
    return " and ".join(parts)


def _count_phrase(gained: int, lost: int) -> str:
    """Return how many entries were changed, added or removed, for entries too long to repeat.

    Equal numbers of added and removed entries count as changed.
    """
    replaced = min(gained, lost)
    parts = [f"has {counted(replaced, *_ENTRY)} changed"] if replaced else []
    if gained > replaced:
        parts.append(f"gains {counted(gained - replaced, *_ENTRY)}")
    if lost > replaced:
        parts.append(f"loses {counted(lost - replaced, *_ENTRY)}")
    return " and ".join(parts)


def _item_texts(
    pair: _Pair, side: Side, view: FieldView, values: tuple[Any, ...], wanted: list[Any]
) -> list[str]:
    """Return the texts of list items as readers see them; empty for one that is too long."""
    if view.model is not None:
        return [""] * len(wanted)
    site, holder = _side_of(pair, side)
    written = getattr(holder, view.name) if view.link is not None else values
    return [_short_text(site, written[values.index(item)], view) for item in wanted]


def _side_of(pair: _Pair, side: Side) -> tuple[SiteContent, BaseModel]:
    if side == "before":
        return pair.snapshots.before, pair.old
    return pair.snapshots.after, pair.new


def _value_text(pair: _Pair, side: Side, view: FieldView) -> str:
    site, holder = _side_of(pair, side)
    value = getattr(holder, view.name)
    if value is None or isinstance(value, BaseModel):
        return ""
    if isinstance(value, str):
        return _short_text(site, value, view)
    (piece,) = value_inlines(site, holder, view)
    return str(getattr(piece, "text", ""))


def _short_text(site: SiteContent, value: str, view: FieldView) -> str:
    """Return a text as readers see it; empty if it is too long to repeat."""
    title = site.catalogue.title
    if view.link is not None:
        return clip(title(value), SHORT_TEXT)
    if view.vocabulary:
        return view.vocabulary.label(value)
    text = MENTION_PATTERN.sub(lambda match: match.group(2) or title(match.group(1).strip()), value)
    return "" if len(text) > SHORT_TEXT else " ".join(text.split())


def _canonical_value(value: Any, view: FieldView, canon: Callable[[str], str]) -> Any:
    """Return a value with all references as later ids, so that a rename alone changes nothing."""
    if isinstance(value, BaseModel):
        return tuple(
            (inner.name, _canonical_value(getattr(value, inner.name), inner, canon))
            for inner in _own_views(type(value))
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
