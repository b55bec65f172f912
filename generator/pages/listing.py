"""A list for each kind of record, grouped as its readers think of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.kinds import KIND_OF, KINDS, Kind, Record
from generator.kinds.words import read
from generator.pages.answer import Tab, contents_of
from generator.pages.blocks import card, record_table
from generator.pages.doors import DOORS, door_of
from generator.pages.model import Cards, Contents, Family, Page, PageSection, Plate, Table, To
from generator.pages.site import Site
from generator.pages.values import view_of


@dataclass(frozen=True, slots=True)
class ListView:
    """What a list shows: how many there are, the lists beside it, and the records by group."""

    kind: str
    trail: tuple[To, ...]
    title: str
    summary: str
    count: int
    beside: tuple[Tab, ...]
    contents: tuple[Contents, ...]
    sections: tuple[PageSection, ...]


def plate_of(kind: Kind) -> Plate:
    """The frame of a kind's list: its own place in the menu."""
    return Plate(f"{kind.slug}/index.html", door_of(kind.name), kind.labels)


def page_of(site: Site, kind: Kind) -> Page:
    """The list of one kind."""
    records = site.catalogue.of_kind(kind)
    parts = tuple(_parts(site, kind, records))
    contents = contents_of(parts)
    view = ListView(
        kind=kind.name,
        trail=(To("Home", "index.html"),),
        title=kind.labels,
        summary=kind.about,
        count=len(records),
        beside=_beside(kind),
        contents=contents,
        sections=parts,
    )
    return Page(
        url=f"{kind.slug}/index.html",
        title=kind.labels,
        summary=kind.about,
        plate=plate_of(kind),
        template="list.html",
        view=view,
        contents=contents,
    )


def _parts(site: Site, kind: Kind, records: tuple[Record, ...]) -> Iterator[PageSection]:
    if not records:
        return
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(_group(kind, record), []).append(record)
    for word in sorted(groups, key=_order(kind)):
        title = f"{read(word)} ({len(groups[word])})" if word else f"All {len(groups[word])}"
        block = _block(site, kind, groups[word], title)
        yield PageSection(f"list-{word or 'all'}", title, (block,))


def _group(kind: Kind, record: Record) -> str:
    words = kind.marks(record) if kind.group_by is None else (getattr(record, kind.group_by),)
    return str(words[0]) if words and words[0] else ""


def _block(site: Site, kind: Kind, records: list[Record], title: str) -> Cards | Table:
    ordered = sorted(records, key=lambda r: (site.catalogue.title(r.id).casefold(), r.id))
    if kind.columns:
        return replace(record_table(site, "", ordered, most=len(ordered)), name=title)
    return Cards("", tuple(card(site, record) for record in ordered))


def _order(kind: Kind) -> Callable[[str], int]:
    """Sorts group words as the model lists them; “not stated” comes last."""
    own = view_of(kind.model, kind.group_by).words if kind.group_by else ()
    words = tuple(dict.fromkeys((*kind.group_order, *own)))
    return lambda word: words.index(word) if word in words else len(words)


def _beside(kind: Kind) -> tuple[Tab, ...]:
    door = next((door for door in DOORS if kind.name in door.kinds), None)
    kinds = [KIND_OF[name] for name in door.kinds if name in KIND_OF] if door else []
    tabs = (Tab(To(k.labels, f"{k.slug}/index.html"), k is kind) for k in kinds)
    return tuple(tabs) if len(kinds) > 1 else ()


def pages(site: Site) -> Iterator[Page]:
    """The list of every kind."""
    for kind in KINDS:
        yield page_of(site, kind)


FAMILY = Family(tuple(plate_of(kind) for kind in KINDS), pages)
