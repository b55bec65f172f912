"""Adds a page for each record, and a list for each kind, to a MkDocs site.

The academy is the folder that ACADEMY names. Its records are read inside the build, as in any
site that MkDocs makes from data.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from tests.bench.speed.peers.pages import pages
from tests.bench.speed.records import Entries, read_entries
from tests.bench.speed.text import in_words

_READ: list[Entries] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the records; put the lists into the menu."""
    _READ[:] = [read_entries(Path(os.environ["ACADEMY"]))]
    lists = [{in_words(folder): f"{folder}/index.md"} for folder in _READ[0].by_folder]
    config.nav = [{"Home": "index.md"}, *lists]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages."""
    for file in _files(config):
        files.append(file)
    return files


def _files(config: MkDocsConfig) -> Iterator[File]:
    for page in pages(_READ[0], _address):
        text = f"{page.front()}# {page.title}\n\n{page.summary}\n\n{page.text}"
        path = f"{page.folder}/{page.name}.md".lstrip("/")
        file = File.generated(config, path, content=text)
        listed = page.name == "index"
        file.inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        yield file


def _address(folder: str, name: str) -> str:
    return f"/{folder}/{name}.md"
