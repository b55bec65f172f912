"""Make a bundle of an academy, and verify one."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.analysis.insights.dates import EARLIEST
from generator.build.carried_program import program_findings
from generator.build.examine import examine
from generator.build.plain_media import plain_content
from generator.build.prepare import BuiltSite, SiteBuild
from generator.build.progress import Progress, no_progress
from generator.diagnostics import Diagnostic, clip, errors, sort_findings
from generator.engine import library_requirements, licence_text
from generator.federation import BASE_FILE, base_findings, base_of, base_text
from generator.publish import VerifyProgress, verify_site, write_file
from generator.publish import bundle as parts
from generator.publish.bundle import BuildTarget, BundleError, BundleSummary, Content
from generator.records.catalogue import read_waivers
from generator.site.share import academy_edition
from generator.site_paths import MANIFEST
from generator.starter import carried_program_files

WHEEL_CACHE = ".academy/wheels"


@dataclass(frozen=True, slots=True)
class MadeBundle:
    """A new bundle: its file, the sizes in bytes of the whole, the site and the libraries, and the
    names in it that are too long for some folders on Windows, the longest first.
    """

    file: Path
    size: int
    site: int
    libraries: int
    about: BundleSummary
    long_names: tuple[str, ...]


def make_bundle(
    build: SiteBuild,
    config_file: Path,
    targets: tuple[BuildTarget, ...],
    target: Path | None = None,
    progress: Progress = no_progress,
) -> MadeBundle:
    """Build the academy of a `mkdocs.yml` and write its bundle, to `target` if given.

    Raises what `build` raises, BundleError for a site with faults, WheelsError for a missing
    library, EngineWheelError if the program cannot be packed, DeliveredError if its list of files
    cannot be read, and OSError if the bundle cannot be written.
    """
    root = config_file.resolve().parent
    with tempfile.TemporaryDirectory() as scratch:
        built = build(config_file, progress, Path(scratch) / parts.SITE)
        findings = verify_site(
            built.folder, read_waivers(root)[0], watch=_verify_progress(progress)
        )
        if wrong := errors(findings):
            raise BundleError(wrong)
        about = _bundle_summary(built, targets)
        wheels = dict(_wheel_files(root, targets, progress))
        site = dict(parts.folder_files(built.folder, parts.SITE))
        contents: dict[str, Content] = {**_text_files(built, about), **site, **wheels}
        contents |= dict(parts.academy_files(root, built.docs, config_file.name))
        contents |= dict(_media_files(built, Path(scratch) / "media"))
        program = carried_program_files(root, built.prepared.site.catalogue.vocabulary).items()
        carried = {f"{parts.ACADEMY}/{name}": content for name, content in program}
        own = {name: content for name, content in contents.items() if name not in carried}
        contents |= {**carried, f"{parts.ACADEMY}/{BASE_FILE}": _base(built, own)}
        file = target or root / "dist" / f"{_file_stem(about)}.zip"
        file.parent.mkdir(parents=True, exist_ok=True)
        size = parts.write_archive(
            file, contents, built.prepared.day, built.prepared.project.identity.id
        )
        long_names = parts.long_names(contents)
        return MadeBundle(file, size, _total_size(site), _total_size(wheels), about, long_names)


def verify_bundle(file: Path, progress: Progress = no_progress) -> tuple[Diagnostic, ...]:
    """Return every finding about a bundle: about the file or, if it is sound, all that it holds.

    The bundle is unpacked into a temporary folder.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "bundle"
        try:
            parts.unpack_bundle(file, folder)
        except BundleError as refused:
            return refused.findings
        return sort_findings(content_findings(folder, progress))


def content_findings(folder: Path, progress: Progress = no_progress) -> Iterator[Diagnostic]:
    """Yield every finding about the files of an unpacked bundle: site, records and program."""
    academy = folder / parts.ACADEMY
    for name in (parts.START, parts.READ_ME, parts.LICENCE, parts.SITE, parts.ACADEMY):
        if not (folder / name).exists():
            yield Diagnostic(
                name, 1, 1, "B606", "This part of the bundle is missing.", "Make the bundle again."
            )
    yield from _findings_at_the_top(folder)
    waivers = read_waivers(academy)[0]
    yield from verify_site(folder / parts.SITE, waivers, watch=_verify_progress(progress))
    yield from errors(examine(academy, progress)[1])
    yield from program_findings(academy)
    yield from base_findings(academy, parts.ACADEMY)


def _findings_at_the_top(folder: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files that a reader opens first, and B607 for any other."""
    known = {parts.START, parts.READ_ME, parts.LICENCE, parts.SITE, parts.ACADEMY, MANIFEST}
    for entry in sorted(folder.iterdir()):
        if entry.name not in known:
            message = f"“{clip(entry.name)}” is no part of a bundle."
            yield Diagnostic(clip(entry.name), 1, 1, "B607", message, "Do not use it.")
    start = folder / parts.START
    if start.is_file():
        yield from parts.start_page_findings(start.read_bytes())


def _verify_progress(progress: Progress) -> VerifyProgress:
    return lambda done, total: progress("Verifying", done, total)


def _bundle_summary(built: BuiltSite, targets: tuple[BuildTarget, ...]) -> BundleSummary:
    prepared = built.prepared
    return BundleSummary(
        name=prepared.project.name,
        summary=prepared.project.about,
        day=prepared.day if prepared.day > EARLIEST else None,
        records=len(prepared.site.catalogue.records),
        pages=sum(1 for _ in built.folder.rglob("*.html")),
        systems=parts.describe_targets(targets),
        first="index.html",
        identity=prepared.project.identity,
    )


def _base(built: BuiltSite, contents: Mapping[str, Content]) -> bytes:
    """Return the base of the copy, with which it can send back what changes in it."""
    files = {
        name.removeprefix(f"{parts.ACADEMY}/"): content
        for name, content in contents.items()
        if name.startswith(f"{parts.ACADEMY}/") and not name.endswith(".whl")
    }
    prepared = built.prepared
    day = prepared.day.isoformat() if prepared.day > EARLIEST else ""
    base = base_of(
        {n: c if isinstance(c, bytes) else c.read_bytes() for n, c in files.items()},
        academy=prepared.project.identity.id,
        name=prepared.project.name,
        day=day,
        edition=academy_edition(prepared.site.catalogue),
    )
    return base_text(base).encode()


def _text_files(built: BuiltSite, about: BundleSummary) -> Mapping[str, Content]:
    start = built.prepared.renderer.standalone_page(
        "start-here.html",
        view=about,
        brand=built.prepared.brand,
        policy=parts.start_policy(),
        style=parts.start_style(),
    )
    return {
        parts.START: start.encode(),
        parts.READ_ME: parts.read_me_text(about).encode(),
        parts.LICENCE: parts.licence_text(about, licence_text()).encode(),
    }


def _media_files(built: BuiltSite, scratch: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of the media folder by their names in the bundle.

    They are written below `scratch` without metadata.
    """
    for path, media in built.prepared.site.catalogue.own.media.items():
        write_file(scratch, path, plain_content(media))
        yield f"{parts.ACADEMY}/{path}", scratch / path


def _wheel_files(
    root: Path, targets: tuple[BuildTarget, ...], progress: Progress
) -> Iterator[tuple[str, Path]]:
    """Yield the wheels of all targets by their names in the bundle."""
    carried = root / parts.WHEELS
    folder = carried if carried.is_dir() else root / WHEEL_CACHE
    lock = library_requirements()
    for number, target in enumerate(targets, 1):
        if folder is not carried:
            folder.mkdir(parents=True, exist_ok=True)
        for wheel in parts.collect_wheels(target, lock, folder, fetch=folder is not carried):
            name = parts.carried_name(target, wheel.name)
            yield f"{parts.ACADEMY}/{parts.WHEELS}/{name}", wheel
        progress("Downloading libraries", number, len(targets))


def _total_size(contents: Mapping[str, Path]) -> int:
    return sum(path.stat().st_size for path in contents.values())


def _file_stem(about: BundleSummary) -> str:
    """Return the name of a bundle: its academy and its day.

    Where no record has a date, that is today. Only the name says so: its bytes are the same on any
    day.
    """
    name = "-".join(re.findall(r"[a-z0-9]+", about.name.lower())) or "academy"
    day = about.day or date.today()  # noqa: DTZ011 - the day on this machine is what people mean
    return f"{name}-{day.isoformat()}"
