"""How personal data is masked in what the program says."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, clip
from generator.privacy import Redaction, scan, spelling, spellings
from generator.records.catalogue import examine_text
from tests.privacy.cases import LOOK_ALIKES, POSITIVES
from tests.sites import run_academy

NUMBER = "943 476 5919"
NOBODY = Redaction()


def test_every_piece_is_masked_and_the_rest_stays() -> None:
    text = f"Ask a.b@example.org, about {NUMBER} or AB123456C."
    assert NOBODY.mask_text(text) == "Ask a.*@*******.***, about 9** *** **** or A********."


def test_no_finding_of_the_gate_survives_it() -> None:
    for case in POSITIVES:
        assert scan(NOBODY.mask_text(case.text)) == (), case.text


def test_what_only_looks_like_it_stays() -> None:
    for case in LOOK_ALIKES:
        assert NOBODY.mask_text(case.text) == case.text


@given(st.lists(st.sampled_from([one.text for one in POSITIVES]), max_size=3), st.text())
def test_masking_twice_changes_nothing(planted: list[str], around: str) -> None:
    once = NOBODY.mask_text(around.join(planted))
    assert NOBODY.mask_text(once) == once


@pytest.mark.parametrize("colour", ["\x1b[1m{}\x1b[0m", "\x1b[1;31m{}", "{}\x1b[0m", "x \x1b[1m{}"])
def test_the_colours_of_a_terminal_do_not_hide_it(colour: str) -> None:
    assert "5919" not in NOBODY.mask_text(colour.format(NUMBER))


@pytest.mark.parametrize(
    "spelt", ["9434765919", "943-476-5919", "943.476.5919", "943_476_5919", "“943 476 5919”"]
)
def test_what_the_gate_refused_is_known_in_other_spellings(spelt: str) -> None:
    known = Redaction(spellings(scan(f"isbn and NHS number {NUMBER}")))
    assert "5919" not in known.mask_text(f"isbn {spelt}")
    assert "5919" in NOBODY.mask_text("isbn 943 476 5919")


def test_an_address_is_known_as_the_id_that_is_made_of_it() -> None:
    known = Redaction(spellings(scan("A.Person@example.org")))
    assert known.mask_text("Write it like “a-person-example-org”.") == (
        "Write it like “a-******-*******-***”."
    )


@pytest.mark.parametrize(
    "day", ["17/03/1948", "17 March 1948", "March 17, 1948", "17th of March 1948", "1948-03-17"]
)
def test_a_date_of_birth_is_known_as_hints_write_it(day: str) -> None:
    known = Redaction(spellings(scan(f"born {day}")))
    assert "1948" not in known.mask_text(f"“{day}” is not a date. Write 1948-03-17.")


@pytest.mark.parametrize("day", ["03/04/1950", "3.4.1950"])
def test_both_readings_of_a_date_of_birth_are_known(day: str) -> None:
    known = Redaction(spellings(scan(f"born {day}")))
    hint = known.mask_text(f"“{day}” can mean two dates. Do you mean 3 April 1950 or 4 March 1950?")
    assert "1950" not in hint
    assert "April" not in hint


def test_what_is_known_is_not_found_within_longer_words() -> None:
    known = Redaction(frozenset({"1250"}))
    assert known.mask_text("31250 and 12501, not 1/2/50") == "31250 and 12501, not 1/*/**"


def test_what_a_waiver_lets_in_stays_however_it_is_marked_up() -> None:
    allowed = Redaction(allowed=frozenset({spelling("duty.desk@example.org")}))
    for text in ("Ask duty.desk@example.org.", "Ask duty\\.desk@\u2060example\\.org."):
        assert allowed.mask_text(text) == text
    assert allowed.mask_text("Ask other.desk@example.org.") == "Ask o****.****@*******.***."


def test_no_waiver_lets_in_what_names_a_patient() -> None:
    allowed = Redaction(allowed=frozenset({spelling(NUMBER)}))
    assert "5919" not in allowed.mask_text(NUMBER)


def test_each_text_of_a_value_is_masked() -> None:
    diagnostic = Diagnostic(
        f"a/{NUMBER}.yaml", 1, 1, "M213", f"“{NUMBER}”", f"Not {NUMBER}", NUMBER
    )
    masked = NOBODY.mask_value((diagnostic, 3, None))
    assert "5919" not in repr(masked)
    assert dataclasses.replace(diagnostic, path="", message="", hint="", field="") == (
        dataclasses.replace(masked[0], path="", message="", hint="", field="")
    )


@pytest.mark.parametrize("before", range(70))
@pytest.mark.parametrize("planted", [NUMBER, "a.b@example.org", "born 17/03/1948"])
def test_a_text_that_is_cut_short_holds_no_half(before: int, planted: str) -> None:
    masked = NOBODY.mask_text(f"“{clip('x' * before + ' ' + planted + ' and so on' * 9)}”")
    letters = "".join(one for one in masked if one.isalnum())
    assert "94347" not in letters
    assert "bexamp" not in letters
    assert "170319" not in letters


def test_a_text_is_cut_where_it_always_was() -> None:
    assert clip("x" * 90) == "x" * 59 + "…"
    assert clip("x" * 60) == "x" * 60


def test_the_gate_says_how_its_findings_may_be_spelt() -> None:
    examined = examine_text("a.yaml", f"title: {NUMBER}")
    assert (len(examined.findings), examined.known) == (1, frozenset({"9434765919"}))


def waive(project: Path, text: str) -> None:
    (project / "registry" / "waivers.yaml").write_text(
        f"waivers:\n  - file: prototypes/ashby-visits.yaml\n    sort: e-mail\n    text: {text}\n"
        "    reason: The duty desk is reached by it.\n    approved_by: the lead\n"
        "    approved_on: 2026-11-24\n",
        "utf-8",
    )


def test_a_waiver_shows_what_it_lets_in_and_no_more(small_project: Path) -> None:
    record = small_project / "prototypes" / "ashby-visits.yaml"
    sound = record.read_text("utf-8")
    git(small_project)
    record.write_text(sound + "note: Ask duty.desk@example.org now.\n", "utf-8")
    assert "d***.****@*******.***" in run_academy("diff", "HEAD", folder=small_project).stdout
    waive(small_project, "duty.desk@example.org")
    assert "duty.desk@example.org" in run_academy("diff", "HEAD", folder=small_project).stdout
    shown = run_academy("show", "ashby-visits", folder=small_project).stdout
    assert "duty.desk@example.org" in shown


def test_what_was_taken_out_is_masked_too(small_project: Path) -> None:
    record = small_project / "prototypes" / "ashby-visits.yaml"
    sound = record.read_text("utf-8")
    record.write_text(sound + "note: Ask duty.desk@example.org now.\n", "utf-8")
    waive(small_project, "duty.desk@example.org")
    git(small_project)
    (small_project / "registry" / "waivers.yaml").unlink()
    record.write_text(sound, "utf-8")
    for form in ("text", "markdown", "json"):
        output = run_academy("diff", "HEAD", "--format", form, folder=small_project).stdout
        assert "duty" not in output
        assert "no longer stated" in output


def git(project: Path) -> None:
    """Keep a folder with git as it is now."""
    for words in (
        ("init", "-q"),
        ("add", "-A"),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", *words], cwd=project, check=True)


def test_python_itself_prints_nothing_unmasked(small_project: Path) -> None:
    """What a library prints goes the same way, whatever it writes with."""
    script = (
        "import sys, warnings, logging, generator.cli as cli\n"
        "import click\n"
        "@click.command('speak')\n"
        "def speak():\n"
        "    print('943', '476', '5919')\n"
        "    sys.stdout.write('943 476 '); sys.stdout.write('5919\\n')\n"
        "    warnings.warn('943 476 5919')\n"
        "    logging.error('943 476 5919')\n"
        "    click.secho('943 476 5919', fg='red', color=True)\n"
        "    sys.stderr.write('943 476 5919')\n"
        "cli.academy.add_command(speak)\n"
        "sys.argv = ['academy', 'speak']\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=small_project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout + done.stderr).count("9** *** ****") == 6
    assert "476" not in done.stdout + done.stderr.replace("'943 476", "")


def test_a_name_is_known_without_what_is_said_of_the_person() -> None:
    known = Redaction(spellings(scan("Sarah Jones, lead nurse")))
    assert known.mask_text("“Sarah Jones” is not a date.") == "“S**** *****” is not a date."
