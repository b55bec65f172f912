"""Pictures as HTML."""

from __future__ import annotations

from generator.site.parts.shown_picture import ShownPicture
from generator.site.render.escaping import escape_html

LAZY = ' loading="lazy"'  # until a reader comes near it


def picture_img(picture: ShownPicture, base: str, *, lazy: bool = True, css: str = "") -> str:
    """Return the `img` of a picture on a page whose path to the root is `base`."""
    version = picture.version
    name = f' class="{css}"' if css else ""
    return (
        f'<img{name} src="{base}{escape_html(version.url)}" alt="{escape_html(picture.alt)}" '
        f'width="{version.width}" height="{version.height}"{LAZY if lazy else ""}>'
    )


def picture_figure(picture: ShownPicture, base: str, *, lazy: bool = True) -> str:
    """Return a picture as a figure, with its caption and credit where it has them."""
    caption = escape_html(picture.caption)
    if picture.credit:
        credit = f'<span class="la-picture__credit">Picture: {escape_html(picture.credit)}</span>'
        caption = f"{caption} {credit}" if caption else credit
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="la-picture">{picture_img(picture, base, lazy=lazy)}{words}</figure>'
