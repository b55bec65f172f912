"""A page that fills a layout is byte for byte what the host would have rendered for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from generator.build.layouts import LayoutError, slot_tokens, split_layout
from generator.host_mkdocs import AcademyPlugin
from generator.site.pages import PAGES, all_pages
from tests.sites import FIRST_ACADEMY

Plugin = TypeVar("Plugin", bound=AcademyPlugin)

SAMPLE = 4  # pages of each layout
SITE_URL = "https://academy.example/here/"


class HostedSample(AcademyPlugin):  # type: ignore[no-untyped-call]
    """Has the host render a sample of pages itself, under a menu that is the same."""

    def on_files(self, files: Files, config: Any) -> Files:
        files = super().on_files(files, config)
        self.sample = sample(self)
        for page in self.sample:
            existing = files.get_file_from_path(page.url.replace(".html", ".md"))
            if existing is not None:
                files.remove(existing)
            renderer = self.running.build.prepared.renderer
            self.host(files, config, page.url, renderer.page_slots(page))
        return files

    def nav_section(self, page: Any) -> str:
        sections = {one.url: one.layout.nav_section for one in self.sample}
        return sections.get(page.url) or super().nav_section(page)

    def menu_url(self, page: Any) -> str:
        layouts = {one.url: one.layout.url for one in self.sample}
        return layouts.get(page.url) or super().menu_url(page)

    def on_post_build(self, **_: Any) -> None:
        self.rendered = {
            page.url: (self.running.build.folder / page.url).read_text(encoding="utf-8")
            for page in self.sample
        }
        self.abandon()


def sample(plugin: AcademyPlugin) -> list[Any]:
    """The first pages, and the last, of every layout."""
    by_layout: dict[str, list[Any]] = {}
    for page in all_pages(plugin.running.build.prepared.site):
        by_layout.setdefault(page.layout.url, []).append(page)
    return [page for pages in by_layout.values() for page in [*pages[: SAMPLE - 1], pages[-1]]]


def run(plugin_class: type[Plugin], site: Path) -> Plugin:
    config = load_config(str(FIRST_ACADEMY / "mkdocs.yml"), site_dir=str(site), site_url=SITE_URL)
    plugin = plugin_class()
    errors, warnings = plugin.load_config({"edit_base": "https://git.example/edit/main"})
    assert (errors, warnings) == ([], [])
    config.plugins._event_origins.clear()
    for methods in config.plugins.events.values():
        methods.clear()
    config.plugins["academy"] = plugin
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return plugin


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    folder = tmp_path_factory.mktemp("press")
    hosted = run(HostedSample, folder / "hosted").rendered
    run(AcademyPlugin, folder / "filled")
    return hosted, folder / "filled"


def test_every_family_is_in_the_sample(both: tuple[dict[str, str], Path]) -> None:
    hosted, _ = both
    folders = {layout.url.rpartition("/")[0] for family in PAGES for layout in family.layouts}
    assert folders == {url.rpartition("/")[0] for url in hosted}
    assert len(hosted) > 50


def test_filled_layouts_are_what_the_host_renders(both: tuple[dict[str, str], Path]) -> None:
    hosted, filled = both
    for url, html in hosted.items():
        assert (filled / url).read_text(encoding="utf-8") == html, url


def test_slots_hold_title_description_canonical_and_edit_link(
    both: tuple[dict[str, str], Path],
) -> None:
    hosted, _ = both
    url = next(url for url in hosted if url.startswith("prototypes/") and "index" not in url)
    html = hosted[url]
    assert f'<link rel="canonical" href="{SITE_URL}{url}">' in html
    source = url.replace(".html", ".yaml")
    assert f'href="https://git.example/edit/main/{source}"' in html
    assert "<title>" in html
    assert '<meta name="description" content="' in html


def test_no_layout_is_left_in_the_site(both: tuple[dict[str, str], Path]) -> None:
    _, filled = both
    assert not list(filled.rglob("*-layout.html"))
    assert not [p for p in filled.rglob("*.html") if "la-slot-" in p.read_text(encoding="utf-8")]


def test_a_layout_without_a_slot_is_refused() -> None:
    tokens = slot_tokens()
    with pytest.raises(LayoutError, match=r"The layout x\.html has no slot for title, description"):
        split_layout(f"<html>{tokens.body}</html>", "x.html")
