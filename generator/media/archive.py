"""Read a zip archive that anybody may have made, and write it again with some parts replaced.

Parts that stay the same keep their compressed bytes: compressors differ between machines.
Format: APPNOTE.TXT of PKWARE, https://support.pkware.com/pkzip/appnote.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from generator.media.refusal import MediaRefusal, MediaRefusedError, RefusalType

_MOST_PARTS = 5_000
_MOST_BYTES = 100_000_000  # of all parts together, unpacked
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_DAY = 0x21  # 1 January 1980: no part tells when it was made


class ZipParts:
    """The parts of an archive by name, read when they are asked for.

    Raises MediaRefusedError for an archive that is encrypted, broken or far larger unpacked.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as fault:
            raise MediaRefusedError(damaged_document()) from fault
        self._infos = self._archive.infolist()
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the archive."""
        return tuple(info.filename for info in self._infos)

    def read(self, name: str) -> bytes:
        """Return a part, unpacked. Raises MediaRefusedError when it is broken."""
        try:
            return self._archive.read(name)
        except Exception as fault:
            raise MediaRefusedError(damaged_document()) from fault

    def replaced(self, new: Mapping[str, bytes]) -> bytes:
        """Return the archive with these parts in place of those of the same names."""
        out, directory = bytearray(), bytearray()
        for info in self._infos:
            if info.filename in new:
                data, method = new[info.filename], zipfile.ZIP_STORED
                size, checksum = len(data), zlib.crc32(data)
            else:
                data, method = self._packed(info), info.compress_type
                size, checksum = info.file_size, info.CRC
            name = info.filename.encode("utf-8")
            flags = 0 if name.isascii() else _UTF8_NAME
            common = struct.pack(
                "<HHHHHIIIHH",
                *(20, flags, method, 0, _DAY, checksum, len(data), size, len(name), 0),
            )
            attributes = struct.pack("<HHHII", 0, 0, 0, 0, len(out))
            directory += _CENTRAL + struct.pack("<H", 20) + common + attributes + name
            out += _LOCAL + common + name + data
        count = len(self._infos)
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(out), 0)
        return bytes(out + directory + _END + end)

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        at = info.header_offset
        name, extra = struct.unpack_from("<HH", self._content, at + 26)
        start = at + 30 + name + extra
        return self._content[start : start + info.compress_size]

    def _check(self) -> None:
        if any(info.flag_bits & _ENCRYPTED for info in self._infos):
            raise MediaRefusedError(protected_document())
        names = [info.filename.casefold() for info in self._infos]
        if len(names) > _MOST_PARTS or sum(info.file_size for info in self._infos) > _MOST_BYTES:
            raise MediaRefusedError(swelling_document())
        if len(set(names)) < len(names):
            raise MediaRefusedError(damaged_document())


def swelling_document() -> MediaRefusal:
    """Return the refusal of a document of which few bytes become many."""
    message = "The document would become far larger when it is opened."
    hint = "Save it again in the program that made it, or as a PDF."
    return MediaRefusal(RefusalType.SIZE, message, hint)


def damaged_document() -> MediaRefusal:
    """Return the refusal of a document that cannot be read to its end."""
    message = "The document is damaged or incomplete."
    hint = "Get it again, or open it and save it again."
    return MediaRefusal(RefusalType.DAMAGED, message, hint)


def protected_document() -> MediaRefusal:
    """Return the refusal of a document that needs a password."""
    message = "The document is protected with a password, so nobody can check what it says."
    hint = "Save it again without a password."
    return MediaRefusal(RefusalType.PROTECTED, message, hint)
