"""The bytes of a bundle's zip besides its content, in the one form that a bundle can have.

The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterable

MODE = (stat.S_IFREG | 0o644) << 16
UTF8_NAME = 0x800
MAX_SIZE = 0xFFFFFFFF  # of a zip whose entries have no zip64 fields
_UNIX, _VERSION, _ZIP64_VERSION = 3, 20, 45
_MAX_SHORT_COUNT = 0xFFFF


def local_header(entry: zipfile.ZipInfo) -> bytes:
    """Return the header that stands before the content of an entry."""
    return struct.pack("<4sH", b"PK\3\4", _VERSION) + _shared_fields(entry) + _encoded_name(entry)


def directory(entries: Iterable[zipfile.ZipInfo], start: int, comment_length: int) -> bytes:
    """Return the directory of a zip, which begins at the byte `start`, up to its comment."""
    listed = [_directory_entry(entry) for entry in entries]
    whole = b"".join(listed)
    count, size = len(listed), len(whole)
    zip64 = _zip64_end(count, size, start) if count > _MAX_SHORT_COUNT else b""
    short = min(count, _MAX_SHORT_COUNT)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, short, short, size, start, comment_length)
    return whole + zip64 + end


def _zip64_end(count: int, size: int, start: int) -> bytes:
    """Return the record of a zip with more entries than fit into the usual one, and its place."""
    versions = _ZIP64_VERSION, _ZIP64_VERSION
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, *versions, 0, 0, count, count, size, start)
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, start + size, 1)


def _directory_entry(entry: zipfile.ZipInfo) -> bytes:
    first = struct.pack("<4s2BH", b"PK\1\2", _VERSION, _UNIX, _VERSION)
    last = struct.pack("<3H2L", 0, 0, 0, entry.external_attr, entry.header_offset)
    return first + _shared_fields(entry) + last + _encoded_name(entry)


def _shared_fields(entry: zipfile.ZipInfo) -> bytes:
    year, month, day, hour, minute, second = entry.date_time
    moment = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    sizes = entry.CRC, entry.compress_size, entry.file_size, len(_encoded_name(entry)), 0
    return struct.pack("<4H3L2H", entry.flag_bits, entry.compress_type, *moment, *sizes)


def _encoded_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & UTF8_NAME else "cp437")
