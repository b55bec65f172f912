"""Inline content: what a line of text, a cell or a list item holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.model.display.vocabulary import Tone


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Markdown written by a contributor."""

    text: str


@dataclass(frozen=True, slots=True)
class InternalLink:
    """A link to a page of this site; `note` follows it and says in which role."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to another site. `title`: its words; the address, if it has none."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """An allowed word as a label. `tone` sets its colour, which never carries meaning alone."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class NotStated:
    """Shown where no value is stated."""


Inline: TypeAlias = Text | MarkdownText | InternalLink | ExternalLink | Tag | NotStated


Inlines: TypeAlias = tuple[Inline, ...]
