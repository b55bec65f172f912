"""The scripts, styles, fonts and pictures that the engine brings to every site, and their hashes.

The style of the theme is a cascade layer, which our own style always overrides. Rules that match
nothing on any page are removed, because a browser tests every rule on every page: most of them were
for parts of the theme that `theme/main.html` does not have, or for Markdown extensions that no
academy may use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

THEME = Path(__file__).parents[1] / "theme"
THEME_STYLE = "assets/academy/theme.css"  # where the theme's style is in a site
CARD = "assets/academy/card.png"  # the picture of a link to a page without one
_STYLES = "templates/assets/stylesheets"

USED_CLASSES = ("md-grid", "md-skip", "md-typeset")  # the theme's own classes in `theme/main.html`
# class prefixes of Markdown extensions that no academy may use
_UNUSED = (
    "arithmatex", "critic", "emojione", "footnote", "gemoji", "highlight", "hll", "katex", "keys",
    "linenodiv", "mermaid", "tabbed-", "task-list", "twemoji",
)  # fmt: skip
_NAMES = re.compile(
    rf"\[data-md-|\.(?:md-(?!(?:{'|'.join(name[3:] for name in USED_CLASSES)})(?![\w-]))"
    rf"|{'|'.join(_UNUSED)})"
)
_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_CHOICE = re.compile(r":(?:is|where|not|has)\([^()]*\)")
# the content security policy blocks data: images in CSS, so masked elements would vanish
_UNSEEN = "linear-gradient(#0000,#0000)"
_PICTURE = re.compile(r"url\((?:'data:[^']*'|\"data:[^\"]*\"|data:[^)]*)\)")
_EMPTY = re.compile(r"@media[^{};]*\{\}")


@cache
def engine_files() -> Mapping[str, str]:
    """Return the SHA-256 of every file that the engine brings to a site, by its place there."""
    files = {
        file.relative_to(THEME).as_posix(): file.read_bytes()
        for file in (THEME / "assets").rglob("*")
        if file.is_file()
    }
    files[THEME_STYLE] = theme_style().encode()
    return {url: sha256(content).hexdigest() for url, content in files.items()}


@cache
def theme_style() -> str:
    """Return the style of the installed theme as it is in every site."""
    spec = find_spec("material")
    folders = [Path(folder) for folder in (spec and spec.submodule_search_locations) or ()]
    sheets = [file for folder in folders for file in (folder / _STYLES).glob("main.*.min.css")]
    return "".join(css_layer(folder.read_text(encoding="utf-8")) for folder in sorted(sheets))


def css_layer(css: str) -> str:
    """Return the minified style sheet of the theme as a cascade layer, without unused rules."""
    body = _PICTURE.sub(_UNSEEN, css.removeprefix('@charset "UTF-8";'))
    return f"@layer theme{{{_EMPTY.sub('', _RULE.sub(_used_rule, body))}}}\n"


def _used_rule(rule: re.Match[str]) -> str:
    # one part of :is() or :where() may match without the others
    selectors = _CHOICE.sub("", rule.group(1)).split(",")
    return "" if all(_NAMES.search(selector) for selector in selectors) else rule.group()
