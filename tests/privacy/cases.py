"""Labelled texts: made-up identifiers where such turn up, and what only looks like them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generator.privacy import PERSONAL_DATA_TYPES, PersonalDataName
from tests.privacy.made import MAKERS, nhs_number, number

SEED = 20261124
ROUNDS = 5
_AROUND = (
    "{}", "Ask at {} before noon.", "title: Café\nsummary: >-\n  Reach them, {},\n  or call in.\n",
    "name,contact,beds\nNorth,{},12\nSouth,,9\n", '<p class="lead">See <b>{}</b>; then wait.</p>',
    '{{"id": 7, "note": "{}"}}', "| Ward | {} | 3,400 |", "It was £4,200 in 2011-2012 ({}).",
    "- {}\n- E06000005\n", "Naïve “{}” – 24/7…", "<!-- {} -->", "5 of 12 {} 30 more", "x: '{}'",
)  # fmt: skip
_BORN = (
    "born {}", "She was born on {} in the north.", "DOB: {}", "D.O.B. {}", "dob={}",
    "date_of_birth: {}",
    "<dt>Date of birth</dt>\n<dd>{}</dd>", "| DOB | {} |", "id,dob\n17,{}", "{} (date of birth)",
    '"dateOfBirth": "{}"', "Date of birth (dd/mm/yyyy): {}", "On {} he was born.", "Birthday: {}",
    "d o b {}", "D\u200bOB:&nbsp;{}", "b. {}",
)  # fmt: skip
_NUMBERED = (
    "CHI number {}", "CHI No: {}", "H&C number {}", "H&amp;C no. {}", "patient id {}",
    "Patient ID: {}", "patient_id: {}", "hospital number {}", "Her hospital number is {}.",
    "| MRN | {} |", '"patientNumber": "{}"', "Case note number:\n  {}",
    "service user ID {}", "Client no. ({})", "Patient’s number: {}",
)  # fmt: skip
# where the words around it make a date or a number personal
_AROUND_SORT = {"date-of-birth": _BORN, "patient-number": _NUMBERED}


@dataclass(frozen=True)
class Case:
    """A text, and the one identifier in it; a look-alike has none."""

    text: str
    sort: PersonalDataName | None = None
    planted: str = ""


def positives() -> Iterator[Case]:
    """Every form of every sort several times, each in another place."""
    chance = Random(SEED)
    for sort, make in MAKERS.items():
        around = _AROUND_SORT.get(sort, _AROUND)
        forms = [form for _ in range(ROUNDS) for form in make(chance)]
        for count, form in enumerate(forms):
            yield Case(around[count % len(around)].format(form), sort, form)


_WRITTEN = Path(__file__).with_name("look_alikes.txt").read_text("utf-8").splitlines()
_IN = ("{}", "note: {}\n", "<td>{}</td>")


def look_alikes() -> Iterator[Case]:
    """What only looks like personal data, as it is written and as figures come."""
    for text in _WRITTEN:
        for around in _IN:
            yield Case(around.format(text))
    chance = Random(SEED)
    for _ in range(40):
        yield Case(f"£{chance.randint(1, 999)},{number(chance, 3)},{number(chance, 3)}")
        yield Case(
            f"{number(chance, 3)} of {number(chance, 5)} ({number(chance, 2)}.{number(chance, 1)}%)"
        )
        yield Case(f"E0{number(chance, 7)} | {number(chance, 4)} | 2011-{number(chance, 2)}")
        yield Case(f"ISBN {nhs_number(chance)}")
        yield Case(f"https://example.org/story/{nhs_number(chance)}/read")


# line ends and invisible characters, which the list of cases writes as signs
_SIGNS = str.maketrans({"⏎": "\n", "⍽": "\u00a0", "◌": "\u200b"})


def written_cases() -> Iterator[Case]:
    """Each line of `written.txt`: a text, and the one sort of personal data in it, if any."""
    lines = Path(__file__).with_name("written.txt").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            sort, _, text = line.partition(" | ")
            yield Case(text.translate(_SIGNS), _SORTS[sort])


_SORTS: dict[str, PersonalDataName | None] = {
    **{sort: sort for sort in PERSONAL_DATA_TYPES},
    "none": None,
}
WRITTEN = tuple(written_cases())
POSITIVES = tuple(positives())
LOOK_ALIKES = tuple(look_alikes())
