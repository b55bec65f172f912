"""The words in a file of a site, for rules about what a site says.

A file holds more than words: encoded lists, coordinates, hashes, numbers of a column. By chance
some of these look like an e-mail address or an NHS number, so they are left out. What is left is
split as it was written: numbers of two cells are never read as one number.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Callable, Iterable

from generator.exports import texts_in_database
from generator.find import index_words, texts_in
from generator.publish.verify.scripts import INDEX, handed_over

# wider than any gap inside a telephone number or between a label and its number
_APART = "\n" * 24
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.IGNORECASE)
_GEOMETRY = re.compile(
    r'(?<= )(?:cx|cy|d|dx|dy|height|points|r|rx|ry|transform|viewBox|width|x|x1|x2|y|y1|y2)="'
    r'[-+0-9.,% A-Za-z()]*"'
)
_SORT_KEY = re.compile(r' data-sort="-?[0-9.]*"')
_XML_NUMBER = re.compile(r">-?[0-9.]+<")


def words_in(url: str, text: str, content: bytes) -> str:
    """Return the words of a file. Where the file is markup, each word keeps its place in `text`.

    A file that is not what its name says is returned whole.
    """
    read = _READERS.get(posixpath.splitext(url)[1])
    try:
        return read(text, content) if read else text
    except (ValueError, TypeError, AttributeError, RecursionError, csv.Error):
        return text


def _page_words(text: str, _: bytes) -> str:
    return _blank(_SORT_KEY, _blank(_GEOMETRY, text))


def _xml_words(text: str, _: bytes) -> str:
    return _blank(_XML_NUMBER, text)


def _table_words(text: str, _: bytes) -> str:
    return _joined(cell for row in csv.reader(io.StringIO(text)) for cell in row)


def _database_words(_: str, content: bytes) -> str:
    return _joined(texts_in_database(content))


def _json_words(text: str, _: bytes) -> str:
    return _joined(texts_in(json.loads(text)))


def _script_words(text: str, _: bytes) -> str:
    call = handed_over(text)
    if call is None:
        return text
    if call.receiver == INDEX:
        return _joined(index_words(call.name, call.value))
    return _joined(texts_in(call.value))


def _joined(texts: Iterable[str]) -> str:
    return _APART.join(text for text in texts if not _NUMBER.fullmatch(text))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


_READERS: dict[str, Callable[[str, bytes], str]] = {
    ".html": _page_words,
    ".svg": _page_words,
    ".xml": _xml_words,
    ".graphml": _xml_words,
    ".csv": _table_words,
    ".sqlite": _database_words,
    ".json": _json_words,
    ".js": _script_words,
}
