"""What people write by hand besides records: settings, pages, and the files that pages show.

All of it ends up in every reader's browser, and any of it may come with a pull request. So it is an
allow-list: settings that bring no code, and types of file that hold none.
"""

from __future__ import annotations

from generator.site.handwritten.files import handwritten_findings, is_copied
from generator.site.handwritten.settings import SETTINGS_FILE, settings_findings

__all__ = ["SETTINGS_FILE", "handwritten_findings", "is_copied", "settings_findings"]
