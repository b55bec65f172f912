"""Render pages to HTML, slot by slot."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.markdown.page_anchors import PageAnchors
from generator.markdown.parser import Resolve
from generator.model.fields.prose import CODE_PATTERN, MENTION_PATTERN
from generator.model.glossary import GlossaryTerm
from generator.model.identity import AcademyIdentity
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import ContentsEntry, Page, StructuredData
from generator.site.parts.shown_picture import ShownPicture
from generator.site.parts.site_addresses import SiteAddresses, path_to_root
from generator.site.render.environment import template_environment
from generator.site.render.glossary_links import GlossaryLinker
from generator.site.render.html_fragments import HtmlFragments
from generator.site.render.json_ld import LinkedSite, json_ld_script
from generator.site.render.markdown import ProseRenderer, picture_words
from generator.site.render.picture_html import picture_figure, picture_img
from generator.site.render.web_head import card_picture, web_head
from generator.site_paths import NOT_FOUND


@dataclass(frozen=True, slots=True)
class PageSlots:
    """The finished HTML for each slot of a layout."""

    title: str
    description: str
    web_head: str
    linked: str
    edit: str
    contents: str
    body: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page needs: its address, title, summary and contents list.

    `lead` is the page's own picture, `moved_to` the URL that replaces this one, or empty.
    """

    url: str
    title: str
    summary: str
    contents: tuple[ContentsEntry, ...]
    source: str | None
    breadcrumbs: tuple[InternalLink, ...] = ()
    structured_data: StructuredData | None = None
    lead: ShownPicture | None = None
    moved_to: str = ""


class Renderer:
    """Renders pages. `resolve` gives the title and the root-relative URL of a record by its id.

    `terms` are linked to their meanings; they are in the order of the glossary page.
    """

    def __init__(
        self,
        name: str,
        resolve: Resolve,
        addresses: SiteAddresses | None = None,
        terms: tuple[GlossaryTerm, ...] = (),
        identity: AcademyIdentity | None = None,
    ) -> None:
        self._name = name
        self._resolve = resolve
        self._addresses = addresses or SiteAddresses()
        self._card = card_picture(self._addresses.card, name)
        self._identity = identity or AcademyIdentity()
        self._linker = GlossaryLinker(terms)
        # The terms already linked on the page that is being rendered.
        self._linked_terms: set[str] = set()
        self._anchors = PageAnchors()
        # The pictures that texts of the page may show.
        self._pictures: dict[str, ShownPicture] = {}
        self._environments: dict[str, Environment] = {}

    def page_slots(self, page: Page) -> PageSlots:
        """Return the HTML for each slot of the layout of a page."""
        drawn_by = self._environment(self._root(page.url))
        self._linked_terms.clear()
        self._anchors.clear()
        self._pictures = dict(page.pictures)
        body = drawn_by.get_template(page.template).render(view=page.view)
        head = PageHead(
            page.url,
            page.title,
            page.summary,
            page.contents,
            page.source,
            getattr(page.view, "breadcrumbs", ()),
            page.structured_data,
            page.lead,
            page.moved_to,
        )
        return self._slots(head, body)

    def html_slots(self, head: PageHead, body: str) -> PageSlots:
        """Return the same for a page whose body is HTML already, such as a hand-written page."""
        self._linked_terms.clear()
        return self._slots(head, self._link_terms(body, self._root(head.url)))

    def _slots(self, head: PageHead, body: str) -> PageSlots:
        slots: Any = self._environment(self._root(head.url)).get_template("page_slots.html").module
        title = head.title if head.title == self._name else f"{head.title} - {self._name}"
        return PageSlots(
            title=str(escape(title)),
            description=str(escape(head.summary)),
            web_head=self._web_head(head, slots),
            linked=self._linked(head),
            edit=str(slots.edit(self._edit(head.source))),
            contents=str(slots.contents(head.contents)),
            body=body,
        )

    def link_mentions(self, markdown: str, url: str) -> tuple[str, tuple[str, ...]]:
        """Return the Markdown of the page at `url` with each `[[id]]` replaced by a link.

        Return also the ids that no record has; they are left as written.
        """
        base = path_to_root(url)
        unknown: list[str] = []

        def link(match: re.Match[str]) -> str:
            record = self._resolve(match.group(1).strip())
            if record is None:
                unknown.append(match.group(1).strip())
                return match.group(0)
            words = match.group(2) or record[0]
            return str(Markup('<a href="{}{}">{}</a>').format(base, record[1], words))

        out: list[str] = []
        end = 0
        for code in CODE_PATTERN.finditer(markdown):
            out += (MENTION_PATTERN.sub(link, markdown[end : code.start()]), code.group())
            end = code.end()
        return "".join((*out, MENTION_PATTERN.sub(link, markdown[end:]))), tuple(unknown)

    def standalone_page(self, template: str, **values: Any) -> str:
        """Return a complete HTML document from a template that does not use a layout."""
        return self._environment("").get_template(template).render(**values)

    def prose_renderer(self, base: str) -> Callable[[str], Markup]:
        """Return a Markdown renderer for pages whose path to the root is `base`."""

        def resolve(target: str) -> tuple[str, str] | None:
            record = self._resolve(target)
            return (record[0], base + record[1]) if record else None

        return ProseRenderer(resolve, self._anchors, partial(self._show_picture, base))

    def _show_picture(self, base: str, file: str, alt: str, caption: str, alone: bool) -> str:
        listed = self._pictures.get(file)
        if listed is None:
            return picture_words(file, alt, caption, alone)
        shown = replace(listed, alt=alt, caption=caption or listed.caption)
        return picture_figure(shown, base) if alone else picture_img(shown, base)

    def _environment(self, base: str) -> Environment:
        if base not in self._environments:
            explain = partial(self._link_terms, base=base)
            fragments = HtmlFragments(base, explain, self.prose_renderer(base))
            self._environments[base] = template_environment(base, explain, fragments)
        return self._environments[base]

    def _link_terms(self, text: str, base: str) -> str:
        return self._linker.link_terms(text, base, self._linked_terms)

    def _root(self, url: str) -> str:
        return path_to_root(url, self._addresses.site)

    def _linked(self, head: PageHead) -> str:
        # programs read it from pages with an address; for a copy in a folder nobody asks
        if head.url == NOT_FOUND or not self._addresses.site:
            return ""
        page = (head.url, head.title, head.summary)
        site = LinkedSite(self._name, self._addresses.site, self._identity)
        return json_ld_script(site, page, head.breadcrumbs, head.structured_data)

    def _web_head(self, head: PageHead, slots: Any) -> str:
        if head.url == NOT_FOUND:
            return str(slots.unlisted())
        if not self._addresses.site:
            return ""
        page = (head.url, head.title, head.summary)
        return str(
            slots.web_head(
                web_head(
                    self._addresses.site, self._name, page, head.lead or self._card, head.moved_to
                ),
                self._identity.locale,
            )
        )

    def _edit(self, source: str | None) -> str:
        edit = self._addresses.edit
        return f"{edit.rstrip('/')}/{quote(source)}" if edit and source else ""
