"""Recognise files that operating systems and editors leave in folders."""

from __future__ import annotations

import re
from functools import lru_cache

_LEFT_BY: tuple[tuple[str, str], ...] = (
    (r"\.DS_Store|\._.+|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|Icon\r", "macOS"),
    (r"\.AppleDouble|\.DocumentRevisions-V100|\.apdisk|__MACOSX", "macOS"),
    (r"(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|\$RECYCLE\.BIN", "Windows"),
    (r"System Volume Information|.+:Zone\.Identifier", "Windows"),
    (r"\.Trash-\d+|\.directory|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+|lost\+found", "Linux"),
    (r"~\$.+|\.~lock\..+#|~WRL\d+\.tmp", "an office program"),
    (r".+~|\.?#.+#|\.#.+|.+\.(?:sw[a-p]|swx|bak|orig|kate-swp)|4913", "an editor"),
)
_PATTERN = re.compile(
    "|".join(f"(?P<n{number}>{names})" for number, (names, _) in enumerate(_LEFT_BY)), re.IGNORECASE
)


@lru_cache(maxsize=100_000)
def leftover_origin(name: str) -> str:
    """Return what creates files or folders of this name, such as “macOS”; empty for others."""
    match = _PATTERN.fullmatch(name)
    return _LEFT_BY[int((match.lastgroup or "n0")[1:])][1] if match else ""
