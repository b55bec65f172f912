"""Of the theme's style a page is given what can stand on it, where it never outweighs our own."""

from __future__ import annotations

from generator.site.theme_files import css_layer, engine_files, theme_style

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
    assert {
        "assets/academy/academy.js",
        "assets/academy/find/engine.js",
        "assets/academy/icon.svg",
        "assets/academy/theme.css",
    } <= set(engine_files())
