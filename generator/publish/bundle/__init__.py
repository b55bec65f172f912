"""A bundle: site, records, program and libraries in one portable file."""

from __future__ import annotations

from generator.publish.bundle.archive import Content, write_archive
from generator.publish.bundle.contents import (
    ACADEMY,
    LICENCE,
    READ_ME,
    SITE,
    WHEELS,
    academy_files,
    academy_parts,
    folder_files,
    long_names,
)
from generator.publish.bundle.inspection import BundleError, fingerprint, inspect_bundle
from generator.publish.bundle.start_page import (
    START,
    start_page_findings,
    start_policy,
    start_style,
)
from generator.publish.bundle.targets import PYTHONS, SYSTEMS, TARGETS, BuildTarget
from generator.publish.bundle.texts import (
    BundleSummary,
    describe_targets,
    licence_text,
    read_me_text,
)
from generator.publish.bundle.unpacking import unpack_bundle
from generator.publish.bundle.wheels import WheelsError, carried_name, collect_wheels

__all__ = [
    "ACADEMY",
    "LICENCE",
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
    "academy_parts",
    "carried_name",
    "collect_wheels",
    "describe_targets",
    "fingerprint",
    "folder_files",
    "inspect_bundle",
    "licence_text",
    "long_names",
    "read_me_text",
    "start_page_findings",
    "start_policy",
    "start_style",
    "unpack_bundle",
    "write_archive",
]
