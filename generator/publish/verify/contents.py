"""Rules on the contents of files: the manifest is correct, and there is no personal data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.privacy import PERSONAL_DATA_TYPES, is_waived, scan
from generator.publish.manifest import ManifestEntry, ManifestError, read_manifest
from generator.publish.verify.rule import SiteFile, SiteTree, Violation
from generator.publish.verify.scripts import is_engine_file
from generator.publish.verify.visible_text import visible_text
from generator.site_paths import MANIFEST

_NO_WORDS = (".css",)  # no text of records, and numbers that look like telephone numbers
_BUILD_AGAIN = "Do not use this copy. Build the site again, or ask for a new copy."


def manifest_mismatches(site: SiteTree) -> Iterator[Violation]:
    """The manifest names every file, with its size and SHA-256, and no other."""
    try:
        listed = read_manifest((site.folder / MANIFEST).read_text(encoding="utf-8")).files
    except FileNotFoundError:
        yield Violation(MANIFEST, f"The site has no {MANIFEST}.", _BUILD_AGAIN)
        return
    except (OSError, UnicodeDecodeError, ManifestError) as wrong:
        yield Violation(MANIFEST, f"{MANIFEST} cannot be read: {wrong}.", _BUILD_AGAIN)
        return
    here = {url: entry for url, entry in site.files.items() if url != MANIFEST}
    for url, entry in here.items():
        if url not in listed:
            yield Violation(url, f"This file is not listed in {MANIFEST}.", _BUILD_AGAIN)
        elif why := _difference(listed[url], entry):
            yield Violation(
                url, f"This is not the file that {MANIFEST} lists: {why}.", _BUILD_AGAIN
            )
    for url in sorted(listed.keys() - here.keys()):
        yield Violation(url, f"This file is missing. It is listed in {MANIFEST}.", _BUILD_AGAIN)


def _difference(listed: ManifestEntry, now: ManifestEntry) -> str:
    if now.size != listed.size:
        return f"it has {now.size} bytes, not {listed.size}"
    return "" if now == listed else "its content was changed"


def personal_data(file: SiteFile) -> Iterator[Violation]:
    """No file holds personal data, except contacts of roles that a waiver lets in."""
    # what the program brings holds no records, but notices of licences that name their authors
    if file.url.endswith(_NO_WORDS) or is_engine_file(file):
        return
    words = visible_text(file.url, file.text, file.content)
    in_place = len(words) == len(file.text)
    # a waiver names a record's file, but applies to every page that shows the record
    here = tuple(replace(waiver, file=file.url) for waiver in file.waivers)
    for hit in scan(words):
        if not is_waived(hit, file.url, here):
            message = f"This looks like {PERSONAL_DATA_TYPES[hit.sort].name} (“{hit.shown}”)."
            start = hit.start if in_place else max(file.text.find(hit.text), 0)
            yield Violation(file.url, message, "Remove it from the record it comes from.", start)
