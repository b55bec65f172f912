"""What a page would show otherwise than its writer meant: found in the Markdown of one text."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from generator.diagnostics import clip
from generator.markdown.fault_types import FaultType, ProseFault
from generator.markdown.parser import is_allowed_link, source_parser
from generator.markdown.picture_faults import picture_faults
from generator.markdown.unsupported import unsupported_markup
from generator.model.fields.prose import MENTION_PATTERN, blank_code
from generator.model.fields.refusals import REFUSALS

HTML_PATTERN = re.compile(
    r"(?<!\\)<(?:/?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>\n]*)?>|!--|\?|!\[CDATA\[)"
)
_LINK = re.compile(r"(?<![\\!\]])\[(?!\[|\^)[^\[\]\n]*\]\(\s*<?([^\s)>]*)[^)\n]*\)")
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](:)?")
_SIGN = re.compile(r"^ {0,3}([-+>]) *(?=[£$€]?\d)", re.MULTILINE)
_SIGN_WORDS = {
    "-": ("a list, so that no minus is shown", "For a minus, write “−{}”; for a list, “* {}”."),
    "+": ("a list, so that no plus is shown", "Write “{} more”; for a list, “* {}”."),
    ">": ("a quotation, so that no “>” is shown", "Write “more than {}”, or quote it in “”."),
}
_DIGITS = re.compile(r"[£$€]?[\d.,]*\d%?")
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W_]")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")
_ADDRESS_NAME = re.compile(r" {0,3}\[[^\]]+\]:")
_NUMBERED = re.compile(r"[ >]*\d+[.)] ")
# signs by which a text may be shown otherwise than it is written
_SIGNS = re.compile(
    r"[\[<|`&~^{]|==|\$\$|:[a-z]|^[ \t]*(?:[-+>:]|!!!|\?\?\?|\d+[.)])", re.MULTILINE
)


def prose_faults(text: str) -> tuple[ProseFault, ...]:
    """Return the faults of a text in order. A text without signs of markup has none."""
    if not _SIGNS.search(text):
        return ()
    plain = blank_code(text)
    faults = [fault for finder in _FINDERS for fault in finder(plain)]
    losses = [fault for fault in faults if fault.type is not FaultType.UNSUPPORTED]
    lines = {text.count("\n", 0, fault.offset) for fault in losses}
    lost = (fault for fault in _lost_text(text) if text.count("\n", 0, fault.offset) not in lines)
    return tuple(sorted((*faults, *lost), key=lambda fault: fault.offset))


def _html(text: str) -> Iterator[ProseFault]:
    # what is wrong inside a mention is told of the mention
    outside = MENTION_PATTERN.sub(lambda mention: " " * len(mention[0]), text)
    for match in HTML_PATTERN.finditer(outside):
        refusal = REFUSALS["prose_html"].words(text=clip(match[0]))
        yield ProseFault(FaultType.HTML, match.start(), *refusal)


def _links(text: str) -> Iterator[ProseFault]:
    for match in _LINK.finditer(text):
        if not is_allowed_link(match[1].lower()):
            message = f"“{clip(match[1])}” is no whole web address, so this is not a link."
            hint = "Write [[id|words]] for a record, or the address with https:// in front."
            yield ProseFault(FaultType.LINK, match.start(), message, hint)


def _notes(text: str) -> Iterator[ProseFault]:
    marks = list(_NOTE.finditer(text))
    defined = [match for match in marks if _defines(text, match)]
    cited = {match[1] for match in marks if not _defines(text, match)}
    names = Counter(match[1] for match in defined)
    for match in marks:
        name = clip(match[1])
        if not _defines(text, match):
            if match[1] not in names:
                message = f"The footnote “{name}” has no text."
                hint = f"Add a line below: “[^{name}]: The text of the note.”"
                yield ProseFault(FaultType.NOTE, match.start(), message, hint)
        elif match[1] not in cited:
            message = f"Nothing refers to the footnote “{name}”, so it is not shown."
            hint = f"Write “[^{name}]” where it belongs, or delete it."
            yield ProseFault(FaultType.NOTE, match.start(), message, hint)
        elif names[match[1]] > 1:
            message = f"The footnote “{name}” is written twice, so one text is not shown."
            hint = "Give each footnote a name of its own."
            yield ProseFault(FaultType.NOTE, match.start(), message, hint)


def _defines(text: str, match: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return match[2] is not None and not line.strip(" >")


def _signs(text: str) -> Iterator[ProseFault]:
    lines = text.split("\n")
    for match in _SIGN.finditer(text):
        sign = match[1]
        if sign != ">" and (not match[0].endswith(" ") or _in_a_list(lines, text, match)):
            continue
        number = _DIGITS.match(text, match.end())
        shown = number[0] if number else ""
        becomes, hint = _SIGN_WORDS[sign]
        message = f"“{sign} {shown}” at the start of a line begins {becomes}."
        yield ProseFault(FaultType.SIGN, match.start(1), message, hint.format(shown, shown))


def _in_a_list(lines: list[str], text: str, match: re.Match[str]) -> bool:
    """Return whether a line beside this one is an item of the same list."""
    number = text.count("\n", 0, match.start(1))
    beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    return any(line.lstrip().startswith(f"{match[1]} ") for line in beside)


_FINDERS: tuple[Callable[[str], Iterator[ProseFault]], ...] = (
    picture_faults, _html, _links, _notes, _signs, unsupported_markup,
)  # fmt: skip


def _lost_text(text: str) -> Iterator[ProseFault]:
    """Yield the first letter or digit of each line that no page would show."""
    shown, first_of = _shown_characters(source_parser().parse(text))
    start = 0
    for number, line in enumerate(text.split("\n")):
        left = shown.get(first_of.get(number, number), Counter())
        for match in _LETTER.finditer(_ENTITY.sub(_as_character, line)):
            left[match[0]] -= 1
            if left[match[0]] < 0:
                yield _lost(line, start, min(match.start(), len(line) - 1))
                break
        start += len(line) + 1


def _as_character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]).ljust(len(entity[0]))  # columns stay as they are


def _lost(line: str, start: int, column: int) -> ProseFault:
    column = next(match.start() for match in _WORD.finditer(line) if match.end() > column)
    word = _WORD.match(line, column)
    message = f"“{clip(word[0] if word else line)}” would not be shown."
    hint = "Write it as plain text, on a line of its own."
    if line.lstrip().startswith(("```", "~~~")):
        hint = f"Delete what follows “{line.lstrip()[:3]}”."
    elif _ADDRESS_NAME.match(line):
        hint = "Such a line names an address for links. Write “[words](https://…)” in the text."
    elif _NUMBERED.match(line):
        hint = "Lists are numbered on from their first number. Write the number in words."
    elif "](" in line or "][" in line:
        hint = "Write a link as “[words](https://…)”, with nothing else between the brackets."
    elif "|" in line:
        hint = "The row has more cells than the first row of the table. Join two, or add a column."
    return ProseFault(FaultType.LOST, start + column, message, hint)


def _shown_characters(tokens: list[Token]) -> tuple[dict[int, Counter[str]], dict[int, int]]:
    """Return the letters and digits that each piece of the text shows, by its first line.

    Return also the first line of the piece that each line belongs to.
    """
    shown: defaultdict[int, Counter[str]] = defaultdict(Counter)
    spans: list[tuple[int, int]] = []
    numbers: list[tuple[str, int]] = []
    cited = _cited_notes(tokens)
    dropped = False  # inside a footnote that nothing refers to
    for token in tokens:
        if token.type == "footnote_reference_open":
            dropped = token.meta["label"] not in cited
        elif token.type == "footnote_reference_close":
            dropped = False
        if token.type == "ordered_list_open":
            numbers.append((str(token.attrGet("start") or 1), 0))
        elif token.type == "ordered_list_close":
            numbers.pop()
        if not token.map:
            continue
        content = token.content if token.type in ("fence", "code_block") else ""
        if token.type == "inline":
            content = _inline_text(token)
        elif token.type == "footnote_reference_open":
            content = token.meta["label"]
        elif token.type == "list_item_open" and token.info:
            content, numbers[-1] = _item_number(token.info, *numbers[-1])
        if token.type in ("inline", "fence", "code_block"):
            spans.append((token.map[0], max(token.map[1], token.map[0] + 1)))
        if not dropped:
            shown[token.map[0]].update(_LETTER.findall(content))
    first: dict[int, int] = {}
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        first.update(dict.fromkeys(range(start, end), start))
    return shown, first


def _cited_notes(tokens: list[Token]) -> set[str]:
    """Return the labels of the footnotes that the text refers to."""
    children = (child for token in tokens for child in token.children or ())
    return {child.meta["label"] for child in children if child.type == "footnote_ref"}


def _item_number(written: str, first: str, before: int) -> tuple[str, tuple[str, int]]:
    """Return the number that an item of a list shows, and what its next item needs.

    Where every item has the first number, as Markdown allows, nobody means it.
    """
    meant = written if written.lstrip("0") == first.lstrip("0") else str(int(first) + before)
    return (written if int(meant) == int(written) else meant), (first, before + 1)


def _inline_text(token: Token) -> str:
    pieces: list[str] = []
    for child in token.children or ():
        if child.type == "html_inline":  # the box of a task
            pieces.append("xX" if "checked=" in child.content else "")
        elif child.type == "link_open" and not child.info:
            pieces.append(str(child.attrGet("href")))
        elif child.type == "footnote_ref":
            pieces.append(child.meta["label"])
        else:
            pieces.append(child.content)
    return "".join(pieces)
