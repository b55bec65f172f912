"""CSV files as programs save them: never a wrong letter, and a plain question when unsure."""

from __future__ import annotations

import pytest

from generator.intake.sheets import SheetError, read_sheet
from generator.intake.sheets.csv_encoding import decode_csv
from generator.model.kinds import KIND_OF

# Each must be read in each encoding in which it can be saved.
READ = """Café naïve
Carers’ café – £5
Siân’s group meets at the café
It’s 5 – 10 people, at £3
“We felt heard,” said a carer
Reduced by 23% – not 32% – says Renée
A ‘warm’ welcome for José
Seán’s résumé
Waiting… then seen. The rôle’s façade
Kept at 21°C – the ‘cold chain’
O’Brien’s house, Saint-Étienne
Côte d’Ivoire’s délégué
MÜNCHEN – Zürich
2019–20
£500–£1,000 – about €900
he said “no”, then left
people’s voice — and choice
don’t, can’t, won’t – ‘never’
Crème brûlée, pâté
Beyoncé®
€500 a year
François
Nestlé’s UK staff
Women’s Aid – café
St Mary’s Café
The Children’s Society – Noël’s
Citroën
à la carte, émigré
Société Générale
naïveté: she’s “très” sure
Glân Clwyd – “Cân y Galon”
½ day – Chloë’s crèche
Maître d’hôtel
Übung – München’s café
Malmö’s model – “hemtjänst”
“Don’t wait” – Thérèse""".splitlines()

# Alone, each could be another word in the other encoding.
UNSURE = {
    "mac_roman": ("El Niño", "Gaudí", "París", "Björn", "Jesús", "Brontë", "…and so on", "Bríd"),
    "cp1252": ("nurse–led", "…and so on", "Buurtzorg™"),
    "cp850": ("£5 café", "naïve – £5 façade"),
    "utf-16-le": ("£5 café",),
}


def file_of(text: str, end: str = "\r\n") -> str:
    return f'Title,Type,Note{end}One,service,"{text}"{end}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize("text", READ)
def test_british_texts_are_read_as_they_were_saved(text: str, encoding: str) -> None:
    assert len(READ) >= 30
    for end in ("\n", "\r\n", "\r"):
        whole = file_of(text, end)
        try:
            data = whole.encode(encoding)
        except UnicodeEncodeError:
            return  # Mac Roman has no ½
        decoded = decode_csv(data)
        # without a line end of Windows, fewer signs are taken for those of Windows
        assert decoded.text == whole if decoded.doubt is None else end == "\r"
        assert decoded.doubt is None or encoding == "cp1252"


@pytest.mark.parametrize("encoding", UNSURE)
def test_what_could_be_another_word_is_refused(encoding: str) -> None:
    for text in UNSURE[encoding]:
        data = file_of(text).encode(encoding, "ignore")
        assert decode_csv(data).doubt is not None, text


def test_the_case_of_the_field() -> None:
    data = b"Title,Type,Note\rCaf\x8e na\x95ve,service,Here\r"
    (row,) = read_sheet(data, "x.csv", KIND_OF["practice"]).rows
    assert row.title == "Café naïve"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"Title,Where\r\nOne,\r\n" + b"El Ni\x96o,Ashby\r\n", "Row 3, column A could be "
         "“Ni–o” or “Niño”."),
        ("Title;Where\nOne;cafÃ©\n".encode(), "Row 2, column B has “cafÃ©”."),
        ("Title;Where\nOne;itâ€™s\n".encode(), "Row 2, column B has “itâ€™s”."),
        ("Title;Where\nOne;it\ufffds\n".encode(), "Row 2, column B has letters that cannot be "
         "read."),
        ("Title;Where\nOne;£5\n".encode("utf-16-le"), "Row 1, column A has letters that cannot "
         "be read."),
    ],
)  # fmt: skip
def test_a_doubt_is_told_with_its_place(data: bytes, place: str) -> None:
    with pytest.raises(SheetError) as stopped:
        read_sheet(data, "x.csv", KIND_OF["prototype"])
    assert str(stopped.value) == (
        f"We cannot tell how this file was saved, so some letters may be wrong. {place} Open the "
        "file where you made it, and save it as “CSV UTF-8” or .xlsx."
    )


@pytest.mark.parametrize("text", ["Åse Ängström", "São Paulo", "â la carte – Ã", "Âge d’or"])
def test_letters_that_only_look_wrong_are_kept(text: str) -> None:
    assert decode_csv(file_of(text).encode()).doubt is None
