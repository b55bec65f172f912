"""Take it offline: how to get the academy as one file, what is in it, and how to change it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, Table, TableRow, TextBlock
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import MarkdownText, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

LAYOUT = Layout("offline/index.html", ABOUT, "Take it offline")
_SUMMARY = (
    "The whole academy fits on a USB stick and needs no network: to read, to search, to write "
    "records and to build it again."
)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    yield answer_page(LAYOUT, _SUMMARY, tuple(_sections(site)))


def _sections(site: SiteContent) -> Iterator[PageSection]:
    yield _part("get", "Get it", (_text(_get(site.bundle)),))
    yield _part("open", "Open it", (_text(_OPEN),))
    yield _part("inside", "What is in it", (_table(),))
    yield _part("add", "Add your own records", (_text(_ADD),))
    yield _part("back", "Send it back", (_text(_BACK),))
    yield _part("whole", "Check the file is complete", (_text(_WHOLE),))


def _part(part: str, title: str, blocks: tuple[Block, ...]) -> PageSection:
    return PageSection(part, title, blocks)


def _text(text: str) -> TextBlock:
    return TextBlock("", MarkdownText(text))


def _table() -> Table:
    rows = tuple(TableRow(((Text(name),), (Text(what),))) for name, what in _INSIDE)
    return Table("", ("In the file", "What it is"), rows, name="What is in the file")


def _get(address: str) -> str:
    if address:
        return f"[Download the newest file]({address}). It holds everything below.\n\n{_MAKE}"
    return f"Ask whoever looks after this academy for the file.\n\n{_MAKE}"


_MAKE = """\
Anyone who has the academy's folder can make it. It takes a minute or two the first time:

```
python start.py bundle
```

It holds the libraries for Windows, macOS and Linux. To make it smaller, name one system, or none:
then it is small enough to email, and building it again needs a network.

```
python start.py bundle --for windows
python start.py bundle --for none
```
"""
_OPEN = """\
1. Unpack the file. On Windows: right-click it and choose *Extract all*.
2. Double-click **START HERE.html**.

Pages, search, filters and the form work as they do here, on a machine that allows no downloads and
has no network. Nothing you do there leaves the machine.
"""
_ADD = """\
Write a record in the form and save it into the folder that it names, inside the folder *academy*.
To see it on the site, you need Python 3.11 or later and no network. Open a terminal in the folder
*academy*; on Windows the command is `py`:

```
python start.py check
python start.py
```

The first says what is wrong, at the line, and what to do. The second builds the site and opens it.
The same records give the same site, byte for byte, on any machine.
"""
_BACK = """\
Make a file of your copy in the same way, and send that:

```
python start.py bundle
```
"""
_WHOLE = """\
Before you unpack a file that somebody sent, let the academy look through it:

```
python start.py verify academy.zip
python start.py unpack academy.zip from-our-neighbours
```

A file that was cut off, damaged, changed, or made to do harm is refused before anything of it is
written. The check cannot say who made the file. Compare the fingerprint that it prints with the
one its maker has.
"""
_INSIDE = (
    ("START HERE.html", "The way in, for everyone"),
    ("READ ME.txt", "The same as plain text"),
    ("LICENCE.txt", "What you can do with it, and who to credit"),
    ("manifest.json", "Every file with its fingerprint, by which a copy is checked"),
    ("site", "The pages, the search and the data"),
    ("academy", "The records, one small text file each, the program, and its libraries"),
)

FAMILY = PageFamily((LAYOUT,), pages)
