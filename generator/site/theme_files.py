"""The scripts, styles, fonts and pictures that the engine brings to every site, and their hashes.

The style of the theme is a cascade layer, which our own style always overrides. Rules that match
nothing on any page are removed, because a browser tests every rule on every page: most of them were
for parts of the theme that `theme/main.html` does not have, or for Markdown extensions that no
academy may use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from generator.site.asset_bundles import hashed_name, script_bundles, style_bundle

THEME = Path(__file__).parents[1] / "theme"
ASSETS = "assets/academy/"
START_STYLE = "start-here.css"  # of the first page of a bundle, which names it
MARK = "icon.svg"  # the engine's own sign
CARD = "card.png"  # the picture of a link to a page without one
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


@dataclass(frozen=True, slots=True)
class EngineAssets:
    """The files that the engine brings to a site, by their place there, and those of every page.

    They are without the mark and the card, which an academy has in its own colours.
    """

    files: Mapping[str, bytes]
    style: str
    script: str


@cache
def engine_assets() -> EngineAssets:
    """Return the files that the engine brings to every site. Scripts, styles and fonts have a
    hash of their content in their names.
    """
    files = {place: file.read_bytes() for place, file in _loose_files()}
    fonts = {f"fonts/{file.name}": hashed_name(f"fonts/{file.name}", file.read_bytes())
             for file in sorted((THEME / ASSETS / "fonts").glob("*.woff2"))}  # fmt: skip
    files |= {f"{ASSETS}{new}": (THEME / ASSETS / old).read_bytes() for old, new in fonts.items()}
    scripts = list(script_bundles(_source))
    style, content = style_bundle(theme_style(), _source, fonts)
    start = _source(START_STYLE).replace('url("academy.css")', f'url("{style}")')
    made = (*scripts, (style, content), (START_STYLE, start.encode()))
    files |= {f"{ASSETS}{name}": made_content for name, made_content in made}
    return EngineAssets(files, f"{ASSETS}{style}", f"{ASSETS}{scripts[-1][0]}")


@cache
def engine_files() -> Mapping[str, str]:
    """Return the SHA-256 of every file that the engine brings to a site, by its place there."""
    return {url: sha256(content).hexdigest() for url, content in engine_assets().files.items()}


def _loose_files() -> Iterator[tuple[str, Path]]:
    """Yield the place in a site and the file of each asset that is there as it is here."""
    for file in (THEME / "assets").rglob("*"):
        own = file.suffix in (".css", ".js", ".woff2") or file.name in (MARK, CARD)
        if file.is_file() and not own:
            yield file.relative_to(THEME).as_posix(), file


def _source(name: str) -> str:
    return (THEME / ASSETS / name).read_text(encoding="utf-8")


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
