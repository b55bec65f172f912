"""A submission in one text survives what e-mail programs do to it, or is refused."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.submission import (
    SubmissionError,
    read_submission_text,
    read_submission_zip,
)
from generator.intake.submission.contents_list import parse_contents
from tests.conftest import PROJECT
from tests.intake.sending import Sent, submission_text, submission_zip

FIXTURES = Path(__file__).parent / "submissions"
OLD = """\
title: Falls car
areas: [west-suffolk]
summary: A car with a paramedic and a therapist that goes to people who fell at home, within one hour.
note: |
  It's "new" -- really...

  ```
  and a fence
  ```
"""  # noqa: E501 - a long line is what is tested
CAR = Sent("prototypes/falls-car.yaml", OLD.replace("one hour", "an hour"), OLD)
AREA = Sent("registry/areas/west-suffolk.yaml", "title: West Suffolk\ntype: district\n")
SENT = submission_text([AREA, CAR])

Damage = Callable[[str], str]


def wrapped(text: str, width: int = 72) -> str:
    lines = (textwrap.wrap(line, width, drop_whitespace=True) or [""] for line in text.split("\n"))
    kept = (
        [line] if len(line) <= width else parts
        for line, parts in zip(text.split("\n"), lines, strict=True)
    )
    return "\n".join(part for parts in kept for part in parts)


def quoted(text: str) -> str:
    return re.sub("^", "> ", text, flags=re.MULTILINE)


DAMAGE: dict[str, Damage] = {
    "none": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "a reply": quoted,
    "a reply to a reply": lambda text: quoted(quoted(text)),
    "wrapped lines": wrapped,
    "a wrapped reply": lambda text: quoted(wrapped(text)),
    "curly quotation marks": lambda text: re.sub('"(.*?)"', "“\\1”", text).replace("'", "’"),
    "dashes and dots": lambda text: text.replace("--", "—").replace("...", "…"),
    "fixed spaces": lambda text: text.replace("  ", "\u00a0 "),
    "spaces at line ends": lambda text: text.replace("\n", "  \n"),
    "words around it": lambda text: f"Dear all,\n\nplease find it below.\n\n{text}\n-- \nA nurse\n",
    "a space more before lines": lambda text: re.sub("^ ", "  ", text, flags=re.MULTILINE),
    "all at once": lambda text: quoted(wrapped(text.replace("'", "’"))).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_an_email_program_does_is_undone(name: str) -> None:
    submission = read_submission_text(DAMAGE[name](SENT), "mail.txt")
    assert [(r.path, r.state, r.text, r.original) for r in submission.records] == [
        (AREA.path, "new", AREA.text, None),
        (CAR.path, "changed", CAR.text, OLD),
    ]


def test_a_text_that_cannot_be_repaired_is_refused_in_plain_words() -> None:
    with pytest.raises(SubmissionError) as refused:
        read_submission_text(SENT.replace("paramedic", "paramedics"), "mail.txt")
    assert {finding.message for finding in refused.value.findings} == {
        "The text of “prototypes/falls-car.yaml” was changed on its way."
    }
    assert {finding.hint for finding in refused.value.findings} == {
        "Ask for the zip, which cannot be changed on its way."
    }


def test_an_original_may_be_named_by_its_checksum_alone() -> None:
    text = submission_text([CAR], with_originals=False)
    (record,) = read_submission_text(text, "mail.txt").records
    assert record.original is None
    assert len(record.original_digest) == 64


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\ufeff", exclude_categories=["Cs", "Cc"])
    | st.sampled_from("\n`~:- "),
    min_size=1,
).map(lambda text: text.rstrip("\n") + "\n")


@given(TEXTS, TEXTS)
def test_every_text_arrives_as_it_was_sent(text: str, original: str) -> None:
    sent = Sent("prototypes/falls-car.yaml", text, original)
    (record,) = read_submission_text(submission_text([sent]), "mail.txt").records
    assert (record.text, record.original) == (text, original)


def test_the_fixtures_are_what_the_format_says() -> None:
    """The tests of the form compare what it makes with these files."""
    for name, records in (("new", [AREA]), ("changed", [AREA, CAR])):
        assert (FIXTURES / f"{name}.txt").read_bytes() == submission_text(records).encode()
        read = read_submission_zip((FIXTURES / f"{name}.zip").read_bytes(), f"{name}.zip")
        assert read == read_submission_zip(submission_zip(records), f"{name}.zip")


@given(st.data())
def test_a_damaged_zip_is_refused_or_read_as_it_was_sent(data: st.DataObject) -> None:
    whole = submission_zip([AREA, CAR])
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    try:
        read = read_submission_zip(bytes(damaged[:end]), "sent.zip")
    except SubmissionError:
        return
    assert read.records == read_submission_zip(whole, "sent.zip").records


@given(st.data())
def test_a_damaged_text_is_refused_or_read_as_it_was_sent(data: st.DataObject) -> None:
    start = SENT.index("File:")
    at = data.draw(st.integers(start, len(SENT) - 1))
    length = data.draw(st.integers(0, 40))
    other = data.draw(st.text(max_size=20))
    try:
        read = read_submission_text(SENT[:at] + other + SENT[at + length :], "mail.txt")
    except SubmissionError:
        return
    assert [record.text for record in read.records] == [AREA.text, CAR.text]


def test_the_list_in_the_document_is_one_that_is_read() -> None:
    text = (PROJECT / "docs" / "submission.md").read_text(encoding="utf-8")
    example = re.findall(r"```json\n(.*?)```", text, re.DOTALL)[0]
    read = parse_contents(example.encode(), "submission.json")
    assert [record.state for record in read.records] == ["new", "changed"]
    assert [file.path for file in read.media] == ["media/team.png"]
