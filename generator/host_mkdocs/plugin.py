"""The steps of a MkDocs build, and what the academy does at each."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.build.layouts import slot_tokens
from generator.build.on_demand import OnDemandSite
from generator.build.prepare import (
    PreparedSite,
    Progress,
    RecordsRefusedError,
    finalise_site,
    no_progress,
    prepare,
    watched_folders,
)
from generator.build.site_files import BuiltFiles, write_site_files
from generator.host_mkdocs.handwritten import (
    found_by,
    handwritten_pages,
    has_one_title,
    head_of,
)
from generator.host_mkdocs.log import WarningCollector
from generator.host_mkdocs.serving import LOG, AcademyServer, Frames, Live, sum_of
from generator.host_mkdocs.settings import AcademyConfig, FaultsError, project_in, root_of
from generator.model.fields.prose import MENTION
from generator.model.kinds.measure import GIVE_AN_ID, has_no_id
from generator.privacy import Redaction
from generator.publish import POLICY, SERVING_POLICY, StagedSite, write_file
from generator.records.catalogue import WAIVERS
from generator.site.find import StaticPage
from generator.site.handwritten import is_copied
from generator.site.pages import ABOUT, all_layouts, menu
from generator.site.render.menu import menu_entries
from generator.site.render.renderer import PageSlots
from generator.site.theme_files import THEME, THEME_STYLE, theme_style

# what the theme brings and this site does not use
_LEFT_OUT = re.compile(
    r"assets/(?:javascripts|stylesheets|images/favicon)|.*\.map$|VENDORED\.md|sitemap\.xml"
)


class AcademyPlugin(BasePlugin[AcademyConfig]):  # type: ignore[no-untyped-call]
    """Carries an academy through the steps of a MkDocs build."""

    def __init__(self) -> None:
        self.progress: Progress = no_progress
        self.prepared: PreparedSite | None = None
        self._live: Live | None = None
        self._refused: RecordsRefusedError | None = None
        self._stage: StagedSite | None = None
        self._frames: dict[str, PageSlots] = {}
        self._written: list[StaticPage] = []
        self._mentioned: dict[str, tuple[str, str] | None] = {}
        self._redaction = Redaction()
        self._hosted: dict[str, str] = {}
        self._made = BuiltFiles()
        self._ear = WarningCollector()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """MkDocs keeps a plugin with this event from one rebuild to the next."""
        self._live = Live() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records before anything is touched; redirect output to a stage."""
        self._ear.listen()
        docs = Path(config.docs_dir)
        if self._live is None:
            # before the records are read: what waits for another build then reads the newest
            self._stage = StagedSite(Path(config.site_dir), waiting=self._waits)
            config.site_dir = str(self._stage.folder)
        self._prepare(config)
        config.use_directory_urls = False  # a page in a folder does not open from a USB stick
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.clear()
        config.nav = None if self._refused else menu(config.nav or handwritten_pages(docs))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page for each plate; leave out what the theme brings and nobody needs."""
        self._hosted = {file.dest_uri: file.src_uri for file in files}
        for file in list(files):
            name = posixpath.basename(file.src_uri)
            if self._refused or _LEFT_OUT.match(file.src_uri) or not is_copied(name):
                files.remove(file)
        files.append(File.generated(config, THEME_STYLE, content=theme_style()))
        self.progress("Rendering the frames", 0, 1)
        self._frames = {}
        self._written = []
        self._mentioned = {}
        for url in [] if self._refused else [plate.url for plate in all_layouts()]:
            self.host(files, config, url, slot_tokens())
        return files

    def host(self, files: Files, config: MkDocsConfig, url: str, frame: PageSlots) -> None:
        """Let the host itself render a page at `url`, with `frame` in its slots."""
        file = File.generated(config, posixpath.splitext(url)[0] + ".md", content="")
        file.inclusion = InclusionLevel.NOT_IN_NAV
        if existing := files.get_file_from_path(file.src_uri):
            files.remove(existing)
        files.append(file)
        self._frames[url] = frame

    def on_page_markdown(self, markdown: str, *, page: HostPage, **_: Any) -> str:
        """`[[id]]` links records from hand-written pages too."""
        for match in MENTION.finditer(markdown):
            target = match.group(1).strip()
            self._mentioned[target] = self.sound.resolve(target)
            if self.sound.has_derived_id(target):
                said = f"{page.file.src_uri}: {has_no_id(target)} {GIVE_AN_ID}"
                self._ear.heard.append(said)
        text, unknown = self.sound.renderer.link_mentions(markdown, page.url)
        for target in unknown:
            self._ear.heard.append(f"{page.file.src_uri}: there is no record “[[{target}]]”.")
        return text

    def on_page_context(
        self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: Any
    ) -> Any:
        """Give the theme what its slots hold on this page."""
        frame = self._frames.get(page.url)
        if frame is None:
            frame = self._handwritten(page, config)
        else:
            # the theme's link past the menu leads to the first entry of this list
            page.toc = TableOfContents([AnchorLink("Content", "content", 1)])
        entries = menu_entries(nav.items)
        foot = next((entry.pages for entry in entries if entry.title == ABOUT), ())
        context["academy"] = {
            **asdict(frame),
            "menu": entries,
            "foot": foot,
            "door": self.door(page),
            "policy": POLICY if self._live is None else SERVING_POLICY,
        }
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Press the pages, verify the whole, and put it in place; or serve each on demand."""
        folder = Path(config.site_dir)
        if self._live is not None:
            self._serve(self._live, folder, config)
            return
        self._press(folder)
        reports = {one.url: one for one in self._made.reports}
        faults = (*self._ear.heard, *finalise_site(self.sound, folder, reports, self.progress))
        self._ear.rest()
        if faults:
            raise BuildError(self._redaction.text("\n".join(faults)))
        if self._stage is not None:
            self.progress("Publishing", 0, 1)
            self._stage.publish()
            self._stage.discard()

    def on_build_error(self, **_: Any) -> None:
        """A build that failed leaves nothing behind and the last site as it was."""
        self.abandon()

    def abandon(self) -> None:
        """Remove the stage, if there is one, however the build ended."""
        self._ear.rest()
        if self._stage is not None:
            self._stage.discard()

    def on_serve(self, server: Any, config: MkDocsConfig, **_: Any) -> Any:
        """Take up every change to a record."""
        for folder in watched_folders(root_of(config)):
            server.watch(str(folder))
        if self._live is None:
            return server
        return AcademyServer(server, self._live, self.progress, Path(config.config_file_path))

    def door(self, page: HostPage) -> str:
        """The entry of the menu that is lit on a page."""
        plate = next((plate for plate in all_layouts() if plate.url == page.url), None)
        if plate is not None:
            return plate.nav_section
        ancestors = list(page.ancestors)
        return str(ancestors[-1].title if ancestors else page.title)

    def _waits(self) -> None:
        self.progress("Waiting for another build of this site to end", 0, 1)

    @property
    def sound(self) -> PreparedSite:
        """The records as they were read. Raises RuntimeError before that."""
        if self.prepared is None:
            raise RuntimeError("the records have not been read")
        return self.prepared

    @property
    def pages_written(self) -> int:
        """How many pages the last build pressed."""
        return self._made.pages

    def _prepare(self, config: MkDocsConfig) -> None:
        self._refused = None
        memory = self._live.memory if self._live else None
        try:
            self.prepared = prepare(project_in(config), self.progress, memory)
            self._redaction = self.sound.site.catalogue.redaction
        except RecordsRefusedError as refused:
            if self._live is None:
                raise FaultsError(refused) from None
            self._refused = refused
        except ValueError as wrong:
            raise BuildError(str(wrong)) from None

    def _handwritten(self, page: HostPage, config: MkDocsConfig) -> PageSlots:
        if not has_one_title(page):
            self._ear.heard.append(f"{page.file.src_uri}: write one heading with a single “#”.")
        head = head_of(page, config)
        self._written.append(found_by(page, head))
        return self.sound.renderer.html_slots(head, page.content or "")

    def _plates(self, folder: Path) -> dict[str, str]:
        """The plates as the host rendered them; they are no pages of the site."""
        plates = {url: (folder / url).read_text(encoding="utf-8") for url in self._frames}
        for url in plates:
            (folder / url).unlink()
        return plates

    def _press(self, folder: Path) -> None:
        put = partial(write_file, folder)
        plates = self._plates(folder)
        self._made = write_site_files(self.sound, plates, self._written, put, self.progress)
        for report in self._made.reports:
            if report.url in self._hosted:
                source = self._hosted[report.url]
                self._ear.heard.append(f"{source}: the academy makes a page of this name.")

    def _serve(self, live: Live, folder: Path, config: MkDocsConfig) -> None:
        self._ear.rest()
        if self._ear.heard:
            LOG.error(self._redaction.text("\n".join(self._ear.heard)))
        if self._refused is not None:
            live.refuse(self._refused)
            return
        inputs = partial(_not_records, config)
        frames = Frames(self.sound, dict(self._mentioned), inputs, sum_of(inputs()))
        site = OnDemandSite(self.sound, self._plates(folder), tuple(self._written))
        live.show(site, frames)


def _not_records(config: MkDocsConfig) -> Iterable[Path]:
    """The files from which the host renders, and the waivers that hold for them."""
    yield Path(config.config_file_path)
    yield root_of(config) / WAIVERS
    yield from Path(config.docs_dir).rglob("*")
