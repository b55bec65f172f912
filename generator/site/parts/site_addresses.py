"""The web addresses of an academy, and of each page below the address of its site."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.site_paths import NOT_FOUND


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """The web addresses of the site, of editing its files and of its bundle; empty if unknown.

    `site` ends in a slash. `submissions` is where to send a submission: an email address, a web
    address or a folder. `card` is the URL, in the site, of the picture of a link to a page without
    one.
    """

    site: str = ""
    edit: str = ""
    bundle: str = ""
    submissions: str = ""
    card: str = ""


def web_address(site: str, url: str) -> str:
    """Return the address of the page or file at `url` in the site at the address `site`."""
    return site + quote(url)


def root_path(site: str) -> str:
    """Return the path of the site's root on its server: “/”, or that of a subfolder."""
    return urlsplit(site).path or "/"


def path_to_root(url: str, site: str = "") -> str:
    """Return the path from the page at `url` to the root of the site: `../` for each folder.

    The page for missing pages is shown at any depth, so its path is the whole one of the root.
    """
    return root_path(site) if site and url == NOT_FOUND else "../" * url.count("/")
