"""Why a picture cannot be shown, and what to do about it, in words."""

from __future__ import annotations

from generator.media.refusal import MediaRefusal, RefusalType

_SAVE_AGAIN = "Open it in a picture program and save it again as PNG, JPEG or WebP."


def damaged_picture() -> MediaRefusal:
    """Return the refusal of a picture that cannot be read to its end."""
    message = "The picture is damaged or incomplete."
    return MediaRefusal(
        RefusalType.DAMAGED, message, f"Get it again, or {_SAVE_AGAIN[:1].lower()}{_SAVE_AGAIN[1:]}"
    )


def mistyped_picture(wanted: str, actual: str, ending: str) -> MediaRefusal:
    """Return the refusal of a file whose name says another format than its content.

    `actual` is the format of the content and `ending` that of its names; both are empty for a file
    that is no picture.
    """
    message = f"The file is named as {wanted}, but is {actual or 'no PNG, JPEG or WebP picture'}."
    hint = f"Rename the file so that it ends with {ending}." if actual else _SAVE_AGAIN
    return MediaRefusal(RefusalType.TYPE, message, hint)


def animated_picture() -> MediaRefusal:
    """Return the refusal of a picture that moves."""
    message = "The picture is animated. Pages show still pictures only."
    return MediaRefusal(RefusalType.ANIMATED, message, "Save one frame of it as a picture.")


def too_many_pixels(megapixels: str) -> MediaRefusal:
    """Return the refusal of a picture over the limit; `megapixels` is its size in words."""
    message = f"The picture has {megapixels} megapixels. The limit is 40."
    hint = "Save it in a smaller size: 1,600 pixels on the longest side are enough."
    return MediaRefusal(RefusalType.SIZE, message, hint)
