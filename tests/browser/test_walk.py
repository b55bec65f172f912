"""Keyboard alone suffices: Tab reaches all there is, shows where it is, and leads back.

A sample, quickly: one page of each template. `test_proof_walk.py` walks every kind of page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looking import settled
from tests.browser.walk import WALK, walked
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

DESK, PHONE = (1280, 900), (320, 640)
SAMPLE: tuple[tuple[str, tuple[int, int], dict[str, str]], ...] = (
    ("index.html", PHONE, {"color_scheme": "dark"}),
    ("areas/index.html", DESK, {"color_scheme": "dark"}),
    ("partners/bma.html", DESK, {}),
    ("spread/network.html", PHONE, {"forced_colors": "active"}),
    ("lessons/worked.html", PHONE, {"color_scheme": "dark"}),
    ("find/index.html", PHONE, {}),
    ("share/practice.html", DESK, {"color_scheme": "dark"}),
    ("data/index.html", PHONE, {"forced_colors": "active"}),
    ("reference/gaps.html", DESK, {"color_scheme": "dark"}),
)
Walkable = Callable[..., Page]


@pytest.fixture
def walkable(windows: Windows, first_site: Path) -> Walkable:
    def open_one(url: str, size: tuple[int, int] = DESK, **options: Any) -> Page:
        width, height = size
        watched = windows.open(WALK, viewport={"width": width, "height": height}, **options)
        page = watched.open((first_site / url).as_uri())
        settled(page)
        return page

    return open_one


# pages of templates of which the sample has another; the proofs walk every kind of page
_PROOFS = ("partners/bma.html", "lessons/worked.html", "data/index.html")


@pytest.mark.parametrize(
    ("url", "size", "options"),
    [pytest.param(*case, marks=pytest.mark.proof if case[0] in _PROOFS else ()) for case in SAMPLE],
    ids=str,
)
def test_a_page_can_be_walked(
    walkable: Walkable, url: str, size: tuple[int, int], options: dict[str, str]
) -> None:
    walk = walked(walkable(url, size, **options), back=12)
    assert walk.faults == []
    assert len(walk.reached) > 15


@pytest.mark.parametrize(
    ("plant", "fault"),
    [
        ("<div onclick='x'>Press</div>", "only for a mouse"),
        ("<div id=own>Press</div>", "only for a mouse"),
        ("<a style='cursor: pointer'>Press</a>", "only for a mouse"),
        ("<button tabindex=3>First</button>", "tabindex above 0"),
        ("<button id=trap>Trap</button><button>After</button>", "not reached"),
        ("<button class=bare>No sign</button>", "focus not shown"),
        ("<button style='position: absolute; left: -999px'>Away</button>", "covered or outside"),
        (
            "<button>Under</button><div style='position: sticky; bottom: 0; height: 900px; "
            "background: #fff'>Over</div>",
            "covered or outside",
        ),
        (
            "<p style='display: flex; flex-direction: row-reverse'><button>Second</button>"
            "<button>First</button></p>",
            "out of order",
        ),
        ("<button id=one-way>Back</button><button id=on>On</button>", "Shift+Tab"),
    ],
)
def test_what_stops_a_walk_is_found(walkable: Walkable, plant: str, fault: str) -> None:
    # the policy would bar some of what is planted
    page = walkable("gaps/g408.html", bypass_csp=True)
    # the page's own links are walked elsewhere
    own = "header, footer, .la-contents, article > :not(h1)"
    page.evaluate("own => document.querySelectorAll(own).forEach(x => x.remove())", own)
    page.evaluate(
        """html => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(".bare:focus { all: revert !important; outline: 0 !important }");
            document.adoptedStyleSheets = [sheet];
            document.querySelector("article").insertAdjacentHTML("beforeend", html);
            const on = (id, name, act) => {
                const one = document.getElementById(id);
                if (one) one.addEventListener(name, act);
            };
            on("own", "click", () => {});
            on("trap", "keydown", (event) => event.preventDefault());
            on("on", "keydown", (event) => { if (event.shiftKey) event.preventDefault(); });
        }""",
        plant,
    )
    faults = walked(page).faults
    assert [one for one in faults if one.startswith(fault)], faults


def test_the_focus_is_seen_in_what_scrolls_sideways(walkable: Walkable) -> None:
    """The last heading of a wide table has its button beyond the edge until it has the focus."""
    page = walkable("reference/review.html", (1040, 800))
    buttons = page.locator(".la-table[data-sortable] .la-sort__button")
    for button in buttons.all():
        button.focus()
        assert button.evaluate(
            """one => { const its = one.closest(".la-table").getBoundingClientRect();
            const box = one.getBoundingClientRect();
            return box.left >= its.left - 1 && box.right <= its.right + 1; }"""
        )
