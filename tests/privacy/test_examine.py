"""What the author reads, and what a waiver lets in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Severity
from generator.privacy import PERSONAL_DATA_TYPES, WAIVERS_FILE, Waiver, waiver_faults
from generator.records.catalogue import examine_text
from tests.privacy.cases import POSITIVES

MAIL = "desk.north@example.org"
WAIVER = Waiver("registry/a.yaml", "e-mail", MAIL, "Public desk.", "IG lead", "2026-03-31")


def test_the_author_is_told_where_and_what_to_do() -> None:
    [diagnostic] = examine_text("registry/a.yaml", f"title: Café\nsummary: Ask {MAIL}.\n").findings
    assert diagnostic.place == "registry/a.yaml:2:14"
    assert (diagnostic.code, diagnostic.severity) == ("P101", Severity.ERROR)
    assert diagnostic.message == "This looks like an email address (“d***.*****@*******.***”)."
    assert diagnostic.hint.startswith("Remove it. Give a job title or an organisation instead.")
    assert WAIVERS_FILE in diagnostic.hint


def test_no_message_repeats_what_was_found() -> None:
    for case in POSITIVES:
        for diagnostic in examine_text("a.yaml", case.text).findings:
            assert case.planted not in diagnostic.as_text()


def test_each_sort_has_its_code() -> None:
    codes = {sort: set[str]() for sort in PERSONAL_DATA_TYPES}
    for case in POSITIVES:
        assert case.sort
        codes[case.sort] |= {said.code for said in examine_text("a.yaml", case.text).findings}
    assert codes == {sort: {kind.code} for sort, kind in PERSONAL_DATA_TYPES.items()}


def test_only_what_may_be_let_in_is_said_to_be() -> None:
    for text, may in (
        (MAIL, True),
        ("01632 960123", True),
        ("DL1 5AB", True),
        ("AB123456C", False),
    ):
        [diagnostic] = examine_text("a.yaml", text).findings
        assert (WAIVERS_FILE in diagnostic.hint) is may


@pytest.mark.parametrize(
    ("waiver", "refused"),
    [
        (WAIVER, 0),
        (replace(WAIVER, file="registry/b.yaml"), 1),
        (replace(WAIVER, text="desk.north@example.or"), 1),
        (replace(WAIVER, sort="telephone"), 1),
    ],
)
def test_a_waiver_lets_in_its_text_in_its_file(waiver: Waiver, refused: int) -> None:
    assert len(examine_text("registry/a.yaml", f"summary: {MAIL}", [waiver]).findings) == refused


def test_the_file_of_waivers_may_repeat_what_it_lets_in() -> None:
    text = f"waivers:\n  - text: {MAIL}\n    reason: Not south@example.org\n"
    [diagnostic] = examine_text(WAIVERS_FILE, text, [WAIVER]).findings
    assert diagnostic.line == 3


def test_what_names_a_patient_is_never_let_in() -> None:
    number = replace(WAIVER, sort="national-insurance", text="AB123456C")
    assert len(examine_text("registry/a.yaml", "AB123456C", [number]).findings) == 1
    assert list(waiver_faults([WAIVER, number])) == [
        (1, "A waiver cannot allow a National Insurance number.")
    ]


def test_a_waiver_that_lets_in_nothing_or_twice_is_a_fault() -> None:
    vague = replace(WAIVER, text="the desk")
    assert [at for at, _ in waiver_faults([WAIVER, vague, WAIVER])] == [1, 2]


@pytest.mark.parametrize(
    ("allowed", "text", "refused"),
    [
        ("Sarah Jones, lead nurse", "We asked Sarah Jones, lead nurse.", 0),
        ("Sarah Jones, lead nurse", "We asked Sarah Jones,\n  lead nurse.", 0),
        ("Sarah Jones, Director of Nursing", "We asked Sarah Jones, Director of Nursing.", 0),
        ("Sarah Jones, lead nurse", "We asked Sarah Jones, manager.", 1),
        ("Sarah Jones, lead nurse", "We asked Priya Jones, lead nurse.", 1),
    ],
)
def test_a_named_person_needs_a_sign_off(allowed: str, text: str, refused: int) -> None:
    waiver = replace(WAIVER, sort="person", text=allowed)
    assert list(waiver_faults([waiver])) == []
    assert len(examine_text("registry/a.yaml", f"summary: {text}", [waiver]).findings) == refused


def test_the_author_is_told_when_a_person_may_be_named() -> None:
    [diagnostic] = examine_text("registry/a.yaml", "summary: Sarah Jones, lead nurse").findings
    assert diagnostic.message == (
        "This looks like details that identify a person (“S**** *****, **** *****”)."
    )
    assert "If the person has agreed to be named, and readers need the name" in diagnostic.hint
