"""Made-up identifiers in the many ways in which people write them. None belongs to anyone."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from generator.privacy import PersonalDataName

_FIRST = ("alder", "birch", "cedar", "elm", "hazel", "o'rowan", "maple", "oak", "wren-lark", "j")
_LAST = ("brook", "field", "hill", "lake", "moor", "stone", "tarn", "wood")
_HOSTS = (
    "example.org",
    "example.co.uk",
    "ward.example.nhs.uk",
    "my-council.example.gov.uk",
    "e.io",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ZERO_WIDTH = ("\u200b", "\u00ad", "\u2060", "&shy;", "&#8203;")


def number(chance: Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def wide(text: str) -> str:
    """The same in full-width letters and digits."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def broken(chance: Random, text: str) -> str:
    """The same with a letter inside that nobody sees."""
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + chance.choice(_ZERO_WIDTH) + text[at:]


def spaced(text: str, by: str) -> str:
    return text.replace(" ", by)


def email(chance: Random) -> list[str]:
    local = f"{chance.choice(_FIRST)}.{chance.choice(_LAST)}"
    plain = f"{local}@{chance.choice(_HOSTS)}"
    words = plain.replace(".", " [dot] ").replace("@", " [at] ")
    return [
        plain, plain.upper(), plain.title(), words, plain.replace("@", "(at)"), words.upper(),
        plain.replace("@", " (at) ").replace(".", "(dot)"), plain.replace("@", "{at}"),
        plain.replace("@", "&#64;"), plain.replace("@", "&commat;").replace(".", "&#x2e;"),
        plain.replace("@", "\uff20"), wide(plain.replace("'", "")), broken(chance, plain),
        plain.replace("@", "%40"), plain.replace("@", "<span>@</span>"), plain.replace("@", "[@]"),
        plain.replace("@", "\\u0040"), f"{number(chance, 3)}{plain}", f"a+b_{plain}",
    ]  # fmt: skip


def telephone(chance: Random) -> list[str]:
    six, area = number(chance, 6), chance.choice(("1325", "1642", "1632", "1388"))
    three, four = six[:3], number(chance, 4)
    return [
        f"0{area} {six}", f"0{area}{six}", f"(0{area}) {six}", f"0{area}-{six}",
        f"0{area} {six[:3]} {three}",
        f"0{area}.{six}", f"+44 {area} {six}", f"+44 (0){area} {six}", f"+44(0) {area} {six}",
        f"0044 {area} {six}",
        f"020 7946 {four}", f"(020) 7946 {four}", f"+44 20 7946 {four}", f"0191 {three} {four}",
        f"0191-{three}-{four}",
        f"07700 900{three}", f"07700900{three}", f"+44 7700 900{three}", f"+447700900{three}",
        f"07700-900-{three}",
        f"0300 {three} {four}", f"0800 {six}", f"0808 157 {four}", f"0333{three}{four}",
        f"0345 {three} {four}",
        f"0{area}\u00a0{six}", f"0{area}\u2011{six}", f"0{area}&nbsp;{six}", wide(f"0{area} {six}"),
        broken(chance, f"0{area}{six}"), f"0{area}\n    {six}", f"07 700 900 {three}",
        f"tel: 0 {' '.join(area + six)}",
    ]  # fmt: skip


def nhs_number(chance: Random) -> str:
    """Ten digits whose last one is right by modulus 11, told apart from the library's rule."""
    while True:
        nine = chance.choice("4679") + number(chance, 8)
        last = 11 - sum(int(one) * (10 - at) for at, one in enumerate(nine)) % 11
        if last != 10:
            return f"{nine}{last % 11}"


def patient(chance: Random) -> list[str]:
    ten = nhs_number(chance)
    plain = f"{ten[:3]} {ten[3:6]} {ten[6:]}"
    return [
        plain, ten, spaced(plain, "-"), spaced(plain, "\u00a0"), spaced(plain, "&nbsp;"),
        spaced(plain, "\u2011"),
        spaced(plain, "\u2009"), wide(plain), wide(ten), broken(chance, ten), broken(chance, plain),
        spaced(plain, " - "), spaced(plain, "\n  "), spaced(plain, "."), spaced(plain, "&#45;"),
    ]  # fmt: skip


def insurance(chance: Random) -> list[str]:
    six, last = number(chance, 6), chance.choice("ABCD")
    prefix = chance.choice("ABCEGHJKLMNOPRSTWXYZ") + chance.choice("ABCEHJLMPRSWXY")
    prefix = "AB" if prefix in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"} else prefix
    plain = f"{prefix} {six[:2]} {six[2:4]} {six[4:]} {last}"
    whole = spaced(plain, "")
    return [
        plain, whole, plain.lower(), whole.lower(), spaced(plain, "-"), f"{prefix}{six} {last}",
        f"{prefix} {six}{last}",
        f"{prefix} {six} {last}", f"{prefix} {six[:3]} {six[3:]} {last}", spaced(plain, "\u00a0"),
        spaced(plain, "&nbsp;"),
        wide(plain), wide(whole), broken(chance, whole), broken(chance, plain), spaced(plain,
        "\u2011"), spaced(plain, "."),
    ]  # fmt: skip


def postcode(chance: Random) -> list[str]:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    inward = number(chance, 1) + chance.choice(letters) + chance.choice(letters)
    outward = chance.choice(
        (
            "DL1",
            "DL14",
            "TS26",
            "NE1",
            "M1",
            "B33",
            "SW1A",
            "EC1A",
            "W1T",
            "E1",
            "L18",
            "BT7",
            "JE2",
        )
    )
    # small letters are not tried where they would be an ordinal or a measure
    low = f"{outward} {chance.randint(1, 9)}{chance.choice('abdefw')}{chance.choice('jz')}".lower()
    plain = f"{outward} {inward}"
    return [
        plain, spaced(plain, ""), low, spaced(low, ""), spaced(plain, "\u00a0"), spaced(plain,
        "&nbsp;"), spaced(plain, "  "),
        wide(plain), broken(chance, plain), broken(chance, spaced(plain, "")), spaced(plain,
        "\u2009"), spaced(plain, "-"),
        spaced(plain, "\n   "), low.title(), spaced(plain, "%20"), spaced(plain, "&#32;"),
    ]  # fmt: skip


def date(chance: Random) -> list[str]:
    """A date in many forms; whose it is is said around it."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1921, 2019)
    name = _MONTHS[month - 1]
    return [
        f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}", f"{day:02}-{month:02}-{year}",
        f"{day}.{month}.{year}",
        f"{year}-{month:02}-{day:02}", f"{day} {name} {year}", f"{day}th of {name} {year}",
        f"{name} {day}, {year}",
        f"{day} {name[:3]} {year % 100:02}", f"{day:02}/{month:02}/{year % 100:02}",
        f"{day:02} {month:02} {year}",
        f"{day}&nbsp;{name}&nbsp;{year}", wide(f"{day:02}/{month:02}/{year}"),
        f"{day:02}\u2011{month:02}\u2011{year}",
        f"{day}-{name[:3]}-{year}", broken(chance, f"{day:02}/{month:02}/{year}"),
        f"{day} {name}\n  {year}",
    ]  # fmt: skip


def client(chance: Random) -> list[str]:
    """A number of a patient or client in many forms; whose it is is said around it."""
    seven = f"{chance.randint(3, 9)}{number(chance, 6)}"
    ten = f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}{number(chance, 6)}"
    plain = f"{ten[:3]} {ten[3:6]} {ten[6:]}"
    return [
        ten, f"{ten[:6]} {ten[6:]}", plain, seven, f"K{seven}", f"RX{seven}", f"{seven}A",
        f"{seven[:3]}/{seven[3:]}", f"{seven[:4]}-{seven[4:]}", spaced(plain, "\u00a0"),
        spaced(plain, "&nbsp;"), spaced(plain, "\u2011"), wide(ten), broken(chance, ten),
    ]  # fmt: skip


def person(chance: Random) -> list[str]:
    """Sentences about made-up people by name."""
    first = chance.choice(("Mary", "John", "Priya", "Mohammed", "Siobhan", "Agnieszka"))
    last = chance.choice(("Smith", "Jones", "Patel", "O'Neill", "Brown-Lee", "McDonald"))
    name, age = f"{first} {last}", chance.randint(3, 99)
    street = chance.choice(("Acacia Avenue", "14 Brook Road", "3a Old Mill Lane"))
    job = chance.choice(("lead nurse", "Director", "a carer", "team manager"))
    return [
        f"{name}, {age}, of {street}", f"Mrs {last} (aged {age}) who lives at {street}",
        f"{name} of {street}", f"{name}, aged {age}", f"{age}-year-old {name}", f"{name} ({age})",
        f"{age}-year-old woman of {street}", f"{name}, {job}",
        f"lead nurse {name}", f"Dr {last}, {job}", f"said {name}", f"{name},\n  {job}",
        f"{first}\u00a0{last}, {job}", broken(chance, f"{name}, aged {age}"),
    ]  # fmt: skip


MAKERS: dict[PersonalDataName, Callable[[Random], list[str]]] = {
    "e-mail": email,
    "telephone": telephone,
    "nhs-number": patient,
    "national-insurance": insurance,
    "postcode": postcode,
    "date-of-birth": date,
    "patient-number": client,
    "person": person,
}
