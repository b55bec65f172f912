"""Documents are read whole, freed of names, or refused in plain words."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.media.documents import plain_document, read_document
from generator.media.refusal import MediaRefusedError, RefusalType
from tests.examples import examples
from tests.media.document_samples import (
    AUTHOR,
    DOCUMENTS,
    NAMED_CORE,
    NAMED_META,
    office,
    pdf,
    zipped,
)

REFUSED = {
    "locked pdf": RefusalType.PROTECTED,
    "locked docx": RefusalType.PROTECTED,
    "locked zip docx": RefusalType.PROTECTED,
    "script pdf": RefusalType.ACTIVE,
    "launching pdf": RefusalType.ACTIVE,
    "attached pdf": RefusalType.ACTIVE,
    "form pdf": RefusalType.ACTIVE,
    "macro docx": RefusalType.ACTIVE,
    "macro type docx": RefusalType.ACTIVE,
    "embedded pptx": RefusalType.ACTIVE,
    "formula csv": RefusalType.ACTIVE,
    "template docx": RefusalType.OUTSIDE,
    "linked picture pptx": RefusalType.OUTSIDE,
    "fetching docx": RefusalType.OUTSIDE,
    "linked xlsx": RefusalType.OUTSIDE,
    "changed docx": RefusalType.NAMES,
    "commented odt": RefusalType.NAMES,
    "bomb docx": RefusalType.SIZE,
    "xml bomb docx": RefusalType.SIZE,
    "cut pdf": RefusalType.DAMAGED,
}
SOUND = sorted({*DOCUMENTS} - {*REFUSED} - {"program"})


def name_of(sample: str) -> str:
    return f"a.{sample.rpartition(' ')[2]}"


@pytest.mark.parametrize("sample", SOUND)
def test_a_sound_document_is_read(sample: str) -> None:
    content = DOCUMENTS[sample]()
    facts = read_document(name_of(sample), content)
    assert facts.words.startswith(("words", "why", "call bob", "where visits ashby"))
    plain = plain_document(name_of(sample), content)
    assert (len(plain), facts.is_plain) == (facts.size, plain == content)


@pytest.mark.parametrize(("sample", "refusal_type"), REFUSED.items())
def test_a_hostile_document_is_refused(sample: str, refusal_type: RefusalType) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        read_document(name_of(sample), DOCUMENTS[sample]())
    refusal = refused.value.refusal
    assert (refusal.type, refusal.message[-1], refusal.hint[-1]) == (refusal_type, ".", ".")


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        ("a.pdf", "docx"), ("a.docx", "xlsx"), ("a.xlsx", "docx"), ("a.docx", "odt"),
        ("a.odt", "ods"), ("a.odt", "docx"), ("a.pdf", "program"), ("a.docx", "program"),
        ("a.txt", "program"), ("a.csv", "docx"), ("a.pptx", "pdf"),
    ],
)  # fmt: skip
def test_a_document_of_another_type_is_refused(name: str, sample: str) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        read_document(name, DOCUMENTS[sample]())
    assert refused.value.refusal.type is RefusalType.TYPE


def test_no_name_of_an_author_remains_in_a_pdf() -> None:
    for sample in ("named pdf", "commented pdf"):
        content = DOCUMENTS[sample]()
        plain = plain_document("a.pdf", content)
        assert b"Jane" in content
        assert b"Jane" not in plain
        assert read_document("a.pdf", plain).is_plain
    reader = PdfReader(io.BytesIO(plain_document("a.pdf", DOCUMENTS["named pdf"]())))
    assert reader.metadata is not None
    assert {key: str(value) for key, value in reader.metadata.items()} == {"/Title": "Our report"}
    assert reader.pages[0].extract_text().strip() == "Words."


def test_an_earlier_version_of_a_pdf_is_gone() -> None:
    content = pdf("Words.")
    start = content.index(b"startxref")
    place = content[start:].split()[1]
    later = (
        b"3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n"
        b"xref\n3 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %b >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    )
    at = len(content)
    table = at + later.index(b"xref\n3 1")
    content += later % (at, place, table)
    plain = plain_document("a.pdf", content)
    assert b"Helvetica" not in plain
    assert b"Courier" in plain


@pytest.mark.parametrize(
    ("name", "part", "named"),
    [
        ("a.docx", "docProps/core.xml", NAMED_CORE),
        ("a.xlsx", "docProps/core.xml", NAMED_CORE),
        ("a.odt", "meta.xml", NAMED_META),
        (
            "a.xlsx",
            "xl/workbook.xml",
            f'<workbook xmlns:x="x"><x:absPath url="C:\\Users\\{AUTHOR}\\"/><s/></workbook>',
        ),
    ],
)
def test_no_name_of_an_author_remains_in_an_office_document(
    name: str, part: str, named: str
) -> None:
    content = office(f".{name[2:]}", "Words &amp; more.", {part: named, "other.bin": b"x" * 5000})
    plain = plain_document(name, content)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive, zipfile.ZipFile(io.BytesIO(content)) as old:
        assert archive.testzip() is None
        assert archive.namelist() == old.namelist()
        assert AUTHOR.encode() not in b"".join(archive.read(each) for each in archive.namelist())
        same = [each for each in archive.namelist() if each != part]
        assert [archive.read(each) for each in same] == [old.read(each) for each in same]
        assert b"Our report" in archive.read(part) or name == "a.xlsx"
    assert read_document(name, plain).is_plain
    assert len(plain) < 5000


def test_personal_data_in_a_document_is_noticed() -> None:
    text = "Reach me at bob.smith@example.org or see 943 476 5919."
    for name in ("a.docx", "a.xlsx", "a.pptx", "a.odt"):
        facts = read_document(name, office(f".{name[2:]}", text))
        assert [match.sort for match in facts.matches] == ["e-mail", "nhs-number"], name
    split = '<w:p xmlns:w="w"><w:t>943 476</w:t><w:t xml:space="preserve"> 5919</w:t></w:p>'
    (match,) = read_document("a.docx", office(".docx", more={"word/x.xml": split})).matches
    assert match.sort == "nhs-number"
    cells = '<sheetData xmlns="x"><c t="n"><v>9434765919</v></c><c t="s"><v>12</v></c></sheetData>'
    facts = read_document("a.xlsx", office(".xlsx", more={"xl/worksheets/sheet1.xml": cells}))
    assert [match.sort for match in facts.matches] == ["nhs-number"]


def test_numbers_in_two_cells_are_not_one() -> None:
    cells = '<sheetData xmlns="x"><c><v>943476</v></c><c><v>5919</v></c></sheetData>'
    facts = read_document("a.xlsx", office(".xlsx", more={"xl/worksheets/sheet1.xml": cells}))
    assert facts.matches == ()
    assert read_document("a.csv", b"943476,5919\n").matches == ()


def test_text_of_other_times_is_read() -> None:
    assert "café" in read_document("a.txt", "A café.".encode("cp1252")).words
    assert "café" in read_document("a.txt", "A café.".encode("utf-16")).words


@examples(150)
@given(
    st.sampled_from(["pdf", "named pdf", "docx", "xlsx", "odt"]),
    st.integers(0, 900),
    st.binary(max_size=6),
    st.booleans(),
)
def test_a_broken_document_is_read_or_refused_in_words(
    sample: str, at: int, new: bytes, cut: bool
) -> None:
    content = DOCUMENTS[sample]()
    content = content[:at] + new + (b"" if cut else content[at + len(new) :])
    try:
        read_document(name_of(sample), content)
        plain_document(name_of(sample), content)
    except MediaRefusedError as refused:
        refusal = refused.refusal
    else:
        return
    assert (refusal.message[-1], refusal.hint[-1]) == (".", ".")


def test_a_part_may_not_be_there_twice() -> None:
    content = office(".docx", more={"Word/Document.xml": "<x/>"})
    with pytest.raises(MediaRefusedError):
        read_document("a.docx", content)
    with pytest.raises(MediaRefusedError):
        read_document("a.docx", zipped({"a": "b"}))
