"""What the host says in its log: heard when it builds, shown when it serves."""

from __future__ import annotations

import logging

_HOSTS = ("mkdocs", "properdocs")


class WarningCollector(logging.Handler):
    """Hears each warning of the host, which MkDocs itself forgets when it is told to be quiet."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.heard.append(record.getMessage())

    def listen(self) -> None:
        """Start hearing, with nothing heard yet."""
        self.heard.clear()
        for name in _HOSTS:
            logger = logging.getLogger(name)
            logger.addHandler(self)
            logger.setLevel(min(logger.level or logging.WARNING, logging.WARNING))

    def rest(self) -> None:
        """Stop hearing."""
        for name in _HOSTS:
            logging.getLogger(name).removeHandler(self)


def speak(*names: str) -> None:
    """Show on the terminal what the loggers of these names have to say."""
    voice = logging.StreamHandler()
    voice.setFormatter(logging.Formatter("%(message)s"))
    for name in names:
        logging.getLogger(name).addHandler(voice)
        logging.getLogger(name).setLevel(logging.INFO)
