"""Rules on scripts and styles: only those of the engine, and data for them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from generator.model.fields.media import DOCUMENT_ENDINGS, MEDIA_FOLDER
from generator.publish.verify.rule import SiteFile, Violation
from generator.site.asset_bundles import hashed_name
from generator.site.brand_style import STYLE_NAME, is_brand_style, is_font_url
from generator.site.sitemap import SITEMAP_NAME
from generator.site.theme_files import ASSETS, engine_files
from generator.site_paths import (
    DATA_FOLDER,
    FIND_FOLDER,
    MANIFEST,
    OUTLINES_FOLDER,
    SHARE_FOLDER,
)

SEARCH_RECEIVER = "academy.find"
_FOLDERS = {
    SEARCH_RECEIVER: FIND_FOLDER,
    "academy.share": SHARE_FOLDER,
    "academy.outlines": OUTLINES_FOLDER,
}
_CALL = re.compile(
    rf'(?P<receiver>{re.escape(SEARCH_RECEIVER)})\.addPart\("[a-p]{{12}}","(?P<index>[\w-]+)",(?P<part>.*)\);\n'
    rf'|(?P<other>academy\.(?:share|outlines))\.addPart\("(?P<name>[\w-]+(?:\.[\w-]+)?)",(?P<value>.*)\);\n',
    re.DOTALL,
)
# types that a browser never runs
_PASSIVE_TYPES = (".html", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".txt", ".csv")
_DATA_TYPES = (".json", ".graphml", ".sqlite", ".xml")
_VERSION = (
    "If another version of the program built this site, check it with that version. If not, do "
    "not use this copy. Build the site again."
)


@dataclass(frozen=True, slots=True)
class ScriptCall:
    """A script that is a single call which passes data: its receiver, the name and the value."""

    receiver: str
    name: str
    value: Any


def parse_script_call(script: str) -> ScriptCall | None:
    """Return the call that a script consists of; None for a script that does anything else."""
    match = _CALL.fullmatch(script)
    if match is None:
        return None
    try:
        value = json.loads(match["part"] or match["value"])
    except (ValueError, RecursionError):
        return None
    return ScriptCall(match["receiver"] or match["other"], match["index"] or match["name"], value)


def unknown_files(file: SiteFile) -> Iterator[Violation]:
    """Every script and style is one that the engine brings, unchanged, or data for it."""
    if file.url.endswith((".js", ".css")):
        if not (_is_data_script(file) or is_engine_file(file) or _is_brand_style(file)):
            kind = "script" if file.url.endswith(".js") else "style"
            yield Violation(file.url, f"This {kind} is not part of the program.", _VERSION)
    elif not _is_allowed_type(file.url):
        message = "This type of file cannot be part of a site, because a browser might run it."
        yield Violation(file.url, message, _VERSION)


def _is_data_script(file: SiteFile) -> bool:
    call = parse_script_call(file.text)
    return call is not None and file.url == f"{_FOLDERS[call.receiver]}{call.name}.js"


def _is_brand_style(file: SiteFile) -> bool:
    name = f"{ASSETS}{hashed_name(STYLE_NAME, file.text.encode())}"
    return file.url == name and is_brand_style(file.text)


def is_engine_file(file: SiteFile) -> bool:
    """Return whether the program brings a file to every site exactly as it is here."""
    known = engine_files().get(file.url)
    return known is not None and known == sha256(file.text.encode()).hexdigest()


def _is_allowed_type(url: str) -> bool:
    ending = posixpath.splitext(url)[1]
    return (
        ending in _PASSIVE_TYPES
        or url in (MANIFEST, *engine_files())
        or is_font_url(url)
        or SITEMAP_NAME.fullmatch(url) is not None  # another rule knows its every byte
        or (ending in _DATA_TYPES and url.startswith(DATA_FOLDER))
        or (ending.lower() in DOCUMENT_ENDINGS and url.startswith(f"{MEDIA_FOLDER}/"))
    )
