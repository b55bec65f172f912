"""Plates and frames to finished pages. Knows nothing of the host that renders the plates.

A plate is a page that the host has rendered once with a token in each slot. Cut at its tokens, it
takes any page of its family; the result is byte for byte what the host would have rendered.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, fields

from generator.site.render.renderer import PageSlots

SLOTS = tuple(field.name for field in fields(PageSlots))
_TOKEN = re.compile(r"la-slot-(" + "|".join(SLOTS) + r")-here")


class LayoutError(Exception):
    """A plate lacks a slot, or has one that no page can fill."""


def slot_tokens() -> PageSlots:
    """A frame that holds a token in each slot, for the host to render a plate with."""
    return PageSlots(**{name: f"la-slot-{name}-here" for name in SLOTS})


@dataclass(frozen=True, slots=True)
class SlottedLayout:
    """The HTML between the slots, and the slots in the order in which they stand."""

    between: tuple[str, ...]
    slots: tuple[int, ...]

    def fill(self, frame: PageSlots) -> str:
        """The finished page."""
        values = astuple(frame)
        out = [self.between[0]]
        for slot, text in zip(self.slots, self.between[1:], strict=True):
            out += (values[slot], text)
        return "".join(out)


def split_layout(html: str, url: str) -> SlottedLayout:
    """A rendered plate cut at its tokens. Raises LayoutError if a slot is missing."""
    parts = _TOKEN.split(html)
    named = parts[1::2]
    missing = [name for name in SLOTS if name not in named]
    if missing:
        raise LayoutError(f"The plate {url} has no slot for {', '.join(missing)}.")
    return SlottedLayout(tuple(parts[::2]), tuple(SLOTS.index(name) for name in named))
