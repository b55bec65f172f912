"""The checks of the requirements by code, and what a check needs to read the site as people do."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build import examine
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic, Severity
from generator.host_mkdocs import build_site
from generator.insights import Index
from generator.kinds import KIND_OF
from generator.pages.site import url_of
from tests.sites import copy_small

Row = dict[str, str]

CHECKS: dict[str, Callable[[Reader], None]] = {}


def requirement(code: str) -> Callable[[Callable[[Reader], None]], Callable[[Reader], None]]:
    """The check of the requirement that `code` names."""

    def register(check: Callable[[Reader], None]) -> Callable[[Reader], None]:
        assert code not in CHECKS, code
        CHECKS[code] = check
        return check

    return register


def words(text: str) -> str:
    """What some HTML says, with single spaces; an explained term stays part of its sentence."""
    text = re.sub(r'<a class="la-term"[^>]*>(.*?)</a>', r"\1", text, flags=re.DOTALL)
    text = re.sub(r'<span class="la-inferred".*?</span>', "", text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


@dataclass(frozen=True)
class Part:
    """A page, or what stands on it below one heading."""

    source: str

    @property
    def text(self) -> str:
        """What it says."""
        return words(self.source)

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, each once; those within the site are seen from its root."""
        found = re.findall(r'href="([^"#]+)', self.source)
        return tuple(dict.fromkeys(one.removeprefix("../") for one in found))

    def links_to(self, folder: str) -> tuple[str, ...]:
        """The pages of one folder that it leads to, but for the list."""
        found = (one for one in self.links if one.startswith(f"{folder}/"))
        return tuple(one for one in found if not one.endswith("/index.html"))

    @property
    def headings(self) -> tuple[str, ...]:
        """Its headings."""
        return tuple(words(one) for one in re.findall(r"<h[1-6].*?</h[1-6]>", self.source))

    @property
    def facts(self) -> Row:
        """Its facts: what stands beside each name."""
        pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", self.source, flags=re.DOTALL)
        return {words(name): words(value) for name, value in pairs}

    @property
    def rows(self) -> list[Row]:
        """The rows of its tables: what each cell says, by the name of its column."""
        found = re.findall(r"<tr[^>]*><td.*?</tr>", self.source, flags=re.DOTALL)
        return [
            {
                html.unescape(name): words(cell)
                for name, cell in re.findall(
                    r'<t[dh][^>]*data-label="([^"]*)"[^>]*>(.*?)</t[dh]>', row, flags=re.DOTALL
                )
            }
            for row in found
        ]

    @property
    def cards(self) -> tuple[Part, ...]:
        """Its cards."""
        found = re.findall(r'<li class="la-card".*?</li>', self.source, flags=re.DOTALL)
        return tuple(Part(one) for one in found)

    @property
    def tables(self) -> dict[str, Part]:
        """Its tables by their names."""
        found = re.findall(r'aria-label="Table: ([^"]*)">(.*?</table>)', self.source, re.DOTALL)
        return {html.unescape(name): Part(table) for name, table in found}

    def below(self, heading: str) -> Part:
        """What stands below a heading, up to the next of the same or a higher level."""
        for match in re.finditer(r"<h([1-6])[^>]*>(.*?)</h\1>", self.source, flags=re.DOTALL):
            if words(match[2]) == heading:
                rest = self.source[match.end() :]
                return Part(re.split(rf"<h[1-{match[1]}][ >]", rest, maxsplit=1)[0])
        raise AssertionError(f"no heading “{heading}” among {self.headings}")


@dataclass(frozen=True)
class Reader:
    """Someone who reads the real site, and tries things in a small academy of their own."""

    site: Path
    catalogue: Catalogue
    findings: tuple[Diagnostic, ...]
    folder: Path

    @cached_property
    def index(self) -> Index:
        """The records, with what they answer."""
        return Index(self.catalogue)

    def page(self, url: str, site: Path | None = None) -> Part:
        """A page of the real site, or of another, without what stands around it."""
        source = ((site or self.site) / url).read_text(encoding="utf-8")
        return Part("<article" + source.partition("<article")[2].partition("</article>")[0])

    @property
    def urls(self) -> tuple[str, ...]:
        """Every page of the real site."""
        return tuple(one.relative_to(self.site).as_posix() for one in self.site.rglob("*.html"))

    def head(self, url: str) -> Part:
        """The first screen of a page of a record."""
        source = self.page(url).source
        return Part(source.partition('<header class="la-head">')[2].partition("</header>")[0])

    def record(self, record_id: str) -> Part:
        """The page of a record."""
        return self.page(self.url(record_id))

    def url(self, record_id: str) -> str:
        """Where the page of a record stands."""
        return url_of(KIND_OF[self.catalogue.records[record_id].kind], record_id)

    def title(self, record_id: str) -> str:
        """The title of a record."""
        return self.catalogue.title(record_id)

    def missing(self, code: str) -> list[Row]:
        """What the page of one sort of gap lists."""
        return self.page(f"gaps/{code.lower()}.html").rows

    def try_out(self, files: Mapping[str, str]) -> tuple[Path, tuple[Diagnostic, ...]]:
        """A small academy with some files more, and what is found in it."""
        project = self.folder / "small"
        if not project.exists():
            copy_small(project)
        for path, text in files.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text(text, encoding="utf-8")
        return project, examine(project)[1]

    def refused(self, files: Mapping[str, str]) -> list[str]:
        """The errors in a small academy with some files more."""
        found = self.try_out(files)[1]
        return [one.as_text() for one in found if one.severity is Severity.ERROR]

    def built(self, files: Mapping[str, str]) -> Path:
        """The site of a small academy with some files more."""
        project, _ = self.try_out(files)
        build_site(project / "mkdocs.yml")
        return project / "site"
