"""Tells when files below some folders change."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import sleep

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# inotify also reports each file that is opened, by us at every rebuild: subscribe to changes only
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
_SETTLING = 0.03  # seconds without a change after which a change counts as finished
_PATIENCE = 0.5  # seconds between two looks at the keyboard: on Windows a wait hides Ctrl+C


class ChangeWatcher(FileSystemEventHandler):
    """Notes that a file has changed below one of `folders`, or that one of `files` has."""

    def __init__(self, folders: Collection[Path], files: Collection[Path]) -> None:
        self._folders = [folder.resolve() for folder in folders]
        self._files = {str(file.resolve()) for file in files}
        self._changed = Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch until the block ends. Raises OSError when the system watches no more files."""
        observer = Observer()
        for folder in self._folders:
            observer.schedule(self, str(folder), recursive=True, event_filter=_CHANGES)
        # the folders of the files: editors replace a file, and a watch on it would be lost with it
        for parent in sorted({Path(file).parent for file in self._files}):
            observer.schedule(self, str(parent), recursive=False, event_filter=_CHANGES)
        observer.start()
        try:
            yield
        finally:
            observer.stop()
            observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change to a watched file."""
        for path in (event.src_path, event.dest_path):
            if path and self._is_watched(Path(str(path))):
                self._changed.set()

    def wait(self) -> None:
        """Return once files have changed, and nothing has for a moment."""
        while not self._changed.wait(_PATIENCE):
            pass
        while self._changed.is_set():
            self._changed.clear()
            sleep(_SETTLING)

    def _is_watched(self, path: Path) -> bool:
        return str(path) in self._files or any(
            path.is_relative_to(folder) for folder in self._folders
        )
