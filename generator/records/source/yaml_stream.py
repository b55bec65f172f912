"""The parser's events one by one, and its complaints as faults."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from generator.records.source.fault import SourceFault
from generator.records.source.nodes import START, SourcePosition
from generator.records.source.yaml_messages import explain_yaml_error


class UnreadableError(Exception):
    """Raised when the text cannot be read any further; holds the fault."""

    def __init__(self, fault: SourceFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


# For these contexts the mistake is where the context starts, not where the parser stops.
_STARTED = ("quoted scalar", "simple key")


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return lines[number - 1] if number <= len(lines) else ""


def yaml_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of the YAML parser. Raises UnreadableError when the text is not YAML."""
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        started_here = any(word in (error.context or "") for word in _STARTED)
        mark = (started_here and error.context_mark) or error.problem_mark or error.context_mark
        place = SourcePosition(mark.line + 1, mark.column + 1) if mark else START
        message, hint = explain_yaml_error(
            error.problem or "", error.context or "", _line(text, place.line)
        )
        raise UnreadableError(SourceFault(place, "F112", message, hint)) from error
    except yaml.YAMLError as error:
        message, hint = explain_yaml_error(str(error), "")
        raise UnreadableError(SourceFault(START, "F112", message, hint)) from error
