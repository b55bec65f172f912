"""Terms are explained once on each page, in running text only, and whatever they say stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from generator.model.glossary import GlossaryTerm
from generator.model.method_terms import all_terms
from generator.site.render.glossary_links import GlossaryLinker
from generator.site.render.markdown import ProseRenderer
from tests.catalogues import first_catalogue
from tests.sites import scripts_in, tree

ASKED = ("LDA", "CCG", "RPIW", "3P", "Kaizen", "LEAN", "LTC", "IMPROVE", "TVC", "QIPP")
NEVER_IN = {"a", "code", "pre", "blockquote", "button", "summary", "svg", "title", "caption", "th"}
NEVER_IN |= {f"h{level}" for level in range(1, 7)}
VOID = {"meta", "link", "img", "br", "hr", "input", "wbr", "col"}


class Links(HTMLParser):
    """The explained terms of a page: where each leads, what it says, and in what it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.targets: list[tuple[str, str, frozenset[str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("class") == "la-term":
            assert set(values) == {"class", "href", "data-means"}, values
            inside = frozenset(self.open)
            self.targets.append((str(values["href"]), str(values["data-means"]), inside))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A mark of a drawing, such as `<path/>`, holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def term(name: str, meaning: str = "Its meaning.", *also: str) -> GlossaryTerm:
    return GlossaryTerm(term=name, also=also, meaning=meaning)


def explain(text: str, *terms: GlossaryTerm) -> str:
    """Text with a mark in place of each link: `[CCG]`."""
    html = GlossaryLinker(terms).link_terms(text, "", set())
    return re.sub(r'<a class="la-term"[^>]*>(.*?)</a>', r"[\1]", html, flags=re.DOTALL)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_the_glossary_explains_what_was_asked(first_site: Path) -> None:
    html = (first_site / "glossary.html").read_text(encoding="utf-8")
    entries = re.findall(r'<div id="(term-[^"]+)"><dt>(.*?)</dt>\n<dd>(.*?)</dd>(.*?)</div>', html,
                         re.DOTALL)  # fmt: skip
    assert len({anchor for anchor, *_ in entries}) == len(entries)
    assert len(entries) == len(all_terms(first_catalogue().terms))
    names: set[str] = set()
    for _, name, meaning, rest in entries:
        assert len(meaning) > 20, name
        names.add(unescape(name))
        also = re.search(r"Also written: (.*?)</dd>", rest)
        names |= set(unescape(also[1]).split(", ")) if also else set()
    assert names >= set(ASKED)
    assert [name.casefold() for _, name, *_ in entries] == sorted(
        (name.casefold() for _, name, *_ in entries), key=unescape
    )


def test_the_glossary_leads_to_records_and_is_in_the_menu(first_site: Path) -> None:
    html = (first_site / "glossary.html").read_text(encoding="utf-8")
    entry = html.partition('<div id="term-rpiw">')[2].partition("</div>")[0]
    assert 'href="practices/rapid-process-improvement-workshop.html"' in entry
    assert 'href="../glossary.html">Glossary</a>' in (first_site / "menu" / "index.html").read_text(
        encoding="utf-8"
    )


def test_each_term_is_explained_once_a_page_and_only_in_running_text(first_site: Path) -> None:
    terms = all_terms(first_catalogue().terms)
    meanings = {one.meaning for one in terms if one.explained}
    seen = 0
    for url, html in pages(first_site):
        link_targets = Links(html).targets
        targets = [href for href, *_ in link_targets]
        assert len(targets) == len(set(targets)), url
        base = "../" * url.count("/")
        for href, means, inside in link_targets:
            assert href.startswith(f"{base}glossary.html#term-"), url
            assert means in meanings, url
            assert not inside & NEVER_IN, (url, href, inside & NEVER_IN)
        seen += len(link_targets)
    assert seen > 300


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("prototypes/tees-valley-roll-out-with-fidelity.html", "../glossary.html#term-qipp"),
        ("practices/kaizen-event.html", "../glossary.html#term-kaizen"),
        ("practices/three-p-event.html", "../glossary.html#term-3p"),
        ("adoptions/south-tyneside-from-canterbury.html", "../glossary.html#term-fidelity"),
        ("areas/tees-valley.html", "../glossary.html#term-ltc"),
        ("about.html", "glossary.html#term-financial-model"),
    ],
)  # fmt: skip
def test_terms_are_explained_where_they_stand(first_site: Path, url: str, href: str) -> None:
    html = (first_site / url).read_text(encoding="utf-8")
    assert href in [one for one, *_ in Links(html).targets]


def test_the_glossary_does_not_explain_itself_nor_cards_nor_quotations(first_site: Path) -> None:
    assert Links((first_site / "glossary.html").read_text(encoding="utf-8")).targets == []
    for url, html in pages(first_site):
        for part in re.findall(r'<li class="la-card">.*?</li>|<blockquote>.*?</blockquote>', html,
                               re.DOTALL):  # fmt: skip
            assert "la-term" not in part, url


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>The CCG and the CCG.</p>", "<p>The [CCG] and the CCG.</p>"),
        ("CCGs, ccg, ACCG, CCGx, _CCG", "[CCGs], ccg, ACCG, CCGx, _CCG"),
        ("ccg, then clinical Commissioning\ngroups", "ccg, then [clinical Commissioning\ngroups]"),
        ("Fidelity and fidelity", "[Fidelity] and fidelity"),
        ("high-fidelity, a/fidelity, fidelity/b, x.fidelity: fidelity.",
         "high-fidelity, a/fidelity, fidelity/b, x.fidelity: [fidelity]."),
        ("pooled budgets and pool", "[pooled budgets] and pool"),
        ('<a href="CCG">CCG</a> CCG', '<a href="CCG">CCG</a> [CCG]'),
        ('<p title="CCG > CCG">CCG</p>', '<p title="CCG > CCG">[CCG]</p>'),
        ("<h2>A <em>CCG</em></h2><!-- CCG -->CCG", "<h2>A <em>CCG</em></h2><!-- CCG -->[CCG]"),
        ("<code>CCG</code><code/><svg><text>CCG</text></svg>CCG",
         "<code>CCG</code><code/><svg><text>CCG</text></svg>[CCG]"),
        ("<button>CCG</button><summary>CCG</summary><blockquote><p>CCG</p></blockquote>",
         "<button>CCG</button><summary>CCG</summary><blockquote><p>CCG</p></blockquote>"),
        ("A&amp;E, A&amp;E", "[A&amp;E], A&amp;E"),
        ("&amp; &lt;b&gt; &#39;CCG&#39; amp", "&amp; &lt;b&gt; &#39;[CCG]&#39; [amp]"),
        ("Nesta&#39;s scale", "[Nesta&#39;s scale]"),
        ("Nesta's scale", "[Nesta's scale]"),
        ("a pooled budget scheme", "a [pooled budget scheme]"),
        ("nothing at all", "nothing at all"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_explained(text: str, shown: str) -> None:
    terms = (
        term("CCG", "A body.", "clinical commissioning group"),
        term("fidelity"), term("pooled budget"), term("pooled budget scheme"), term("A&E"),
        term("amp"), term("Nesta's scale"),
        GlossaryTerm(term="nothing", meaning="Not marked.", explained=False),
    )  # fmt: skip
    assert explain(text, *terms) == shown


def test_without_terms_nothing_changes() -> None:
    assert GlossaryLinker(()).link_terms("<p>CCG</p>", "", set()) == "<p>CCG</p>"


def test_a_new_page_explains_again_and_the_same_text_gives_the_same() -> None:
    linker = GlossaryLinker((term("CCG"),))
    page: set[str] = set()
    first = linker.link_terms("CCG", "../", page)
    assert linker.link_terms("CCG", "../", page) == "CCG"
    assert linker.link_terms("CCG", "../", set()) == first


HOSTILE = (
    "<script>alert(1)</script>", '" onmouseover="alert(1)', "' autofocus='", "&amp;quot;", "[x](y)",
    "(?i:.*)", "\\", ".*", "a|b", "$1 \\1 \\g<0>", "la-slot-body-here", "{{ 7*7 }}", "<", "&", "s",
    "class", "href", "lt", "#39", "--", "İ", "ſ", "K",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_or_meaning_stays_text(name: str) -> None:
    text = f"{name} and <p>{name}</p> & 'x' [{name}](https://a.example) `{name}` ({name})"
    html = str(ProseRenderer(lambda _: None)(text))
    linker = GlossaryLinker((term(name, name, "href", f"{name} and"),))
    done = linker.link_terms(html, "../", set())
    page = Links(done)
    assert page.open == []
    assert page.text == Links(html).text
    assert all(means == " ".join(name.split()) for _, means, _ in page.targets)
    plain = re.sub(r'<a class="la-term" href="[^"]*" data-means="[^"]*">(.*?)</a>', r"\1", done,
                   flags=re.DOTALL)  # fmt: skip
    assert plain == html


def test_hostile_terms_of_an_academy_stay_text(small_project: Path) -> None:
    rows = "".join(
        f"  - term: '{name}'\n    meaning: '{name} <b>x</b>'\n"
        for name in ("<script>alert(1)</script>", '"><svg onload=alert(1)>', "carer", "class")
    )
    (small_project / "registry" / "glossary.yaml").write_text(f"terms:\n{rows}", encoding="utf-8")
    build_site_once(small_project / "mkdocs.yml")
    for url, html in pages(small_project / "site"):
        assert all("assets/academy/" in script for script in scripts_in(html)), url
        assert "<svg onload" not in html, url
        assert "<b>x</b>" not in html, url
        Links(html)
    ashby = (small_project / "site" / "prototypes" / "ashby-visits.html").read_text("utf-8")
    assert 'data-means="carer &lt;b&gt;x&lt;/b&gt;"' in ashby
    glossary = (small_project / "site" / "glossary.html").read_text(encoding="utf-8")
    assert escape("<script>alert(1)</script>") in glossary


def test_the_same_terms_make_the_same_site(small_project: Path, tmp_path: Path) -> None:
    text = "terms:\n  - {term: carer, meaning: One who cares.}\n  - {term: days, meaning: Days.}\n"
    (small_project / "registry" / "glossary.yaml").write_text(text, encoding="utf-8")
    build_site_once(small_project / "mkdocs.yml", site_dir=tmp_path / "one")
    build_site_once(small_project / "mkdocs.yml", site_dir=tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_fault_in_the_glossary_refuses_the_build(small_project: Path) -> None:
    text = "terms:\n  - {term: A, meaning: B, about: [ashbi]}\n"
    (small_project / "registry" / "glossary.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=r"registry/glossary\.yaml:2:35: error M221"):
        build_site_once(small_project / "mkdocs.yml")
    assert not (small_project / "site").exists()


def test_the_statement_holds_what_the_regulations_ask_for(first_site: Path) -> None:
    html = (first_site / "accessibility.html").read_text(encoding="utf-8")
    text = " ".join(Links(html).text.split())
    for part in (
        "Feedback and contact information", "Enforcement procedure", "Compliance status",
        "Non-accessible content", "Disproportionate burden", "not within the scope",
        "Preparation of this accessibility statement", "partially compliant", "SI 2018/952",
        "Equality and Human Rights Commission", "Equality Advisory and Support Service",
        "Equality Commission for Northern Ireland", "24 November 2026",
    ):  # fmt: skip
        assert part in text, part
    about = (first_site / "about.html").read_text(encoding="utf-8")
    assert 'href="accessibility.html"' in about
    assert 'href="glossary.html"' in about
