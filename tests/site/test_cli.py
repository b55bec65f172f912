"""The command, as people type it."""

from __future__ import annotations

import json
import re
import shlex
import socket
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.commands import COMMANDS, academy
from generator.intake.blank_record import blank_record
from generator.model.fields.id_suggestions import suggest_id
from generator.model.kind import Kind
from generator.model.kinds import KINDS
from generator.records.catalogue import default_vocabulary
from generator.records.source import parse_source
from generator.site.parts.field_view import field_views
from tests.sites import FIRST_ACADEMY, run, run_academy


def say(*words: str, project: Path) -> Result:
    return CliRunner().invoke(academy, [*words, "--project", str(project)])


def test_check_counts_and_leaves_gaps_unlisted() -> None:
    done = say("check", project=FIRST_ACADEMY)
    assert done.exit_code == 0
    assert re.search(r"^392 records: no errors, 1 warning, \d+ gaps\.$", done.output, re.MULTILINE)
    assert ": gap G" not in done.output


def test_check_lists_gaps_when_asked() -> None:
    assert (
        ": gap G403: Not stated: which leaders"
        in say("check", "--gaps", project=FIRST_ACADEMY).output
    )


def test_check_speaks_json(small_project: Path) -> None:
    (small_project / "prototypes" / "bad.yaml").write_text("title: x\n", encoding="utf-8")
    done = say("check", "--format", "json", project=small_project)
    assert done.exit_code == 1
    data = json.loads(done.output)
    fault = next(one for one in data["findings"] if one["severity"] == "error")
    assert (fault["path"], fault["line"], fault["column"], fault["code"], fault["field"]) == (
        "prototypes/bad.yaml", 1, 1, "M201", "areas",
    )  # fmt: skip
    assert fault["hint"].startswith("Add “areas: …”.")


def test_output_that_goes_elsewhere_has_no_colour_and_no_progress(small_project: Path) -> None:
    done = run_academy("check", folder=small_project)
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("check", "--format", "xml"), "'xml' is not one of 'text', 'json'"),
        (("new", "prototyp", "x"), "'prototyp' is not one of"),
        (("new", "prototype", "!!!"), "has too few Latin letters to make an id from"),
        (("show", "ashbyy"), "Did you mean “ashby”?"),
        (("new", "area", "Ashby"), "The record “ashby” already exists: registry/areas/ashby.yaml."),
        (("bild",), "No such command 'bild'"),
    ],
)
def test_wrong_use_exits_with_2(small_project: Path, words: tuple[str, ...], expected: str) -> None:
    done = run_academy(*words, folder=small_project)
    assert done.returncode == 2
    assert expected in done.stderr


def test_no_academy_here_is_said_plainly(tmp_path: Path) -> None:
    done = run_academy("check", folder=tmp_path)
    assert done.returncode == 2
    assert "There is no academy in" in done.stderr


def test_a_bug_exits_with_3_and_leaves_something_to_send(small_project: Path) -> None:
    code = (
        "import sys, generator.cli.project_options as c, generator.cli as cli\n"
        "c.examine = lambda *_: 1 / 0\nsys.argv = ['academy', 'check']\ncli.main()\n"
    )
    (small_project / "crash.py").write_text(code, encoding="utf-8")
    done = run("crash", folder=small_project)
    assert done.returncode == 3
    assert "a fault in the program, not in your records" in done.stderr
    assert "Traceback" not in done.stderr
    [kept] = map(Path, re.findall(r"send us this file: (.+)", done.stderr))
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_new_writes_a_file_that_check_then_explains(small_project: Path) -> None:
    done = say("new", "prototype", "Carers' café", project=small_project)
    assert "Created prototypes/carers-cafe.yaml." in done.output
    checked = say("check", project=small_project)
    assert checked.exit_code == 1
    assert "prototypes/carers-cafe.yaml" in checked.output
    assert "“areas” is empty." in checked.output


def test_new_asks_for_an_id_where_the_title_gives_none(small_project: Path) -> None:
    title = "在宅医療の試み"
    done = say("new", "prototype", title, project=small_project)
    assert done.exit_code == 2
    assert (
        "The title “在宅医療の試み” has too few Latin letters to make an id from. Give a short "
        "name in small Latin letters, such as home-care-trial: --id home-care-trial." in done.output
    )
    done = say("new", "prototype", title, "--id", "home-care-trial", project=small_project)
    assert done.output.startswith("Created prototypes/home-care-trial.yaml.")
    text = (small_project / "prototypes/home-care-trial.yaml").read_text(encoding="utf-8")
    assert f"title: {title}" in text
    done = say("new", "prototype", "A", "--id", "Home care", project=small_project)
    assert done.exit_code == 2
    assert "Write it like “home-care”." in done.output


def test_new_never_overwrites(small_project: Path) -> None:
    target = small_project / "prototypes" / "carers-cafe.yaml"
    target.write_text("title: [", encoding="utf-8")
    assert say("new", "prototype", "Carers' café", project=small_project).exit_code == 2
    assert target.read_text(encoding="utf-8") == "title: ["


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda k: k.name)
def test_a_blank_file_asks_for_every_field(kind: Kind) -> None:
    text = blank_record(kind, "It's: a “title”", default_vocabulary())
    for field in field_views(kind.model):
        if field.name != "story":
            assert re.search(rf"^#?{field.name}:", text, re.MULTILINE), field.name
    source, findings = parse_source(text, f"x{kind.suffix}")
    assert findings == []
    assert source
    assert source.values()["title"] == "It's: a “title”"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda k: k.name)
def test_a_blank_file_can_be_read_with_every_field_taken_up(kind: Kind) -> None:
    text = blank_record(kind, "A title", default_vocabulary())
    taken_up = re.sub(r"^#(?=[a-z_ ]+:|  )(?! [A-Z])", "", text, flags=re.MULTILINE)
    source, findings = parse_source(taken_up, f"x{kind.suffix}")
    assert findings == []
    assert source
    wanted = {field.name for field in field_views(kind.model)} | {"story"}
    assert wanted - {"story"} <= set(source.values()) <= wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Carers' café", "carers-cafe"),
        ("  A&E  — now! ", "a-e-now"),
        ("日本", ""),
        ("x" * 200, "x" * 80),
        (
            "word " * 20,
            "word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word",
        ),
        ("Review 2019–20", "review-2019-20"),
        ("Straße", "strasse"),
        ("Nurse–led clinics", "nurse-led-clinics"),
        ("Carers’ café", "carers-cafe"),
        ("Łódź, Ærø", "lodz-aero"),
        ("مستشفى 2020", ""),
        ("NHS 在宅医療の試み", ""),
        ("Café 🎉", "cafe"),
    ],
)
def test_a_title_suggests_an_id(title: str, wanted: str) -> None:
    assert suggest_id(title) == wanted


def test_show_has_both_ends_of_the_relations() -> None:
    output = say("show", "pooled-budget", project=FIRST_ACADEMY).output
    assert "Principles it shows:\n  - Look for benefit to the whole system" in output
    assert "[south-tyneside-learning-disabilities]" in output
    assert "[money-tied-to-organisations]" in output


def test_show_finds_a_record_by_its_earlier_id(small_project: Path) -> None:
    area = small_project / "registry" / "areas" / "newby.yaml"
    area.write_text("title: Newby\ntype: place\naliases: [oldby]\n", encoding="utf-8")
    assert "Area · newby ·" in say("show", "oldby", project=small_project).output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    output = CliRunner().invoke(academy, [command, "--help"]).output
    assert "Examples:" in output
    assert f"academy {command}" in output


def test_show_prints_what_is_written_and_nothing_else(small_project: Path) -> None:
    text = "title: '[/x] [bold]T[/bold] 1:100:3'\ntype: place\ninferred: ['...']\n"
    (small_project / "registry" / "areas" / "newby.yaml").write_text(text, encoding="utf-8")
    assert "[/x] [bold]T[/bold] 1:100:3" in say("show", "newby", project=small_project).output


@pytest.mark.parametrize(
    "text",
    [
        "title: !%1b%5b31mPWN x\n",
        '"a\\n::error file=x::pwned\\nb": 1\n',
        "title: x\n\tb: \x1b[2J\n",
    ],
)
def test_a_record_cannot_speak_to_the_terminal(small_project: Path, text: str) -> None:
    (small_project / "prototypes" / "bad.yaml").write_text(text, encoding="utf-8")
    done = run_academy("check", folder=small_project)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert not [line for line in done.stdout.split("\n") if line.startswith("::")]


def test_a_terminal_that_lacks_a_letter_does_not_stop_the_work(small_project: Path) -> None:
    text = "title: 日本\ntype: place\n"
    (small_project / "registry" / "areas" / "newby.yaml").write_text(text, encoding="utf-8")
    done = run("generator", "show", "newby", folder=small_project, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "??" in done.stdout


def test_a_port_in_use_is_a_plain_error(small_project: Path, academy_command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [*shlex.split(academy_command), "serve", "--address", address]
        done = subprocess.run(
            command, cwd=small_project, capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert f"The site cannot be shown at {address}" in done.stderr
