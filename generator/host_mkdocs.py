"""The academy as a plugin of MkDocs: the only module that knows MkDocs.

MkDocs renders the hand-written pages and one plate for each family of pages, into a stage beside
the site; the press fills the plates; then the stage takes the place of the site. When records have
faults nothing is touched, and `mkdocs serve` shows the faults as a page.
"""

from __future__ import annotations

import html
import logging
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# the theme's notice about the future of MkDocs is for us, not for those who build a site
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_host
from mkdocs.commands.serve import serve as serve_host
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.build import (
    Prepared,
    Progress,
    Project,
    RefusedError,
    prepare,
    sealed,
    silent,
    watched,
)
from generator.catalogue import read_waivers
from generator.find import Written
from generator.host_log import Ear, speak
from generator.making import Made, finish
from generator.pages import ABOUT, all_plates, menu
from generator.pages.model import Contents
from generator.press import blank
from generator.privacy import Waiver, examine_text
from generator.publish import POLICY, SERVING, Stage, write
from generator.render import Addresses, Frame, Head, Renderer, text_of
from generator.render.menu import menu_entries

_THEME = Path(__file__).resolve().parent / "theme"
# what the theme brings and this site does not use
_LEFT_OUT = re.compile(
    r"assets/javascripts/|assets/images/favicon|assets/stylesheets/palette|.*\.map$"
    r"|VENDORED\.md|sitemap\.xml"
)
_THEME_STYLE = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_HOME = "index.html"
HostError = MkDocsException  # what the host raises for a fault that is not in a record
# a child of the host's own logger, so that the host shows it
_LOG = logging.getLogger("mkdocs.plugins.academy")


class FaultsError(Abort):
    """The build was refused because of the records; carries every fault."""

    def __init__(self, refused: RefusedError) -> None:
        text = "\n".join(found.as_text() for found in refused.findings)
        self.summary = f"{refused} The site was not touched."
        self.findings = refused.findings
        super().__init__(f"{text}\n\n{self.summary}")


class AcademyConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say of the academy."""

    edit_base = config_options.Type(str, default="")
    bundle_url = config_options.Type(str, default="")


class AcademyPlugin(BasePlugin[AcademyConfig]):  # type: ignore[no-untyped-call]
    """Carries an academy through the steps of a MkDocs build."""

    def __init__(self) -> None:
        self.progress: Progress = silent
        self.prepared: Prepared | None = None
        self._serving = False
        self._refused: RefusedError | None = None
        self._stage: Stage | None = None
        self._frames: dict[str, Frame] = {}
        self._written: list[Written] = []
        self._waivers: tuple[Waiver, ...] = ()
        self._hosted: dict[str, str] = {}
        self._made = Made()
        self._ear = Ear()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """MkDocs keeps a plugin with this event from one rebuild to the next."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records before anything is touched; redirect output to a stage."""
        self._ear.listen()
        docs = Path(config.docs_dir)
        if not self._serving:
            # before the records are read: what waits for another build then reads the newest
            self._stage = Stage(Path(config.site_dir), waiting=self._waits)
            config.site_dir = str(self._stage.folder)
        self._prepare(config)
        config.use_directory_urls = False  # a page in a folder does not open from a USB stick
        config.theme.dirs.insert(0, str(_THEME))
        config.theme.static_templates.clear()
        config.nav = None if self._refused else menu(config.nav or _handwritten_pages(docs))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page for each plate; leave out what the theme brings and nobody needs."""
        self._tell_strange(files, Path(config.docs_dir).resolve())
        for file in list(files):
            if _LEFT_OUT.match(file.src_uri) or self._refused:
                files.remove(file)
        self._layer_style(files, config)
        self.progress("Rendering the frames", 0, 1)
        self._frames = {}
        self._written = []
        for url in [] if self._refused else [plate.url for plate in all_plates()]:
            self.host(files, config, url, blank())
        return files

    def _tell_strange(self, files: Files, docs: Path) -> None:
        """Hand-written files that lead out of their folder."""
        self._hosted = {file.dest_uri: file.src_uri for file in files}
        for file in files:
            path = Path(file.abs_src_path or docs)
            if path.is_symlink() and docs in path.parent.resolve().joinpath("x").parents:
                self._ear.heard.append(f"{file.src_uri}: this is a symbolic link.")

    def _layer_style(self, files: Files, config: MkDocsConfig) -> None:
        # in a layer of its own the theme's style never outweighs ours, whatever its selectors
        names = [file.src_uri for file in files if _THEME_STYLE.fullmatch(file.src_uri)]
        rules = "".join(
            f'@import url("../stylesheets/{posixpath.basename(name)}") layer(theme);\n'
            for name in names
        )
        files.append(File.generated(config, "assets/academy/theme.css", content=rules))

    def host(self, files: Files, config: MkDocsConfig, url: str, frame: Frame) -> None:
        """Let the host itself render a page at `url`, with `frame` in its slots."""
        file = File.generated(config, posixpath.splitext(url)[0] + ".md", content="")
        file.inclusion = InclusionLevel.NOT_IN_NAV
        if existing := files.get_file_from_path(file.src_uri):
            files.remove(existing)
        files.append(file)
        self._frames[url] = frame

    def on_page_markdown(
        self, markdown: str, *, page: HostPage, config: MkDocsConfig, **_: Any
    ) -> str:
        """`[[id]]` links records from hand-written pages too; the privacy gate holds for them."""
        path = posixpath.join(posixpath.basename(config.docs_dir), page.file.src_uri)
        for found in examine_text(path, markdown, self._waivers):
            self._ear.heard.append(found.as_text())
        text, unknown = self.sound.renderer.mentions(markdown, page.url)
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
            "door": self._door(page),
            "policy": SERVING if self._serving else POLICY,
        }
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Press the pages, verify the whole, and put it in place."""
        folder = Path(config.site_dir)
        if self._refused is not None:
            self._show(self._refused, folder)
            return
        self._press(folder)
        reports = {one.url: one for one in self._made.reports}
        faults = (*self._ear.heard, *sealed(self.sound, folder, reports, self.progress))
        self._ear.rest()
        if faults and self._serving:
            _LOG.error("\n".join(faults))
        elif faults:
            raise BuildError("\n".join(faults))
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
        """Rebuild when a record changes."""
        for folder in watched(_root(config)):
            server.watch(str(folder))
        return server

    def _waits(self) -> None:
        self.progress("Waiting for another build of this site to end", 0, 1)

    @property
    def sound(self) -> Prepared:
        """The records as they were read. Raises RuntimeError before that."""
        if self.prepared is None:
            raise RuntimeError("the records have not been read")
        return self.prepared

    def _prepare(self, config: MkDocsConfig) -> None:
        self._refused = None
        self._waivers = read_waivers(_root(config))[0]
        try:
            self.prepared = prepare(_project(config), self.progress)
        except RefusedError as refused:
            if not self._serving:
                raise FaultsError(refused) from None
            _LOG.error(FaultsError(refused).message)
            self._refused = refused
        except ValueError as wrong:
            raise BuildError(str(wrong)) from None

    def _handwritten(self, page: HostPage, config: MkDocsConfig) -> Frame:
        title = html.unescape(str(page.title))
        headings = list(_headings(page.toc))
        contents = tuple(Contents(e.id, html.unescape(e.title)) for e in headings if e.level == 2)
        if [entry.level for entry in headings].count(1) != 1:
            self._ear.heard.append(f"{page.file.src_uri}: write one heading with a single “#”.")
        summary = str(page.meta.get("description") or title)
        source = posixpath.join(posixpath.basename(config.docs_dir), page.file.src_uri)
        head = Head(page.url, title, summary, contents, source)
        self._written.append(Written(page.url, title, summary, text_of(page.content or "")))
        return self.sound.renderer.frame_of(head, page.content or "")

    def _door(self, page: HostPage) -> str:
        plate = next((plate for plate in all_plates() if plate.url == page.url), None)
        if plate is not None:
            return plate.door
        ancestors = list(page.ancestors)
        return str(ancestors[-1].title if ancestors else page.title)

    def _press(self, folder: Path) -> None:
        plates = {url: (folder / url).read_text(encoding="utf-8") for url in self._frames}
        for url in plates:
            (folder / url).unlink()

        def put(url: str, content: bytes) -> None:
            write(folder, url, content)

        self._made = finish(self.sound, plates, self._written, put, self.progress)
        for report in self._made.reports:
            if report.url in self._hosted:
                source = self._hosted[report.url]
                self._ear.heard.append(f"{source}: the academy makes a page of this name.")

    @property
    def pages_written(self) -> int:
        """How many pages the last build pressed."""
        return self._made.pages

    def _show(self, refused: RefusedError, folder: Path) -> None:
        page = Renderer("", lambda _: None).alone("faults.html", findings=refused.findings)
        shown = (report.url for report in self._made.reports if report.is_page)
        for url in {*shown, _HOME, "404.html"}:
            write(folder, url, page.encode())


def _handwritten_pages(docs: Path) -> list[str]:
    """What stands in the menu where the settings have none: every page, by name."""
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def _headings(entries: Any) -> Iterator[AnchorLink]:
    for entry in entries:
        yield entry
        yield from _headings(entry.children)


def project_of(config_file: Path) -> Project:
    """The academy of a `mkdocs.yml`. Raises HostError for settings that cannot be read."""
    return _project(_settings(config_file))


def _project(config: MkDocsConfig) -> Project:
    plugin = config.plugins.get("academy")
    own = plugin.config if isinstance(plugin, AcademyPlugin) else AcademyConfig()
    addresses = Addresses(config.site_url or "", own.edit_base, own.bundle_url)
    return Project(_root(config), config.site_name, config.site_description or "", addresses)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: where it lies, how many pages were pressed, and what from.

    `docs` is the name of the folder of hand-written pages.
    """

    folder: Path
    pages: int
    prepared: Prepared
    docs: str


def build_site(
    config_file: Path, progress: Progress = silent, site_dir: Path | None = None
) -> Built:
    """Build the academy of a `mkdocs.yml` and publish it, to `site_dir` if that is given.

    Raises FaultsError when records have faults, and HostError for what the host refuses.
    """
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    config = _settings(config_file, **({"site_dir": str(site_dir)} if site_dir else {}))
    folder = Path(config.site_dir)
    plugin = config.plugins.get("academy")
    if not isinstance(plugin, AcademyPlugin):
        raise HostError(f"{config_file.name} does not name the plugin “academy” under “plugins:”.")
    plugin.progress = progress
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_host(config)
    except FaultsError:
        raise
    except Abort as stopped:
        # MkDocs says why in its log and only “aborted” in what it raises
        said = str(stopped.__context__ or stopped.message)
        raise HostError(f"{said}\nThe site was not touched.") from stopped
    finally:
        plugin.abandon()
        config.plugins.on_shutdown()
    docs = posixpath.basename(config.docs_dir)
    return Built(folder, plugin.pages_written, plugin.sound, docs)


def _settings(config_file: Path, **extra: Any) -> MkDocsConfig:
    """MkDocs tells what is wrong with its settings in its log only; here it is the error."""
    ear = Ear()
    ear.listen()
    try:
        return load_config(str(config_file), **extra)
    except MkDocsException as stopped:
        raise HostError("\n".join(ear.heard) or stopped.message) from stopped
    finally:
        ear.rest()


def serve_site(config_file: Path, address: str, *, open_in_browser: bool) -> None:
    """Serve the academy and rebuild it at every change, until interrupted."""
    speak("mkdocs.livereload", _LOG.name)
    _settings(config_file, dev_addr=address)
    serve_host(str(config_file), dev_addr=address, open_in_browser=open_in_browser)
