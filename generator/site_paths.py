"""Names of files and folders that the engine puts in a site. A folder ends in “/”."""

from __future__ import annotations

LAYOUT_NAME = "-layout.html"  # of a layout that no page of its own has
ASSETS_FOLDER = "assets/"
DATA_FOLDER = "data/"
FIND_FOLDER = "find/"
NEWS_FOLDER = "new/"
SHARE_FOLDER = "share/"
OUTLINES_FOLDER = "outlines/"
COMPARE_FOLDER = "compare/"
LIST_FOLDER = "my-list/"
MANIFEST = "manifest.json"
SITE_MARKER = "academy-site.txt"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
MENU = "menu/index.html"  # the list of all pages
NOT_FOUND = "404.html"  # a web server shows it at any address that has no page
