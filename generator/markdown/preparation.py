"""Prepare Markdown for the parser, which must not read some characters as signs of markup.

A shielded character is replaced by one that no file may hold (F105), and put back after parsing.
"""

from __future__ import annotations

import re

from generator.model.fields.prose import MENTION_PATTERN

_PIPE, _STAR, _TILDE = "\ufdd0", "\ufdd1", "\ufdd2"  # noncharacters of Unicode
_SHIELDED = str.maketrans({_PIPE: "|", _STAR: "*", _TILDE: "~"})
# a mention whose “|” is shielded
SHIELDED_MENTION = re.compile(MENTION_PATTERN.pattern.replace(r"\\?\|", _PIPE))
# “*” beside a digit inside a word or a number multiplies; in a web address it belongs to that
_PRODUCT = re.compile(r"https?://\S+|(?<=\d)\*(?=\w)|(?<=\w)\*(?=\d)")
# “~ 20” at the start of a line means “about 20”
_ABOUT = re.compile(r"^([ \t]*)~(?=[ \t])", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# bullets as Word and web pages put them on the clipboard; a dash counts only before a tab
WORD_BULLET = re.compile(r"([ \t]*)(?:[•·▪●◦‣][ \t]*|[–-]\t[ \t]*)(?=\S)")


def prepare(text: str) -> str:
    """Return Markdown for the parser, with the same lines.

    Pasted bullets become those of Markdown, and the characters that are no markup are shielded.
    """
    if "[[" in text:
        text = MENTION_PATTERN.sub(_shield_mention, text)
    if "*" in text:
        text = _PRODUCT.sub(lambda match: _STAR if match[0] == "*" else match[0], text)
    if "~" in text:
        text = _ABOUT.sub(rf"\1{_TILDE}", text)
    if any(bullet in text for bullet in "•·▪●◦‣\t"):
        text = "\n".join(_with_plain_bullets(text.split("\n")))
    return text


def restore(text: str) -> str:
    """Return text with the shielded characters put back."""
    return text.translate(_SHIELDED) if not text.isascii() else text


def _shield_mention(match: re.Match[str]) -> str:
    if match[2] is None:
        return match[0]
    return f"[[{match[1]}{_PIPE}{match[2].replace('|', _PIPE)}]]"


def _with_plain_bullets(lines: list[str]) -> list[str]:
    fence = ""
    for number, line in enumerate(lines):
        if mark := _FENCE.match(line):
            opens, closes = not fence, mark[1].startswith(fence) and line.strip() == mark[1]
            fence = mark[1] if opens else "" if closes else fence
        elif not fence:
            bullet = WORD_BULLET.match(line)
            lines[number] = f"{bullet[1]}- {line[bullet.end() :]}" if bullet else line
    return lines
