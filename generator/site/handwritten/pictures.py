"""Pictures of hand-written pages: bitmaps of the type they claim, SVG without active content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from generator.diagnostics import clip
from generator.records.source import START, SourceFault, SourcePosition

# The first bytes of files of these types; a dot matches any byte.
_SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF....WEBP",),
}
_SVG = "http://www.w3.org/2000/svg"
_XLINK, _XML = "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = frozenset([
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "pattern", "marker", "symbol", "use",
])  # fmt: skip
_PLAIN = "Save it as a plain SVG without scripts, styles or links, or as a PNG."


def picture_faults(suffix: str, content: bytes) -> Iterator[SourceFault]:
    """Yield a fault if a bitmap is not of the type that its suffix claims."""
    if not any(_begins(content, signature) for signature in _SIGNATURES[suffix]):
        message = f"This is not a picture of the type “{suffix}”."
        yield SourceFault(START, "H804", message, "Save it again as the type in its name.")


def _begins(content: bytes, signature: bytes) -> bool:
    start = content[: len(signature)]
    same = (sign in (there, ord(".")) for sign, there in zip(signature, start, strict=False))
    return len(start) == len(signature) and all(same)


class _ActiveDrawingError(Exception):
    """Raised for an SVG drawing with active content."""


def drawing_faults(text: str) -> Iterator[SourceFault]:
    """Yield the first active or external content in an SVG drawing."""
    parser = expat.ParserCreate("utf-8", "}")
    places: list[SourcePosition] = []

    def noting_place(check: Callable[..., None]) -> Callable[..., None]:
        def handler(*values: Any) -> None:
            places[:] = [SourcePosition(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)]
            check(*values)

        return handler

    parser.StartDoctypeDeclHandler = noting_place(_refuse_declaration)
    parser.ProcessingInstructionHandler = noting_place(_refuse_instruction)
    parser.StartElementHandler = noting_place(_check_element)
    try:
        parser.Parse(text.encode(), True)
    except _ActiveDrawingError as refused:
        yield SourceFault(places[0], "H805", f"{refused}.", _PLAIN)
    except expat.ExpatError as error:
        place = SourcePosition(error.lineno, error.offset + 1)
        yield SourceFault(
            place, "H804", "This SVG drawing has an error and cannot be read.", _PLAIN
        )


def _refuse_declaration(*_: object) -> None:
    raise _ActiveDrawingError("A drawing cannot declare a document type")


def _refuse_instruction(*_: object) -> None:
    raise _ActiveDrawingError("A drawing cannot give instructions to programs")


def _check_element(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition("}")
    if space != _SVG or local not in _ELEMENTS:
        raise _ActiveDrawingError(f"“<{clip(local)}>” is not an element that a drawing can have")
    for written, value in attributes.items():
        space, _, attribute = written.rpartition("}")
        if not _is_plain(space, attribute.lower(), value):
            raise _ActiveDrawingError(
                f"“{clip(attribute)}” is not an attribute that a drawing can have"
            )


def _is_plain(space: str, attribute: str, value: str) -> bool:
    if attribute == "href":
        return space in ("", _XLINK) and value.startswith("#")
    plain_links = value.lower().count("url(") == value.lower().count("url(#")
    return (
        space in ("", _XML)
        and attribute not in ("style", "base")
        and (plain_links and not attribute.startswith("on"))
    )
