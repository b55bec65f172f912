"""What is wrong with the pictures in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator.diagnostics import clip
from generator.markdown.fault_types import FaultType, ProseFault
from generator.markdown.pictures import PICTURE_PATTERN
from generator.model.fields.media import picture_file
from generator.model.fields.refusals import REFUSALS

# what people mean as a picture, whether it can be shown or not
PICTURE_ATTEMPT = re.compile(r"(?<!\\)!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LETTER = re.compile(r"[^\W_]")
_FROM_THE_WEB = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_ADDRESS = re.compile(r"\]\(<?([^)>\"]+)")


def picture_faults(text: str) -> Iterator[ProseFault]:
    """Yield a fault for each picture that cannot be shown, or has no words. Code is left out."""
    for match in PICTURE_ATTEMPT.finditer(text):
        picture = PICTURE_PATTERN.match(text, match.start())
        if picture is None:
            yield _other_picture(match)
            continue
        if why := _file_fault(picture["file"]):
            yield ProseFault(FaultType.PICTURE, match.start(), *why)
        if not _LETTER.search(picture["alt"]):
            yield ProseFault(FaultType.ALT, match.start(), *REFUSALS["prose_alt"].words())


def _other_picture(match: re.Match[str]) -> ProseFault:
    address = _ADDRESS.search(match[0])
    shown = address[1].strip() if address else match[0]
    message, hint = REFUSALS["prose_picture"].words(text=clip(shown))
    if _FROM_THE_WEB.match(shown):
        message = f"Pictures from the web cannot be shown: “{clip(shown)}”."
        hint = f"Save it in the folder media, if its owner allows it. {hint}"
    elif address and (why := _file_fault(shown)):
        message, hint = why
    return ProseFault(FaultType.PICTURE, match.start(), message, hint)


def _file_fault(file: str) -> tuple[str, str] | None:
    try:
        picture_file(file)
    except PydanticCustomError as refused:
        return refused.message(), str((refused.context or {}).get("hint", ""))
    return None
