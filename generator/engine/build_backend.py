"""The build backend of the engine, which `pip`, `build` and `uv` call by way of pyproject.toml.

setuptools builds; wheel and sdist are then written in their one form, so that each has the same
bytes wherever it is made, and the released wheel is the one that every academy carries.

The interface: https://peps.python.org/pep-0517/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from setuptools.build_meta import build_editable

from generator.engine.sources import source_archive, source_files
from generator.engine.wheel import files_of_sources, metadata_name, wheel_of_sources

__all__ = ["build_editable", "build_sdist", "build_wheel"]


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Write the wheel of the sources in this folder into `wheel_directory`; its file name."""
    del config_settings, metadata_directory  # nothing about a build can be chosen
    name, content = wheel_of_sources(Path.cwd())
    Path(wheel_directory, name).write_bytes(content)
    return name


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """Write the archive of the sources in this folder into `sdist_directory`; its file name."""
    del config_settings
    built = files_of_sources(Path.cwd())
    metadata = metadata_name(built)
    stem = metadata.partition(".dist-info/")[0]
    files = {**dict(source_files(Path.cwd())), "PKG-INFO": built[metadata]}
    name = f"{stem}.tar.gz"
    Path(sdist_directory, name).write_bytes(source_archive(stem, files))
    return name
