"""What a whole build depends on, whatever its units ask: the engine, and the academy's settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from generator.build.incremental.digests import ValueDigester
from generator.build.prepare import PreparedSite

_BYTECODE = "__pycache__"
_INSTALLED = ".dist-info"


def engine_key() -> bytes:
    """Return the fingerprint of the engine: its files, its libraries and its Python."""
    digest = blake2b(digest_size=32)
    for line in (sys.version, *sorted(_installed_libraries())):
        digest.update(f"{line}\n".encode())
    root = Path(__file__).parents[2]
    for path in sorted(_files_below(root)):
        content = Path(path).read_bytes()
        digest.update(f"{os.path.relpath(path, root)}\n{len(content)}\n".encode() + content)
    return digest.digest()


def content_key(prepared: PreparedSite) -> bytes:
    """Return the digest of what pages may show of an academy beside its look-ups."""
    catalogue = prepared.site.catalogue
    values = (
        prepared.project,
        prepared.brand.card,
        catalogue.terms,
        catalogue.vocabulary,
        catalogue.releases,
        catalogue.moved_pages,
        catalogue.redaction,
    )
    return ValueDigester().digest(values)


def _installed_libraries() -> Iterator[str]:
    """Yield the name and version of each library that can be imported."""
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(folder) if name.endswith(_INSTALLED))


def _files_below(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != _BYTECODE]
        yield from (os.path.join(folder, name) for name in names)
