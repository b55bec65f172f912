"""The segments of a JPEG: where each begins and ends (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

EOI, SOS = 0xD9, 0xDA
EOI_BYTES = b"\xff\xd9"
_WITHOUT_LENGTH = frozenset([0x01, *range(0xD0, 0xD8)])
_SEQUENTIAL = frozenset([0xC0, 0xC1])  # SOF0 and SOF1: Huffman coding, from top to bottom
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15
# what ends the data of a scan: neither a stuffed byte, a restart nor a fill byte
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SAMPLE = 4096  # bytes of a scan that a sample keeps


class PictureLayoutError(ValueError):
    """Raised for a picture whose parts do not follow its format."""


@dataclass(frozen=True, slots=True)
class JpegSegment:
    """A segment, with its marker: content[start:end], and its data from `body` on.

    The data of a scan belong to its segment. `scan` is where they start, or `end` where none are.
    """

    marker: int
    start: int
    body: int
    scan: int
    end: int


def jpeg_segments(content: bytes) -> Iterator[JpegSegment]:
    """Yield the segments between the first and the last marker of a JPEG.

    Raises PictureLayoutError, struct.error or IndexError for a file that ends too early or has
    something else between two segments.
    """
    at = 2
    while True:
        if content[at] != 0xFF:
            raise PictureLayoutError
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == EOI:
            return
        scan = end = at + 2
        if marker not in _WITHOUT_LENGTH:
            scan = end = end + struct.unpack_from(">H", content, at + 2)[0]
        if marker == SOS:
            end = _end_of_scan(content, scan)
        if end > len(content):
            raise PictureLayoutError
        yield JpegSegment(marker, at, at + 4, scan, end)
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker after the data of a scan is; restarts belong to the data."""
    following = _NEXT_MARKER.search(content, at)
    if following is None:
        raise PictureLayoutError
    return following.start()


def jpeg_sample(content: bytes) -> bytes | None:
    """Return a JPEG cut off early in its scan, which decoders read far sooner than the whole.

    libjpeg refuses a file for its tables and headers alone. Of a scan it makes the best it can, and
    `jpeg_segments` has seen that the data go on to the end. So where there is a single scan, the
    sample is refused exactly if the whole is. Returns None where there are more, which have headers
    of their own. Raises as `jpeg_segments`.
    """
    segments = tuple(jpeg_segments(content))
    frames = [segment.marker for segment in segments if segment.marker in _FRAMES]
    scans = [segment for segment in segments if segment.marker == SOS]
    if len(frames) != 1 or frames[0] not in _SEQUENTIAL or len(scans) != 1:
        return None
    scan = scans[0]
    if scan is not segments[-1]:
        return None
    return content[: min(scan.scan + _SAMPLE, scan.end)] + EOI_BYTES
