"""Pictures in Markdown: `![What it shows](media/team.jpg "A caption")`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields.media import MEDIA_FOLDER
from generator.model.fields.prose import blank_code

# A picture as pages show it; every other “![…](…)” is refused.
PICTURE_PATTERN = re.compile(
    rf'!\[(?P<alt>[^\[\]\n]*)\]\((?P<file>{MEDIA_FOLDER}/[^\s()"<>]+)'
    r'(?:[ \t]+"(?P<caption>[^"\n]*)")?[ \t]*\)'
)


@dataclass(frozen=True, slots=True)
class ProsePicture:
    """A picture in a text: what it shows in words, its file, its caption, and where it starts."""

    alt: str
    file: str
    caption: str
    offset: int


def pictures_in(text: str) -> Iterator[ProsePicture]:
    """Yield each picture of a text, in order."""
    if "![" not in text:
        return
    for match in PICTURE_PATTERN.finditer(blank_code(text)):
        if text[match.start() - 1 : match.start()] != "\\":
            yield ProsePicture(
                match["alt"].strip(), match["file"], match["caption"] or "", match.start()
            )
