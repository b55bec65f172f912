"""Write new values into the text of a record, and leave all other lines as people wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.record import BODY_FIELD
from generator.records.merge.line_edits import LineEditor, UnusualLayoutError
from generator.records.source import Mapping as FieldsNode
from generator.records.source import PlainValue, parse_source
from generator.records.source.writer import write_record

_RULE = re.compile(r"(?:---|\.\.\.)[ \t]*")


def edit_record_text(text: str, path: str, values: Mapping[str, PlainValue]) -> str:
    """Return the text of the record at `path` with these values.

    Only the lines of values that differ are written anew. Where the layout does not allow that, the
    whole field is written anew, and as a last resort the whole record. The result always reads as
    `values`.
    """
    source, _ = parse_source(text, path)
    if source is None:
        return write_record(values, _suffix(path))
    if source.values() == values:
        return text
    for is_deep in (True, False):
        try:
            edited = _edited(text, path, source.fields, values, is_deep=is_deep)
        except UnusualLayoutError:
            continue
        if _reads_as(edited, path, values):
            return edited
    return write_record(values, _suffix(path))


def _edited(
    text: str, path: str, fields: FieldsNode, values: Mapping[str, PlainValue], *, is_deep: bool
) -> str:
    is_markdown = path.endswith(".md")
    lines = text.split("\n")
    end = _end_of_front_matter(lines) if is_markdown else _end_of_text(lines)
    front = FieldsNode(
        tuple(
            entry for entry in fields.entries if not (is_markdown and entry[0].text == BODY_FIELD)
        ),
        fields.place,
    )
    wanted = {n: v for n, v in values.items() if not (is_markdown and n == BODY_FIELD)}
    head = LineEditor(lines, is_deep=is_deep).edited(front, wanted, end)
    tail = lines[end:]
    if is_markdown:
        tail = _with_body(tail, values.get(BODY_FIELD))
    return "\n".join([*head, *tail])


def _end_of_front_matter(lines: list[str]) -> int:
    """Return the index of the line that ends the front matter."""
    return next(at for at in range(1, len(lines)) if _RULE.fullmatch(lines[at]))


def _end_of_text(lines: list[str]) -> int:
    """Return the index after the last line that is not empty."""
    return max((at + 1 for at, line in enumerate(lines) if line.strip()), default=0)


def _with_body(tail: list[str], body: PlainValue) -> list[str]:
    """Return the lines from the end of the front matter on, with another text below."""
    rest = "\n".join(tail[1:])
    old = rest.strip("\n")
    new = body if isinstance(body, str) else ""
    if new == old:
        return tail
    before = rest[: len(rest) - len(rest.lstrip("\n"))] if old else "\n"
    return [tail[0], *(f"{before or chr(10)}{new}\n" if new else "").split("\n")]


def _reads_as(text: str, path: str, values: Mapping[str, PlainValue]) -> bool:
    source, faults = parse_source(text, path)
    return source is not None and not faults and source.values() == values


def _suffix(path: str) -> str:
    return ".md" if path.endswith(".md") else ".yaml"
