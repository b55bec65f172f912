"""From finished pages to a published site: staged beside it, verified, swapped in at one step.

Nothing else writes to the site.
"""

from __future__ import annotations

from generator.publish.manifest import MANIFEST, ExpectedPages
from generator.publish.security_policy import POLICY, SERVING
from generator.publish.staging import MARK, StagedSite, seal, write
from generator.publish.verify import (
    LEAF_RULES,
    PERSONAL,
    SITE_RULES,
    FileReport,
    SiteChangingError,
    Watch,
    report_of,
    verify_site,
    verify_steady_site,
)

__all__ = [
    "LEAF_RULES",
    "MANIFEST",
    "MARK",
    "PERSONAL",
    "POLICY",
    "SERVING",
    "SITE_RULES",
    "ExpectedPages",
    "FileReport",
    "SiteChangingError",
    "StagedSite",
    "Watch",
    "report_of",
    "seal",
    "verify_site",
    "verify_steady_site",
    "write",
]
