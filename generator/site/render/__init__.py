"""Pages to HTML. The only owner of the templates and of the sanitiser.

A page becomes `PageSlots`: the finished HTML for each slot of its layout. Templates escape all that
is not already safe markup, and fail on any value that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.model.fields.prose import CODE, MENTION
from generator.model.glossary import GlossaryTerm
from generator.site.parts.blocks import ContentsEntry, InternalLink, Page, StructuredData
from generator.site.render.environment import environment
from generator.site.render.glossary_links import GlossaryLinker
from generator.site.render.html_fragments import HtmlFragments
from generator.site.render.json_ld import data_block
from generator.site.render.markdown import ProseRenderer, Resolve, text_of

__all__ = ["PageHead", "PageSlots", "Renderer", "Resolve", "SiteAddresses", "base_of", "text_of"]


@dataclass(frozen=True, slots=True)
class PageSlots:
    """What goes into a plate: one finished piece of HTML for each slot."""

    title: str
    description: str
    canonical: str
    linked: str
    edit: str
    contents: str
    body: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself outside its body."""

    url: str
    title: str
    summary: str
    contents: tuple[ContentsEntry, ...]
    source: str | None
    trail: tuple[InternalLink, ...] = ()
    thing: StructuredData | None = None


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """Where the site, its files and its bundle are published; empty where that is not known."""

    site: str = ""
    edit: str = ""
    bundle: str = ""


class Renderer:
    """Renders pages. `resolve` finds a record's title and URL (from the root) by its id.

    `terms` are explained where they stand, in the order of the glossary page.
    """

    def __init__(
        self,
        name: str,
        resolve: Resolve,
        addresses: SiteAddresses | None = None,
        terms: tuple[GlossaryTerm, ...] = (),
    ) -> None:
        self._name = name
        self._resolve = resolve
        self._addresses = addresses or SiteAddresses()
        self._linker = GlossaryLinker(terms)
        self._linked_terms: set[str] = set()  # those of the page that is being rendered
        self._environments: dict[str, Environment] = {}

    def frame(self, page: Page) -> PageSlots:
        """Every slot of a page's plate, filled."""
        drawn_by = self._environment(base_of(page.url))
        self._linked_terms.clear()
        body = drawn_by.get_template(page.template).render(view=page.view)
        head = PageHead(
            page.url,
            page.title,
            page.summary,
            page.contents,
            page.source,
            getattr(page.view, "trail", ()),
            page.thing,
        )
        return self._frame(head, body)

    def frame_of(self, head: PageHead, body: str) -> PageSlots:
        """The same for a page whose body is HTML already, as that of hand-written pages is."""
        self._linked_terms.clear()
        return self._frame(head, self._link_terms(body, base_of(head.url)))

    def _frame(self, head: PageHead, body: str) -> PageSlots:
        draw: Any = self._environment(base_of(head.url)).get_template("frame.html").module
        whole = head.title if head.title == self._name else f"{head.title} - {self._name}"
        return PageSlots(
            title=str(escape(whole)),
            description=str(escape(head.summary)),
            canonical=str(draw.canonical(self._site(head.url))),
            linked=self._linked(head),
            edit=str(draw.edit(self._edit(head.source))),
            contents=str(draw.contents(head.contents)),
            body=body,
        )

    def mentions(self, markdown: str, url: str) -> tuple[str, tuple[str, ...]]:
        """Hand-written Markdown for the page at `url` with each `[[id]]` turned into a link.

        Also gives the ids that no record has; they stay as they are written.
        """
        base = base_of(url)
        unknown: list[str] = []

        def link(match: re.Match[str]) -> str:
            found = self._resolve(match.group(1).strip())
            if found is None:
                unknown.append(match.group(1).strip())
                return match.group(0)
            words = match.group(2) or found[0]
            return str(Markup('<a href="{}{}">{}</a>').format(base, found[1], words))

        out: list[str] = []
        end = 0
        for code in CODE.finditer(markdown):
            out += (MENTION.sub(link, markdown[end : code.start()]), code.group())
            end = code.end()
        return "".join((*out, MENTION.sub(link, markdown[end:]))), tuple(unknown)

    def alone(self, template: str, **values: Any) -> str:
        """A page that stands by itself, outside the frame of the site."""
        return self._environment("").get_template(template).render(**values)

    def prose(self, base: str) -> Callable[[str], Markup]:
        """A renderer of Markdown for pages from which `base` leads back to the root."""

        def resolve(target: str) -> tuple[str, str] | None:
            found = self._resolve(target)
            return (found[0], base + found[1]) if found else None

        return ProseRenderer(resolve)

    def _environment(self, base: str) -> Environment:
        if base not in self._environments:
            explain = partial(self._link_terms, base=base)
            leaves = HtmlFragments(base, explain, self.prose(base))
            self._environments[base] = environment(base, explain, leaves)
        return self._environments[base]

    def _link_terms(self, text: str, base: str) -> str:
        return self._linker.link_terms(text, base, self._linked_terms)

    def _linked(self, head: PageHead) -> str:
        site = self._addresses.site
        root = f"{site.rstrip('/')}/" if site else base_of(head.url)
        page = (head.url, head.title, head.summary)
        return data_block(self._name, root, page, head.trail, head.thing)

    def _site(self, url: str) -> str:
        site = self._addresses.site
        return f"{site.rstrip('/')}/{quote(url)}" if site else ""

    def _edit(self, source: str | None) -> str:
        edit = self._addresses.edit
        return f"{edit.rstrip('/')}/{quote(source)}" if edit and source else ""


def base_of(url: str) -> str:
    """The way from the page at `url` back to the site's root: empty, or `../` once a folder."""
    return "../" * url.count("/")
