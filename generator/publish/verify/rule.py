"""What a rule of a finished site is: a generator of findings whose docstring says the rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc
from pathlib import Path
from typing import Generic, TypeVar

from generator.diagnostics import Diagnostic, Severity
from generator.privacy import Waiver
from generator.publish.manifest import ExpectedPages, ManifestEntry
from generator.publish.verify.markup import HtmlTag, tag_position

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule found: in which file, what is wrong, what to do, and at which letter.

    Where only the whole site shows it, `link` is the link that is wrong.
    """

    path: str
    message: str
    hint: str = ""
    start: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One text file of a site. `tags` are the opening tags of a page or a drawing, else empty.

    `waivers` say which contacts of roles may stand in it.
    `content` are its bytes.
    """

    url: str
    text: str
    content: bytes = b""
    tags: tuple[HtmlTag, ...] = ()
    waivers: Collection[Waiver] = ()

    @property
    def is_page(self) -> bool:
        """True for a page, which a browser shows by itself."""
        return self.url.endswith(".html")

    def position_of(self, tag: HtmlTag) -> int:
        """At which letter a tag stands."""
        return tag_position(self.text, tag)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What the whole needs to know of one file: its size and sum, what is wrong with it by itself,
    and of a page its links to anything that is not elsewhere and the parts that links can lead to.
    """

    url: str
    entry: ManifestEntry
    findings: tuple[Diagnostic, ...] = ()
    links: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()

    @property
    def is_page(self) -> bool:
        """True for a page, which a browser shows by itself."""
        return self.url.endswith(".html")


@dataclass(frozen=True, slots=True)
class SiteTree:
    """A site as it was read: its folder, its files, and of each page the links and parts.

    `roll` says which pages it must have, `reached` are those to which a way leads from Home.
    """

    folder: Path
    files: Mapping[str, ManifestEntry]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    expected_pages: ExpectedPages = field(default_factory=ExpectedPages)
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SiteRule(Generic[T]):
    """A rule with its permanent code. `summary` is the docstring of what finds its faults."""

    code: str
    find: Callable[[T], Iterator[Violation]]
    severity: Severity = Severity.ERROR

    @property
    def summary(self) -> str:
        """The rule in words."""
        return cleandoc(self.find.__doc__ or "").replace("\n", " ")

    def diagnostic(self, violation: Violation, line: int = 1, column: int = 1) -> Diagnostic:
        """What was found, as every stage reports it."""
        place = violation.path, line, column
        return Diagnostic(
            *place, self.code, violation.message, violation.hint, severity=self.severity
        )
