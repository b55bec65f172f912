"""What a command prints, with personal data masked, whoever prints it: the last look at all of it.

Faults and differences are masked where they are made, before they become JSON or Markdown. Here
goes what nothing else has seen: names given on the command line, a host's log, an error of the
system.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

import click

from generator.privacy import Redaction, scan_name, spellings

_CLOSED_ERRORS = (errno.EPIPE, errno.EINVAL)  # the second one on Windows


class OutputClosedError(Exception):
    """Nobody reads what is printed any more, as after `academy check | head -1`.

    No OSError, so that no command takes it for a disk that cannot be written.
    """


class MaskedOutput:
    """Masks what is printed. It learns from the academy that was read what the gate refused in it,
    and what waivers let in.
    """

    def __init__(self) -> None:
        self._redaction = Redaction()

    def learn(self, redaction: Redaction) -> None:
        """Take up what an academy holds, beside what is known already."""
        self._redaction |= redaction

    def redact(self, text: str) -> str:
        """The text as it may be printed."""
        return self._redaction.text(text)

    @contextmanager
    def redirected(self) -> Iterator[None]:
        """Send standard output and standard error through `redact`."""
        out, err = _MaskedStream(sys.stdout, self), _MaskedStream(sys.stderr, self)
        try:
            with redirect_stdout(cast(TextIO, out)), redirect_stderr(cast(TextIO, err)):
                yield
        finally:
            out.flush()
            err.flush()


class _MaskedStream:
    """A stream that masks each piece of text before another stream writes it.

    It has no `buffer`, by which bytes could go round it.
    """

    def __init__(self, stream: TextIO, output: MaskedOutput) -> None:
        self._stream = stream
        self._output = output
        self._waiting = ""
        self._is_closed = False

    def write(self, text: str) -> int:
        """Write text; the start of a line waits for its end, or for `flush`."""
        self._waiting += text
        if self._waiting.endswith("\n"):
            self._pass_on()
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write each line."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Write what waits."""
        self._pass_on()
        self._unless_closed(self._stream.flush)

    def _pass_on(self) -> None:
        text, self._waiting = self._waiting, ""
        if text:
            self._unless_closed(lambda: self._stream.write(self._output.redact(text)))

    def _unless_closed(self, action: Callable[[], object]) -> None:
        """Do something with the stream. Raises OutputClosedError when it is found to be closed."""
        if self._is_closed:
            return
        try:
            action()
        except OSError as error:
            if error.errno not in _CLOSED_ERRORS:
                raise
            self._is_closed = True
            raise OutputClosedError from None

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


class MaskedGroup(click.Group):
    """A command of which nothing is printed that has not been looked through."""

    def main(
        self,
        args: Sequence[str] | None = None,
        *more: Any,
        obj: MaskedOutput | None = None,
        **extra: Any,
    ) -> Any:
        """Run it as click does. What was typed may come back as it is, or as an id made of it."""
        output = obj or MaskedOutput()
        typed = sys.argv[1:] if args is None else args
        output.learn(Redaction(spellings(hit for word in typed for hit in scan_name(word))))
        with output.redirected():
            return super().main(args, *more, obj=output, **extra)
