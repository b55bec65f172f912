"""The pages that an academy has without writing them: about, how to share, and others.

A page of the same name in the academy's own folder takes its place. In any of them, the words
`{{ name }}`, `{{ about }}` and `{{ contact }}` stand for what the settings say, which is their one
source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.identity import link_target
from generator.starter.program_files import FILES

PAGES_FOLDER = FILES / "pages"
SHARE, ABOUT, CLAIMS, ACCESSIBILITY = "share.md", "about.md", "claims.md", "accessibility.md"
DEFAULT_PAGES = (SHARE, ABOUT, CLAIMS, ACCESSIBILITY)

_SHARE_TITLE, _ABOUT_TITLE = "Share your work", "About"
_NO_CONTACT = "whoever looks after this academy"
_WORDS = re.compile(r"\{\{ (name|about|contact) \}\}")
# what Python-Markdown reads as markup: https://www.markdownguide.org/basic-syntax/#escaping-characters
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|])")

Menu = list[Any]


@dataclass(frozen=True, slots=True)
class AcademyWords:
    """What pages say of an academy: its name, its purpose in a sentence, and where
    to write: an email address, a web address or words. The last two can be empty.
    """

    name: str
    about: str = ""
    contact: str = ""


def default_page(name: str) -> str:
    """Return the Markdown of a default page, one of `DEFAULT_PAGES`."""
    return (PAGES_FOLDER / name).read_text(encoding="utf-8")


def with_words(markdown: str, words: AcademyWords) -> str:
    """Return the Markdown of a page with an academy's words in place of what stands for them."""
    values = {
        "name": plain_markdown(words.name),
        "about": plain_markdown(words.about),
        "contact": _contact_markdown(words.contact),
    }
    return _WORDS.sub(lambda match: values[match[1]], markdown)


def plain_markdown(text: str) -> str:
    """Return Markdown that shows a text as it is written."""
    return _MARKUP.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def _contact_markdown(contact: str) -> str:
    if not contact:
        return _NO_CONTACT
    shown, address = plain_markdown(contact), link_target(contact)
    return f"[{shown}]({address})" if address else shown


def missing_pages(written: Collection[str]) -> tuple[str, ...]:
    """Return the default pages that an academy has not written; `written` are its pages."""
    return tuple(name for name in DEFAULT_PAGES if name not in written)


def menu_with_default_pages(menu: Menu, written: Collection[str]) -> Menu:
    """Return the menu of an academy with the default pages.

    A menu is a list of page names, and of mappings from a title to a page or to another menu. An
    empty one stands for all pages in `written`, those that the academy has written.
    """
    own = menu or [name for name in written if name not in DEFAULT_PAGES]
    added = missing_pages(written) if menu else DEFAULT_PAGES
    absent = [name for name in added if name not in set(_named(own))]
    about: Menu = [name for name in absent if name != SHARE]
    entries = [{_SHARE_TITLE: SHARE}] if SHARE in absent else []
    joined = [_with_pages(entry, about) for entry in own]
    if about and joined == own:
        joined.append({_ABOUT_TITLE: about})
    return [*entries, *joined]


def _with_pages(entry: Any, pages: Menu) -> Any:
    """Return an entry of a menu; the one called “About” with more pages."""
    if not (isinstance(entry, Mapping) and _ABOUT_TITLE in entry and pages):
        return entry
    own = entry[_ABOUT_TITLE]
    own = own if isinstance(own, list) else [own]
    return {_ABOUT_TITLE: sorted([*own, *pages], key=lambda page: page != ABOUT)}


def _named(menu: Any) -> list[str]:
    """Return every page that a menu names."""
    if isinstance(menu, str):
        return [menu]
    parts = menu.values() if isinstance(menu, Mapping) else menu
    return [name for part in parts for name in _named(part)]
