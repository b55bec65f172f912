"""The definition of a rule: a generator of violations whose docstring states the rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.diagnostics import Diagnostic, Severity
from generator.privacy import Waiver
from generator.publish.manifest import ExpectedPages, ManifestEntry
from generator.publish.verify.markup import HtmlTag, tag_position

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation of a rule: the file, the message, a hint and the offset in the text.

    Violations found across the site have no offset; `link` is then the link at fault.
    """

    path: str
    message: str
    hint: str = ""
    start: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a site. `text` is empty for a binary file, `tags` for anything but HTML and SVG.

    `waivers` list the role contacts that are allowed.
    """

    url: str
    text: str
    content: bytes = b""
    tags: tuple[HtmlTag, ...] = ()
    waivers: Collection[Waiver] = ()

    @property
    def is_page(self) -> bool:
        """True for an HTML page."""
        return self.url.endswith(".html")

    def position_of(self, tag: HtmlTag) -> int:
        """Return the offset of a tag in the text."""
        return tag_position(self.text, tag)


@dataclass(frozen=True, slots=True)
class FileReport:
    """The result of inspecting one file.

    `links` are a page's links inside the site, `parts` the ids in it that links can lead to,
    `addresses` what its head states of its address on the web.
    """

    url: str
    entry: ManifestEntry
    findings: tuple[Diagnostic, ...] = ()
    links: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    addresses: tuple[tuple[str, str], ...] = ()

    @property
    def is_page(self) -> bool:
        """True for an HTML page."""
        return self.url.endswith(".html")


class LinkTarget(NamedTuple):
    """The target of a link: a page or file (empty for the page itself) and an anchor.

    `fault` is a fault of the link whatever the site holds.
    """

    target: str
    part: str
    fault: str = ""


ResolvedLinks = Mapping[str, Mapping[str, LinkTarget]]
"""The targets of links, by the folder of the pages that have them and by link."""


@dataclass(frozen=True, slots=True)
class SiteTree:
    """A whole site: its folder, its files, and the links, ids and stated addresses of each page.

    `resolved` are the targets of the links. `expected_pages` are the pages it must have, `reached`
    those that can be reached from Home.
    """

    folder: Path
    files: Mapping[str, ManifestEntry]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    resolved: ResolvedLinks = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    expected_pages: ExpectedPages = field(default_factory=ExpectedPages)
    reached: frozenset[str] = frozenset()
    addresses: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteRule(Generic[T]):
    """A rule with its permanent code. `find` yields its violations."""

    code: str
    find: Callable[[T], Iterator[Violation]]
    severity: Severity = Severity.ERROR

    @property
    def summary(self) -> str:
        """The rule in words: the docstring of `find`."""
        return cleandoc(self.find.__doc__ or "").replace("\n", " ")

    def diagnostic(self, violation: Violation, line: int = 1, column: int = 1) -> Diagnostic:
        """Return a violation as a diagnostic."""
        place = violation.path, line, column
        return Diagnostic(
            *place, self.code, violation.message, violation.hint, severity=self.severity
        )
