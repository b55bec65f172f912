"""How to format text: what people may write in stories and longer answers, and what others see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import CodeBlock, TextBlock, TwoColumns
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import MarkdownText
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

FORMATTING = Layout("reference/formatting.html", ABOUT, "How to format text")
_SUMMARY = (
    "Longer answers and stories may have headings, lists, tables, links and notes. Short answers, "
    "such as titles and summaries, are shown as you write them."
)


@dataclass(frozen=True, slots=True)
class _Example:
    """One thing that text may hold: the id and title of its section, and Markdown that shows it.

    `shown`: what people see, in words; empty where the Markdown itself can be shown.
    """

    id: str
    title: str
    text: str
    shown: str = ""


_EXAMPLES = (
    _Example("paragraphs", "Paragraphs", "Leave an empty line\nbetween paragraphs.\n\nLike this."),
    _Example("emphasis", "Bold, italic and struck out", "**Bold**, *italic* and ~~struck out~~."),
    _Example("headings", "Headings", "## What we did\n\nText below the heading."),
    _Example(
        "lists",
        "Lists",
        "- One nurse\n- One carer\n\n1. Ask first.\n2. Then visit.\n\n• Pasted from Word",
    ),
    _Example("tasks", "Task lists", "- [x] Staff trained\n- [ ] Rooms booked"),
    _Example(
        "links",
        "Links",
        "[The toolkit](https://example.org)\n\nOr: https://example.org",
    ),
    _Example(
        "tables",
        "Tables",
        "| Year | Visits |\n|---|---|\n| 2019 | 40 |\n| 2020 | 65 |",
    ),
    _Example(
        "footnotes",
        "Notes below the text",
        "Falls went down by a fifth.[^count]\n\n[^count]: We counted from April to March.",
    ),
    _Example("terms", "Terms and what they mean", "Buddy\n: An area that helps another to start."),
    _Example(
        "pictures",
        "Pictures",
        '![Two nurses at a door](media/visit.jpg "A visit")',
        "The picture `visit.jpg` of the folder `media`, with “A visit” below it. People who cannot "
        "see it hear “Two nurses at a door”.",
    ),
    _Example("quotations", "Quotations", "> We ask first, then we visit."),
)


def pages(_: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    yield answer_page(FORMATTING, _SUMMARY, tuple(map(_section, _EXAMPLES)))


def _section(example: _Example) -> PageSection:
    written = CodeBlock("What you write", example.text, f"Example: {example.title}")
    shown = TextBlock("What people see", MarkdownText(example.shown or example.text))
    return PageSection(example.id, example.title, (TwoColumns((written,), (shown,)),))


FAMILY = PageFamily((FORMATTING,), pages)
