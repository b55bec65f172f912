"""Page families. `PAGES` is the list: a new family is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.pages import home, listing, moved, record, reference
from generator.pages.doors import ABOUT
from generator.pages.model import Family, Page, Plate
from generator.pages.site import Site

__all__ = ["ABOUT", "PAGES", "Family", "Page", "Plate", "Site", "all_pages", "all_plates", "menu"]

Menu = list[Any]  # a page, or {title: page or entries}, as MkDocs reads them

PAGES: tuple[Family, ...] = (
    home.FAMILY,
    listing.FAMILY,
    record.FAMILY,
    moved.FAMILY,
    reference.FAMILY,
)


def all_plates() -> tuple[Plate, ...]:
    """Every frame the host has to render, in the order of the families."""
    return tuple(dict.fromkeys(plate for family in PAGES for plate in family.plates))


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of the site but the hand-written ones."""
    for family in PAGES:
        yield from family.pages(site)


def menu(handwritten: Menu) -> Menu:
    """The site's menu: the doors, then the hand-written pages.

    What stands behind the door “About” joins the hand-written entry of that name.
    """
    doors: dict[str, Menu] = {}
    for plate in all_plates():
        if plate.listed:
            source = plate.url.removesuffix(".html") + ".md"
            doors.setdefault(plate.door, []).append({plate.listed: source})
    about = doors.pop(ABOUT, [])
    home = doors.pop("Home", [])
    own = [{title: entries} for title, entries in doors.items()]
    rest = [_joined(entry, about) for entry in handwritten]
    if not any(isinstance(entry, dict) and ABOUT in entry for entry in handwritten):
        rest.append({ABOUT: about})
    return [*home, *own, *rest]


def _joined(entry: Any, about: Menu) -> Any:
    """A hand-written entry of the menu; the one called “About” takes in the program's own pages."""
    if not isinstance(entry, dict) or ABOUT not in entry:
        return entry
    pages = entry[ABOUT]
    return {ABOUT: [*(pages if isinstance(pages, list) else [pages]), *about]}
