"""Extract the words of a site's file, for rules about text such as the one on personal data.

Files also hold encoded lists, coordinates, hashes and numbers. Some of these look like an email
address or NHS number by chance, so they are removed. The rest keeps its separation: numbers in two
cells are never read as one.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.exports import database_texts
from generator.media.documents import document_text
from generator.model.fields.media import DOCUMENT_ENDINGS
from generator.publish.verify.scripts import SEARCH_RECEIVER, parse_script_call
from generator.site.find import index_words, json_texts

# documents of which the bytes are no text
_DOCUMENTS = frozenset(DOCUMENT_ENDINGS) - {".csv", ".txt"}
# wider than any gap in a telephone number, or between a label and its number
_SEPARATOR = "\n" * 24
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.IGNORECASE)
# labels in figures are broken and cut to fit, even inside numbers; the table has the full text
_LABEL = re.compile(r">[^<>]+(?=</text>)")
# the end of shortened text; the page has the full text elsewhere
_TRUNCATED = re.compile(r'(?:[0-9][0-9 .()/-]{0,30}|[^\s<>"]{1,60})…(?=["<])')
# separators that the engine puts between titles or sentences
_JOINT = re.compile(r" [→–·] |[.;:] (?=[^\W\d])")
# inline tags, which do not separate words
_INLINE = "a|abbr|b|bdi|code|em|font|i|kbd|mark|small|span|strong|sub|sup|tt|u|wbr"
_BARE = r'(?: class="[A-Za-z _-]{0,40}")? ?/?>'
_TAG = re.compile(rf"<(?!/?(?:{_INLINE}){_BARE})[/a-zA-Z][^<>]*>")
_NAME = re.compile(r"""^</?[^\s<>]*\s?|[\w:-]+=["']?|["'>]+""")
_NUMERIC = re.compile(
    r'(?:cx|cy|d|data-sort|dx|dy|height|points|r|rx|ry|transform|viewBox|width|x|x1|x2|y|y1|y2)="'
    r'[-+0-9.,% A-Za-z()]*"'
)
# linked data in the head of a page
_DATA_BLOCK = re.compile(r'(?<=<script type="application/ld\+json">)[^<]+')
_BETWEEN_VALUES = re.compile(r'[\[\]{}":,]{2,}')
_XML_NUMBER = re.compile(r">-?[0-9.]+<")


def visible_text(url: str, text: str, content: bytes) -> str:
    """Return the words of a file. In markup, each word keeps its offset in `text`.

    A file that does not parse as its type is returned whole.
    """
    ending = posixpath.splitext(url)[1].lower()
    if ending in _DOCUMENTS:
        return document_text(url, content)
    read = _READERS.get(ending)
    try:
        return read(text, content) if read else text
    except (ValueError, TypeError, AttributeError, RecursionError, csv.Error):
        return text


def _page_words(text: str, _: bytes) -> str:
    text = _replace_with_line_ends(
        _JOINT, _replace_with_spaces(_TRUNCATED, _replace_with_spaces(_LABEL, text))
    )
    text = _DATA_BLOCK.sub(lambda match: _replace_with_line_ends(_BETWEEN_VALUES, match[0]), text)
    return _TAG.sub(lambda match: _tag_words(match[0]), text)


def _drawing_words(text: str, _: bytes) -> str:
    return _TAG.sub(lambda match: _tag_words(match[0]), text)


@lru_cache(maxsize=30_000)  # most pages share the same tags
def _tag_words(tag: str) -> str:
    """Return a tag with line ends in place of everything except attribute values."""
    return _replace_with_line_ends(_NAME, _replace_with_line_ends(_NUMERIC, tag))


def _xml_words(text: str, _: bytes) -> str:
    return _replace_with_spaces(_XML_NUMBER, text)


def _table_words(text: str, _: bytes) -> str:
    cells = (cell for row in csv.reader(io.StringIO(text)) for cell in row)
    return _join_texts(cell for cell in cells if not _NUMBER.fullmatch(cell))


def _database_words(_: str, content: bytes) -> str:
    return _join_texts(database_texts(content))


def _json_words(text: str, _: bytes) -> str:
    return _join_texts(json_texts(json.loads(text)))


def _script_words(text: str, _: bytes) -> str:
    call = parse_script_call(text)
    if call is None:
        return text
    if call.receiver == SEARCH_RECEIVER:
        return _replace_with_line_ends(_JOINT, _join_texts(index_words(call.name, call.value)))
    return _join_texts(json_texts(call.value))


def _join_texts(texts: Iterable[str]) -> str:
    # names of fields and of kinds stand in a data file thousands of times: once is enough to read
    return _SEPARATOR.join(dict.fromkeys(texts))


def _replace_with_line_ends(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "\n" * len(match[0]), text)


def _replace_with_spaces(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


_READERS: dict[str, Callable[[str, bytes], str]] = {
    ".html": _page_words,
    ".svg": _drawing_words,
    ".xml": _xml_words,
    ".graphml": _xml_words,
    ".csv": _table_words,
    ".sqlite": _database_words,
    ".json": _json_words,
    ".js": _script_words,
}
