"""Serving: a change to a record shows at once, however many records there are.

MkDocs would build the whole site again at each change. Here a file is made when a browser asks for
it, from the newest records; and MkDocs itself is asked only when something other than a record has
changed. The whole is verified when it is built.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any
from wsgiref.util import FileWrapper

from mkdocs.commands.serve import serve as serve_host
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator.build.on_demand import OnDemandSite
from generator.build.prepare import PreparedSite, Progress, RecordsRefusedError, prepare
from generator.host_mkdocs.log import speak
from generator.host_mkdocs.requests import path_of, refusal_of
from generator.host_mkdocs.settings import FaultsError, settings
from generator.parallel import freeze_objects, gc_paused
from generator.records.catalogue import ReadCache
from generator.site.handwritten import settings_findings
from generator.site.render.renderer import Renderer

LOG = logging.getLogger("mkdocs.plugins.academy")  # a child of the host's own, so that it is shown
_TIDIED = 20  # rebuilds after which is looked for what nothing leads to any more
_SETTLING = 0.03  # seconds without a change after which a change counts as finished


@dataclass(frozen=True)
class Frames:
    """What the host rendered, and all that it depends on.

    `mentioned` are the records that hand-written pages name, with the title and address that each
    then had. `inputs` are the files that are no records, and `sum` is that over their bytes.
    """

    prepared: PreparedSite
    mentioned: Mapping[str, tuple[str, str] | None]
    inputs: Callable[[], Iterable[Path]]
    sum: str

    def still_hold(self, prepared: PreparedSite) -> bool:
        """Whether the host would render just the same from other records."""
        terms = prepared.site.catalogue.terms == self.prepared.site.catalogue.terms
        return terms and all(prepared.resolve(one) == was for one, was in self.mentioned.items())


def sum_of(files: Iterable[Path]) -> str:
    """A sum over files, by name and content."""
    found = sha256()
    for file in sorted(files):
        content = file.read_bytes() if file.is_file() else b""
        found.update(f"{file}\n{len(content)}\n".encode() + content)
    return found.hexdigest()


class Live:
    """What is served now: a site of which each file is made on demand, or the faults."""

    def __init__(self) -> None:
        self.memory = ReadCache()
        self.refused: RecordsRefusedError | None = None
        self._lock = RLock()
        self._rebuilds = 0
        self._frames: Frames | None = None
        self._site: OnDemandSite | None = None

    def show(self, site: OnDemandSite, frames: Frames) -> None:
        """Serve a site that the host has just rendered."""
        with self._lock:
            self._site, self._frames, self.refused = site, frames, None
        freeze_objects()

    def refuse(self, refused: RecordsRefusedError) -> None:
        """Serve the faults, and nothing else."""
        LOG.error(FaultsError(refused).message)
        with self._lock:
            self.refused = refused

    def rebuild(self, host: Callable[[], None], progress: Progress) -> None:
        """Take up what has changed; `host` renders everything that is not ours again."""
        with self._lock:
            self._rebuilds += 1
            if self._rebuilds % _TIDIED == 0:
                freeze_objects()
            if not self._only_records(progress):
                host()

    def _only_records(self, progress: Progress) -> bool:
        frames, site = self._frames, self._site
        if frames is None or site is None or sum_of(frames.inputs()) != frames.sum:
            return False
        try:
            prepared = prepare(frames.prepared.project, progress, self.memory)
        except RecordsRefusedError as refused:
            self.refuse(refused)
            return True
        if not frames.still_hold(prepared):
            return False
        self._site, self.refused = site.with_records(prepared), None
        return True

    def content(self, url: str) -> bytes | None:
        """The file at `url`, if it is one of ours, made now if need be; where there are faults, the
        page that says them, for any page.
        """
        with self._lock:
            if self.refused is not None:
                return self._faults(self.refused) if url.endswith(".html") else None
            if self._site is None:
                return None
            for report in self._site.make(url):
                for found in report.findings:
                    LOG.error(found.as_text())
            return self._site.files.get(url)

    @staticmethod
    def _faults(refused: RecordsRefusedError) -> bytes:
        page = Renderer("", lambda _: None)
        return page.standalone_page("faults.html", findings=refused.findings).encode()


# a system also tells of each file that is read: by us, at every look at what has changed
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]


class _Watcher(Observer):  # type: ignore[misc, valid-type]
    """Tells of changes at once, where MkDocs looks every half second."""

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Watch a file or folder."""
        watch: ObservedWatch = super().schedule(
            handler, path, recursive=recursive, event_filter=_CHANGES
        )
        return watch


class AcademyServer(LiveReloadServer):
    """MkDocs's server, with pages made on demand and changes told by the system itself."""

    def __init__(
        self, other: LiveReloadServer, live: Live, progress: Progress, config_file: Path
    ) -> None:
        host, port = other.server_address[:2]
        super().__init__(self._rebuild, str(host), int(port), other.root, other.mount_path)
        self.error_handler = other.error_handler
        self.build_delay = _SETTLING
        self.observer = _Watcher()
        self._live = live
        self._bound = str(host)
        self._builder = other.builder
        self._config_file = config_file
        self._progress = progress
        for path in other._watched_paths:
            self.watch(path)

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """Answer a browser: with a file of ours, or as MkDocs would."""
        if refused := refusal_of(environ, self._bound):
            plain = ("Content-Type", "text/plain; charset=utf-8")
            start_response(refused.status, [plain, *refused.headers])
            content: Iterable[bytes] = [f"{refused.message}\n".encode()]
        else:
            content = self._answer(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return content
        if isinstance(content, FileWrapper):
            content.close()
        return []

    def _answer(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        url = self._url(path_of(environ) or "/")
        if url is None:
            return super().serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        content = self._live.content(url)
        if content is None:
            return super().serve_request(environ, start_response)
        if url.endswith(".html"):
            content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        kind = self._guess_type(url)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _rebuild(self) -> None:
        self._live.rebuild(self._host, self._progress)

    def _host(self) -> None:
        """Let MkDocs render again, unless new settings name code that it would run."""
        if findings := settings_findings(self._config_file.parent, self._config_file.name)[1]:
            self._live.refuse(RecordsRefusedError(findings))
        else:
            self._builder()

    def _url(self, path: str) -> str | None:
        """The place of a file from the site's root; None for what is not in the site."""
        if path.startswith("/livereload/") or not f"{path}/".startswith(self.mount_path):
            return None
        name = path[len(self.mount_path) :] + ("index.html" if path.endswith("/") else "")
        return posixpath.normpath(f"/{name}").lstrip("/")


def serve_site(config_file: Path, address: str, *, open_in_browser: bool) -> None:
    """Serve the academy and take up every change, until interrupted."""
    speak("mkdocs.livereload", LOG.name)
    settings(config_file, dev_addr=address)
    with gc_paused():
        serve_host(str(config_file), dev_addr=address, open_in_browser=open_in_browser)
