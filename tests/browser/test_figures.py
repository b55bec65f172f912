"""Figures as a browser draws them, in the site's typeface: nothing overlaps or is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import PROJECT
from tests.site.figures.drawing import first_figures, rendered

pytestmark = pytest.mark.browser

ASSETS = PROJECT / "generator" / "theme" / "assets" / "academy"
# what Material does to pages and pictures, in the layer that the host puts it in
THEME = "@layer theme { body { margin: 0 } .md-typeset svg { max-width: 100%; height: auto } }"
FAULTS = """() => [...document.querySelectorAll('.la-figure__canvas')].flatMap(sheet => {
  const whole = sheet.getBoundingClientRect(), wrong = [];
  const texts = [...sheet.querySelectorAll('text')]
    .map(text => [text, text.getBoundingClientRect()])
    .filter(([text, box]) => box.width > 0);
  texts.forEach(([text, box], number) => {
    if (box.left < whole.left - 2 || box.right > whole.right + 2 || box.bottom > whole.bottom + 4)
      wrong.push('outside: ' + text.textContent);
    texts.slice(number + 1).forEach(([other, its]) => {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      // lines of type are higher than their letters, upright or turned
      if (across > 6 && down > 6) wrong.push(text.textContent + ' | ' + other.textContent);
    });
  });
  return wrong;
})"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    figures = [one for n, one in enumerate(first_figures()) if n < 25 or n % 6 == 0]
    body = "".join(map(rendered, figures))
    folder = tmp_path_factory.mktemp("figures")
    (folder / "theme.css").write_text(THEME, encoding="utf-8")
    file = folder / "page.html"
    sheets = (folder / "theme.css", ASSETS / "academy.css", ASSETS / "figures.css")
    file.write_text(
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Figures</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
        'file:; font-src file:">'
        + "".join(f'<link rel="stylesheet" href="{one.as_uri()}">' for one in sheets)
        + f'<body><main class="md-grid"><article class="md-typeset">{body}</article></main>',
        encoding="utf-8",
    )
    return file


@pytest.fixture(
    scope="module",
    params=[(320, "screen"), (360, "screen"), (768, "screen"), (1280, "screen"), (718, "print")],
)
def shown(request: pytest.FixtureRequest, browser: Browser, page_file: Path) -> Iterator[Page]:
    width, medium = request.param
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    words: list[str] = []
    page.on("console", lambda message: words.append(message.text))
    page.emulate_media(media=medium)
    page.goto(page_file.as_uri())
    page.evaluate("document.fonts.ready")
    yield page
    context.close()
    assert words == []


def test_words_stay_apart_and_inside(shown: Page) -> None:
    assert shown.evaluate(FAULTS) == []


def test_a_figure_never_makes_the_page_scroll_sideways(shown: Page) -> None:
    width = shown.viewport_size["width"] if shown.viewport_size else 0
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_pictures_are_as_high_as_they_say(shown: Page) -> None:
    heights = shown.evaluate(
        "[...document.querySelectorAll('.la-figure__drawing')].map(one => "
        "[one.getBoundingClientRect().height, Number(one.getAttribute('height'))])"
    )
    assert all(abs(drawn - said) <= 1 for drawn, said in heights)


def test_every_name_can_be_clicked(shown: Page) -> None:
    """The layer of the drawings must not lie over the words' links."""
    blocked = shown.evaluate(
        """() => [...document.querySelectorAll('.la-figure a text')].filter(text => {
          const box = text.getBoundingClientRect();
          if (!box.width) return false;
          text.scrollIntoView({ block: 'center', inline: 'center' });
          const now = text.getBoundingClientRect();
          const hit = document.elementFromPoint(now.left + now.width / 2, now.top + now.height / 2);
          return !hit || hit.closest('a') !== text.closest('a');
        }).map(text => text.textContent)"""
    )
    assert blocked == []
