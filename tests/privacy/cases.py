"""Made-up personal data in many forms, and what only looks like it; the same every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.privacy import Sort

EACH = 70
_AROUND = (
    "{}", "Ask {} about it.", "summary: {}\n", "- {}", "<p>Call {}.</p>", '"{}",12', "({})",
    "Contact: {} (team lead)", "team|{}|rota", "see {}; then wait", "title: Café, {}", "{}\n{}",
)  # fmt: skip
_HOSTS = ("example.org", "trust.example.nhs.uk", "example.co.uk", "my-council.example.gov.uk")
_NAMES = ("jo", "a.person", "sam_lee", "x+y", "team-lead", "j.o.smith99")
_AREAS = ("TS", "NE", "DL", "SW", "E", "M", "EH", "BT", "L", "B")


@dataclass(frozen=True)
class Case:
    """A text, and the sorts of personal data in it, in order."""

    text: str
    sorts: tuple[Sort, ...]


def _email(chance: random.Random) -> str:
    plain = f"{chance.choice(_NAMES)}@{chance.choice(_HOSTS)}"
    hidden: tuple[Callable[[str], str], ...] = (
        str,
        str.upper,
        lambda text: text.replace("@", " [at] ").replace(".", " [dot] "),
        lambda text: text.replace("@", "(at)"),
        lambda text: text.replace("@", "&#64;"),
        lambda text: text.replace("@", "＠"),  # the look-alike is the case
        lambda text: text[0] + "\u200b" + text[1:],
        lambda text: f"mailto:{text}",
    )
    return chance.choice(hidden)(plain)


def _digits(chance: random.Random, number: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(number))


def _telephone(chance: random.Random) -> str:
    d = _digits(chance, 9)
    forms = (
        f"01325 {d[:6]}", f"0191 {d[:3]} {d[3:7]}", f"020 7946 {d[:4]}", f"07700 900{d[:3]}",
        f"07700900{d[:3]}", f"(0191) {d[:3]}-{d[3:7]}", f"+44 191 {d[:3]} {d[3:7]}",
        f"+44 (0)20 7946 {d[:4]}", f"0044 7700 900{d[:3]}", f"0800 {d[:6]}",
        f"0300 {d[:3]} {d[3:7]}", f"01325-{d[:6]}", f"01325\u00a0{d[:6]}", f"+447700900{d[:3]}",
    )  # fmt: skip
    return chance.choice(forms)


def _nhs(chance: random.Random) -> str:
    while True:
        nine = chance.choice(("4", "6", "7")) + _digits(chance, 8)
        check = (11 - sum(int(c) * (10 - n) for n, c in enumerate(nine)) % 11) % 11
        if check < 10:
            break
    whole = f"{nine}{check}"
    three = (whole[:3], whole[3:6], whole[6:])
    return chance.choice((whole, " ".join(three), "-".join(three), "\u2009".join(three)))


def _insurance(chance: random.Random) -> str:
    prefix = chance.choice(("AB", "CE", "JG", "PR", "SX", "ZL"))
    d = _digits(chance, 6)
    last = chance.choice("ABCD")
    forms = (
        f"{prefix}{d}{last}",
        f"{prefix} {d[:2]} {d[2:4]} {d[4:]} {last}",
        f"{prefix} {d} {last}",
    )
    found = chance.choice(forms)
    return found.lower() if chance.random() < 0.2 else found


def _postcode(chance: random.Random) -> str:
    unit = "".join(chance.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    area, one = chance.choice(_AREAS), chance.randrange(1, 10)
    district = f"{area}{one}{chance.choice(('', '', str(chance.randrange(0, 10))))}"
    spaced = f"{district} {chance.randrange(0, 10)}{unit}"
    return chance.choice((spaced, spaced, spaced.replace(" ", ""), spaced.replace(" ", "\u00a0")))


def _born(chance: random.Random) -> str:
    day, month, year = (
        chance.randrange(1, 28),
        chance.randrange(1, 12),
        chance.randrange(1920, 2015),
    )
    date = chance.choice(
        (
            f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}", f"{year}-{month:02}-{day:02}",
            f"{day} May {year}", f"{day}th of March {year}", f"June {day}, {year}",
            f"{day:02}-{month:02}-{year % 100:02}",
        )
    )  # fmt: skip
    return chance.choice(
        ("born {}", "DOB: {}", "D.O.B. {}", "date of birth: {}", "born on {}")
    ).format(date)


MAKERS: dict[Sort, Callable[[random.Random], str]] = {
    "e-mail": _email,
    "telephone": _telephone,
    "nhs-number": _nhs,
    "national-insurance": _insurance,
    "postcode": _postcode,
    "date-of-birth": _born,
}

LOOK_ALIKES = (
    "E06000005", "E08000023", "3-2-1", "2011-2012", "2011/12", "1,234,567", "£24.1 million",
    "01325 patients", "A&E 24/7", "12 May 2019", "2020-01-31", "born in 1948",
    "born in Darlington", "ISBN 0-19-852663-6", "ISBN 0198526636", "ISBN 978-0-19-852663-6",
    "doi:10.1136/bmj.g1687", "https://example.org/a/0123456789", "version 3.10.12",
    "10:30 to 11:45", "room 101", "@example", "a-and-e-attendances", "27% to 39%",
    "3539 of 110771", "77 hours", "0.123456789", "-4.25", "£4,010,232,137", "4010232138",
    "1700000000", "12345678901234", "NHS 111", "call 999", "call 101", "10 a.m. at the hub",
    "meet at dot", "two-thirds (at least)", "AB1234", "GB123456A", "TN123456C", "ZZ 99 99 99 A",
    "B2B", "T1 2AB", "Q1 2020", "H1 2021", "S3 bucket", "PM10", "CO2 2030", "X9 9ZZ",
    "1st 2nd 3rd", "w1 1st", "EN 16630", "ISO 9001", "BS 5750", "M62", "A66(M)", "G8",
    "Y10 pupils", "Bands 5 to 7", "5 x 12 weeks", "7.5 FTE", "1:20,000", "50/50",
    "0 to 19 service", "16+", "65+", "000 000 0000", "(0)", "+44", "0800 hours", "1900-2000",
    "20 000 people", "1 000 000", "tel.", "the address is on the leaflet", "dob form",
    "birthday party", "date of birth is not recorded", "e-mail the team",
    "someone at example dot org", "C301", "P105", "G401", "[[pooled-budget]]", "lines: 125-131",
    "lines: 328-335, 402-419", "pages 12-14", "Section 75", "s.256", "L87",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Every case: `EACH` of each sort, then each look-alike in two settings."""
    chance = random.Random(20261124)
    for sort, make in MAKERS.items():
        for _ in range(EACH):
            around = chance.choice(_AROUND)
            found = make(chance)
            yield Case(around.replace("{}", found), (sort,) * around.count("{}"))
    for text in LOOK_ALIKES:
        yield Case(text, ())
        yield Case(f"statement: In the end {text} was what they said.\n", ())
