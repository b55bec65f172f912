"""Linked data: where the address of a site is known, each page has a block that programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef

from generator.model.fields.vocabulary_terms import SectionName
from generator.model.kinds import KINDS
from generator.records.catalogue import default_vocabulary
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import StructuredData
from generator.site.render.json_ld import LinkedSite, json_ld_script
from tests.conftest import MakeOnce
from tests.site.test_address import SUBFOLDER, build_at

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
# rdflib warns of itself
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SCHEMA = "https://schema.org/"
SITE = SUBFOLDER
HOSTILE = ("</script>", "<!--", "<script>", "]]>", "&amp;", "\u2028\u2029", '"\\', "\u202eabc")


def block_of(page: Path) -> Any:
    (block,) = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return json.loads(block)


def read(block: str, base: str = SITE) -> Graph:
    (text,) = _BLOCK.findall(block)
    return Graph().parse(data=text, format="json-ld", base=base)


@pytest.fixture
def published(make_once: MakeOnce) -> Path:
    name = f"published-{len(SITE)}"  # built by the tests of addresses too
    return make_once(name, lambda root: build_at(root, SITE)) / "site"


def test_every_page_has_one_block_that_names_it(published: Path) -> None:
    pages = [one for one in published.rglob("*.html") if one.name != "404.html"]
    assert len(pages) > 80
    for page in pages:
        graph = block_of(page)["@graph"]
        assert graph[0]["@id"] == SITE + page.relative_to(published).as_posix()
        for step in graph[0].get("breadcrumb", {}).get("itemListElement", ()):
            assert (published / step["item"]["@id"].removeprefix(SITE)).is_file()


def test_without_an_address_no_page_has_one(first_site: Path) -> None:
    pages = first_site.rglob("*.html")
    assert not [page for page in pages if "ld+json" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_of_each_kind_is_a_thing_with_a_name(kind: Any, published: Path) -> None:
    names = {page.name for page in (published / kind.slug).glob("*.html")}
    page = published / kind.slug / min(names - {"index.html", "ashby-town.html"})  # it moved
    base = f"{SITE}{kind.slug}/{page.name}"
    graph = read(page.read_text(encoding="utf-8"), base)
    thing = URIRef(f"{base}#content")
    assert (URIRef(base), URIRef(f"{SCHEMA}mainEntity"), thing) in graph
    assert (thing, URIRef(f"{SCHEMA}identifier"), Literal(page.stem)) in graph
    types = {str(one).removeprefix(SCHEMA) for one in graph.objects(thing, _TYPE)}
    own = {term.definition.schema_org for name in _TYPES for term in _SHIPPED.section(name)}
    assert types <= {kind.schema_org.type, *own}
    assert types


_SHIPPED = default_vocabulary()
_TYPES: tuple[SectionName, ...] = ("area_types", "partner_types", "group_types", "resource_types")
_TYPE = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_kind_says_are_fields_of_it(kind: Any) -> None:
    fields = [field for _, field in kind.schema_org.properties]
    assert set(fields) <= set(kind.model.model_fields)


def test_home_says_how_to_search(published: Path) -> None:
    site = next(
        one for one in block_of(published / "index.html")["@graph"] if one["@type"] == "WebSite"
    )
    target = site["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{SITE}find/index.html?q={{search_term_string}}"


def test_addresses_are_whole_where_the_site_is_known() -> None:
    thing = StructuredData(
        "Place",
        "Here",
        properties=(("containedInPlace", (InternalLink("There", "areas/b.html"),)),),
    )
    block = json_ld_script(LinkedSite("A", SITE), ("areas/a.html", "Here", "x"), (), thing)
    graph = read(block, "https://elsewhere.example/")
    assert {str(one) for one in graph.objects(predicate=URIRef(f"{SCHEMA}containedInPlace"))} == {
        f"{SITE}areas/b.html#content"
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_block(text: str) -> None:
    thing = StructuredData("Place", text, text, (("identifier", (text,)),))
    breadcrumbs = (InternalLink(text, "index.html"),)
    block = json_ld_script(LinkedSite(text, "../"), ("a/b.html", text, text), breadcrumbs, thing)
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    graph = json.loads(inside)["@graph"]
    assert graph[0]["name"] == graph[1]["identifier"] == text
