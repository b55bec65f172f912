"""A bundle: site, records, program and libraries in one file that can be carried anywhere."""

from __future__ import annotations

from generator.publish.bundle.archive import Content, write_archive
from generator.publish.bundle.contents import (
    ACADEMY,
    LICENCE,
    PROGRAM,
    READ_ME,
    SITE,
    START,
    WHEELS,
    academy_files,
    folder_files,
)
from generator.publish.bundle.inspection import BundleError, examined_bundle, fingerprint
from generator.publish.bundle.targets import PYTHONS, SYSTEMS, TARGETS, BuildTarget
from generator.publish.bundle.texts import BundleSummary, in_words, licence, read_me
from generator.publish.bundle.unpack import unpack
from generator.publish.bundle.wheels import WheelsError, wheels_for

__all__ = [
    "ACADEMY",
    "LICENCE",
    "PROGRAM",
    "PYTHONS",
    "READ_ME",
    "SITE",
    "START",
    "SYSTEMS",
    "TARGETS",
    "WHEELS",
    "BuildTarget",
    "BundleError",
    "BundleSummary",
    "Content",
    "WheelsError",
    "academy_files",
    "examined_bundle",
    "fingerprint",
    "folder_files",
    "in_words",
    "licence",
    "read_me",
    "unpack",
    "wheels_for",
    "write_archive",
]
