"""Of the theme's style a page is given what can stand on it, where it never outweighs our own."""

from __future__ import annotations

from generator.host_mkdocs.style import layered

CSS = (
    '@charset "UTF-8";html{margin:0}.md-nav__item,.md-nav a{color:red}'
    ".md-nav a,.md-typeset a{color:blue}@media print{.md-header{display:none}}"
    "@media screen{.md-search{top:0}.md-typeset h1{top:1px}}"
    ".md-typeset :is(.md-tabs,details)>p{left:0}.md-typeset .tabbed-set>a{right:0}"
    "@keyframes turn{0%{opacity:0}to{opacity:1}}"
    ":root{--icon:url('data:image/svg+xml;charset=utf-8,<svg d=\"M0)\"/>')}"
)


def test_rules_for_what_the_frame_replaces_are_left_out() -> None:
    assert layered(CSS, ["tables"]) == (
        "@layer theme{html{margin:0}"
        ".md-nav a,.md-typeset a{color:blue}"
        "@media screen{.md-typeset h1{top:1px}}"
        ".md-typeset :is(.md-tabs,details)>p{left:0}"
        "@keyframes turn{0%{opacity:0}to{opacity:1}}"
        ":root{--icon:linear-gradient(#0000,#0000)}}\n"
    )


def test_what_an_extension_makes_keeps_its_style_where_it_is_in_use() -> None:
    assert ".tabbed-set>a{right:0}" in layered(CSS, ["tables", "pymdownx.tabbed"])
