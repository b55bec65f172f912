"""C. Adoption and spread: who learns from whom, and what boards and adopters need."""

from __future__ import annotations

import json

import networkx as nx

from generator.kinds.adoption import Adoption
from tests.requirements.registry import Reader, requirement

BOARDS = {
    "darlington": "Darlington Health and Well Being Board",
    "middlesbrough": "Middlesbrough Health and Well Being Board",
    "redcar-and-cleveland": "Redcar & Cleveland Health and Well Being Board",
}
EVENT = "practices/cross-organisational-improvement-event.html"
CORE = (
    "customer attends", "operational staff of all organisations",
    "political and organisational buy-in", "staff released from the day job",
    "usually a week or less", "measures quality, staff effort, lead times and cycle times",
    "testing and review built in",
)  # fmt: skip


def graphs(reader: Reader) -> dict[str, nx.Graph]:
    drawn = json.loads((reader.site / "data" / "graph.json").read_text(encoding="utf-8"))
    return {name: nx.node_link_graph(one, edges="edges") for name, one in drawn.items()}


@requirement("AD10")
def strands_are_shared_out(reader: Reader) -> None:
    rows = reader.page("spread/network.html").tables["Who leads what"].rows
    found = {row["What is taken over"]: row for row in rows}
    ltc = found["Darlington Long Term Conditions Improvement Collaborative"]
    assert (ltc["Led by"], ltc["For how many areas"]) == ("Darlington", "2")
    [improve] = [row for what, row in found.items() if what.startswith("IMPROVE")]
    assert improve["Led by"].startswith("South Tees")
    assert (improve["For how many areas"], improve["Which"]) == ("1", "Darlington")


@requirement("AD11")
def each_board_has_its_report(reader: Reader) -> None:
    for area, board in BOARDS.items():
        page = reader.page(f"boards/{area}.html")
        assert board in page.text
        starts = {one.partition(":")[0] for one in page.headings}
        assert {"Proven here", "Taken up from others", "Pending"} <= starts, area
        assert "What stands in the way" in starts, area
        assert f"boards/{area}.html" in reader.page("boards/index.html").links


@requirement("AD13")
def nobody_is_invented(reader: Reader) -> None:
    page = reader.record("tees-valley-dementia-collaboratives")
    assert page.facts["Adopters not named"] == "2"
    assert "2 areas not named" in reader.page("spread/network.html").text
    assert "2 areas not named" in reader.page("spread/pace.html").text
    assert len(reader.missing("G409")) == 5
    assert set(graphs(reader)["full"]) == set(reader.catalogue.records)


@requirement("AD14")
def the_network_of_learning(reader: Reader) -> None:
    learning, full = graphs(reader)["learning"], graphs(reader)["full"]
    assert (len(learning), learning.number_of_edges()) == (14, 13)
    assert (len(full), nx.number_weakly_connected_components(full)) == (392, 1)
    page = reader.page("spread/network.html")
    assert "<svg" in page.source
    assert "data/graph.json" in reader.page("reference/gaps.html").links


@requirement("AD15")
def a_pack_to_take_a_practice_up(reader: Reader) -> None:
    page = reader.page(EVENT)
    pack = page.below("To take it up: the transfer pack").text
    assert not [one for one in CORE if one not in pack]
    results = [row["What it says"] for row in page.below("Did it work?").rows]
    measured = reader.index.results_of("darlington-dementia-collaborative")
    assert len(measured) == 7
    for measure in measured:
        assert any(row.startswith(measure.statement) for row in results), measure.id
    for part in ("Measure these", "Who can help", "Barriers met", "Material about it"):
        assert part in pack, part
    adoptions = [o for o in reader.catalogue.of(Adoption) if o.practice and o.practice in EVENT]
    assert {reader.url(one.id) for one in adoptions} <= set(page.below("How it spreads").links)
