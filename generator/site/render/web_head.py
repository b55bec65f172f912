"""What the head of a page says on the web: its own address, the feed, and how a link to it looks.

The picture and the words of a link are those of the Open Graph protocol: https://ogp.me/. Without
the address of the site there is none of it, because every address must be absolute.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.exports.feed import FEED_URL
from generator.site.parts.shown_picture import PictureVersion, ShownPicture
from generator.site.parts.site_addresses import web_address

HOME = "index.html"
_CARD_SIZE = 1200, 630  # pixels


@dataclass(frozen=True, slots=True)
class WebHead:
    """The addresses in the head of a page, and the type, words and picture of a link to it."""

    address: str
    feed: str
    type: str
    site: str
    title: str
    summary: str
    picture: ShownPicture
    picture_address: str


def card_picture(url: str, name: str) -> ShownPicture:
    """Return the picture of a link to a page without one, which is that of the academy."""
    return ShownPicture(PictureVersion(url, *_CARD_SIZE), name)


def web_head(
    site: str, name: str, page: tuple[str, str, str], picture: ShownPicture, moved_to: str
) -> WebHead:
    """Return the head of a page of the site at the address `site`, which is called `name`.

    `page` is the URL, the title and the summary; `moved_to` the URL that replaces this one, or
    empty.
    """
    url, title, summary = page
    return WebHead(
        web_address(site, moved_to or url),
        FEED_URL,
        "website" if url == HOME else "article",
        name,
        title,
        summary,
        picture,
        web_address(site, picture.version.url),
    )
