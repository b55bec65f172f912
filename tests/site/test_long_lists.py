"""A long list stands on several pages, complete without any script."""

from __future__ import annotations

import re

import pytest

from generator.analysis.insights.dates import EARLIEST
from generator.build.prepare import AcademyProject, PreparedSite
from generator.model.kinds import KIND_OF
from generator.records.catalogue import read_catalogue
from generator.site.figures.matrix import MAX_CELLS, rows_to_draw
from generator.site.pages.records.record_lists import list_pages
from generator.site.parts.answer_page import page_links
from generator.site.parts.cells import record_links
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink, Text
from generator.site.parts.limits import MAX_LINKS, ROWS_PER_PAGE
from generator.site.parts.page import Page

AREA = KIND_OF["area"]
COUNTS = {"borough": ROWS_PER_PAGE + 30, "county": 40, "place": ROWS_PER_PAGE}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedSite:
    root = tmp_path_factory.mktemp("many")
    folder = root / "registry" / "areas"
    folder.mkdir(parents=True)
    for kind, count in COUNTS.items():
        for number in range(count):
            text = f"title: Place {number:03} ({kind})\ntype: {kind}\n"
            (folder / f"{kind}-{number}.yaml").write_text(text, encoding="utf-8")
    catalogue, faults = read_catalogue(root)
    assert faults == ()
    return PreparedSite(
        AcademyProject(root, "Academy"), SiteContent("Academy", catalogue), EARLIEST
    )


@pytest.fixture(scope="module")
def pages(prepared: PreparedSite) -> list[tuple[Page, str]]:
    return [
        (page, prepared.renderer.page_slots(page).body) for page in list_pages(prepared.site, AREA)
    ]


def test_every_record_stands_on_one_page(pages: list[tuple[Page, str]]) -> None:
    card = re.compile(r'la-card__title"><a href="\.\./areas/([\w-]+)\.html"')
    cards = [one for _, body in pages for one in card.findall(body)]
    assert sorted(cards) == sorted(
        f"{kind}-{n}" for kind, count in COUNTS.items() for n in range(count)
    )


def test_no_page_is_long(pages: list[tuple[Page, str]]) -> None:
    shown = [len(re.findall(r'class="la-card"', body)) for _, body in pages]
    assert shown == [ROWS_PER_PAGE, ROWS_PER_PAGE, sum(COUNTS.values()) - 2 * ROWS_PER_PAGE]


def test_no_record_can_have_the_address_of_a_further_page(pages: list[tuple[Page, str]]) -> None:
    assert [page.url for page, _ in pages] == [
        "areas/index.html",
        "areas/index.2.html",
        "areas/index.3.html",
    ]


def test_each_page_leads_to_all_and_to_where_each_group_begins(
    pages: list[tuple[Page, str]],
) -> None:
    bodies = {page.url: body for page, body in pages}
    for page, body in pages:
        for number, url in enumerate(bodies, 1):
            here = ' aria-current="page"' if url == page.url else ""
            assert f'<a href="../{url}"{here}>Page {number}</a>' in body
        groups = re.findall(r'<a href="\.\./(areas/index[.\w]*)#([\w-]+)">([^<]*)</a>', body)
        assert len(groups) == len(COUNTS)
        for url, part, title in groups:
            assert f'<h2 id="{part}">{title}</h2>' in bodies[url]


def test_a_group_that_goes_on_says_so(pages: list[tuple[Page, str]]) -> None:
    assert any(f"({ROWS_PER_PAGE + 30}), continued</h2>" in body for _, body in pages)


def test_a_short_list_is_one_page_without_a_pager(prepared: PreparedSite) -> None:
    (page,) = list_pages(prepared.site, KIND_OF["partner"])
    assert page.view.pager == page.view.groups == ()


def test_what_has_no_room_in_a_cell_is_counted(prepared: PreparedSite) -> None:
    ids = list(prepared.site.catalogue.records)
    fitting = record_links(prepared.site, ids[:MAX_LINKS])
    assert len(fitting) == MAX_LINKS
    assert Text not in {type(one) for one in fitting}
    *shown, last = record_links(prepared.site, ids, most=6)
    assert len(shown) == 6
    assert last == Text(f"and {len(ids) - 6} more")
    assert record_links(prepared.site, [], "None yet") == (Text("None yet"),)


def test_a_picture_draws_whole_rows_while_there_is_room() -> None:
    columns = [f"column-{n}" for n in range(20)]
    rows = [f"row-{n}" for n in range(30)]
    full = [(row, column) for row in rows for column in columns]
    assert rows_to_draw(rows, columns, full) == tuple(rows[: MAX_CELLS // 20])
    assert rows_to_draw(rows, columns, [(row, "column-3") for row in rows]) == tuple(rows)
    assert rows_to_draw(rows, columns[:1], full) == tuple(rows)


@pytest.mark.parametrize(
    ("pages", "here", "named"),
    [
        (1, 1, []),
        (3, 2, [1, 2, 3]),
        (9, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (69, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 69]),
        (69, 30, [1, 26, 27, 28, 29, 30, 31, 32, 33, 34, 69]),
        (69, 69, [1, 61, 62, 63, 64, 65, 66, 67, 68, 69]),
    ],
)
def test_of_many_pages_those_nearby_are_named(pages: int, here: int, named: list[int]) -> None:
    tabs = page_links([f"list-{n}.html" for n in range(1, pages + 1)], f"list-{here}.html")
    assert [tab.link for tab in tabs] == [
        InternalLink(f"Page {n}", f"list-{n}.html") for n in named
    ]
    assert [tab.link.url for tab in tabs if tab.here] == [f"list-{here}.html"] * bool(named)
