"""The paths in a site that the engine fills, which no hand-written page or file may take.

Commands that only read records ask for them too. So the pages are listed here by their URLs: to
gather them from `PAGES` would import every page family, which doubles the time of a start. A test
holds the list equal to the layouts of `PAGES`.
"""

from __future__ import annotations

import posixpath

from generator.model.fields.media import MEDIA_FOLDER
from generator.model.kinds import KINDS
from generator.site_paths import (
    ASSETS_FOLDER,
    COMPARE_FOLDER,
    DATA_FOLDER,
    FIND_FOLDER,
    LAYOUT_NAME,
    LIST_FOLDER,
    MANIFEST,
    NEWS_FOLDER,
    NOT_FOUND,
    OUTLINES_FOLDER,
    ROBOTS,
    SHARE_FOLDER,
    SITE_MARKER,
    SITEMAP,
)

# by folder, the pages that are there whatever the records say
_PAGES = {
    "": ("index", "glossary"),
    "academies/": ("index",),
    "boards/": ("index",),
    COMPARE_FOLDER: ("index",),
    DATA_FOLDER: ("index",),
    "evidence/": ("index", "outliers", "population", "ready", "results", "value", "when"),
    FIND_FOLDER: ("index",),
    "learn/": ("find", "help", "start"),
    "lessons/": ("index", "listening", "not-worked", "worked"),
    LIST_FOLDER: ("index",),
    NEWS_FOLDER: ("index",),
    "menu/": ("index",),
    "offline/": ("index",),
    "reference/": ("answers", "checks", "fields", "formatting", "gaps", "next", "review"),
    SHARE_FOLDER: tuple(kind.name.replace("_", "-") for kind in KINDS if kind.folder),
    "spread/": ("copy-or-apply", "index", "network", "pace", "shared"),
    "who/": ("decides", "where-do-i-fit"),
    **{f"{kind.slug}/": ("index",) for kind in KINDS},
}
# the folders of pages that come and go with the records
_RECORD_FOLDERS = ("boards/", "gaps/", *(f"{kind.slug}/" for kind in KINDS))


def menu_addresses() -> frozenset[str]:
    """Return the URLs of the pages that every academy has."""
    return frozenset(f"{folder}{name}.html" for folder, names in _PAGES.items() for name in names)


def layout_urls() -> frozenset[str]:
    """Return the URL of each layout of `PAGES`."""
    shared = (f"{folder}{LAYOUT_NAME}" for folder in _RECORD_FOLDERS)
    return frozenset({*menu_addresses(), *shared, NOT_FOUND})


def engine_paths() -> frozenset[str]:
    """Return the paths in a site that the engine fills: files, and folders that end in “/”."""
    urls = layout_urls()
    folders = {f"{posixpath.dirname(url)}/" for url in urls if "/" in url}
    single = (MANIFEST, SITE_MARKER, ROBOTS, SITEMAP)
    return frozenset(
        {
            *urls,
            *folders,
            ASSETS_FOLDER,
            f"{MEDIA_FOLDER}/",
            DATA_FOLDER,
            FIND_FOLDER,
            OUTLINES_FOLDER,
            SHARE_FOLDER,
            *single,
        }
    )
