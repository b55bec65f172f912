"""Files and folders that no one would make by mistake: each is told of, and nothing breaks."""

from __future__ import annotations

import os
import re
import shutil
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import Diagnostic, errors
from generator.records.migrations import SCHEMA_FILE
from generator.records.source import MAX_FILE_BYTES
from tests.hostile.vectors import sources
from tests.sites import FIRST_ACADEMY, run_academy

GOOD = "title: A principle\nstatement: Some text.\n"
FOLDER = "registry/principles"
# a name as the system has it, and the code of what is said
NAMES: dict[str, tuple[bytes, str]] = {
    "line end": (b"a\nb.yaml", "F130"),
    "carriage return": (b"a\rb.yaml", "F130"),
    "double quote": (b'a"b.yaml', "F130"),
    "single quote": (b"a'b.yaml", "F130"),
    "markup": (b"<script>alert(1)<script>.yaml", "F130"),
    "turned round": ("a\u202elmay.yaml".encode(), "F130"),
    "no width": ("a\u200bb.yaml".encode(), "F130"),
    "two dots": (b"...yaml", "F130"),
    "dots inside": (b"a..b.yaml", "F130"),
    "a device": (b"con.yaml", "F130"),
    "a device with a number": (b"lpt1.yaml", "F130"),
    "a device in capitals": (b"NUL.yaml", "F130"),
    "the list's own": (b"index.yaml", "F130"),
    "very long": (b"a" * 240 + b".yaml", "F130"),
    "no letters": (b"---.yaml", "F130"),
    "nothing": (b".yaml", "F130"),
    "not Unicode": (b"\xff\xfe.yaml", "F130"),
    "composed": (unicodedata.normalize("NFC", "café.yaml").encode(), "F130"),
    "decomposed": (unicodedata.normalize("NFD", "café.yaml").encode(), "F130"),
    "a space": (b"a b.yaml", "F130"),
    "a dot and a space at the end": (b"a.yaml. ", "F132"),
    "a stream": (b"a.yaml:b", "F132"),
    "backslashes": (b"..\\..\\a.yaml", "F130"),
    "a dash first": (b"-rf.yaml", "F130"),
    "a command": (b"$(touch x).yaml", "F130"),
    "terminal": (b"\x1b[31ma.yaml", "F130"),
    "another ending": (b"a.yml", "F132"),
    "two endings": (b"a.yaml.exe", "F132"),
    "capitals in the ending": (b"a.YAML", "F132"),
    "of a tool": (b".editorconfig", ""),
}
# hidden files are left alone, unless they look like a record
HIDDEN = {name for name, (_, code) in NAMES.items() if not code}


def well(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        assert re.fullmatch(r"[FMCGP]\d{3}", diagnostic.code)
        assert min(diagnostic.line, diagnostic.column) >= 1
        assert "\n" not in diagnostic.path
        assert diagnostic.as_text().encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name(tmp_path: Path, name: str) -> None:
    written, code = NAMES[name]
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    Path(os.fsdecode(os.fsencode(folder) + b"/" + written)).write_text(GOOD, encoding="utf-8")
    catalogue, findings = examine(tmp_path)
    well(findings)
    assert not catalogue.records
    assert [one.code for one in findings] == ([code] if name not in HIDDEN else [])


def test_every_attack_of_ours_as_a_file_name(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    names = {
        re.sub(r"[/\0]", "_", one).encode("utf-8", "surrogatepass")[:200]
        for source in sources()
        for one in source.attacks[:: 1 if source.ours else 10]
    }
    for name in names:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name + b".yaml")).write_text(GOOD, "utf-8")
    _, findings = examine(tmp_path)
    well(findings)
    visible = {one for one in names if not one.startswith(b".")}
    good = {one for one in visible if re.fullmatch(rb"[a-z0-9]+(-[a-z0-9]+)*", one)}
    assert len([one for one in findings if one.code == "F130"]) >= len(visible - good)
    reported = checked(tmp_path)
    assert len(re.findall("error F130: ", reported)) >= len(visible - good)
    assert "\x1b" not in reported


def pipe(file: Path) -> None:
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.mkdir()
    (file / "inside.yaml").write_text(GOOD, encoding="utf-8")


def linked(file: Path) -> None:
    file.symlink_to("/etc/passwd")


def linked_to_nothing(file: Path) -> None:
    file.symlink_to("nowhere")


def linked_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def huge(file: Path) -> None:
    with file.open("wb") as out:
        out.truncate(MAX_FILE_BYTES * 4_000)  # a gigabyte that takes no room


def just_too_large(file: Path) -> None:
    file.write_bytes(b"#" * (MAX_FILE_BYTES + 1))


ODD: dict[Callable[[Path], None], str] = {
    pipe: "F101", folder: "F131", linked: "F101", linked_to_nothing: "F101",
    linked_to_itself: "F101", endless: "F101", huge: "F103", just_too_large: "F103",
}  # fmt: skip


WRITTEN_IN = (
    f"{FOLDER}/odd.yaml", "registry/glossary.yaml", "registry/waivers.yaml", SCHEMA_FILE
)  # fmt: skip


@pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)
@pytest.mark.parametrize("path", WRITTEN_IN)
def test_something_that_is_no_ordinary_file(
    tmp_path: Path, path: str, make: Callable[[Path], None]
) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "good.yaml").write_text(GOOD, encoding="utf-8")
    make(tmp_path / path)
    tracemalloc.start()
    catalogue, findings = examine(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    well(findings)
    assert list(catalogue.records) == ["good"]
    wrong = errors(findings)
    assert {one.path for one in wrong} == {path}
    assert {one.code for one in wrong} <= {ODD[make], "F101"}
    assert peak < MAX_FILE_BYTES * 100


def test_the_command_tells_of_all_that_is_no_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    for make in ODD:
        make(tmp_path / FOLDER / f"{make.__name__.replace('_', '-')}.yaml")
    reported = checked(tmp_path)
    for make, code in ODD.items():
        assert f"{FOLDER}/{make.__name__.replace('_', '-')}.yaml:1:1: error {code}: " in reported


def checked(academy: Path) -> str:
    """What the command says of an academy with faults."""
    shutil.copy(FIRST_ACADEMY / "mkdocs.yml", academy)
    done = run_academy("check", folder=academy)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / FOLDER / "shut.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(GOOD, encoding="utf-8")
    file.chmod(0)
    _, findings = examine(tmp_path)
    well(findings)
    # who may read everything reads this too
    assert [one.code for one in errors(findings)] == ([] if os.geteuid() == 0 else ["F102"])


def test_names_that_differ_in_capitals_alone(tmp_path: Path) -> None:
    for name in ("good.yaml", "Good.yaml", "GOOD.yaml"):
        (tmp_path / FOLDER).mkdir(parents=True, exist_ok=True)
        (tmp_path / FOLDER / name).write_text(GOOD, encoding="utf-8")
    catalogue, findings = examine(tmp_path)
    well(findings)
    assert list(catalogue.records) == ["good"]
    assert [one.code for one in errors(findings)] == ["F130", "F130"]
