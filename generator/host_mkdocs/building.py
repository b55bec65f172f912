"""Run a build without the command line of MkDocs."""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as build_host
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.build.hosting import HostedBuild, PublishedBuild
from generator.build.prepare import AcademyProject, BuiltSite
from generator.build.progress import Progress, no_progress
from generator.host_mkdocs.plugin import AcademyPlugin
from generator.host_mkdocs.settings import NAME, FaultsError, HostError, settings
from generator.parallel import gc_paused


def build_site_once(
    config_file: Path, progress: Progress = no_progress, site_dir: Path | None = None
) -> BuiltSite:
    """Build a site as `build_site` does, in a folder that will be gone: keep nothing for later."""
    return build_site(config_file, progress, site_dir, once=True)


def build_site(
    config_file: Path,
    progress: Progress = no_progress,
    site_dir: Path | None = None,
    *,
    once: bool = False,
) -> BuiltSite:
    """Build the academy of a `mkdocs.yml` and publish it, to `site_dir` if that is given.

    Raises FaultsError when records have faults, and HostError for what MkDocs refuses.
    """
    config = settings(config_file, **({"site_dir": str(site_dir)} if site_dir else {}))
    folder, docs = Path(config.site_dir), posixpath.basename(config.docs_dir)
    builds: list[PublishedBuild] = []

    def start(project: AcademyProject, folder: Path, progress: Progress) -> HostedBuild:
        builds.append(PublishedBuild(project, folder, progress, once=once))
        return builds[-1]

    try:
        with gc_paused():
            run_mkdocs(config, progress, start)
    except FaultsError:
        raise
    except HostError as failure:
        raise HostError(f"{failure.message}\nThe site was not changed.") from failure
    return BuiltSite(folder, builds[-1].pages, builds[-1].prepared, docs)


def run_mkdocs(
    config: MkDocsConfig,
    progress: Progress,
    start: Callable[[AcademyProject, Path, Progress], HostedBuild],
) -> None:
    """Let MkDocs render for the build that `start` begins.

    Raises FaultsError when records have faults, and HostError for what MkDocs refuses.
    """
    plugin = config.plugins.get(NAME)
    if not isinstance(plugin, AcademyPlugin):
        name = posixpath.basename(config.config_file_path)
        raise HostError(f"{name} does not name the plugin “academy” under “plugins:”.")
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    plugin.progress, plugin.start = progress, start
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_host(config)
    except FaultsError:
        raise
    except Abort as stopped:
        # MkDocs gives the reason in the context of the exception; its message is only “aborted”
        raise HostError(str(stopped.__context__ or stopped.message)) from stopped
    finally:
        plugin.abandon()
        config.plugins.on_shutdown()
