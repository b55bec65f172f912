"""A picture as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureVersion:
    """A picture of the site: its URL, and its width and height in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture as a page shows it. `caption` and `credit` may be empty."""

    version: PictureVersion
    alt: str
    caption: str = ""
    credit: str = ""
