"""What functions draw in place of templates is as safe, and says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.page_anchors import PageAnchors
from generator.markdown.parser import html_parser
from generator.site.figures.shapes import LinkedShapes, Panel, TextLines
from generator.site.parts.blocks import Card, TableRow
from generator.site.parts.inlines import (
    ExternalLink,
    InternalLink,
    MarkdownText,
    NotStated,
    Tag,
    Text,
)
from generator.site.render.html_fragments import HtmlFragments
from generator.site.render.markdown import ProseRenderer, sanitise
from generator.site.render.svg_renderer import SvgRenderer

HOSTILE = '<b onclick="x">\'&"></b>'
SAFE = "&lt;b onclick=&#34;x&#34;&gt;&#39;&amp;&#34;&gt;&lt;/b&gt;"
LEAVES = HtmlFragments("../", lambda text: text, lambda text: f"<p>{len(text)}</p>")


def test_every_piece_is_escaped_wherever_it_holds_text() -> None:
    for piece in (
        Text(HOSTILE),
        Tag(HOSTILE, "good"),
        ExternalLink(HOSTILE),
        InternalLink("x", HOSTILE),
    ):
        drawn = str(LEAVES.inlines([piece]))
        assert SAFE in drawn
        assert HOSTILE not in drawn
    both = str(LEAVES.inlines([InternalLink(HOSTILE, "a.html", HOSTILE)]))
    assert both.count(SAFE) == 2


def test_pieces_stand_apart_by_a_space() -> None:
    assert LEAVES.inlines([NotStated(), Text("a")]) == (
        '<span class="la-not-stated">Not stated</span> <span>a</span>'
    )


def test_links_lead_from_the_page_to_the_root_and_back() -> None:
    assert '<a href="../areas/ashby.html">Ashby</a>' in LEAVES.inlines(
        [InternalLink("Ashby", "areas/ashby.html")]
    )


def test_a_row_says_what_to_sort_by() -> None:
    row = TableRow(((Text("1,000"),), (MarkdownText("Long."),)), (HOSTILE, ""))
    assert str(LEAVES.rows([row])) == (
        f'<tr><td data-sort="{SAFE}">1,000</td><td><div class="la-prose"><p>5</p></div></td></tr>\n'
    )
    plain = str(LEAVES.rows([TableRow(((Text("a"),),))]))
    assert "data-sort" not in plain


def test_a_card_is_escaped_and_leaves_out_what_it_has_not() -> None:
    full = str(
        LEAVES.cards([Card(InternalLink(HOSTILE, "a.html"), HOSTILE, (Tag(HOSTILE, "plain"),))])
    )
    assert full.count(SAFE) == 3
    bare = str(LEAVES.cards([Card(InternalLink("A", "a.html"), "", ())]))
    assert "la-card__summary" not in bare
    assert "la-card__tags" not in bare


def test_shapes_are_escaped() -> None:
    text = TextLines("0", (("1", HOSTILE),), "fg-text", full=HOSTILE)
    shapes = [LinkedShapes("a.html", HOSTILE, (Panel("0", "5", "1", (text,)),))]
    drawn = str(SvgRenderer("../")(shapes))
    assert drawn.count(SAFE) == 3
    assert drawn.startswith('<a href="../a.html">')


# letters that mean something in Markdown or HTML, at the start of a line or in its midst
SIGNS = st.text(alphabet="ab Z9.)-+*_=#>\r\f|`~\\[]()!&;<\"'/:é’\u00a0\t\n", max_size=30)


@given(SIGNS)
def test_plain_prose_is_what_the_whole_way_of_markdown_gives(text: str) -> None:
    env = {"resolve": lambda _: None, "anchors": PageAnchors()}
    assert str(ProseRenderer(lambda _: None)(text)) == sanitise(html_parser().render(text, env))


def test_prose_without_signs_is_a_paragraph() -> None:
    prose = ProseRenderer(lambda _: None)
    assert (
        prose("Two teams, one plan.\nIt's “working”.\n")
        == "<p>Two teams, one plan.\nIt's “working”.</p>\n"
    )
