"""HTML for the smallest parts of pages: inlines, table rows and cards.

A large academy has millions of them, and a Jinja macro takes ten times as long as a function.
Templates render everything larger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.site.parts.blocks import Card, TableRow
from generator.site.parts.inlines import (
    ExternalLink,
    Inline,
    Inlines,
    InternalLink,
    MarkdownText,
    NotStated,
    Tag,
    Text,
)
from generator.site.parts.shown_picture import ShownPicture
from generator.site.render.escaping import escape_html
from generator.site.render.picture_html import picture_figure, picture_img

Explain = Callable[[str], str]


class HtmlFragments:
    """Renders fragments for pages whose path to the root is `base`.

    `explain` links glossary terms in safe HTML; `prose` renders Markdown to safe HTML.
    """

    def __init__(self, base: str, explain: Explain, prose: Explain) -> None:
        self._base = base
        self._explain = explain
        self._prose = prose
        self._draw: dict[type[Inline], Callable[..., str]] = {
            Text: self._words,
            MarkdownText: self._long,
            InternalLink: self._to,
            ExternalLink: self._outside,
            Tag: self._chip,
            NotStated: self._silent,
        }

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Return inlines after one another."""
        pieces = tuple(inlines)
        # a link alone needs no wrapper to set it apart from others
        is_link = len(pieces) == 1 and isinstance(pieces[0], InternalLink)
        html = self._cell(pieces) if is_link else self._all(pieces)
        return Markup(html)  # noqa: S704 - each inline is escaped as it is rendered

    def rows(self, rows: Iterable[TableRow]) -> Markup:
        """Return table rows."""
        return Markup("".join(map(self._row, rows)))  # noqa: S704 - as above

    def cards(self, cards: Iterable[Card]) -> Markup:
        """Return cards as list items."""
        return Markup("".join(self._card(card) for card in cards))  # noqa: S704 - as above

    def figure(self, picture: ShownPicture, lazy: bool = True) -> Markup:
        """Return a picture with its caption; not `lazy` for one on the first screen."""
        return Markup(picture_figure(picture, self._base, lazy=lazy))  # noqa: S704 - as above

    def _all(self, inlines: Iterable[Inline]) -> str:
        return " ".join([self._draw[type(inline)](inline) for inline in inlines])

    def _row(self, row: TableRow) -> str:
        if row.sorts:
            sorts = [f' data-sort="{escape_html(sort)}"' if sort else "" for sort in row.sorts]
            cells = zip(sorts, row.cells, strict=True)
            inner = "".join([f"<td{sort}>{self._cell(cell)}</td>" for sort, cell in cells])
        else:
            inner = "".join([f"<td>{self._cell(cell)}</td>" for cell in row.cells])
        anchor = f' id="{escape_html(row.anchor)}"' if row.anchor else ""
        keys = f' data-filter-keys="{_filter_keys(row)}"' if row.filter_keys else ""
        return f"<tr{anchor}{keys}>{inner}</tr>\n"

    def _cell(self, cell: Inlines) -> str:
        """Return the HTML of a cell, without a wrapper where it holds a single inline."""
        if len(cell) != 1:
            return self._all(cell)
        (piece,) = cell
        if isinstance(piece, Text):
            text = self._explain(escape_html(piece.text))
            return text if "<" not in text else f"<span>{text}</span>"
        if isinstance(piece, InternalLink) and not piece.note:
            return self._link(piece)
        return self._draw[type(piece)](piece)

    def _card(self, card: Card) -> str:
        link = self._link(card.link)
        summary = (
            f'<p class="la-card__summary">{escape_html(card.summary)}</p>' if card.summary else ""
        )
        # no glossary links: a card has one link
        labels = " ".join([_tag_html(tag.tone, escape_html(tag.text)) for tag in card.tags])
        tags = f'<p class="la-card__tags">{labels}</p>' if labels else ""
        title = f'<p class="la-card__title">{link}</p>\n'
        picture = ""
        if card.picture:
            picture = picture_img(card.picture, self._base, css="la-card__picture")
        return f'<li class="la-card">{picture}{title}{summary}{tags}</li>\n'

    def _words(self, piece: Text) -> str:
        return f"<span>{self._explain(escape_html(piece.text))}</span>"

    def _long(self, piece: MarkdownText) -> str:
        return f'<div class="la-prose">{self._explain(self._prose(piece.text))}</div>'

    def _to(self, piece: InternalLink) -> str:
        if not piece.note:
            return self._link(piece, ' class="la-link"')
        note = f'<span class="la-note">{escape_html(piece.note)}</span>'
        return f'<span class="la-link">{self._link(piece)} {note}</span>'

    def _link(self, to: InternalLink, look: str = "") -> str:
        return f'<a href="{self._base}{escape_html(to.url)}"{look}>{escape_html(to.title)}</a>'

    def _outside(self, piece: ExternalLink) -> str:
        url, title = escape_html(piece.url), escape_html(piece.title or piece.url)
        return f'<a class="la-external-link" href="{url}" rel="noopener noreferrer">{title}</a>'

    def _chip(self, piece: Tag) -> str:
        return _tag_html(piece.tone, self._explain(escape_html(piece.text)))

    def _silent(self, piece: NotStated) -> str:  # noqa: ARG002
        return '<span class="la-not-stated">Not stated</span>'


def _filter_keys(row: TableRow) -> str:
    """Return the keys of a row for each filter: “worked;data;;place-a place-b”."""
    return escape_html(";".join(" ".join(keys) for keys in row.filter_keys))


def _tag_html(tone: str, words: str) -> str:
    look = "la-tag" if tone == "plain" else f"la-tag la-tag--{tone}"
    return f'<span class="{look}">{words}</span>'
