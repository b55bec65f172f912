"""One readable case for each way in which pages once said more than the records."""

from __future__ import annotations

from tests.oracle.answers import Oracle
from tests.oracle.comparison import differences
from tests.oracle.contradictions import contradictions, general_sentences, without_work
from tests.oracle.planted import (
    Files,
    adoption,
    barrier,
    county_of_two_towns,
    prototype,
    proven_in,
)
from tests.oracle.product import Product, build
from tests.oracle.raw_records import read_texts

REASON = "The grant ran out."


def sound(*planted: Files) -> Product:
    """The product's view of the county with these records, once it contradicts none of them."""
    files = county_of_two_towns()
    for change in planted:
        files |= change
    oracle, product = Oracle(read_texts(files)), build(files)
    general = general_sentences(build(without_work(files)).pages)
    assert differences(oracle, product.answers) == []
    assert list(contradictions(oracle, product.pages, general)) == []
    return product


def cell(product: Product, area: str) -> str:
    """Whether Lanternry is practised in an area."""
    return str(product.answers["practised"].get(area, {}).get("lanternry", {}).get("practised"))


def text_of(product: Product, page: str) -> str:
    """All that a page says."""
    return "\n".join(product.pages[page])


def test_nobody_learns_where_the_only_adoption_was_declined() -> None:
    product = sound(adoption("quorby", "hasketh", "declined", reason=REASON))
    assert product.answers["learning_network"]["sources"] == []
    assert product.answers["copy_or_apply"]["happened"] == 0


def test_nobody_learns_where_the_only_adoption_was_stopped_before_it_began() -> None:
    product = sound(adoption("quorby", "hasketh", "stopped", "intended", reason=REASON))
    assert product.answers["copy_or_apply"]["happened"] == 0


def test_nothing_is_in_use_where_the_only_adoption_was_stopped() -> None:
    product = sound(adoption("quorby", "hasketh", "stopped", "begun", reason=REASON))
    assert product.answers["learning_network"]["adopters"] == []
    assert product.answers["copy_or_apply"]["happened"] == 1


def test_a_plan_to_learn_is_counted_apart_from_learning() -> None:
    product = sound(
        adoption("quorby", "hasketh", "in-place"), adoption("tarnley", "quorby", "intended")
    )
    network = product.answers["learning_network"]
    assert (network["sources"], network["adopters"]) == (["hasketh"], ["quorby"])
    assert (network["sources_planned"], network["adopters_planned"]) == (["quorby"], ["tarnley"])
    assert network["bridges"] == []


def test_a_town_that_stopped_it_does_not_have_it_in_place_because_its_county_does() -> None:
    product = sound(
        adoption("wexmoor", "hasketh", "in-place"),
        adoption("quorby", "hasketh", "stopped", "begun", reason=REASON),
    )
    assert (cell(product, "quorby"), cell(product, "tarnley")) == ("no", "yes")


def test_a_county_that_paused_it_counts_before_the_region_that_uses_it() -> None:
    region = {"registry/areas/farrowby.yaml": "title: Farrowby\ntype: region\n"}
    county = {"registry/areas/wexmoor.yaml": "title: Wexmoor\ntype: county\npart_of: [farrowby]\n"}
    product = sound(
        region,
        county,
        adoption("farrowby", "hasketh", "in-place"),
        adoption("wexmoor", "hasketh", "paused", "begun", reason=REASON),
        prototype("plovery", "tarnley", "live"),
    )
    assert cell(product, "quorby") == "no"
    assert cell(product, "tarnley") == "yes"
    assert cell(product, "wexmoor") == "part"


def test_neither_of_two_wider_areas_is_nearer_when_both_are_stated() -> None:
    both = {
        "registry/areas/quorby.yaml": "title: Quorby\ntype: place\npart_of: [wexmoor, farrowby]\n",
        "registry/areas/farrowby.yaml": "title: Farrowby\ntype: ccg-area\n",
    }
    product = sound(
        both,
        adoption("wexmoor", "hasketh", "in-place"),
        adoption("farrowby", "hasketh", "stopped", "begun", reason=REASON),
    )
    assert cell(product, "quorby") == "yes"


def test_a_county_that_declined_it_says_nothing_of_a_town_that_runs_it() -> None:
    product = sound(
        adoption("wexmoor", "hasketh", "declined", reason=REASON),
        prototype("plovery", "quorby", "live"),
    )
    assert cell(product, "quorby") == "yes"
    assert "declined" not in text_of(product, "areas/quorby.html").lower()
    assert "declined" not in text_of(product, "areas/tarnley.html").lower()


def test_what_an_area_stopped_is_shown_with_its_reason_and_not_recommended() -> None:
    product = sound(
        proven_in("hasketh"), adoption("quorby", "hasketh", "stopped", "begun", reason=REASON)
    )
    for page in ("areas/quorby.html", "boards/quorby.html", "practices/lanternry.html"):
        assert REASON in text_of(product, page), page
    assert product.answers["gaps"]["quorby"] == {}
    assert product.answers["gaps"]["tarnley"] == {"data": ["kestrelin"]}


def test_what_an_area_declined_is_shown_with_its_reason_and_not_recommended() -> None:
    product = sound(proven_in("hasketh"), adoption("quorby", "hasketh", "declined", reason=REASON))
    for page in ("areas/quorby.html", "boards/quorby.html"):
        assert REASON in text_of(product, page), page
    assert product.answers["gaps"]["quorby"] == {}


def test_a_county_has_in_part_what_one_of_its_towns_uses_and_may_ask_it() -> None:
    product = sound(proven_in("quorby"), adoption("wexmoor", "hasketh", "intended"))
    assert cell(product, "wexmoor") == "part"
    assert product.answers["practised"]["wexmoor"]["lanternry"]["parts"] == ["quorby"]
    assert product.answers["buddies"][0]["buddies"] == ["quorby"]


def test_adopters_that_are_not_named_are_unknown_inside_their_area_and_part_around_it() -> None:
    text = (
        "area: quorby\npractice: lanternry\nlearnt_from: [{area: hasketh}]\n"
        "status: begun\nunnamed_adopters: 2\n"
    )
    product = sound({"registry/adoptions/two-more.yaml": text})
    assert cell(product, "quorby") == "unknown"
    assert cell(product, "wexmoor") == "part"
    assert cell(product, "tarnley") == "None"


def test_spread_inside_an_area_is_not_learnt_from_others() -> None:
    product = sound(
        adoption("quorby", "quorby", "in-place"), adoption("quorby", "hasketh", "in-place")
    )
    assert product.answers["learning_network"]["sources"] == ["hasketh"]
    assert product.answers["assurance"]["quorby"]["taken"] == ["quorby-from-hasketh"]


def test_a_practice_of_proposals_only_was_not_tried() -> None:
    product = sound(prototype("plovery", "quorby", "proposed"))
    assert "tried" not in text_of(product, "practices/lanternry.html").lower()


def test_a_barrier_is_counted_once_with_those_that_were_solved() -> None:
    product = sound(
        barrier("bramblewall", ("quorby", "worked-through"), ("tarnley", "ongoing")),
        barrier("gorsegate", ("quorby", "expected")),
    )
    for area in ("wexmoor", "quorby"):
        report = product.answers["assurance"][area]
        assert sorted(one["barrier"] for one in report["barriers"]) == ["bramblewall", "gorsegate"]
    assert [one["barrier"] for one in product.answers["assurance"]["quorby"]["blocked"]] == [
        "gorsegate"
    ]
