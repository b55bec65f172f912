"""Warnings that MkDocs writes to its log."""

from __future__ import annotations

import logging

_HOSTS = ("mkdocs", "properdocs")


class WarningCollector(logging.Handler):
    """Captures MkDocs warnings, including those that `--quiet` drops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())

    def start(self) -> None:
        """Capture warnings from now on."""
        for name in _HOSTS:
            logger = logging.getLogger(name)
            logger.addHandler(self)
            logger.setLevel(min(logger.level or logging.WARNING, logging.WARNING))

    def stop(self) -> None:
        """Capture no more."""
        for name in _HOSTS:
            logging.getLogger(name).removeHandler(self)
