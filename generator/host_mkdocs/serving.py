"""MkDocs as the host of a live site."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.build.hosting import HostedPages
from generator.build.prepare import AcademyProject, PreparedSite
from generator.build.progress import Progress, no_progress
from generator.build.serve import HostFailedError, LiveSite, serve_live
from generator.host_mkdocs.building import run_mkdocs
from generator.host_mkdocs.settings import project_of, settings


class _LivePages:
    """Keeps the pages that MkDocs renders for a live site."""

    def __init__(self, prepared: PreparedSite, folder: Path) -> None:
        self.prepared = prepared
        self.folder = folder
        self.pages: HostedPages | None = None

    def complete(self, pages: HostedPages) -> None:
        """Keep the pages."""
        self.pages = pages

    def discard(self) -> None:
        """Do nothing: the server removes the folder."""


@dataclass(frozen=True)
class MkDocsHost:
    """Renders the academy of a `mkdocs.yml`."""

    config_file: Path

    def project(self) -> AcademyProject:
        """Return the academy that the settings describe."""
        try:
            return project_of(self.config_file)
        except MkDocsException as failure:
            raise HostFailedError(failure.message) from None

    def render(self, prepared: PreparedSite, folder: Path) -> HostedPages:
        """Render the hand-written pages and the layouts into `folder`."""
        live = _LivePages(prepared, folder)
        try:
            config = settings(self.config_file, site_dir=str(folder))
            run_mkdocs(config, no_progress, lambda *_: live)
        except MkDocsException as failure:
            raise HostFailedError(failure.message) from None
        if live.pages is None:
            raise HostFailedError("MkDocs rendered nothing.")
        return live.pages


def serve_site(
    config_file: Path,
    address: str,
    tell: Callable[[str], None],
    *,
    progress: Progress = no_progress,
    open_in_browser: bool = False,
) -> None:
    """Serve the academy of a `mkdocs.yml` at a “host:port” until interrupted.

    Raises HostError for settings or an address that cannot be used, and OSError when the address
    is taken.
    """
    host, port = settings(config_file, dev_addr=address).dev_addr
    with TemporaryDirectory(prefix="academy-") as scratch:
        site = LiveSite(MkDocsHost(config_file), config_file, Path(scratch), progress, tell)
        serve_live(site, (host, port), tell, open_in_browser=open_in_browser)


class ServerOfMkDocs:
    """Our server with the methods that `mkdocs serve` calls."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config

    def watch(self, *_: Any, **__: Any) -> None:
        """Do nothing: our server finds the folders to watch."""

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until interrupted."""
        host, port = self._config.dev_addr
        log = logging.getLogger("mkdocs.plugins.academy")
        file = Path(self._config.config_file_path)
        try:
            serve_site(file, f"{host}:{port}", log.info, open_in_browser=open_in_browser)
        except OSError as failure:
            raise Abort(f"The site cannot be shown at {host}:{port}: {failure}.") from None

    def shutdown(self) -> None:
        """Do nothing: the server has stopped when `serve` returns."""
