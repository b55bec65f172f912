"""Publish a finished site: stage it beside the old one, verify it, and swap it in.

No other room writes to the site.
"""

from __future__ import annotations

from generator.publish.file_links import FileStamp, file_stamp, file_stamps, link_file
from generator.publish.manifest import ExpectedPages, site_files
from generator.publish.security_policy import POLICY
from generator.publish.staging import StagedSite, write_file, write_manifest
from generator.publish.verify import (
    FILE_RULES,
    PERSONAL_DATA_RULE,
    SITE_RULES,
    FileReport,
    SiteChangingError,
    VerifyProgress,
    inspect_file,
    report_of_made_file,
    verify_live_site,
    verify_site,
)

__all__ = [
    "FILE_RULES",
    "PERSONAL_DATA_RULE",
    "POLICY",
    "SITE_RULES",
    "ExpectedPages",
    "FileReport",
    "FileStamp",
    "SiteChangingError",
    "StagedSite",
    "VerifyProgress",
    "file_stamp",
    "file_stamps",
    "inspect_file",
    "link_file",
    "report_of_made_file",
    "site_files",
    "verify_live_site",
    "verify_site",
    "write_file",
    "write_manifest",
]
