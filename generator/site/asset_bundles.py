"""Which sources of `theme/assets/academy` make up each script and style of a site.

A page loads one style and one script. What only some pages or moments need is in further scripts,
which `academy.loadBundle` loads by name. Sources stay apart, typed and tested, and nobody needs a
build step: joining them is part of building a site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from generator.model.kinds import KINDS

ReadSource = Callable[[str], str]
_HASH_LENGTH = 10  # hexadecimal digits of the content in the name of a file

STYLES = (
    "academy.css",
    "figures.css",
    "terms.css",
    "find/find.css",
    "keep/keep.css",
    "share/form.css",
)
# run before anything is drawn: the colours that the reader chose, and the namespace of the rest
_FIRST = ("scheme.js", "academy.js")
# run in this order when the page has been read
_THEN = (
    "page-address.js",
    "page.js",
    "csv.js",
    "keep/kept.js",
    "keep/own-rows.js",
    "tables.js",
    "tabs.js",
    "terms.js",
    "find/find.js",
    "find/search-box.js",
    "keep/record-buttons.js",
    "keep/card-links.js",
    "keep/own-area.js",
    "keep/tray.js",
    "keep/keeping.js",
)


def _in_folder(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.js" for name in names.split())


ON_DEMAND: Mapping[str, tuple[str, ...]] = {
    "figures": ("figures.js",),
    "neighbourhood": ("neighbourhood.js",),
    "table-filters": ("table-filters.js",),
    "find": _in_folder(
        "find",
        "stem-base stem-english tokens decode query-terms thesaurus query-units ranking engine "
        "match-notes snippets",
    ),
    "results": _in_folder(
        "find",
        "search-state own-area facet-filter facet-values facet-panels result-list count-words "
        "results-page",
    ),
    "outlines": ("keep/outlines.js",),
    "keep": _in_folder(
        "keep", "comparison outline-words compare-choice compare-page pack list-page"
    ),
    # form.js first: it makes the namespace of the others
    "form": _in_folder(
        "share",
        "form normalise text-context telephone-detectors number-detectors country-detectors "
        "date-of-birth-detector email-detector postcode-detector person-detector personal-data "
        "yaml date-words written-dates written-figures number-hints id-suggestions "
        "answer-checks record-names "
        "pointer-press form-keys media-files field-choices fields choice-fields record-field "
        "media-field date-field field-groups result-words result-figures result-group near-doubles "
        "record-draft added-records form-chapters record-basis record-preview form-layout draft "
        "draft-list form-checks name-checks total-checks record-checks fflate sha256 submission "
        "finished-submission",
    ),
}


def hashed_name(name: str, content: bytes) -> str:
    """Return the name of a file with a hash of its content before its ending.

    A browser can then keep it for good: another content has another name.
    """
    path = PurePosixPath(name)
    digest = sha256(content).hexdigest()[:_HASH_LENGTH]
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()


def script_bundles(read: ReadSource) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each script, that of every page last."""
    names: dict[str, str] = {}
    for bundle, sources in ON_DEMAND.items():
        # a source that ends without a line end or a semicolon must not run into the next
        content = "".join(f"{read(source)}\n;" for source in sources).encode()
        names[bundle] = hashed_name(f"{bundle}.js", content)
        yield names[bundle], content
    comparable = {kind.slug: kind.name for kind in KINDS if kind.comparable}
    table = f"academy.bundles={json.dumps(names)};\nacademy.comparable={json.dumps(comparable)};\n"
    parts = (*map(read, _FIRST), table, *(_when_read(read(source)) for source in _THEN))
    content = "".join(parts).encode()
    yield hashed_name("site.js", content), content


def style_bundle(first: str, read: ReadSource, renamed: Mapping[str, str]) -> tuple[str, bytes]:
    """Return the name and the content of the style: `first`, then ours.

    `renamed` are the names of files that the style loads, by the names in the sources.
    """
    style = _with_names(first + "".join(map(read, STYLES)), renamed)
    return hashed_name("site.css", style.encode()), style.encode()


def _when_read(script: str) -> str:
    """Return a script that waits for the page; one that fails does not stop the others."""
    return f'document.addEventListener("DOMContentLoaded",()=>{{\n{script}}});\n'


def _with_names(text: str, renamed: Mapping[str, str]) -> str:
    pattern = re.compile("|".join(map(re.escape, renamed)) or r"(?!)")
    return pattern.sub(lambda match: renamed[match[0]], text)
