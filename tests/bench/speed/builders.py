"""Those that are compared: how each is set up before the clock starts, and what is then timed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tests.bench.speed.bars import ELEVENTY, FULL_ELEVENTY, FULL_HUGO, HUGO, MKDOCS
from tests.bench.speed.measure import Step
from tests.bench.speed.peers.full_pages import (
    eleventy_front,
    hugo_front,
    write_full_pages,
    write_menu,
)
from tests.bench.speed.peers.pages import write_pages
from tests.bench.speed.records import read_entries
from tests.bench.speed.stages import ASKS
from tests.bench.speed.tools import PEERS, Tools, version_of

PROJECT = Path(__file__).resolve().parents[3]
# this tree's own program, wherever it is run from; the theme's notice is not for a log
NEEDS = {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Builder:
    """A site that can be built: the steps of it, and where the site then lies.

    `leftovers` are removed before each build with the site, so that it starts cold.
    """

    steps: tuple[Step, ...]
    site: Path
    leftovers: tuple[Path, ...]

    def clear(self) -> None:
        """Remove what an earlier build left."""
        for place in (self.site, *self.leftovers):
            shutil.rmtree(place, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to make the site of an academy.

    `prepare` gives the builder for an academy in a new folder of its own. `most` is the largest
    number of records that it is asked for unless somebody insists.
    """

    name: str
    prepare: Callable[[Path, Path, Tools], Builder]
    versions: Callable[[Tools], str]
    most: int = 10_000


def needs_of(folder: Path) -> Mapping[str, str]:
    """The environment of all that is run in a folder: its caches are nobody else's."""
    return {**NEEDS, "XDG_CACHE_HOME": str(_caches(folder))}


def _caches(folder: Path) -> Path:
    return folder.with_suffix(".caches")


def ours(academy: Path) -> Builder:
    """Our own build, in a fresh process."""
    words = (sys.executable, "-m", "generator", "build")
    step = Step(words, academy, {**needs_of(academy), ASKS: str(stages_file(academy))})
    return Builder((step,), academy / "site", (_caches(academy),))


def stages_file(academy: Path) -> Path:
    """Where our build says what each stage of it took."""
    return academy.with_suffix(".stages.json")


def _mkdocs(academy: Path, folder: Path, _: Tools) -> Builder:
    shutil.copytree(PEERS / "mkdocs", folder)
    (folder / "docs").mkdir()
    words = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    step = Step(words, folder, {**needs_of(folder), "ACADEMY": str(academy)})
    return Builder((step,), folder / "site", (_caches(folder),))


def _hugo(academy: Path, folder: Path, tools: Tools) -> Builder:
    builder = _hugo_site(folder, tools)
    write_pages(read_entries(academy), folder / "content", "_index")
    return builder


def _full_hugo(academy: Path, folder: Path, tools: Tools) -> Builder:
    builder, entries = _hugo_site(folder, tools), read_entries(academy)
    shutil.copytree(PEERS / "hugo_full", folder, dirs_exist_ok=True)
    write_full_pages(entries, folder / "content", "_index", hugo_front)
    write_menu(entries, folder / "data" / "menu.json")
    return builder


def _hugo_site(folder: Path, tools: Tools) -> Builder:
    shutil.copytree(PEERS / "hugo", folder)
    shutil.copytree(PEERS / "style", folder / "static")
    step = Step((str(tools.hugo()), "--quiet"), folder, needs_of(folder))
    return Builder((step,), folder / "public", (folder / "resources", _caches(folder)))


def _eleventy(academy: Path, folder: Path, tools: Tools) -> Builder:
    builder = _eleventy_site(folder, tools)
    write_pages(read_entries(academy), folder / "content", "index")
    return builder


def _full_eleventy(academy: Path, folder: Path, tools: Tools) -> Builder:
    builder, entries = _eleventy_site(folder, tools), read_entries(academy)
    shutil.copytree(PEERS / "eleventy_full", folder, dirs_exist_ok=True)
    write_full_pages(entries, folder / "content", "index", eleventy_front)
    write_menu(entries, folder / "menu.json")
    return builder


def _eleventy_site(folder: Path, tools: Tools) -> Builder:
    shutil.copytree(PEERS / "eleventy", folder)
    shutil.copy(PEERS / "style" / "style.css", folder)
    modules, needs = tools.node_modules(), needs_of(folder)
    eleventy = ("node", str(modules / "@11ty/eleventy/cmd.cjs"), "--quiet")
    pagefind = ("node", str(modules / "pagefind/lib/runner/bin.cjs"), "--site", "_site", "--silent")
    steps = (Step(eleventy, folder, needs), Step(pagefind, folder, needs))
    return Builder(steps, folder / "_site", (_caches(folder),))


def _mkdocs_versions(_: Tools) -> str:
    return f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"


def _hugo_versions(tools: Tools) -> str:
    return version_of(str(tools.hugo()), "version").split("-")[0].replace("hugo v", "Hugo ")


def _eleventy_versions(tools: Tools) -> str:
    modules = tools.node_modules()
    eleventy = version_of("node", str(modules / "@11ty/eleventy/cmd.cjs"), "--version")
    pagefind = version_of("node", str(modules / "pagefind/lib/runner/bin.cjs"), "--version")
    node = version_of("node", "--version").removeprefix("v")
    return f"Eleventy {eleventy}, {pagefind.capitalize()}, Node {node}"


PEERS_BY_WORD = {
    "mkdocs": Peer(MKDOCS, _mkdocs, _mkdocs_versions, most=1_000),
    "hugo": Peer(HUGO, _hugo, _hugo_versions),
    "hugo-fuller": Peer(FULL_HUGO, _full_hugo, _hugo_versions),
    "eleventy": Peer(ELEVENTY, _eleventy, _eleventy_versions),
    "eleventy-fuller": Peer(FULL_ELEVENTY, _full_eleventy, _eleventy_versions),
}
