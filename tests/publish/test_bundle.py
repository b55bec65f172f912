"""A bundle is one possible file; any other is refused before a byte of it is written."""

from __future__ import annotations

import hashlib
import io
import random
import shutil
import stat
import struct
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.publish.bundle import BundleError, unpack_bundle
from generator.publish.bundle.archive import bundle_manifest, write_archive
from generator.publish.bundle.compression import compressed
from generator.publish.bundle.contents import academy_files
from generator.publish.bundle.unpacking import InTheWayError
from generator.publish.bundle.zip_layout import directory
from generator.site_paths import MANIFEST
from tests.publish.bundles import FILES, honest, plain, sealed, zipped
from tests.sites import tree

ALTERATIONS = 1000
SEED = 20200131
PACKED_WORDS = "dd804e0359ad7fb8283a99fa597c6275cba770d93d766cfb979fe181fbe758af"


def refusal(file: Path, folder: Path) -> list[str]:
    """The codes for which a bundle is refused, with nothing written; empty if it is unpacked."""
    before = sorted(file.parent.iterdir())
    try:
        unpack_bundle(file, folder)
    except BundleError as refused:
        findings = refused.findings
    else:
        return []
    assert sorted(file.parent.iterdir()) == before
    assert all(found.message and found.hint for found in findings)
    return [found.code for found in findings]


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    unpack_bundle(honest(tmp_path), tmp_path / "out")
    files = tree(tmp_path / "out")
    assert files.pop(MANIFEST) == bundle_manifest(FILES).text().encode()
    assert files == FILES


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first = honest(tmp_path).read_bytes()
    other = tmp_path / "other.zip"
    write_archive(other, dict(reversed(FILES.items())), date(2020, 1, 31))
    assert other.read_bytes() == first


def test_what_a_person_opens_first_stands_first(tmp_path: Path) -> None:
    with zipfile.ZipFile(honest(tmp_path)) as archive:
        assert archive.namelist() == [
            "READ ME.txt",
            "START HERE.html",
            "manifest.json",
            "site/index.html",
            "site/long.html",
        ]


def test_any_other_program_unpacks_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(honest(tmp_path)) as archive:
        assert archive.testzip() is None
        assert {stat.S_IMODE(one.external_attr >> 16) for one in archive.infolist()} == {0o644}


def altered(data: bytes, chance: random.Random) -> bytes:
    """The data with one thing changed: a bit, a byte, a cut, something put in or taken out."""
    at, how = chance.randrange(len(data)), chance.randrange(5)
    noise = chance.randbytes(chance.randint(1, 40))
    return (
        data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :],
        data[:at] + bytes([(data[at] + chance.randint(1, 255)) % 256]) + data[at + 1 :],
        data[:at],
        data[:at] + noise + data[at:],
        data[:at] + data[at + len(noise) :],
    )[how]


def test_every_single_alteration_is_refused(tmp_path: Path) -> None:
    sound, chance = honest(tmp_path).read_bytes(), random.Random(SEED)
    file = tmp_path / "altered.zip"
    for number in range(ALTERATIONS):
        data = altered(sound, chance)
        assert data != sound
        file.write_bytes(data)
        assert refusal(file, tmp_path / "out") == ["B601"], number


def test_no_single_alteration_changes_a_file_although_it_is_sealed_again(tmp_path: Path) -> None:
    sound, chance = honest(tmp_path).read_bytes(), random.Random(SEED)
    file, refused = tmp_path / "altered.zip", 0
    for _ in range(ALTERATIONS):
        file.write_bytes(sealed(altered(sound, chance)))
        if refusal(file, tmp_path / "out"):
            refused += 1
        else:  # the seal itself was altered, or bits after the end of compressed data
            files = tree(tmp_path / "out")
            files.pop(MANIFEST)
            assert files == FILES
            shutil.rmtree(tmp_path / "out")
    assert refused > ALTERATIONS * 0.9


def slip(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("../outside.txt"), b"x")


def absolute(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("/etc/outside.txt"), b"x")


def drive(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("C:outside.txt"), b"x")


def backslash(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("..\\outside.txt"), b"x")


def reserved(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("site/nul.html"), b"x")


def control(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("a\x1bb.txt"), b"x")


def link(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("link", external_attr=(stat.S_IFLNK | 0o777) << 16), b"/etc/passwd")


def device(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("device", external_attr=(stat.S_IFCHR | 0o666) << 16), b"")


def folder(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("folder/"), b"")


def bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("bomb", compress_type=zipfile.ZIP_DEFLATED), b"\0" * 50_000_000)


def many_small_bombs(archive: zipfile.ZipFile) -> None:
    for number in range(60):
        entry = plain(f"bomb-{number}", compress_type=zipfile.ZIP_DEFLATED)
        archive.writestr(entry, b"\0" * 100_000)


def other_method(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("a", compress_type=zipfile.ZIP_BZIP2), b"x" * 1000)


def longer_when_compressed(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("a", compress_type=zipfile.ZIP_DEFLATED), b"x")


def more(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("more", extra=struct.pack("<HHI", 0x5455, 4, 0)), b"x")


def remark(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("remark", comment=b"hidden"), b"x")


def double(archive: zipfile.ZipFile) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in (b"one", b"two"):
            archive.writestr(plain("same.txt"), text)


def twin(archive: zipfile.ZipFile) -> None:
    for name in ("Same.txt", "same.txt"):
        archive.writestr(plain(name), b"x")


def accents(archive: zipfile.ZipFile) -> None:
    for name in ("é.txt", "e\u0301.txt"):
        archive.writestr(plain(name), b"x")


def file_as_folder(archive: zipfile.ZipFile) -> None:
    for name in ("a", "a/b"):
        archive.writestr(plain(name), b"x")


def no_manifest(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain("a.txt"), b"x")


def no_manifest_of_ours(archive: zipfile.ZipFile) -> None:
    archive.writestr(plain(MANIFEST), b"[" * 100_000)


def listed(
    archive: zipfile.ZipFile, contents: dict[str, bytes], *, claimed: dict[str, bytes]
) -> None:
    for name, content in contents.items():
        archive.writestr(plain(name), content)
    archive.writestr(plain(MANIFEST), bundle_manifest(claimed).text())


def unlisted(archive: zipfile.ZipFile) -> None:
    listed(archive, {"a": b"x", "b": b"y"}, claimed={"a": b"x"})


def missing(archive: zipfile.ZipFile) -> None:
    listed(archive, {"a": b"x"}, claimed={"a": b"x", "b": b"y"})


def other(archive: zipfile.ZipFile) -> None:
    listed(archive, {"a": b"x"}, claimed={"a": b"y"})


HOSTILE: list[tuple[str, Callable[[zipfile.ZipFile], None]]] = [
    *(("B604", one) for one in (slip, absolute, drive, backslash, reserved, control)),
    *(("B603", one) for one in (link, device, folder, bomb, more, remark)),
    *(("B603", one) for one in (many_small_bombs, other_method, longer_when_compressed)),
    *(("B604", one) for one in (double, twin, accents, file_as_folder)),
    *(("B605", one) for one in (no_manifest, no_manifest_of_ours, unlisted, missing, other)),
]


@pytest.mark.parametrize(("code", "fill"), HOSTILE, ids=lambda one: getattr(one, "__name__", one))
def test_a_hostile_bundle_is_refused_although_it_is_sealed(
    tmp_path: Path, code: str, fill: Callable[[zipfile.ZipFile], None]
) -> None:
    file = tmp_path / "hostile.zip"
    file.write_bytes(zipped(fill))
    assert code in refusal(file, tmp_path / "out")


def hidden_before(data: bytes) -> bytes:
    return sealed(b"MZ hidden" + data)


def overlapping(data: bytes) -> bytes:
    # the second entry of the directory points at the first one's bytes
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    return sealed(data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :])


def other_name_inside(data: bytes) -> bytes:
    return sealed(data.replace(b"READ ME.txt", b"READ ME.exe", 1))


def locked(data: bytes) -> bytes:
    first = data.index(b"PK\x01\x02")
    return sealed(data[: first + 8] + b"\x01" + data[first + 9 :])


LONG = b"site/long.html"
TEXT = FILES["site/long.html"]


def with_other_content(data: bytes, packed: bytes, size: int = len(TEXT)) -> bytes:
    """The bundle with other bytes in place of its compressed file, which states a size."""
    start = data.index(LONG) + len(LONG)
    listed = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    crc = struct.pack("<3L", zlib.crc32(TEXT), len(packed), size)
    content = data[: start - len(LONG) - 16] + crc + data[start - len(LONG) - 4 : start] + packed
    directory = data[listed:end]
    place = directory.index(LONG)
    directory = directory[: place - 30] + crc + directory[place - 18 :]
    last = data[end : end + 16] + struct.pack("<L", len(content)) + data[end + 20 :]
    return sealed(content + directory + last)


def deflated(content: bytes, *, ended: bool = True) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content)
    return packed + packer.flush(zlib.Z_FINISH if ended else zlib.Z_SYNC_FLUSH)


def test_what_another_compressor_made_of_the_same_file_is_the_same_file(tmp_path: Path) -> None:
    file = tmp_path / "other.zip"
    file.write_bytes(with_other_content(honest(tmp_path).read_bytes(), deflated(TEXT)))
    unpack_bundle(file, tmp_path / "out")
    assert (tmp_path / "out" / "site" / "long.html").read_bytes() == TEXT


@pytest.mark.parametrize(
    ("packed", "size"),
    [
        (deflated(TEXT) + b"MZ hidden", len(TEXT)),
        (deflated(TEXT, ended=False), len(TEXT)),
        (deflated(TEXT)[:-5], len(TEXT)),
        (deflated(b"\0" * 60_000), len(TEXT)),
        (deflated(TEXT), len(TEXT) + 1),
        (deflated(TEXT), len(TEXT) - 1),
        (b"\xff" * 40, len(TEXT)),
        (deflated(TEXT.upper()), len(TEXT)),
    ],
    ids=["hidden after", "no end", "cut", "larger", "too short", "too long", "no data", "other"],
)
def test_compressed_data_that_is_not_the_file_is_refused(
    tmp_path: Path, packed: bytes, size: int
) -> None:
    file = tmp_path / "odd.zip"
    file.write_bytes(with_other_content(honest(tmp_path).read_bytes(), packed, size))
    assert refusal(file, tmp_path / "out") == ["B605"]


def test_a_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(zipped(bomb))
    tracemalloc.start()
    assert "B603" in refusal(file, tmp_path / "out")
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_bomb_that_states_a_small_size_is_not_unpacked_further(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(with_other_content(honest(tmp_path).read_bytes(), deflated(b"\0" * 300_000)))
    tracemalloc.start()
    assert refusal(file, tmp_path / "out")
    assert tracemalloc.get_traced_memory()[1] < 250_000
    tracemalloc.stop()


def test_the_compressor_gives_these_bytes_on_every_machine() -> None:
    words = "".join(f"{number} places, {number * number} people. " for number in range(3000))
    _, packed = compressed(words.encode())
    assert len(packed) < len(words) / 3
    assert hashlib.sha256(packed).hexdigest() == PACKED_WORDS


def test_a_bundle_of_more_files_than_a_short_list_holds_is_read_by_any_program() -> None:
    entries = [
        plain(f"{number}", header_offset=0, CRC=0, compress_size=0) for number in range(70_000)
    ]
    whole = directory(entries, 0, 0)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert len(archive.namelist()) == 70_000


@pytest.mark.parametrize("change", [hidden_before, overlapping, other_name_inside, locked])
def test_a_zip_that_is_two_things_at_once_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / "odd.zip"
    file.write_bytes(change(honest(tmp_path).read_bytes()))
    assert refusal(file, tmp_path / "out")


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 500, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_bundle_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "no.zip"
    file.write_bytes(data)
    assert refusal(file, tmp_path / "out") == ["B601"]


def test_nothing_is_unpacked_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(InTheWayError, match="already exists"):
        unpack_bundle(honest(tmp_path), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_bundle_that_cannot_be_written_leaves_the_last_one(tmp_path: Path) -> None:
    file = honest(tmp_path)
    last = file.read_bytes()
    with pytest.raises(FileNotFoundError):
        write_archive(file, {"a": tmp_path / "gone"}, date(2020, 1, 31))
    assert file.read_bytes() == last
    assert [path.name for path in tmp_path.iterdir()] == ["honest.zip"]


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "desktop.ini", ".DS_Store", "._one.yaml", "~$one.xlsx", "one.yaml~"]
)
def test_what_a_system_left_stays_at_home(small_project: Path, name: str) -> None:
    for folder in ("prototypes", "registry/areas", "site_src"):
        (small_project / folder / name).write_text("x", encoding="utf-8")
    taken = [path for path, _ in academy_files(small_project, "site_src", "mkdocs.yml")]
    assert [path for path in taken if path.endswith(name)] == []
    assert "academy/prototypes/ashby-visits.yaml" in taken
