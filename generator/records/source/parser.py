"""Parse YAML text to nodes with positions, from the events of the C parser.

Events are read one by one, so that depth and size are limited before anything is built: the tree
builder of the C parser overflows the stack on deep nesting. Anchors, aliases and tags are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from generator.diagnostics import clip
from generator.field_path import FieldPath
from generator.records.source.fault import SourceFault
from generator.records.source.file_text import hidden_characters
from generator.records.source.nodes import START, Mapping, Node, Scalar, Sequence, SourcePosition
from generator.records.source.yaml_stream import UnreadableError, yaml_events

MAX_DEPTH = 20
MAX_VALUES = 20_000
MAX_FAULTS = 100
_HARMLESS = frozenset({"F122", "F127"})


@dataclass(slots=True)
class _OpenNode:
    """A list or map whose end has not been read yet."""

    place: SourcePosition
    is_map: bool
    items: list[Node] = field(default_factory=list)
    keys: list[Scalar] = field(default_factory=list)
    waiting: Scalar | None = None
    seen: dict[str, SourcePosition] = field(default_factory=dict)

    @property
    def step(self) -> str | int:
        """The name or index of the next value."""
        return self.waiting.text if self.is_map and self.waiting else len(self.items)


def parse(text: str) -> tuple[Mapping | None, list[SourceFault]]:
    """Return the map in `text`, or None, and every fault.

    Faults in `_HARMLESS` do not change any value, so the map is returned with them.
    """
    reader = _NodeBuilder()
    try:
        root = reader.read(text)
    except UnreadableError as stop:
        return None, [*reader.faults, stop.fault]
    if any(fault.code not in _HARMLESS for fault in reader.faults):
        return None, reader.faults
    if root is None or (isinstance(root, Scalar) and root.is_null):
        hint = "Give at least a title. “academy new” creates a file to fill in."
        return None, [SourceFault(START, "F110", "The file is empty.", hint)]
    if not isinstance(root, Mapping):
        message = "The file has a list or plain text instead of fields."
        return None, [
            SourceFault(root.place, "F111", message, "Write fields such as “title: My title”.")
        ]
    return root, reader.faults


class _NodeBuilder:
    """Builds nodes from events and collects the faults after which reading can go on."""

    def __init__(self) -> None:
        self.faults: list[SourceFault] = []
        self._open: list[_OpenNode] = []
        self._root: Node | None = None
        self._count = 0
        self._lines: list[str] = []
        self._hidden = self._comments = False

    def read(self, text: str) -> Node | None:
        self._lines = text.split("\n")
        self._hidden, self._comments = bool(hidden_characters(text)), "#" in text
        for event in yaml_events(text):
            self._take(event)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = SourcePosition(mark.line + 1, mark.column + 1) if mark else START
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_marks(event, place)
            if self._hidden or event.style == '"':
                self._refuse_hidden(event.value, place)
            if self._comments and not event.style:
                self._refuse_loss(event)
            self._add(Scalar(event.value, place, not event.style))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event, place)
            self._begin(place, is_map=isinstance(event, yaml.MappingStartEvent))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._fault(place, "F120", "You cannot use an alias (“*name”).", _PLAIN_STAR)
            self._add(Scalar("", place))
        elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            hint = "Put each record in its own file and delete the line “---”."
            raise UnreadableError(
                SourceFault(place, "F123", "The file has more than one record.", hint)
            )

    def _begin(self, place: SourcePosition, *, is_map: bool) -> None:
        if len(self._open) >= MAX_DEPTH:
            message = f"There are more than {MAX_DEPTH} levels of fields inside fields."
            hint = "Look for extra brackets or too much indentation."
            raise UnreadableError(SourceFault(place, "F124", message, hint))
        self._open.append(_OpenNode(place, is_map))

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.is_map:
            entries = tuple(zip(closed.keys, closed.items, strict=True))
            self._add(Mapping(entries, closed.place))
        else:
            self._add(Sequence(tuple(closed.items), closed.place))

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            message = f"The file has more than {MAX_VALUES:,} values."
            raise UnreadableError(SourceFault(node.place, "F125", message, "Split the file."))
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if parent.is_map and parent.waiting is None:
            parent.waiting = self._name(parent, node)
            return
        if parent.is_map and parent.waiting is not None:
            parent.keys.append(parent.waiting)
            parent.waiting = None
        parent.items.append(node)

    def _name(self, parent: _OpenNode, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._fault(node.place, "F126", "A field's name must be one word.", _NAME)
            return Scalar("", node.place)
        first = parent.seen.setdefault(node.text, node.place)
        if first is not node.place:
            name = clip(node.text)
            message = f"“{name}” is in the file twice. The first is on line {first.line}."
            self._fault(node.place, "F122", message, "Delete one of the two.", name)
        return node

    def _refuse_marks(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: SourcePosition
    ) -> None:
        if event.anchor:
            message = f"You cannot use an anchor (“&{clip(event.anchor)}”)."
            self._fault(place, "F120", message, _PLAIN_AND)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"You cannot use a tag (“{clip(tag)}”)."
            hint = "If the text should start with “!”, put it in quotes."
            self._fault(place, "F121", message, hint)

    def _refuse_hidden(self, value: str, place: SourcePosition) -> None:
        # Only double-quoted text has escapes such as "\u202e", which the raw text does not show.
        for _, message in hidden_characters(value):
            self._fault(
                place, "F105", message, "Delete it. It is written as a code with a backslash."
            )

    def _refuse_loss(self, event: yaml.ScalarEvent) -> None:
        # In “Our #1 idea” YAML takes the text from “ #” on as a comment and drops it.
        mark = event.end_mark
        if mark is None or mark.line >= len(self._lines):
            return
        rest = self._lines[mark.line][mark.column :]
        if rest[:1].isspace() and rest.lstrip().startswith("#"):
            offset = mark.column + len(rest) - len(rest.lstrip())
            place = SourcePosition(mark.line + 1, offset + 1)
            message = "The text after “ #” on this line would be left out."
            hint = "To keep it, put the whole text in quotes. Put a comment on its own line."
            self._fault(place, "F127", message, hint)

    def _fault(
        self, place: SourcePosition, code: str, message: str, hint: str, name: str | None = None
    ) -> None:
        if len(self.faults) >= MAX_FAULTS:
            message = f"There are more than {MAX_FAULTS} errors. The others are not shown."
            raise UnreadableError(SourceFault(place, "F128", message, "Correct these first."))
        path: FieldPath = tuple(level.step for level in self._open)
        if name is not None:
            path = (*path[:-1], name)
        self.faults.append(SourceFault(place, code, message, hint, path))


_PLAIN_STAR = "Write the value again in full. To make a list, use “-” instead of “*”."
_PLAIN_AND = "If the text should start with “&”, put it in quotes."
_NAME = "Check the indentation and the colons on this line."
