"""A build from beginning to end, without the command line of MkDocs."""

from __future__ import annotations

import logging
import posixpath
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as build_host
from mkdocs.exceptions import Abort

from generator.build import Prepared, Progress, silent
from generator.host_mkdocs.plugin import AcademyPlugin
from generator.host_mkdocs.settings import NAME, FaultsError, HostError, settings
from generator.workers import undisturbed


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: where it lies, how many pages were pressed, and what from.

    `docs` is the name of the folder of hand-written pages.
    """

    folder: Path
    pages: int
    prepared: Prepared
    docs: str


def build_site(
    config_file: Path, progress: Progress = silent, site_dir: Path | None = None
) -> Built:
    """Build the academy of a `mkdocs.yml` and publish it, to `site_dir` if that is given.

    Raises FaultsError when records have faults, and HostError for what the host refuses.
    """
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    config = settings(config_file, **({"site_dir": str(site_dir)} if site_dir else {}))
    folder = Path(config.site_dir)
    plugin = config.plugins.get(NAME)
    if not isinstance(plugin, AcademyPlugin):
        raise HostError(f"{config_file.name} does not name the plugin “academy” under “plugins:”.")
    plugin.progress = progress
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with undisturbed():
            build_host(config)
    except FaultsError:
        raise
    except Abort as stopped:
        # MkDocs says why in its log and only “aborted” in what it raises
        said = str(stopped.__context__ or stopped.message)
        raise HostError(f"{said}\nThe site was not touched.") from stopped
    finally:
        plugin.abandon()
        config.plugins.on_shutdown()
    docs = posixpath.basename(config.docs_dir)
    return Built(folder, plugin.pages_written, plugin.sound, docs)
