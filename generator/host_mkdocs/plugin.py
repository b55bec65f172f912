"""The MkDocs plugin: a handler for each event of a build."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from generator.build.hosting import HostedBuild, PageCollector, PublishedBuild, UnsoundSiteError
from generator.build.layouts import slot_tokens
from generator.build.prepare import AcademyProject, RecordsRefusedError
from generator.build.progress import Progress, no_progress
from generator.host_mkdocs.log import WarningCollector
from generator.host_mkdocs.pages import handwritten_page, source_of, written_pages
from generator.host_mkdocs.picture_names import rename_pictures, with_new_names
from generator.host_mkdocs.settings import AcademyConfig, FaultsError, project_in, words_of
from generator.host_mkdocs.theme import leave_out_hidden_folders
from generator.model.identity import AcademyIdentity
from generator.publish import POLICY
from generator.site.brand_files import BrandFiles
from generator.site.handwritten import is_copied
from generator.site.pages import Layout, menu, site_layouts
from generator.site.parts.site_addresses import root_path
from generator.site.render.footer import page_footer
from generator.site.render.menu import footer_pages, menu_entries
from generator.site.render.renderer import PageSlots
from generator.site.theme_files import THEME, engine_assets
from generator.site_paths import MENU, NOT_FOUND
from generator.starter import (
    default_page,
    menu_with_default_pages,
    missing_pages,
    with_words,
)

# files of the theme that this site does not use
_LEFT_OUT = re.compile(
    r"assets/(?:javascripts|stylesheets|images/favicon|academy)|.*\.map$|VENDORED\.md|sitemap\.xml"
)
CONTENT_ID = "content"  # of the first heading of every page that is not hand-written


@dataclass(frozen=True)
class HostRun:
    """One run of MkDocs: its build, the slots of the pages that it renders, by URL, and the URLs of
    pictures by their names in the folder of pages.
    """

    build: HostedBuild
    collector: PageCollector
    warnings: WarningCollector
    slots: dict[str, PageSlots] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def take_layouts(self) -> dict[str, str]:
        """Return the rendered layouts and delete their files, which are not pages."""
        files = {url: self.build.folder / url for url in self.slots}
        layouts = {url: file.read_text(encoding="utf-8") for url, file in files.items()}
        for file in files.values():
            file.unlink()
        return layouts


class AcademyPlugin(BasePlugin[AcademyConfig]):  # type: ignore[no-untyped-call]
    """Translates the events of MkDocs into steps of a build. `start` begins one."""

    def __init__(self) -> None:
        self.start: Callable[[AcademyProject, Path, Progress], HostedBuild] = PublishedBuild
        self.progress: Progress = no_progress
        self.run: HostRun | None = None

    @property
    def running(self) -> HostRun:
        """The current run. Raises RuntimeError before MkDocs has read its settings."""
        if self.run is None:
            raise RuntimeError("the records have not been read")
        return self.run

    @property
    def brand(self) -> BrandFiles:
        """The files of the academy's look."""
        return self.running.build.prepared.brand

    @property
    def identity(self) -> AcademyIdentity:
        """What the academy states about itself."""
        return self.running.build.prepared.project.identity

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The layouts to render."""
        return site_layouts(self.running.build.prepared.site)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records before any file is written; send the output to the stage."""
        try:
            build = self.start(project_in(config), Path(config.site_dir), self.progress)
        except RecordsRefusedError as refused:
            raise FaultsError(refused) from None
        except ValueError as wrong:
            raise BuildError(str(wrong)) from None
        self.run = HostRun(build, PageCollector(build.prepared), WarningCollector())
        self.run.warnings.start()
        config.site_dir = str(build.folder)
        config.use_directory_urls = False  # a page in a folder does not open from a USB stick
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.clear()
        leave_out_hidden_folders(config.theme)
        written = written_pages(config)
        config.nav = menu(menu_with_default_pages(config.nav or [], written))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page for each layout; leave out unused files of the theme."""
        for file in list(files):
            name = posixpath.basename(file.src_uri)
            if _LEFT_OUT.match(file.src_uri) or not is_copied(name):
                files.remove(file)
        self.add_default_pages(files, config)
        for url, content in engine_assets().files.items():
            files.append(File.generated(config, url, content=content))
        self.add_brand_files(files, config)
        self.progress("Rendering the layouts", 0, 1)
        self.running.renamed.update(rename_pictures(files, Path(config.docs_dir)))
        for layout in self.layouts:
            self.host(files, config, layout.url, slot_tokens())
        return files

    def add_brand_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files of the academy's look."""
        self.leave_out_originals(files, config)
        for url, content in self.brand.files.items():
            if url != self.brand.card or config.site_url:
                files.append(File.generated(config, url, content=content))

    def leave_out_originals(self, files: Files, config: MkDocsConfig) -> None:
        """Leave out the files that the look was made from, unless a page shows one of them.

        A picture can hold metadata, such as the name of a person, that its copy has not.
        """
        look = self.identity.look
        pages = [Path(config.docs_dir, name).read_text("utf-8") for name in written_pages(config)]
        for name in filter(None, (look.font_file, look.logo, look.favicon)):
            original = files.get_file_from_path(name)
            is_shown = any(posixpath.basename(name) in page for page in pages)
            if original is not None and not is_shown:
                files.remove(original)

    def add_default_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages that the academy has not written itself."""
        for name in missing_pages(written_pages(config)):
            if in_the_way := files.get_file_from_path(name):
                files.remove(in_the_way)
            files.append(File.generated(config, name, content=default_page(name)))

    def host(self, files: Files, config: MkDocsConfig, url: str, slots: PageSlots) -> None:
        """Let MkDocs itself render a page at `url`, with the HTML of `slots`."""
        file = File.generated(config, posixpath.splitext(url)[0] + ".md", content="")
        file.inclusion = InclusionLevel.NOT_IN_NAV
        if existing := files.get_file_from_path(file.src_uri):
            files.remove(existing)
        files.append(file)
        self.running.slots[url] = slots

    def on_page_markdown(
        self, markdown: str, *, page: HostPage, config: MkDocsConfig, **_: Any
    ) -> str:
        """Fill in the words of the academy, and a link to the record for each `[[id]]`."""
        text = with_words(markdown, words_of(config))
        return self.running.collector.link_mentions(text, page.url, page.file.src_uri)

    def on_page_content(self, html: str, *, page: HostPage, **_: Any) -> str:
        """Lead the HTML that an author wrote to pictures by their names in the site."""
        return with_new_names(html, page.url, self.running.renamed)

    def on_page_context(
        self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: Any
    ) -> Any:
        """Add the HTML for the slots of this page to the context of the template."""
        slots = self.running.slots.get(page.url)
        skip_to = CONTENT_ID
        if slots is None:
            written = handwritten_page(page, source_of(page, config))
            skip_to = next((heading.id for heading in written.headings), CONTENT_ID)
            slots = self.running.collector.page_slots(written)
        entries = menu_entries(nav.items)
        context["academy"] = {
            **asdict(slots),
            "skip_to": skip_to,
            "menu": entries,
            "menu_url": MENU,
            "footer_pages": footer_pages(entries),
            "nav_section": self.nav_section(page),
            "url": self.menu_url(page),
            "policy": POLICY,
            "language": self.identity.language,
            "footer": page_footer(self.identity),
            "brand": self.brand,
            "assets": engine_assets(),
        }
        if (
            page.url == NOT_FOUND
        ):  # shown at any depth, so that its links start at the server's root
            context |= {"page": None, "base_url": root_path(config.site_url or "")}
        return context

    def on_post_build(self, **_: Any) -> None:
        """Complete the build with the pages that MkDocs has rendered."""
        run = self.running
        run.warnings.stop()
        pages = run.collector.hosted_pages(run.take_layouts(), tuple(run.warnings.messages))
        try:
            run.build.complete(pages)
        except UnsoundSiteError as unsound:
            raise BuildError(str(unsound)) from None

    def on_build_error(self, **_: Any) -> None:
        """Remove the files of a build that failed; the last site is unchanged."""
        self.abandon()

    def abandon(self) -> None:
        """Remove unfinished files, however the build ended."""
        if self.run is not None:
            self.run.warnings.stop()
            self.run.build.discard()

    def on_serve(self, _server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Serve as `academy serve` does, in place of MkDocs' own server."""
        from generator.host_mkdocs.serving import ServerOfMkDocs  # noqa: PLC0415 - needs a plugin

        return ServerOfMkDocs(config)

    def menu_url(self, page: HostPage) -> str:
        """Return the URL of the page that the menu marks as the present one."""
        return str(page.url)

    def nav_section(self, page: HostPage) -> str:
        """Return the title of the menu section that a page belongs to."""
        layout = next((layout for layout in self.layouts if layout.url == page.url), None)
        if layout is not None:
            return layout.nav_section
        ancestors = list(page.ancestors)
        return str(ancestors[-1].title if ancestors else page.title)
