"""The scripts, styles, fonts and pictures that the engine brings to every site, and their hashes.

The theme's own style comes without the rules that match nothing on any page, in a layer that never
outweighs the academy's: a browser tries each rule of a style on what each page holds. Half of its
trying was for parts of the theme that the academy's frame replaces, and for what extensions of
Markdown would make that no academy may use.
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
_STYLES = "templates/assets/stylesheets"

# classes of the theme's own parts begin so; `theme/main.html` has others in their place
_REPLACED = (
    "md-annotation", "md-banner", "md-clipboard", "md-consent", "md-feedback", "md-footer",
    "md-header", "md-nav", "md-option", "md-pagination", "md-path", "md-post", "md-progress",
    "md-search", "md-select", "md-sidebar", "md-social", "md-source", "md-status", "md-tabs",
    "md-tooltip", "md-top", "md-version",
)  # fmt: skip
# how classes begin that only extensions of Markdown make that no academy may use
_UNUSED = ("arithmatex", "critic", "footnote", "keys", "tabbed-", "task-list")
_NAMES = re.compile(rf"\.(?:{'|'.join((*_REPLACED, *_UNUSED))})")
_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_CHOICE = re.compile(r":(?:is|where|not|has)\([^()]*\)")
# our policy lets no picture load from within a style, and what such a one masks is not seen
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
    """The theme's minified style sheet as a layer."""
    body = _PICTURE.sub(_UNSEEN, css.removeprefix('@charset "UTF-8";'))
    return f"@layer theme{{{_EMPTY.sub('', _RULE.sub(_used_rule, body))}}}\n"


def _used_rule(rule: re.Match[str]) -> str:
    # a choice may be met by its other members
    selectors = _CHOICE.sub("", rule.group(1)).split(",")
    return "" if all(_NAMES.search(selector) for selector in selectors) else rule.group()
