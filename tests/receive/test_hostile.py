"""Hostile submissions are refused in plain words, before a byte is written."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.intake.sending import (
    Sent,
    contents,
    submission_text,
    submission_zip,
    zip_files,
    zip_of,
)
from tests.receive.conftest import Receive
from tests.sites import tree

IDEA = "title: A falls car\nareas: [ashby]\nsummary: A sentence.\nstage: idea\n"
GOOD = Sent("prototypes/falls-car.yaml", IDEA)
DAY = (1980, 1, 1, 0, 0, 0)


def with_file(name: str, data: bytes = b"x") -> bytes:
    """A good submission with one more file in its zip."""
    return zip_of([*zip_files([GOOD]).items(), (name, data)])


def listed(change: Callable[[dict[str, Any]], object], text: str = IDEA) -> bytes:
    """A submission whose list is changed."""
    files = zip_files([Sent(GOOD.path, text)])
    stated = json.loads(files["submission.json"])
    change(stated)
    return zip_of({**files, "submission.json": json.dumps(stated).encode()}.items())


def at(path: str, kind: str = "prototype", name: str = "falls-car") -> bytes:
    """A submission whose record has another path, in its list and in the zip."""
    files = zip_files([GOOD])
    stated = json.loads(files["submission.json"])
    stated["records"][0] |= {"path": path, "kind": kind, "id": name}
    return zip_of(
        [("submission.json", json.dumps(stated).encode()), (f"records/{path}", IDEA.encode())]
    )


def link() -> bytes:
    info = zipfile.ZipInfo("records/prototypes/falls-car.yaml", DAY)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    files = zip_files([GOOD])
    return zip_of([("submission.json", files["submission.json"]), (info, b"/etc/passwd")])


def locked() -> bytes:
    data = bytearray(submission_zip([GOOD]))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(mark)
        data[place + offset] |= 1
    return bytes(data)


def media(name: str, data: bytes) -> bytes:
    return submission_zip([GOOD], {f"media/{name}": data})


def picture_bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    return out.getvalue()


def text(sent: str) -> bytes:
    return submission_zip([Sent(GOOD.path, sent)])


ZIPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a path that leaves the folder": (
        lambda: at("../../evil.yaml"), "“../../evil.yaml” is not the file of a record.",
    ),
    "a path that leaves it from a folder of records": (
        lambda: at("prototypes/../../evil.yaml"), "is not the file of a record.",
    ),
    "an absolute path": (lambda: at("/etc/cron.d/x.yaml"), "is not the file of a record."),
    "a Windows path": (lambda: at("prototypes\\..\\x.yaml"), "is not the file of a record."),
    "an absolute name in the zip": (
        lambda: with_file("/etc/passwd"), "“/etc/passwd” is not part of a submission.",
    ),
    "a symbolic link": (link, "is a link or a device, not a file."),
    "a zip that grows": (
        lambda: with_file("records/prototypes/big.yaml", b"a" * 300_000), "The limit is 262 kB.",
    ),
    "more than everything": (
        lambda: zip_of((f"media/p{at}.png", b"\0" * 19_000_000) for at in range(14)),
        "Unpacked, the zip would be 266.0 MB. The limit is 250.0 MB.",
    ),
    "thousands of files": (
        lambda: zip_of((f"media/p{at}.png", b"") for at in range(6_000)),
        "The zip has 6,000 files. The limit is 5,000.",
    ),
    "a name twice": (
        lambda: with_file("submission.json"), "“submission.json” is there twice.",
    ),
    "names that differ in capitals": (
        lambda: zip_of([*zip_files([GOOD], {"media/a.png": b"a"}).items(), ("media/A.png", b"b")]),
        "“media/A.png” and “media/a.png” are one file on Windows.",
    ),
    "a folder that is a file elsewhere": (
        lambda: zip_of([("media/a.png", b""), ("media/a.png/b.png", b"")]),
        "are one file on Windows",
    ),
    "a name that Windows keeps": (lambda: at("prototypes/con.yaml", name="con"), "“con”"),
    "a picture's name that Windows keeps": (
        lambda: media("nul.png", b""), "Windows does not allow this name.",
    ),
    "a name with a control character": (
        lambda: with_file("media/a\x1b[31m.png"), "“media/a\\x1b[31m.png”",
    ),
    "a name that reads backwards": (
        lambda: with_file("media/a\u202egnp.exe"), "“media/a\\u202egnp.exe”",
    ),
    "a name that is too long": (
        lambda: media(f"{'a' * 120}.png", b""), "The name is longer than 100 characters.",
    ),
    "an id that is too long": (
        lambda: at(f"prototypes/{'a' * 90}.yaml", name="a" * 90), "80 characters",
    ),
    "a folder that is none": (
        lambda: at("generator/evil.yaml"), "“generator/evil.yaml” is not the file of a record.",
    ),
    "a workflow": (
        lambda: with_file(".github/workflows/x.yml"), "is not part of a submission.",
    ),
    "the settings": (lambda: at("mkdocs.yml", name="mkdocs"), "is not the file of a record."),
    "the waivers": (lambda: at("registry/waivers.yaml", name="waivers"), "is not the file"),
    "a program": (lambda: media("run.exe", b"MZ"), "is not a picture or a document"),
    "a program called a picture": (lambda: media("run.png", b"MZ" * 99), "media/run.png"),
    "a page called a picture": (
        lambda: media("run.png", b"<svg onload=alert(1)>"), "media/run.png",
    ),
    "a picture that grows": (lambda: media("big.png", picture_bomb()), "144 megapixels"),
    "the wrong kind for a path": (
        lambda: at("prototypes/falls-car.yaml", kind="area"), "is not the file of the area",
    ),
    "the wrong ending": (lambda: at("prototypes/falls-car.md"), "its name must end with .yaml."),
    "a list that is not one": (
        lambda: zip_of([("submission.json", b"[" * 100_000)]), "it is not JSON",
    ),
    "another format": (
        lambda: listed(lambda stated: stated.update(format="x")), "its format is not",
    ),
    "a version to come": (
        lambda: listed(lambda stated: stated.update(version=3)),
        "This program reads versions 1 and 2.",
    ),
    "more in the list than there is": (
        lambda: listed(lambda stated: stated.update(run="rm -rf /")), "look at “run”",
    ),
    "a record that is not listed": (
        lambda: with_file("records/prototypes/other.yaml"), "is not in the list",
    ),
    "a record that is missing": (
        lambda: zip_of([("submission.json", json.dumps(contents([GOOD])).encode())]),
        "“records/prototypes/falls-car.yaml” is missing from the zip.",
    ),
    "a text that was changed": (
        lambda: listed(lambda stated: stated["records"][0].update(sha256="0" * 64)),
        "was changed after the submission was made.",
    ),
    "no submission": (lambda: zip_of([("media/a.png", b"")]), "it has no submission.json."),
    "half a zip": (lambda: submission_zip([GOOD])[:200], "The zip is damaged or incomplete."),
    "a zip with a password": (locked, "is locked with a password."),
    "an alias bomb": (lambda: text("a: &a [x, x]\nb: [*a, *a]\n"), "You cannot use an anchor"),
    "a YAML tag": (lambda: text("title: !!python/object:os.system x\n"), "You cannot use a tag"),
    "two records in one": (lambda: text(f"{IDEA}---\n{IDEA}"), "more than one record"),
    "a field twice": (lambda: text(f"{IDEA}stage: live\n"), "“stage” is in the file twice."),
    "a deep list": (lambda: text(f"title: {'[' * 50}{']' * 50}\n"), "20 levels"),
    "an id in the text": (lambda: text(f"{IDEA}id: other\n"), "Do not write “id” in the file."),
    "text that reads backwards": (
        lambda: text(IDEA.replace("falls", "\u202efalls")), "There is a hidden character here",
    ),
    "a script for an address": (
        lambda: text(f"{IDEA}links:\n  - label: x\n    url: javascript:alert(1)\n"), "https://",
    ),
    "personal data": (
        lambda: text(IDEA.replace("A sentence.", "NHS number 943 476 5919")), "NHS number",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_zip_is_refused(name: str, receive: Receive, small_project: Path) -> None:
    make, message = ZIPS[name]
    before = tree(small_project.parent)
    done = receive(make(), "sent.zip", "--yes")
    assert done.returncode == 1, done.stdout + done.stderr
    assert message in done.stdout
    assert "Nothing was written." in done.stdout
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "943 476 5919" not in done.stdout
    (small_project.parent / "sent" / "sent.zip").unlink()
    assert tree(small_project.parent) == before


FENCE = "```"
TEXTS: dict[str, tuple[str, str]] = {
    "a path that leaves the folder": (
        submission_text([GOOD]).replace("prototypes/falls-car.yaml", "../x.yaml"),
        "“../x.yaml” is not the file of a record.",
    ),
    "a text that is cut off": (submission_text([GOOD])[:-40], "The end of the text is missing."),
    "a fence that ends early": (
        submission_text([GOOD]).replace("stage: idea", f"{FENCE}\nstage: idea"),
        "The end of the text is missing.",
    ),
    "a changed word": (
        submission_text([GOOD]).replace("stage: idea", "stage: live"), "Ask for the zip",
    ),
    "a record twice": (
        submission_text([GOOD, GOOD]), "“prototypes/falls-car.yaml” is there twice.",
    ),
    "a number of records that is wrong": (
        submission_text([GOOD]).replace("Records: 1", "Records: 2"), "“Records: 2”",
    ),
    "a version to come": (
        submission_text([GOOD]).replace("submission 1", "submission 9"),
        "This program reads version 1.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_refused(name: str, receive: Receive, small_project: Path) -> None:
    sent, message = TEXTS[name]
    before = tree(small_project)
    done = receive(sent, "mail.txt", "--yes")
    assert done.returncode == 1, done.stdout + done.stderr
    assert message in done.stdout
    assert tree(small_project) == before


FILES: dict[str, tuple[str, bytes, str]] = {
    "a program": ("falls-car.yaml", b"#!/bin/sh\nrm -rf /\n", "This is a program"),
    "a Windows program": ("falls-car.yaml", b"MZ\x90", "This is a program"),
    "bytes that are no text": ("falls-car.yaml", b"title: \xff\xfe\n", "not saved as UTF-8"),
    "nothing": ("falls-car.yaml", b"", "The file is empty."),
    "JSON of something else": ("x.json", b'{"a": 1}', "it is not an issue"),
    "deep JSON": ("x.json", b'{"a":' * 90_000, "it is not an issue"),
    "a workbook that is none": ("x.xlsx", b"PK\3\4junk", "x.xlsx"),
    "a workbook with a password": ("x.xlsx", b"\xd0\xcf\x11\xe0junk", "password"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused(name: str, receive: Receive, small_project: Path) -> None:
    file, data, message = FILES[name]
    before = tree(small_project)
    done = receive(data, file, "--yes", "--kind", "prototype")
    assert done.returncode == 1, done.stdout + done.stderr
    assert message in done.stdout
    assert tree(small_project) == before


def test_all_faults_are_listed_at_once_and_in_order(receive: Receive) -> None:
    sent = zip_of([*zip_files([GOOD]).items(), ("z.sh", b""), ("a.sh", b"")])
    done = receive(sent)
    lines = [line for line in done.stdout.splitlines() if ".sh" in line]
    assert len(lines) == 2
    assert lines == sorted(lines)
    assert "There are 2 problems to correct." in done.stdout


def test_a_link_in_the_academy_is_not_written_through(
    receive: Receive, small_project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (small_project / "media").symlink_to(outside)
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    done = receive(media("a.png", out.getvalue()), "sent.zip", "--yes")
    assert done.returncode == 1
    assert "symbolic link" in done.stdout
    assert list(outside.iterdir()) == []
