"""Mask personal data in everything that a command prints.

Findings and differences are masked earlier, before they become JSON or Markdown. This module masks
the rest: arguments, the host's log, and messages of the operating system.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

import click

from generator.privacy import Redaction, scan_name, spellings

_CLOSED_ERRORS = (errno.EPIPE, errno.EINVAL)  # EINVAL on Windows


class OutputClosedError(Exception):
    """Raised when the reader of the output is gone, as after `academy check | head -1`.

    It is no OSError, so that commands do not take it for a failed disk write.
    """


class MaskedOutput:
    """Masks printed text. It learns what to mask, and what waivers allow, from the academy read."""

    def __init__(self) -> None:
        self._redaction = Redaction()

    def learn(self, redaction: Redaction) -> None:
        """Add the redaction of an academy."""
        self._redaction |= redaction

    def redact(self, text: str) -> str:
        """Return text with personal data masked."""
        return self._redaction.mask_text(text)

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
    """A stream that masks each piece of text before it passes it on.

    It has no `buffer`, which would bypass the masking.
    """

    def __init__(self, stream: TextIO, output: MaskedOutput) -> None:
        self._stream = stream
        self._output = output
        self._waiting = ""
        self._is_closed = False

    def write(self, text: str) -> int:
        """Write text. An incomplete line waits for its end, or for `flush`."""
        self._waiting += text
        if self._waiting.endswith("\n"):
            self._pass_on()
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write each line."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Write waiting text and flush the stream."""
        self._pass_on()
        self._unless_closed(self._stream.flush)

    def _pass_on(self) -> None:
        text, self._waiting = self._waiting, ""
        if text:
            self._unless_closed(lambda: self._stream.write(self._output.redact(text)))

    def _unless_closed(self, action: Callable[[], object]) -> None:
        """Run an action on the stream. Raises OutputClosedError if the stream turns out to be
        closed.
        """
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
    """A click group whose output is masked."""

    def main(
        self,
        args: Sequence[str] | None = None,
        *more: Any,
        obj: MaskedOutput | None = None,
        **extra: Any,
    ) -> Any:
        """Run the command, masking personal data in its arguments wherever they are printed."""
        output = obj or MaskedOutput()
        typed = sys.argv[1:] if args is None else args
        output.learn(Redaction(spellings(hit for word in typed for hit in scan_name(word))))
        with output.redirected():
            return super().main(args, *more, obj=output, **extra)
