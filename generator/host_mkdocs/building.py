"""A build from beginning to end, without the command line of MkDocs."""

from __future__ import annotations

import logging
import posixpath
from pathlib import Path

from mkdocs.commands.build import build as build_host
from mkdocs.exceptions import Abort

from generator.build.prepare import BuiltSite, Progress, no_progress
from generator.host_mkdocs.plugin import AcademyPlugin
from generator.host_mkdocs.settings import NAME, FaultsError, HostError, settings
from generator.parallel import gc_paused


def build_site(
    config_file: Path, progress: Progress = no_progress, site_dir: Path | None = None
) -> BuiltSite:
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
        with gc_paused():
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
    return BuiltSite(folder, plugin.pages_written, plugin.sound, docs)
