"""A hand-written page: the settings in its front matter, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, clip
from generator.model.record import BODY_FIELD
from generator.records.source import (
    START,
    SourceFault,
    SourcePosition,
    conflict_faults,
    parse_source,
)
from generator.site.handwritten.markup import address_fault, tag_faults

_MAY_SET = ("title", "description")
_CHANGE = "Use Markdown. Pages cannot have scripts, styles, frames or forms."
_DELETE = "Delete the line. A page can only set its title and its description."
# MkDocs also reads such lines at the start of a page as settings, without `---` around them.
_SETTING = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
_FENCE = re.compile(r"^(~{3,}|`{3,})[^\n`]*\n.*?^\1[ ]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_HEADING = re.compile(r"^# +(.+?)(?: +#+)?$", re.MULTILINE)
_LINK = re.compile(
    r"(!?)\[[^\[\]]*\]\(\s*<?([^)>\s]*)|^ {0,3}(\[)[^\]]+\]:\s*<?(\S+)", re.MULTILINE
)


def page_findings(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield the findings in a Markdown page."""
    yield from (fault.in_file(path) for fault in conflict_faults(text))
    if text.startswith("---"):
        yield from _head_findings(path, text)
    else:
        yield from (fault.in_file(path) for fault in _loose_settings(text))
    for position, reason in _text_faults(_without_code(text)):
        yield SourceFault(
            _place(text, position), "H805", f"{reason[:1].upper()}{reason[1:]}.", _CHANGE
        ).in_file(path)


def page_title(text: str) -> str:
    """Return the title of a Markdown page: what it states, or its first heading; else empty."""
    source, _ = parse_source(text, "") if text.startswith("---") else (None, [])
    stated = source.values().get("title") if source else None
    heading = _HEADING.search(_without_code(text))
    return str(stated or (heading[1].strip() if heading else ""))


def _head_findings(path: str, text: str) -> Iterator[Diagnostic]:
    source, findings = parse_source(text, path)
    yield from findings
    if source is None:
        return
    for key, value in source.values().items():
        if key == BODY_FIELD:
            continue
        place = source.place((key,), at_key=True)
        if key not in _MAY_SET:
            yield _unknown_setting(place, key).in_file(path)
        elif not isinstance(value, str):
            yield SourceFault(place, "H806", f"“{key}” must be text.", "Write a sentence.").in_file(
                path
            )


def _loose_settings(text: str) -> Iterator[SourceFault]:
    for number, line in enumerate(text.split("\n"), 1):
        match = _SETTING.match(line)
        if match is None:
            return
        yield _unknown_setting(SourcePosition(number, 1), match[1])


def _unknown_setting(place: SourcePosition, key: str) -> SourceFault:
    return SourceFault(place, "H806", f"A page cannot set “{clip(key)}”.", _DELETE)


def _without_code(text: str) -> str:
    for code in (_FENCE, _CODE):
        text = code.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def _text_faults(text: str) -> Iterator[tuple[int, str]]:
    yield from tag_faults(text)
    for link in _LINK.finditer(text):
        if reason := address_fault(link[2] or link[4] or "", shown=link[1] == "!"):
            yield link.start(), reason


def _place(text: str, position: int) -> SourcePosition:
    if not text:
        return START
    return SourcePosition(
        text.count("\n", 0, position) + 1, position - (text.rfind("\n", 0, position) + 1) + 1
    )
