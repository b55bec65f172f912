"""Take it offline: how to get the academy as one file, what is in it, and how to change it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, Table, TableRow, TextBlock
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import MarkdownText, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

LAYOUT = Layout(
    "offline/index.html",
    ABOUT,
    "Take it offline",
    also_asked=("USB stick", "Give a copy", "Use it without internet", "Download the academy"),
)
_SUMMARY = (
    "The whole academy fits on a USB stick. You can read it, search it, add records and build it "
    "again offline."
)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    yield answer_page(LAYOUT, _SUMMARY, tuple(_sections(site)))


def _sections(site: SiteContent) -> Iterator[PageSection]:
    yield _part("get", "Take it, or give a copy", (_text(_get(site)),))
    yield _part("open", "Open it", (_text(_OPEN),))
    yield _part("make", "Make the file", (_text(_MAKE),))
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
    return Table("", ("File or folder", "What it is"), rows, name="What is in the file")


def _get(site: SiteContent) -> str:
    """Return what to do to carry the academy on a stick, in steps."""
    if site.bundle:
        first = f"[Download the academy as one file]({site.bundle})."
    else:
        contact = f" ({site.identity.contact})" if site.identity.contact else ""
        first = f"Ask the person who looks after this academy{contact} for it. {_REQUEST}"
    return f"1. {first}\n{_STEPS}"


_REQUEST = (
    "You can write: “Please send me the whole academy as one file, the bundle, with all that it "
    "needs to run without the internet.”"
)
_STEPS = """\
2. Copy the file to a USB stick, or pass it on by email or on a shared drive.
3. Whoever gets it unpacks it and opens **START HERE.html**, as below.

Are you reading this from a folder on a computer or a stick? Then you have a copy already: copy the
whole folder.
"""
_MAKE = """\
This part is for the person who looks after the academy. In its folder, run this command. The first
time takes a minute or two:

```
python start.py bundle
```

The file includes the libraries for Windows, macOS and Linux. To make it smaller, choose one system.
If you choose `none`, it is small enough to email, but people need an internet connection to build
the site again:

```
python start.py bundle --for windows
python start.py bundle --for none
```
"""
_OPEN = """\
1. Unpack the file. On Windows: right-click it and choose *Extract all*.
2. Double-click **START HERE.html**.

Pages, search, filters and the form work as they do here. You do not need to install anything or be
online. What you do stays on your computer.
"""
_ADD = """\
Fill in the form. It tells you the name of a folder. Save your file there, inside the folder
*academy*. To see your record on the site, you need Python 3.11 or later. Open a terminal in the
folder *academy* and run these commands. On Windows, use `py` instead of `python`:

```
python start.py check
python start.py
```

The first command lists any problems, with the line and how to fix each one. The second builds the
site and opens it. The same records give the same site on every computer.
"""
_BACK = """\
Save everything that you changed in one small file, and send it to the academy that gave you the
copy:

```
python start.py send --to changes.zip
```

They take it in with `python start.py receive changes.zip`. What changed there meanwhile is not
lost.
"""
_WHOLE = """\
Before you use a file that somebody sent you, check it:

```
python start.py verify academy.zip
python start.py unpack academy.zip from-our-neighbours
```

The second command also checks the file. It unpacks nothing if the file is incomplete, damaged, was
changed or could do harm. The check cannot tell you who made the file. To be sure, ask the person
who made it for the fingerprint, and compare it with the one that `verify` shows.
"""
_INSIDE = (
    ("START HERE.html", "The first page. Open this one"),
    ("READ ME.txt", "Instructions, as plain text"),
    ("LICENCE.txt", "How you can use it, and who to credit"),
    ("manifest.json", "A list of every file, used to check a copy"),
    ("site", "The pages, the search and the data"),
    ("academy", "The records (one small text file each), the program and its libraries"),
)

FAMILY = PageFamily((LAYOUT,), pages)
