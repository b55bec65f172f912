"""The file of an export from which other academies follow this one.

It holds the records as they are written. It is a bundle without the site and the program, and is
checked, pinned and signed as one.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.build.plain_media import plain_content
from generator.build.prepare import PreparedSite
from generator.publish import bundle as parts
from generator.publish.bundle import Content
from generator.site.handwritten import settings_findings

ACADEMY_ARCHIVE = "academy.zip"


def academy_archive(prepared: PreparedSite) -> bytes:
    """Return the archive of an academy: records, media, settings and hand-written pages.

    Raises OSError for a file that is gone.
    """
    project = prepared.project
    docs = settings_findings(project.root, project.settings_file)[0]
    contents: dict[str, Content] = dict(
        parts.academy_files(project.root, docs, project.settings_file)
    )
    for path, media in prepared.site.catalogue.own.media.items():
        contents[f"{parts.ACADEMY}/{path}"] = plain_content(media)
    with tempfile.TemporaryDirectory(prefix="academy-") as scratch:
        file = Path(scratch) / ACADEMY_ARCHIVE
        parts.write_archive(file, contents, prepared.day, project.identity.id)
        return file.read_bytes()
