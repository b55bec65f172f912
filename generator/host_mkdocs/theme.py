"""The files of the theme, without the hidden folders that MkDocs copies nothing from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.theme import Theme


def visible_files(folders: Iterable[str]) -> list[str]:
    """Return the path in its folder of each file that no hidden folder holds, sorted."""
    paths: set[str] = set()
    for root in folders:
        for folder, subfolders, names in os.walk(root):
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            inside = Path(folder).relative_to(root)
            paths.update((inside / name).as_posix() for name in names)
    return sorted(paths)


def leave_out_hidden_folders(theme: Theme) -> None:
    """Keep MkDocs from walking through the hidden folders of a theme at each build.

    Material has 14,000 icons in one, which MkDocs lists only to leave them out.
    """
    usual = theme.get_env

    def get_env() -> Any:
        def list_templates(filter_func: Callable[[str], bool]) -> list[str]:
            return [path for path in visible_files(theme.dirs) if filter_func(path)]

        environment = usual()
        environment.list_templates = list_templates  # type: ignore[method-assign, assignment]
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]
