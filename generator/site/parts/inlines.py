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
    """A link to a page of this site, with a word that says in what role."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to another site."""

    url: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An allowed word, shown as a label; the tone is never the only sign."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class NotStated:
    """What nobody has stated."""


Inline: TypeAlias = Text | MarkdownText | InternalLink | ExternalLink | Tag | NotStated


Inlines: TypeAlias = tuple[Inline, ...]
