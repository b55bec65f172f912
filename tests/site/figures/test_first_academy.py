"""The figures of the first academy: what is drawn equals the table, the insights and the graph."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import Counter

import pytest

from generator.analysis.graph import area_practice_graph, areas_inside, learning_graph
from generator.analysis.insights.learning import learning_network
from generator.analysis.insights.practice_status import adoption_grid
from generator.model.fields.progress import status_progress
from generator.model.kinds.adoption import Adoption
from generator.site import figures
from generator.site.figures.adoption_grid import cell_signs
from generator.site.figures.figure import Figure
from generator.site.figures.network_diagram import bundle_edges
from tests.conftest import PROJECT
from tests.site.figures.drawing import (
    boxes,
    first_figures,
    first_index,
    links,
    names_in,
    programmes_in,
    rendered,
    result_url,
)

EACH = pytest.mark.parametrize("figure", first_figures(), ids=lambda figure: str(figure.id))


def pairs(figure: Figure, first: int, second: int) -> set[tuple[str, str]]:
    """The two records that each row of a table names."""
    return {(row[first].refs[0], row[second].refs[0]) for row in figure.rows}


def test_the_grid_has_every_pair_that_the_graph_has() -> None:
    index = first_index()
    figure = figures.adoption_grid(adoption_grid(index), names_in(index))
    graph = area_practice_graph(index.catalogue)
    practised = {
        (practice, area) for area, practice, kind in graph.edges(data="type") if kind == "practises"
    }
    inside = areas_inside(index.catalogue)
    adopted = {
        (index.id(one.practice), area)
        for one in index.catalogue.records_of(Adoption)
        if one.practice and status_progress(one.status) == "happened" and not one.unnamed_adopters
        for area in inside[index.id(one.area) or ""]
    }
    drawn = {(row[0].refs[0], row[1].refs[0]) for row in figure.rows if row[2].text == "In use"}
    assert drawn == practised | adopted


def test_the_grid_draws_the_rows_of_its_table() -> None:
    index = first_index()
    whole = adoption_grid(index)
    figure = figures.adoption_grid(whole, names_in(index))
    cells = [one for one in links(figure) if "fg-cell" in _css_class(one)]
    assert len(cells) + figure.more == len(figure.rows) == len(whole.standings)
    drawn = Counter(_css_class(one).split()[1] for one in cells)
    titles = tuple(one.title for one in cells)
    names = names_in(index)
    first: Counter[str] = Counter()
    for standing in whole.standings.values():
        start = f"{names(standing.practice)[0]}, {names(standing.area)[0]}: "
        first[f"fg-{cell_signs(standing)[0]}"] += any(title.startswith(start) for title in titles)
    assert drawn == first


def _css_class(link: object) -> str:
    return getattr(getattr(link, "marks", [None])[0], "css_class", "")


def test_the_network_draws_every_edge_of_the_graph() -> None:
    index = first_index()
    whole = learning_network(index)
    figure = figures.network_diagram(whole, names_in(index))
    graph = learning_graph(index.catalogue)
    edges = {(source, adopter) for source, adopter in graph.edges()}
    assert figure.more == 0
    assert pairs(figure, 0, 1) == edges
    drawn = [one for one in links(figure) if " → " in one.title]
    bundles = bundle_edges(whole.lessons)
    assert len(drawn) == len(bundles)
    assert sum(len(one.lessons) for one in bundles) == len(figure.rows)
    assert {(one.source[0], one.adopter[0]) for one in bundles} == edges
    names = names_in(index)
    ends = {tuple(one.title.split(": ")[0].split(" → ")) for one in drawn}
    assert len(ends) == len({(one.source, one.adopter) for one in bundles})
    assert all(names(one.source[0])[0] in {end[0] for end in ends} for one in bundles)


def test_the_evidence_map_has_one_mark_for_each_result() -> None:
    index = first_index()
    figure = figures.evidence_map(programmes_in(index), names_in(index), result_url)
    drawn = Counter(one.url for one in links(figure) if one.url.startswith("#"))
    assert drawn == Counter(result_url(one.id) for one in index.results)
    assert [row[1].refs[0] for row in figure.rows] == [url.removeprefix("#r-") for url in drawn]
    assert figure.more == 0


@EACH
def test_words_do_not_overlap_and_stay_inside(figure: Figure) -> None:
    for wide in (False, True):
        room = max(600, figure.wide) if wide else max(280, figure.width)
        by_height = sorted(boxes(figure, wide=wide), key=lambda box: box.top)
        for number, box in enumerate(by_height):
            assert box.left >= -1, box
            assert box.right <= room + 1, box
            assert box.bottom <= figure.height + 1, box
            near = (one for one in by_height[number + 1 :] if one.top < box.bottom)
            assert not [other for other in near if box.meets(other)], box


@EACH
def test_every_link_has_a_name_and_leads_somewhere(figure: Figure) -> None:
    assert all(one.title.strip() and one.url for one in links(figure))
    html = rendered(figure)
    assert html.count("<a ") == len(links(figure))
    assert f'id="{figure.id}-title"' in html
    assert " style=" not in html
    assert "<script" not in html


def test_ids_of_figures_are_their_own() -> None:
    ids = [figure.id for figure in first_figures()]
    assert len(ids) == len(set(ids))


@EACH
def test_rows_are_as_wide_as_the_table(figure: Figure) -> None:
    assert {len(row) for row in figure.rows} <= {len(figure.columns)}


_PRINTS = (
    "import hashlib;from tests.site.figures.drawing import *;"
    "print(hashlib.sha256(''.join(map(rendered,first_figures())).encode()).hexdigest())"
)


@pytest.mark.parametrize(
    "seed", ["0", *(pytest.param(seed, marks=pytest.mark.proof) for seed in ("1", "4242"))]
)
def test_the_same_records_give_the_same_bytes(seed: str) -> None:
    here = hashlib.sha256("".join(map(rendered, first_figures())).encode()).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", _PRINTS],
        cwd=PROJECT,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == here
