"""What is served now: the site of the newest sound records, or their faults as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from threading import RLock
from typing import Protocol

from generator.build.examine import examine
from generator.build.hosting import HostedPages
from generator.build.on_demand import OnDemandSite
from generator.build.prepare import (
    AcademyProject,
    PreparedSite,
    RecordsRefusedError,
    prepare,
    watched_folders,
)
from generator.build.progress import Progress
from generator.diagnostics import errors
from generator.parallel import freeze_objects
from generator.privacy import Redaction
from generator.privacy.waivers import WAIVERS_FILE
from generator.records.catalogue import ReadCache
from generator.site.handwritten import settings_findings
from generator.site.parts.site_addresses import root_path
from generator.site.render.renderer import Renderer

_TIDIED = 20  # rebuilds after which garbage is collected


class Host(Protocol):
    """Renders the hand-written pages and the layouts of an academy."""

    def project(self) -> AcademyProject:
        """Return the academy that the settings describe now.

        Raises HostFailedError for settings that the host cannot use.
        """

    def render(self, prepared: PreparedSite, folder: Path) -> HostedPages:
        """Write the hand-written pages and their files into `folder`.

        Raises HostFailedError for what the host refuses.
        """


class HostFailedError(Exception):
    """The host could not render. The text says why."""


@dataclass(frozen=True)
class _Rendered:
    """One state of what the host rendered, with the fingerprint of its inputs."""

    prepared: PreparedSite
    pages: HostedPages
    fingerprint: str
    folder: Path

    def still_holds(self, prepared: PreparedSite) -> bool:
        """Whether the host would render the same from other records."""
        new, old = prepared.site.catalogue, self.prepared.site.catalogue
        if (new.terms, new.moved_pages) != (old.terms, old.moved_pages):
            return False
        mentioned = self.pages.mentioned.items()
        return all(prepared.site.resolve(target) == named for target, named in mentioned)


def inputs_of(config_file: Path) -> tuple[Path, ...]:
    """Return the files, records apart, that the host renders from, and the waivers for them."""
    folder = handwritten_folder(config_file)
    return (*_single_inputs(config_file), *(folder.rglob("*") if folder else ()))


def handwritten_folder(config_file: Path) -> Path | None:
    """Return the folder of hand-written pages; None where there is none."""
    docs, _ = settings_findings(config_file.parent, config_file.name)
    folder = config_file.parent / docs
    return folder if docs and folder.is_dir() else None


def _single_inputs(config_file: Path) -> tuple[Path, Path]:
    return config_file, config_file.parent / WAIVERS_FILE


def fingerprint_of(files: Iterable[Path]) -> str:
    """Return the SHA-256 over the names and contents of files."""
    digest = sha256()
    for file in sorted(files):
        content = file.read_bytes() if file.is_file() else b""
        digest.update(f"{file}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


class LiveSite:
    """A site of which each file is made on demand, and rebuilt when its sources change.

    `config_file` holds the settings; `scratch` is a folder for what the host renders;
    `tell` prints a message to the author.
    """

    def __init__(
        self,
        host: Host,
        config_file: Path,
        scratch: Path,
        progress: Progress,
        tell: Callable[[str], None],
    ) -> None:
        self._host = host
        self._config_file = config_file.resolve()
        self._scratch = scratch
        self._progress = progress
        self._tell = tell
        self._memory = ReadCache()
        self._lock = RLock()
        self._rebuilds = 0
        self._rendered: _Rendered | None = None
        self._site: OnDemandSite | None = None
        self._refused: RecordsRefusedError | None = None

    def rebuild(self) -> None:
        """Take up every change. Faults are told and served; the last good site is kept."""
        with self._lock:
            self._rebuilds += 1
            if self._rebuilds % _TIDIED == 0:
                freeze_objects()
            try:
                self._take_up()
                self._refused = None
            except RecordsRefusedError as refused:
                self._refused = refused
                self._tell("\n".join(finding.as_text() for finding in refused.findings))
            except (HostFailedError, OSError) as failure:
                self._refused = None
                shown = "The last good site is still shown." if self._site else ""
                self._tell(Redaction().mask_text(f"{failure}\n{shown}".rstrip()))

    def content(self, url: str) -> bytes | None:
        """Return the file at `url`, made now if need be; None where there is none.

        `url` may also begin with the subfolder in which the site is published, as links on the page
        for missing pages do. While there are faults, every page is the one that lists them.
        """
        with self._lock:
            if self._refused is not None and url.endswith(".html"):
                return self._faults_page(self._refused)
            if self._site is None or self._rendered is None:
                return None
            folder = root_path(self._rendered.prepared.project.addresses.site).lstrip("/")
            made = self._made(url, self._site, self._rendered)
            if made is None and folder and url.startswith(folder):
                return self._made(url.removeprefix(folder), self._site, self._rendered)
            return made

    def _made(self, url: str, site: OnDemandSite, rendered: _Rendered) -> bytes | None:
        site.make(url)
        made = site.files.get(url)
        file = rendered.folder / url
        return file.read_bytes() if made is None and file.is_file() else made

    def watched_folders(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Return the folders, and the single files, in which a change calls for a rebuild."""
        folder = handwritten_folder(self._config_file)
        folders = (*watched_folders(self._config_file.parent), *((folder,) if folder else ()))
        return folders, _single_inputs(self._config_file)

    def _take_up(self) -> None:
        rendered = self._rendered
        fingerprint = fingerprint_of(inputs_of(self._config_file))
        is_same = rendered is not None and rendered.fingerprint == fingerprint
        project = rendered.prepared.project if rendered and is_same else self._new_project()
        prepared = prepare(project, self._progress, self._memory)
        if rendered and self._site and is_same and rendered.still_holds(prepared):
            self._site = self._site.with_records(prepared)
        else:
            self._render(prepared, fingerprint)

    def _new_project(self) -> AcademyProject:
        """Read the settings again, unless the new ones name code that the host would run."""
        root, name = self._config_file.parent, self._config_file.name
        if errors(settings_findings(root, name)[1]):
            _, findings = examine(root, self._progress, self._memory, name)
            raise RecordsRefusedError(errors(findings))
        return self._host.project()

    def _render(self, prepared: PreparedSite, fingerprint: str) -> None:
        folder = self._scratch / str(self._rebuilds)
        pages = self._host.render(prepared, folder)
        if pages.warnings:
            redaction = prepared.site.catalogue.redaction
            self._tell(redaction.mask_text("\n".join(pages.warnings)))
        last = self._rendered
        self._rendered = _Rendered(prepared, pages, fingerprint, folder)
        self._site = OnDemandSite(prepared, pages.layouts, pages.documents)
        if last is not None:
            rmtree(last.folder, ignore_errors=True)
        freeze_objects()

    @staticmethod
    def _faults_page(refused: RecordsRefusedError) -> bytes:
        page = Renderer("", lambda _: None)
        return page.standalone_page("faults.html", findings=refused.findings).encode()
