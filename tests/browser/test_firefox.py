"""What Firefox does: the same search, from a folder, with nothing asked of a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox, firefox

pytestmark = pytest.mark.browser

_COUNT = "document.querySelector('.la-results__count').textContent"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as session:
        yield session
        local = ("file:", "about:", "chrome:", "resource:", "data:", "moz-extension:")
        assert [url for url in session.asked if not url.startswith(local)] == []


def test_the_box_finds_as_one_types(fox: Firefox, first_site: Path) -> None:
    fox.open((first_site / "areas/darlington.html").as_uri())
    fox.run(
        """(() => {
            const box = document.querySelector(".la-search input");
            box.focus();
            box.value = "pooled bud";
            box.dispatchEvent(new Event("input", {bubbles: true}));
        })()"""
    )
    first = fox.until("document.querySelector('[role=option] .la-search__title')?.textContent")
    assert first == "Pooled budget"


def test_the_find_page_narrows_and_the_address_holds_it(fox: Firefox, first_site: Path) -> None:
    fox.open((first_site / "find/index.html").as_uri() + "?kind=prototype")
    assert fox.until(f"{_COUNT}.startsWith('25') && {_COUNT}") == "25 results"
    fox.run("document.querySelector('.la-facet input[value=worked]').click()")
    assert fox.until(f"{_COUNT}.startsWith('5 ') && location.search").endswith("verdict=worked")
    fox.run("history.back()")
    assert fox.until(f"{_COUNT}.startsWith('25') && location.search") == "?kind=prototype"
