"""One small academy in two states, so that it shows which of them a site is of."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from generator.host_mkdocs import build_site
from tests.sites import copy_small, tree


class Twice(NamedTuple):
    """The settings of both states, and every file of both sites."""

    configs: tuple[Path, Path]
    trees: tuple[dict[str, bytes], dict[str, bytes]]

    def state(self, site: Path) -> int | None:
        """Which state a site is of, to the byte; None for a damaged one."""
        contents = tree(site) if site.is_dir() else {}
        return self.trees.index(contents) if contents in self.trees else None


def make_twice(folder: Path) -> None:
    """Build both states, once each, below `folder`."""
    first = copy_small(folder / "one")
    build_site(first / "mkdocs.yml")
    two = folder / "two"
    shutil.copytree(first, two, ignore=shutil.ignore_patterns("site", ".site*"))
    config = two / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("Learning Academy", "Other Academy"), encoding="utf-8")
    build_site(config)


def read_twice(folder: Path) -> Twice:
    """Both states, as `make_twice` left them below `folder`."""
    first, two = folder / "one", folder / "two"
    return Twice(
        (first / "mkdocs.yml", two / "mkdocs.yml"), (tree(first / "site"), tree(two / "site"))
    )
