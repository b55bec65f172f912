"""Of the theme's style a page is given what can stand on it, where it never outweighs our own."""

from __future__ import annotations

import re
from hashlib import sha256

from generator.site.theme_files import (
    ASSETS,
    START_STYLE,
    THEME,
    css_layer,
    engine_assets,
    engine_files,
    theme_style,
)

CSS = (
    '@charset "UTF-8";html{margin:0}.md-nav__item,.md-nav a{color:red}'
    ".md-nav a,.md-typeset a{color:blue}@media print{.md-header{display:none}}"
    "@media screen{.md-search{top:0}.md-typeset h1{top:1px}}"
    ".md-typeset :is(.md-tabs,details)>p{left:0}.md-typeset .tabbed-set>a{right:0}"
    "@keyframes turn{0%{opacity:0}to{opacity:1}}"
    ":root{--icon:url('data:image/svg+xml;charset=utf-8,<svg d=\"M0)\"/>')}"
)


def test_rules_for_what_the_frame_replaces_are_left_out() -> None:
    assert css_layer(CSS) == (
        "@layer theme{html{margin:0}"
        ".md-nav a,.md-typeset a{color:blue}"
        "@media screen{.md-typeset h1{top:1px}}"
        ".md-typeset :is(.md-tabs,details)>p{left:0}"
        "@keyframes turn{0%{opacity:0}to{opacity:1}}"
        ":root{--icon:linear-gradient(#0000,#0000)}}\n"
    )


def test_the_installed_theme_has_a_style() -> None:
    assert theme_style().startswith("@layer theme{")
    assert ".md-typeset" in theme_style()


def test_every_file_that_the_engine_brings_is_known() -> None:
    assets = engine_assets()
    assert {assets.script, assets.style} <= set(engine_files())


def test_every_source_is_in_a_file_of_the_site() -> None:
    made = b"".join(engine_assets().files.values()).decode("utf-8", "replace")
    for source in (THEME / ASSETS).rglob("*"):
        if source.suffix in (".css", ".js") and source.name != START_STYLE:
            text = source.read_text(encoding="utf-8").strip()
            assert text[-300:] in made, source.name


def test_names_of_scripts_styles_and_fonts_change_with_their_content() -> None:
    for url, content in engine_assets().files.items():
        if url.endswith((".js", ".css", ".woff2")) and not url.endswith(START_STYLE):
            assert f".{sha256(content).hexdigest()[:10]}." in url
    style = engine_assets().files[engine_assets().style].decode()
    fonts = set(re.findall(r'url\("(fonts/[^"]+)"\)', style))
    assert len(fonts) == 2
    assert all(f"{ASSETS}{font}" in engine_assets().files for font in fonts)
