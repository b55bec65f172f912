"""Parse one file into a `SourceFile`: plain values, each with its position."""

from __future__ import annotations

import pickle
import re
import zlib
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


_PROTOCOL, _FAST = pickle.HIGHEST_PROTOCOL, 1


class SourceFile:
    """A parsed file: its path in the project, and its fields with their positions.

    Pickling compresses the fields with the text of the file, and unpickling keeps them compressed:
    most files are not looked at again, and unpacked fields take fifteen times the memory. Positions
    are cached.
    """

    __slots__ = ("_packed", "_parsed", "_places", "digest", "path")

    def __init__(
        self,
        path: str,
        parsed: tuple[Mapping, str] | None,
        packed: bytes = b"",
        digest: bytes = b"",
    ) -> None:
        self.path = path
        self.digest = digest  # of the text; parsing gives it
        self._parsed = parsed
        self._packed = packed
        self._places: dict[tuple[FieldPath, bool], SourcePosition] = {}

    @property
    def fields(self) -> Mapping:
        """The fields as they were written; unpacked at each call after unpickling."""
        return self._unpack()[0]

    def _unpack(self) -> tuple[Mapping, str]:
        """Return the fields, and the text of the file that they were parsed from."""
        if self._parsed is not None:
            return self._parsed
        unpacked: tuple[Mapping, str] = pickle.loads(  # noqa: S301 - packed by `__reduce__` below
            zlib.decompress(self._packed)
        )
        return unpacked

    def values(self) -> dict[str, PlainValue]:
        """Return the fields as str, None, list and dict."""
        return {name.text: plain_value(value) for name, value in self.fields.entries}

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
        fields, text = self._unpack()
        node = node_at(fields, path)
        if not isinstance(node, Scalar):
            return self.place(path)
        return position_within(text, node, offset)

    def __reduce__(self) -> tuple[type[SourceFile], tuple[str, None, bytes, bytes]]:
        packed = self._packed or zlib.compress(pickle.dumps(self._parsed, _PROTOCOL), _FAST)
        return SourceFile, (self.path, None, packed, self.digest)


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
    fields, faults = _markdown(text) if path.endswith(".md") else parse(text)
    if fields is None:
        return None, [fault.in_file(path) for fault in faults]
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return SourceFile(path, (fields, text), b"", digest), [fault.in_file(path) for fault in faults]


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
