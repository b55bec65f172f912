"""How pages show headings, links, footnotes, pictures and task lists: rules of the renderer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.markdown.page_anchors import NOTE_PREFIX, PageAnchors

_Rule = Callable[[Any, Sequence[Token], int, Any, Any], str]


def add_html_rules(parser: MarkdownIt) -> None:
    """Add the house's rules to a parser. Its `env` holds the `PageAnchors` as `anchors`."""
    parser.core.ruler.after("github-tasklists", "house_style", _house_style)
    for name, rule in _RULES.items():
        parser.add_render_rule(name, rule)


def _house_style(state: StateCore) -> None:
    """Lower headings below those of the page and anchor them; send no referrer to other sites."""
    anchors: PageAnchors = state.env["anchors"]
    if "footnotes" in state.env:
        state.env["text"] = anchors.next_text()
    for index, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(max(int(token.tag[1]) + 1, 3), 6)}"
        if token.type == "heading_open":
            token.attrSet("id", anchors.heading(_text(state.tokens[index + 1])))
        if token.attrGet("class") == "task-list-item":
            token.attrSet("class", "la-task")
        elif token.attrGet("class") == "contains-task-list":
            token.attrSet("class", "la-tasks")
        for child in token.children or ():
            _private_link(child)
        if token.type == "paragraph_open":
            _stand_alone(token, *state.tokens[index + 1 : index + 3])


def _stand_alone(opening: Token, inline: Token, closing: Token) -> None:
    """Take a picture out of a paragraph that holds nothing else, so that it can have a caption."""
    if [child.type for child in inline.children or ()] == ["picture"] and inline.children:
        opening.hidden = closing.hidden = True
        inline.children[0].meta["alone"] = True


def _private_link(token: Token) -> None:
    if token.type == "link_open" and str(token.attrGet("href") or "").startswith("http"):
        token.attrSet("rel", "noopener noreferrer")


def _text(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type != "html_inline")


def _note(env: Any, token: Token) -> tuple[str, int, str]:
    """Return the id of a note on the page, its number, and the id of one place that cites it."""
    number = token.meta["id"] + 1
    note = f"{NOTE_PREFIX}{env['text']}-{number}"
    return note, number, f"{note}-from-{max(token.meta.get('subId', 0), 0) + 1}"


def _note_reference(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    note, number, place = _note(env, tokens[index])
    label = f'aria-label="Note {number}"'
    return f'<sup><a class="la-note-link" href="#{note}" id="{place}" {label}>{number}</a></sup>'


def _notes_open(_: Any, __: Any, ___: Any, ____: Any, _____: Any) -> str:
    return '<section class="la-notes" aria-label="Notes">\n<ol>\n'


def _notes_close(_: Any, __: Any, ___: Any, ____: Any, _____: Any) -> str:
    return "</ol>\n</section>\n"


def _note_open(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    return f'<li id="{_note(env, tokens[index])[0]}">'


def _note_close(_: Any, __: Any, ___: Any, ____: Any, _____: Any) -> str:
    return "</li>\n"


def _note_return(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    _note_id, number, place = _note(env, tokens[index])
    label = f'aria-label="Back to the text of note {number}"'
    return f' <a class="la-note-back" href="#{place}" {label}>Back</a>'


def _picture(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    token = tokens[index]
    show: Callable[[str, str, str, bool], str] = env["show_picture"]
    alone = token.meta.get("alone", False)
    return show(token.meta["file"], token.content, token.meta["caption"], alone)


def _task_box(_: Any, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    # Task boxes are the only HTML in the tokens: the parser reads none in the text.
    done = "checked=" in tokens[index].content
    mark, word = ("done", "Done:") if done else ("open", "To do:")
    return f'<span class="la-task__{mark}">{word}</span>'


_RULES: dict[str, _Rule] = {
    "footnote_ref": _note_reference,
    "footnote_block_open": _notes_open,
    "footnote_block_close": _notes_close,
    "footnote_open": _note_open,
    "footnote_close": _note_close,
    "footnote_anchor": _note_return,
    "html_inline": _task_box,
    "picture": _picture,
}
