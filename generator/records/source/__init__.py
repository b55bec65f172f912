"""Parse one file into a `SourceFile`: plain values, each with its position."""

from __future__ import annotations

import pickle
import re
from hashlib import blake2b
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.field_path import FieldPath
from generator.model.record import BODY_FIELD
from generator.records.source.conflict_markers import conflict_faults
from generator.records.source.fault import SourceFault
from generator.records.source.file_text import MAX_FILE_BYTES, hidden_characters, read_text
from generator.records.source.nodes import (
    START,
    Mapping,
    Node,
    PlainValue,
    Scalar,
    Sequence,
    SourcePosition,
    locate,
    node_at,
    plain_value,
)
from generator.records.source.parser import parse
from generator.records.source.text_position import position_within

__all__ = [
    "MAX_FILE_BYTES",
    "START",
    "Mapping",
    "Node",
    "PlainValue",
    "Scalar",
    "Sequence",
    "SourceFault",
    "SourceFile",
    "SourcePosition",
    "conflict_faults",
    "hidden_characters",
    "locate",
    "parse_source",
    "plain_value",
    "read_source",
    "read_text",
]

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

_Places = dict[tuple[FieldPath, bool], SourcePosition]


class SourceFile:
    """A parsed file: its path in the project, and its fields with their positions.

    Fields with positions take fifteen times the memory of the text, and most files are not looked
    at again. So they can be left out (`drop_positions`, pickling); then the text is parsed again
    where they are asked for.
    """

    __slots__ = ("_fields", "_places", "_text", "_values", "digest", "path")

    def __init__(self, path: str, fields: Mapping | None, text: str, digest: bytes = b"") -> None:
        self.path = path
        self.digest = digest  # of the text; parsing gives it
        self._fields = fields
        self._text = text
        self._values = b""  # pickled, where the fields are left out
        self._places: _Places = {}

    @property
    def fields(self) -> Mapping:
        """The fields as they were written."""
        if self._fields is None:
            self._fields = _fields_in(self._text, self.path)[0] or Mapping((), START)
        return self._fields

    def drop_positions(self) -> None:
        """Leave out the fields until they are asked for."""
        self._values, self._fields = self._packed_values(), None

    def values(self) -> dict[str, PlainValue]:
        """Return the fields as str, None, list and dict."""
        if self._fields is None and self._values:
            values: dict[str, PlainValue] = pickle.loads(self._values)  # noqa: S301 - packed below
            return values
        return {name.text: plain_value(value) for name, value in self.fields.entries}

    def _packed_values(self) -> bytes:
        return self._values or pickle.dumps(self.values(), pickle.HIGHEST_PROTOCOL)

    def place(self, path: FieldPath, *, at_key: bool = False) -> SourcePosition:
        """Return the position of the value (or with `at_key` the name) at `path`."""
        if (path, at_key) not in self._places:
            self._places[path, at_key] = locate(self.fields, path, at_key=at_key)
        return self._places[path, at_key]

    def place_within(self, path: FieldPath, offset: int) -> SourcePosition:
        """Return the position of a character of the text at `path`.

        `offset` counts from the first character of the text that is not white space, as the models
        read it. Where there is no text at `path`, return the position of the value.
        """
        node = node_at(self.fields, path)
        if not isinstance(node, Scalar):
            return self.place(path)
        return position_within(self._text, node, offset)

    def __getstate__(self) -> tuple[str, str, bytes, bytes, _Places]:
        return self.path, self._text, self.digest, self._packed_values(), self._places

    def __setstate__(self, state: tuple[str, str, bytes, bytes, _Places]) -> None:
        self.path, self._text, self.digest, self._values, self._places = state
        self._fields = None


def read_source(file: Path, path: str) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Return the source in `file`, known in the project as `path`, and every fault.

    The source is None when the file cannot be read. Raises nothing for bad content.
    """
    text, faults = read_text(file)
    if text is None:
        return None, [fault.in_file(path) for fault in faults]
    return parse_source(text, path)


def parse_source(text: str, path: str) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Return the source in `text`, as `read_source`; a `.md` path has YAML front matter."""
    if conflicts := conflict_faults(text):
        return None, [fault.in_file(path) for fault in conflicts]
    fields, faults = _fields_in(text, path)
    if fields is None:
        return None, [fault.in_file(path) for fault in faults]
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return SourceFile(path, fields, text, digest), [fault.in_file(path) for fault in faults]


def _fields_in(text: str, path: str) -> tuple[Mapping | None, list[SourceFault]]:
    return _markdown(text) if path.endswith(".md") else parse(text)


def _markdown(text: str) -> tuple[Mapping | None, list[SourceFault]]:
    front = _FRONT.match(text)
    if front is None:
        message = "The file must start with its fields, between two lines of “---”."
        hint = "Start with a line “---”. Then write the fields, another line “---” and the story."
        return None, [SourceFault(START, "F113", message, hint)]
    # A line feed in place of the first “---” keeps the line numbers of the file.
    fields, faults = parse("\n" + front.group(1))
    if fields is None:
        return None, faults
    if (written := fields.find(BODY_FIELD)) is not None:
        message = f"“{BODY_FIELD}” is the text below the second line “---”, not a field."
        return None, [
            SourceFault(written[0].place, "F114", message, "Move the text below that line.")
        ]
    rest = text[front.end() :]
    body = rest.strip("\n")
    skipped = len(rest) - len(rest.lstrip("\n"))
    place = SourcePosition(text.count("\n", 0, front.end()) + skipped + 1, 1)
    if not body:
        return fields, faults
    entry = (Scalar(BODY_FIELD, place, plain=False), Scalar(body, place, plain=False))
    return Mapping((*fields.entries, entry), fields.place), faults
