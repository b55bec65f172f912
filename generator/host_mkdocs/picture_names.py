"""Pictures of hand-written pages, with a hash of their content in their names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from mkdocs.structure.files import Files

from generator.site.asset_bundles import hashed_name
from generator.site.handwritten import PICTURE_TYPES

# a tag of a page holds no bare “<” or “>”: hand-written markup with them is refused
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"""\b(src|href)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+)""", re.IGNORECASE)


def rename_pictures(files: Files, docs: Path) -> Mapping[str, str]:
    """Give each picture in the folder `docs` its name in the site.

    Returns the new URLs by the old ones. MkDocs follows links in Markdown by itself.
    """
    renamed: dict[str, str] = {}
    for file in files:
        is_own = file.src_dir is not None and Path(file.src_dir) == docs
        if is_own and posixpath.splitext(file.src_uri)[1] in PICTURE_TYPES:
            renamed[file.src_uri] = hashed_name(file.src_uri, file.content_bytes)
            file.dest_uri = renamed[file.src_uri]
            file.url = quote(file.dest_uri)
    return renamed


def with_new_names(html: str, url: str, renamed: Mapping[str, str]) -> str:
    """Return the HTML of the page at `url`, with the new URLs of pictures in its tags."""
    change = partial(_changed_address, folder=posixpath.dirname(url), renamed=renamed)
    return _TAG.sub(lambda tag: _ADDRESS.sub(change, tag[0]), html) if renamed else html


def _changed_address(match: re.Match[str], folder: str, renamed: Mapping[str, str]) -> str:
    written = unquote(match[2].strip("\"'"))
    new = renamed.get(posixpath.normpath(posixpath.join(folder, written)))
    if new is None:
        return match[0]
    return f'{match[1]}="{quote(posixpath.relpath(new, folder or "."))}"'
