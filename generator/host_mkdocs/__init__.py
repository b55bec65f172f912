"""The academy as a plugin of MkDocs: the only package that imports MkDocs.

MkDocs renders the hand-written pages and one layout for each family of pages, into a folder that
the engine names (see `hosting`). The engine does the rest.
"""

from __future__ import annotations

import os

# the theme's notice about the future of MkDocs is for us, not for those who build a site
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from generator.host_mkdocs.building import build_site, build_site_once
from generator.host_mkdocs.plugin import AcademyPlugin
from generator.host_mkdocs.serving import serve_site
from generator.host_mkdocs.settings import FaultsError, HostError, project_of

__all__ = [
    "AcademyPlugin",
    "FaultsError",
    "HostError",
    "build_site",
    "build_site_once",
    "project_of",
    "serve_site",
]
