"""What the gate masks is masked in all that the program prints or writes beside the site."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from generator.build.examine import examine
from generator.build.progress import no_progress
from generator.build.serve import LiveSite
from generator.cli import main
from generator.cli.commands import academy
from generator.cli.project_options import read_academy
from generator.diagnostics import errors
from generator.host_mkdocs.serving import MkDocsHost
from generator.intake.sheets.columns import sheet_tables
from generator.model.fields.id_suggestions import suggest_id
from generator.model.kinds import KINDS, Kind
from generator.privacy import scan_name
from generator.review import as_json, as_markdown, as_text, compare
from generator.site.parts.content import SiteContent
from tests.privacy.planted import DATA, Datum, leaks, names, plant
from tests.publish.bundles import plain, zipped
from tests.sites import copy_small


def say(*words: str | Path) -> Result:
    return CliRunner().invoke(academy, [str(word) for word in words])


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_small(tmp_path_factory.mktemp("sound") / "small")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_small(tmp_path_factory.mktemp("planted") / "small")
    plant(root)
    return root


def test_the_planted_data_would_be_seen(planted: Path) -> None:
    texts = "".join(file.read_text("utf-8") for file in planted.rglob("*.yaml"))
    assert {datum.sort for datum in DATA if leaks(texts) and datum.never[0] in leaks(texts)} == {
        datum.sort for datum in DATA
    }
    for datum in DATA:
        assert leaks(datum.text), "a datum in full is a leak"
        assert leaks(suggest_id(datum.in_sentence)), "and so is one that became an id"


@pytest.mark.parametrize("words", ["", "--format json", "--format github"])
def test_no_finding_holds_any(planted: Path, words: str) -> None:
    done = say("check", "--project", planted, *words.split())
    assert done.exit_code == 1
    assert all(code in done.output for code in ("M202", "M210", "M213", "F122", "F130"))
    assert leaks(done.output) == []


def test_each_sort_is_refused_in_each_kind_and_in_names(planted: Path) -> None:
    diagnostics = errors(examine(planted)[1])
    by_kind = {
        (one.path.rpartition("/")[0], one.code)
        for one in diagnostics
        if one.code.startswith("P") and one.message.startswith("This looks like")
    }
    assert by_kind >= {
        (k.folder, f"P10{n}") for k in KINDS if k.folder for n in range(1, len(DATA) + 1)
    }
    in_names = {one.code for one in diagnostics if one.message.startswith("The file name contains")}
    assert in_names == {f"P10{n}" for n in range(1, len(DATA) + 1)}


def test_a_file_is_found_although_its_name_is_masked(planted: Path) -> None:
    diagnostics = [one for one in examine(planted)[1] if "name contains" in one.message]
    files = sorted(one.name for one in (planted / "prototypes").iterdir())
    for diagnostic in diagnostics:
        if not diagnostic.path.startswith("prototypes/"):
            continue
        number = int(diagnostic.hint.split("It is file ")[1].split(" of ")[0].replace(",", ""))
        name = files[number - 1]
        assert leaks(name)
        assert diagnostic.path.startswith(f"prototypes/{name[0]}") or "born" in name


def test_what_is_found_in_one_file_is_told_by_its_name(planted: Path) -> None:
    name = next(iter(names()))
    done = say("check", planted / "prototypes" / f"{name}.yaml", "--project", planted)
    assert "P101: The file name contains what looks like an email address" in done.output
    assert leaks(done.output) == []


WAYS = ("build", *(pytest.param(way, marks=pytest.mark.proof) for way in
                   ("check --gaps", "export --to x", "bundle --for none", "review")))  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_no_command_prints_any(planted: Path, way: str) -> None:
    done = say(*way.split(), "--project", planted)
    assert done.exit_code == 1
    assert leaks(done.output) == []


def test_no_name_of_a_migrated_file_is_printed(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "small")
    (root / "registry" / "schema.yaml").write_text("schema: 1\n", "utf-8")
    for name in filter(scan_name, names()):
        text = "title: A title\nnotes: Some words.\n"
        (root / "prototypes" / f"{name}.yaml").write_text(text, "utf-8")
    done = say("migrate", "--dry-run", "--project", root)
    assert "would change." in done.output
    assert leaks(done.output) == []


def in_turn(*cases: str) -> list[object]:
    """Each case with each datum; among the quick tests with one of them."""
    return [
        pytest.param(
            case,
            datum,
            marks=() if at % len(DATA) == number else pytest.mark.proof,
            id=f"{at}-{datum.sort}",
        )
        for at, case in enumerate(cases)
        for number, datum in enumerate(DATA)
    ]


TYPED = (
    "show {0}", "show {1}", "new area {0}", "new {0} x", "rename ashby {0}", "rename ashby {1}",
    "rename {0} x", "review --owner {0}", "diff {0}", "diff {1}", "{0}", "check --format {0}",
    "check {2}", "export --only {0}", "verify {0}", "template {0}", "import {0} --kind area",
)  # fmt: skip


@pytest.mark.parametrize(("command", "datum"), in_turn(*TYPED))
def test_no_command_repeats_what_was_typed(sound: Path, command: str, datum: Datum) -> None:
    record_id = suggest_id(datum.in_sentence)
    # what the gate no longer knows in an id is typed as it is
    typed = (
        datum.in_sentence,
        record_id if scan_name(record_id) else datum.in_sentence,
        f"-- {datum.in_sentence}",
    )
    words = [word.format(*typed) for word in command.split()]
    done = say(*words, *(() if len(words) == 1 else ("--project", sound)))
    assert done.exit_code in (1, 2)
    assert leaks(done.output) == []


def test_the_name_of_a_sheet_that_is_written_is_masked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = say("template", "area", "--out", tmp_path / f"{DATA[0].text}.xlsx")
    assert done.exit_code == 0
    assert leaks(done.output) == []


DIFFS = [
    pytest.param(form, turned, marks=() if turned == (form == "markdown") else pytest.mark.proof)
    for form in ("text", "markdown", "json")
    for turned in (False, True)
]


@pytest.mark.parametrize(("form", "turned"), DIFFS)
def test_no_difference_holds_any(planted: Path, sound: Path, form: str, *, turned: bool) -> None:
    sides = (planted, sound) if turned else (sound, planted)
    done = say("diff", *sides, "--format", form)
    assert done.exit_code == 0, done.exception
    assert leaks(done.output) == []


def test_neither_what_was_nor_what_is_now_is_told(planted: Path, tmp_path: Path) -> None:
    other = copy_small(tmp_path / "other")
    plant(other, first=3)
    sites = [_site(root) for root in (planted, other)]
    changes = compare(*sites)
    values = [one for one in changes.changed if "*" in one.before and "*" in one.after]
    assert len({one.record.kind for one in values}) > 8
    texts = (as_text(changes, is_whole=True), as_markdown(changes, is_whole=True), as_json(changes))
    assert leaks("".join(texts)) == []


def _site(root: Path) -> SiteContent:
    catalogue, findings = examine(root)
    return SiteContent("", catalogue, "", findings)


PAGE = """---
title: {0}
description: {0}
"{0}": x
---
# About {0}

# {0}

## {1}

[[{1}]] [[{0}]] [{0}]({1}.md) [x](mailto:{2}) <{2}> ![{0}]({2}.png) [x](#{2})
"""


def test_no_hand_written_page_is_repeated(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "small")
    for number, datum in enumerate(DATA):
        text = PAGE.format(datum.in_sentence, datum.text, datum.text.replace(" ", "-"))
        (root / "site_src" / f"page-{number}.md").write_text(text, "utf-8")
        name = datum.in_sentence.replace("/", "-")
        (root / "site_src" / f"{name}.md").write_text("Text.\n", "utf-8")
        (root / "site_src" / f"{name}.png").symlink_to(root / "mkdocs.yml")
    done = say("build", "--project", root)
    assert done.exit_code == 1
    assert all(f"P10{number}" in done.output for number in range(1, len(DATA) + 1))
    assert "This is a symbolic link." in done.output
    assert leaks(done.output) == []


# each holds the whole datum once: a date alone is not one of birth
SETTINGS = (
    "site_name: {0}\nsite_url: {0}\n", "site_name: x\nplugins:\n  - academy:\n      {1}: {0}\n",
    "site_name: x\nplugins:\n  - academy:\n      edit_base: [{0}]\n", "site_name: x\n{0}: x\n",
    "site_name: x\ndocs_dir: {0}\n",
    "site_name: x\ndocs_dir: site_src\nnav:\n  - {0}: {1}.md\nplugins: [academy]\n",
    'site_name: "{0}\n', "site_name: x\ntheme: {0}\n", "site_name: {0}\nplugins: [{1}]\n",
    "site_name: {0}\nmarkdown_extensions: [{1}]\nplugins: [academy]\n", "- {0}\n",
    "{0}: {0}: {0}\n",
)  # fmt: skip


@pytest.mark.parametrize(("settings", "datum"), in_turn(*SETTINGS))
def test_no_setting_is_repeated(tmp_path: Path, settings: str, datum: Datum) -> None:
    root = copy_small(tmp_path / "small")
    text = settings.format(datum.in_sentence, datum.text.replace(" ", "-"))
    (root / "mkdocs.yml").write_text(text, "utf-8")
    assert leaks(say("export", "--project", root, "--to", root / "out").output) == []
    assert leaks(say("build", "--project", root).output) == []


def sheet_rows(kind: Kind, number: int) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a workbook in which each cell holds data, and one heading too."""
    texts = [datum.in_sentence for datum in (*DATA[number:], *DATA[:number])]
    for table in sheet_tables(kind, "xlsx"):
        heads = ["Id", *(column.heading for column in table.columns), texts[0], texts[1]]
        rows = [[texts[(at + row) % len(texts)] for at in range(len(heads))] for row in range(3)]
        yield table.name, [heads, *rows, [texts[0]] * (len(heads) + 2)]
    yield texts[2].replace("/", "-"), [texts]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda k: k.name)
def test_no_cell_sheet_or_heading_is_repeated(sound: Path, tmp_path: Path, kind: Kind) -> None:
    number = KINDS.index(kind) % len(DATA)
    book = Workbook()
    first = io.StringIO()
    for at, (name, rows) in enumerate(sheet_rows(kind, number)):
        sheet = book.create_sheet(name, at)
        for row in rows:
            sheet.append(row)
        if not at:
            csv.writer(first).writerows(rows)
    personal = DATA[number].in_sentence.replace("/", "-")
    book.save(tmp_path / f"{personal}.xlsx")
    (tmp_path / f"{personal}.csv").write_text(first.getvalue(), "utf-8")
    for ending in ("xlsx", "csv"):
        done = say(
            "import", tmp_path / f"{personal}.{ending}", "--kind", kind.name.replace("_", "-"),
            "--project", sound,
        )  # fmt: skip
        assert done.exit_code == 1
        assert "This looks like" in done.output
        assert leaks(done.output) == []


def test_no_id_in_a_sheet_becomes_a_file(sound: Path, tmp_path: Path) -> None:
    file = tmp_path / "areas.csv"
    file.write_text("Id,Title,What it is\n943-476-5919,A place,place\n", "utf-8")
    done = say("import", file, "--kind", "area", "--project", sound)
    assert "The id contains what looks like an NHS number." in done.output
    assert leaks(done.output) == []
    assert not (sound / "registry" / "areas" / "943-476-5919.yaml").exists()


def test_no_fault_of_a_site_holds_any(small_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(small_site, tmp_path / "site")
    page = site / "about.html"
    for number, datum in enumerate(DATA):
        word = datum.in_sentence.replace("/", "-")
        link, image = f'<a href="{word}.html#{word}">x</a>', f'<img src="{word}" id="{word}">'
        body = f"<p>{datum.in_sentence}</p>{link}{image}"
        text = page.read_text("utf-8").replace("</body>", f"{body}</body>")
        page.write_text(text, "utf-8")
        (site / f"{word}.html").write_text(text, "utf-8")
        (site / f"new-{number}.txt").write_text(datum.in_sentence, "utf-8")
    done = say("verify", site)
    assert done.exit_code == 1
    assert "V509" in done.output
    assert leaks(done.output) == []


def test_no_fault_of_a_bundle_holds_any(tmp_path: Path) -> None:
    for datum in DATA:
        for name in (
            f"../{datum.in_sentence}",
            f"site/{datum.in_sentence}\\x",
            f"{datum.in_sentence}.exe",
        ):

            def fill(archive: zipfile.ZipFile, name: str = name) -> None:
                archive.writestr(plain(name), b"x")

            file = tmp_path / f"{datum.in_sentence.replace('/', '-')}.zip"
            file.write_bytes(zipped(fill))
            for words in (("verify", file), ("unpack", file, tmp_path / "out")):
                done = say(*words)
                assert done.exit_code == 1
                assert leaks(done.output) == []


def test_neither_the_page_of_faults_nor_the_terminal_holds_any(
    planted: Path, tmp_path: Path
) -> None:
    printed: list[str] = []
    settings = planted / "mkdocs.yml"
    live = LiveSite(MkDocsHost(settings), settings, tmp_path, no_progress, printed.append)
    live.rebuild()
    page = live.content("index.html")
    assert page is not None
    assert page.count(b"<li>") > 1000
    assert leaks("\n".join((page.decode(), *printed))) == []


@contextmanager
def failing(text: str, root: Path) -> Iterator[None]:
    """A command that reads an academy and then breaks down over `text`."""

    @click.command("break-down")
    def command() -> None:
        read_academy(root)
        sys.stderr.write(f"{text}\n")
        raise KeyError(text)

    academy.add_command(command)
    try:
        yield
    finally:
        del academy.commands["break-down"]


def test_no_report_of_a_bug_holds_any(
    planted: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # a date alone is known by the academy that was read
    text = ", ".join(datum.text for datum in DATA)
    monkeypatch.setattr(sys, "argv", ["academy", "break-down"])
    with failing(text, planted), pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    [report] = tmp_path.glob("academy-bug-*.txt")
    written = report.read_text("utf-8")
    assert "KeyError" in written
    output = capsys.readouterr()
    assert leaks(written + output.out + output.err) == []
