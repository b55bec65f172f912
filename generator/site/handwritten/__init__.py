"""What people write by hand apart from records: settings, pages, and the files that pages show.

All of it reaches every reader's browser, and any of it may come from a pull request. So only what
is on a list is allowed: settings that run no code, and file types that contain none.
"""

from __future__ import annotations

from generator.site.handwritten.files import PICTURE_TYPES, handwritten_findings, is_copied
from generator.site.handwritten.pages import page_title
from generator.site.handwritten.settings import (
    UNSTATED_LICENCE,
    documents_limit,
    settings_findings,
)

__all__ = [
    "PICTURE_TYPES",
    "UNSTATED_LICENCE",
    "documents_limit",
    "handwritten_findings",
    "is_copied",
    "page_title",
    "settings_findings",
]
