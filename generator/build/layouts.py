"""Fill layouts with pages, independently of the host that renders the layouts.

A layout is a page that the host has rendered once, with a token in each slot. Split at its tokens,
it takes any page of its family; the result equals what the host would have rendered.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, fields

from generator.site.render.renderer import PageSlots

SLOTS = tuple(field.name for field in fields(PageSlots))
_TOKEN = re.compile(r"la-slot-(" + "|".join(SLOTS) + r")-here")


class LayoutError(Exception):
    """Raised when a layout lacks a slot."""


def slot_tokens() -> PageSlots:
    """Return page slots that hold tokens, for the host to render a layout with."""
    return PageSlots(**{name: f"la-slot-{name}-here" for name in SLOTS})


@dataclass(frozen=True, slots=True)
class SlottedLayout:
    """The HTML between the slots of a layout, and the indexes of the slots in order."""

    between: tuple[str, ...]
    slots: tuple[int, ...]

    def fill(self, slots: PageSlots) -> str:
        """Return the finished page."""
        values = astuple(slots)
        out = [self.between[0]]
        for slot, text in zip(self.slots, self.between[1:], strict=True):
            out += (values[slot], text)
        return "".join(out)


def split_layout(html: str, url: str) -> SlottedLayout:
    """Return a rendered layout split at its tokens. Raises LayoutError if a slot is missing."""
    parts = _TOKEN.split(html)
    named = parts[1::2]
    missing = [name for name in SLOTS if name not in named]
    if missing:
        raise LayoutError(f"The layout {url} has no slot for {', '.join(missing)}.")
    return SlottedLayout(tuple(parts[::2]), tuple(SLOTS.index(name) for name in named))
