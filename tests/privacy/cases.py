"""Labelled texts: made-up identifiers where such turn up, and what only looks like them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generator.privacy import PersonalDataName
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
        around = _BORN if sort == "date-of-birth" else _AROUND
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


POSITIVES = tuple(positives())
LOOK_ALIKES = tuple(look_alikes())
