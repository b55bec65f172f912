"""The Markdown that people use in records, as the page shows it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.page_anchors import HEADING_PREFIX, NOTE_PREFIX, PageAnchors
from generator.model.kinds import KINDS
from generator.site.render.markdown import ProseRenderer, sanitise


def render(text: str) -> str:
    return str(
        ProseRenderer(lambda name: ("Ashby", "../a.html") if name == "ashby" else None)(text)
    )


def test_struck_out_words() -> None:
    assert render("~~old~~ new") == "<p><s>old</s> new</p>\n"


def test_a_bare_web_address_is_a_link_without_the_full_stop() -> None:
    link = '<a href="https://a.example/x?a=1&amp;b=2" rel="noopener noreferrer">'
    shown = f"<p>See {link}https://a.example/x?a=1&amp;b=2</a>.</p>\n"
    assert render("See https://a.example/x?a=1&b=2.") == shown


def test_only_whole_web_addresses_are_links() -> None:
    assert "<a" not in render("www.a.example, a.example, ftp://a.example, //a.example, mailto:x")


def test_a_footnote_leads_to_its_note_and_back() -> None:
    html = render("Once[^a], twice[^a].\n\n[^a]: The *note*.")
    assert html == (
        '<p>Once<sup><a class="la-note-link" href="#note-1-1" id="note-1-1-from-1" '
        'aria-label="Note 1">1</a></sup>, twice<sup><a class="la-note-link" href="#note-1-1" '
        'id="note-1-1-from-2" aria-label="Note 1">1</a></sup>.</p>\n'
        '<section class="la-notes" aria-label="Notes">\n<ol>\n<li id="note-1-1"><p>The '
        '<em>note</em>. <a class="la-note-back" href="#note-1-1-from-1" aria-label="Back to the '
        'text of note 1">Back</a> <a class="la-note-back" href="#note-1-1-from-2" '
        'aria-label="Back to the text of note 1">Back</a></p>\n</li>\n</ol>\n</section>\n'
    )


def test_a_task_list_says_what_is_done_in_words() -> None:
    assert render("- [x] Plan\n- [ ] Try") == (
        '<ul class="la-tasks">\n<li class="la-task"><span class="la-task__done">Done:</span> Plan'
        '</li>\n<li class="la-task"><span class="la-task__open">To do:</span> Try</li>\n</ul>\n'
    )


def test_a_definition_list() -> None:
    shown = "<dl>\n<dt>Term</dt>\n<dd>One</dd>\n<dd>Two</dd>\n</dl>\n"
    assert render("Term\n: One\n: Two") == shown


def test_bullets_pasted_from_word_are_a_list() -> None:
    shown = "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n<li>d</li>\n</ul>\n"
    assert render("•\ta\n· b\n–\tc\n• d") == shown
    assert render("```\n• a\n```") == "<pre><code>• a\n</code></pre>\n"
    assert render("Some – words\n– and more") == "<p>Some – words\n– and more</p>\n"


def test_a_mention_with_other_words_does_not_break_a_table() -> None:
    for stroke in ("|", "\\|"):
        html = render(f"| a | b |\n|---|---|\n| [[ashby{stroke}Here]] | 7 |")
        assert '<td><a href="../a.html">Here</a></td>\n<td>7</td>' in html


def test_signs_of_arithmetic_stay() -> None:
    assert render("100*1.2*3 = *360*") == "<p>100*1.2*3 = <em>360</em></p>\n"
    assert render("Minutes\n~ 20") == "<p>Minutes\n~ 20</p>\n"
    assert render("`2*3*4` [x](https://a.example/2*3*4)").count("2*3*4") == 2


def test_headings_have_ids_of_their_own_on_a_page() -> None:
    anchors = PageAnchors()
    page = ProseRenderer(lambda _: None, anchors)
    text = "# How it began\n\nA\n===\n\n## How it began\n\n# 在宅\n\n# " + "long " * 40
    ids = re.findall(r' id="([^"]+)"', str(page(text)) + str(page(text)))
    assert ids[:4] == ["text-how-it-began", "text-a", "text-how-it-began-2", "text-heading"]
    assert len(set(ids)) == len(ids) == 10
    anchors.clear()
    assert ' id="text-a"' in page("# A")


def test_two_texts_of_a_page_do_not_share_the_ids_of_notes() -> None:
    page = ProseRenderer(lambda _: None)
    text = "a[^1] b[^2]\n\n[^1]: c\n[^2]: d"
    ids = re.findall(r' id="([^"]+)"', str(page(text)) + str(page(text)))
    assert len(set(ids)) == len(ids) == 8


def test_no_section_of_a_record_has_an_id_like_those_of_prose() -> None:
    ids = [section.id for kind in KINDS for section in kind.sections]
    assert ids
    assert not [one for one in ids if one.startswith((HEADING_PREFIX, NOTE_PREFIX))]


PIECES = st.sampled_from([
    "[^1]", "[^1]: ", "\n", "\n\n", "- [x] ", ": ", "~~", "•\t", "| a | b |\n|---|---|\n| ", "# ",
    "https://a.example/", "[[ashby|x]]", "*", "1", "<b>", '"', "    ", "> ", "`", "word ",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_link_inside_a_text_leads_to_one_place(text: str) -> None:
    html = render(text)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert sanitise(html) == html
