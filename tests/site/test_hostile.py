"""Whatever a record says, it stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from generator.site.render.markdown import ProseRenderer, sanitise
from tests.conftest import MakeOnce
from tests.sites import copy_small, scripts_in

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "{{ config.site_dir }} {% raw %} {# x",
    "${7*7} #{7*7}",
    "la-slot-body-here",
    "[[",
    "]]>",
    "' onmouseover='alert(1)",
)


@pytest.fixture(scope="module")
def attacked(make_once: MakeOnce) -> Path:
    """The small academy with a record for each attack, built."""

    def build(root: Path) -> None:
        copy_small(root)
        for number, attack in enumerate(ATTACKS):
            quoted = "'" + attack.replace("'", "''") + "'"
            text = f"title: {quoted}\nsummary: {quoted}\nareas: [ashby]\nstage: idea\n"
            (root / "prototypes" / f"hostile-{number}.yaml").write_text(text, encoding="utf-8")
        build_site_once(root / "mkdocs.yml")

    return make_once("attacked", build)


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=ATTACKS)
def test_hostile_titles_and_summaries_stay_text(attacked: Path, number: int) -> None:
    page = attacked / "site" / "prototypes" / f"hostile-{number}.html"
    html = page.read_text(encoding="utf-8")
    assert all(one.startswith(' src="../assets/academy/') for one in scripts_in(html))
    for wrong in ("<img src=x", "<svg onload", " onmouseover='alert", str(attacked)):
        assert wrong not in html
    head = html.partition("</head>")[0]
    assert head.count("<title>") == head.count("</title>") == 1


PROSE = (
    ("[x](javascript:alert(1))", "href"),
    ("[x](JaVaScRiPt:alert(1))", "href"),
    ("[x](data:text/html,<script>alert(1)</script>)", "href"),
    ("[x](vbscript:x)", "href"),
    ("<javascript:alert(1)>", "href"),
    ("![x](https://elsewhere.example/x.png)", "<img"),
    ("<script>alert(1)</script>", "<script"),
    ("<b onclick=alert(1)>x</b>", "<b"),
    ("[x]: javascript:alert(1)\n\n[x]", "href"),
    ("[x](../secret.html)", "href"),
    ("[x](//elsewhere.example)", "href"),
    ("{: onclick=alert(1)}", "<p onclick"),
    ("`<script>`", "<script"),
    ("# <img src=x onerror=y>", "<img"),
    ("[[a|<script>x</script>]]", "<script"),
    ("javascript://a.example/%0aalert(1)", "href"),
    ("ftp://a.example //a.example mailto:a.example", "href"),
    ('https://a.example/"onclick="alert(1)', " onclick"),
    ("x[^1]\n\n[^1]: <script>alert(1)</script>", "<script"),
    ('x[^"><script>]\n\n[^"><script>]: y', "<script"),
    ("| a |\n|---|\n| x[^1] |\n\n[^1]: [x](javascript:alert(1))", 'javascript:alert(1)"'),
    ("- [x] <img src=x onerror=alert(1)>", "<img"),
    ("- [x] <input type=image src=x>", "<input"),
    ("Term <svg onload=alert(1)>\n: <script>alert(1)</script>", "<s"),
    ("~~<script>alert(1)</script>~~", "<script"),
    ("•\t<script>alert(1)</script>", "<script"),
)


@pytest.mark.parametrize(("text", "never"), PROSE)
def test_hostile_prose_is_cut(text: str, never: str) -> None:
    html = str(ProseRenderer(lambda _: ("<i>A</i>", "../a/a.html"))(text))
    kept = html.replace('href="../a/a.html"', "")
    assert never not in kept
    assert sanitise(html) == html


def test_prose_links_records_by_title_and_by_other_words() -> None:
    render = ProseRenderer(lambda one: ("A & B", "../p/a.html") if one == "a" else None)
    assert str(render("See [[a]].")) == '<p>See <a href="../p/a.html">A &amp; B</a>.</p>\n'
    assert str(render("See [[a|this]].")) == '<p>See <a href="../p/a.html">this</a>.</p>\n'
    assert str(render("See [[b]].")) == "<p>See [[b]].</p>\n"


def test_prose_headings_sink_below_the_page_s_own() -> None:
    render = ProseRenderer(lambda _: None)
    assert str(render("# A\n\n## B\n")) == '<h3 id="text-a">A</h3>\n<h3 id="text-b">B</h3>\n'


def test_links_to_elsewhere_give_nothing_away() -> None:
    html = str(ProseRenderer(lambda _: None)("[x](https://a.example)"))
    assert html == '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>\n'
