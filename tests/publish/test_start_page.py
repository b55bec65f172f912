"""START HERE.html: from inside a zip, from an unpacked folder, and on paper."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from generator.publish.bundle import START, start_page_findings, unpack_bundle
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

UNPACK = "Unpack this copy first"


@pytest.fixture(scope="module")
def unpacked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick") / "unpacked"
    unpack_bundle(made, folder)
    return folder


@pytest.fixture
def alone(unpacked: Path, tmp_path: Path) -> Path:
    """The page where Windows puts it when somebody opens it from inside the zip."""
    return Path(shutil.copy(unpacked / START, tmp_path / START))


def visible_links(page: Page) -> list[str]:
    return [link.inner_text() for link in page.locator("a").all() if link.is_visible()]


def test_inside_a_zip_it_says_to_unpack_first(alone: Path, windows: Windows) -> None:
    page = windows.open().page
    page.goto(alone.as_uri())
    assert page.get_by_role("heading", name=UNPACK).is_visible()
    assert "choose “Extract All”" in page.inner_text("main")
    assert "Open the academy" not in visible_links(page)
    box = page.locator(".la-unpack")
    assert box.evaluate("box => getComputedStyle(box).borderTopWidth") == "3px"


def test_beside_the_site_it_opens_the_site(unpacked: Path, windows: Windows) -> None:
    page = windows.open().page
    page.goto((unpacked / START).as_uri())
    assert not page.get_by_text(UNPACK).is_visible()
    assert visible_links(page)[0] == "Open the academy"
    page.get_by_role("link", name="Open the academy").click()
    assert page.url.endswith("/site/index.html")


@pytest.mark.parametrize("is_alone", [True, False])
def test_it_prints_on_one_page_what_to_do(
    unpacked: Path, alone: Path, windows: Windows, *, is_alone: bool
) -> None:
    page = windows.open().page
    page.goto((alone if is_alone else unpacked / START).as_uri())
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed) == 1
    text = " ".join(printed[0].extract_text().split())
    for words in ("Extract All", "Open the academy", "py start.py bundle", "LICENCE.txt"):
        assert words in text
    width, height = printed[0].mediabox.width, printed[0].mediabox.height
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


def test_it_makes_sense_without_any_style(unpacked: Path) -> None:
    text = (unpacked / START).read_text(encoding="utf-8")
    assert text.index(UNPACK) < text.index("Open the academy</a>")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<main>", "<main><style>body { color: red }</style>"),
        ("margin: 0;", "margin: 1px;"),
        ("<main>", "<main><script>alert(1)</script>"),
        ("style-src &#39;self&#39;", "style-src &#39;self&#39; &#39;unsafe-inline&#39;"),
        ("<main>", '<main><img src="https://elsewhere.example/x.png">'),
    ],
    ids=["second style", "other style", "script", "policy", "from elsewhere"],
)
def test_its_style_is_the_only_exception(made: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(made) as archive:
        text = archive.read(START).decode()
    assert list(start_page_findings(text.encode())) == []
    assert old in text
    assert list(start_page_findings(text.replace(old, new, 1).encode())) != []
