"""How files are compressed in a bundle, so that the same file gives the same bytes everywhere.

The zlib of Python cannot be used to write: some builds bring zlib, others zlib-ng or one of a
vendor, and their results differ. libdeflate gives the same bytes on every system for one version,
and the lock file names that version. Any zlib reads what it wrote.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO

from deflate import deflate_compress

from generator.publish.bundle.zip_layout import local_header

_LEVEL = 6  # level 9 takes twice as long, and the bundle is 1% smaller
_RAW = -zlib.MAX_WBITS  # deflate without the header of zlib
# https://zlib.net/zlib_tech.html: deflate cannot make a file smaller than this share
MAX_EXPANSION = 1032


class EntryError(ValueError):
    """Raised for an entry whose bytes are not what its header says."""


def compressed(content: bytes) -> tuple[int, bytes]:
    """Return the zip method for a file and its bytes in the zip: stored if that is no longer."""
    packed = bytes(deflate_compress(content, _LEVEL))
    if len(packed) < len(content):
        return zipfile.ZIP_DEFLATED, packed
    return zipfile.ZIP_STORED, content


def read_entry(stream: BinaryIO, entry: zipfile.ZipInfo) -> bytes:
    """Return the content of an entry of the zip that `stream` reads.

    No more memory is used than the size that its header states. Raises EntryError if the content
    has another size or checksum, or if bytes are left over.
    """
    stream.seek(entry.header_offset + len(local_header(entry)))
    content = stream.read(entry.compress_size)
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        content = _expanded(content, entry.file_size)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise EntryError(f"the size or checksum of {entry.orig_filename} is wrong")
    return content


def _expanded(packed: bytes, size: int) -> bytes:
    reader = zlib.decompressobj(_RAW)
    try:
        content = reader.decompress(packed, size + 1)
    except zlib.error as wrong:
        raise EntryError(str(wrong)) from None
    if not reader.eof or reader.unused_data:
        raise EntryError("the compressed data does not end where the file ends")
    return content
