"""Share your work: a form for each kind of record, which a script builds from the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import KINDS, Kind
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import SHARE
from generator.site.parts.page import Layout, Page, PageFamily


@dataclass(frozen=True, slots=True)
class FormView:
    """The values of a form's page, before the script builds the form."""

    breadcrumbs: tuple[InternalLink, ...]
    kind: str
    title: str
    summary: str
    other_forms: tuple[InternalLink, ...]


def form_url(kind: Kind) -> str:
    """Return the URL of the form for a kind."""
    return f"share/{kind.name.replace('_', '-')}.html"


def _form_layout(kind: Kind) -> Layout:
    """Return the layout of one form: each has its own, for links from hand-written pages."""
    return Layout(form_url(kind), SHARE)


def pages(_: SiteContent) -> Iterator[Page]:
    """Yield the form for each kind that has files of its own."""
    kinds = [kind for kind in KINDS if kind.folder]
    for kind in kinds:
        other_forms = tuple(
            InternalLink(other_kind.label, form_url(other_kind))
            for other_kind in kinds
            if other_kind is not kind
        )
        title = f"Share {kind.with_article}"
        summary = (
            f"{kind.about} Fill in what you know. What you leave out is shown as “not stated”."
        )
        breadcrumbs = (InternalLink("Home", "index.html"), InternalLink(SHARE, "share.html"))
        view = FormView(breadcrumbs, kind.name, title, summary, other_forms)
        yield Page(form_url(kind), title, summary, _form_layout(kind), "form.html", view)


FAMILY = PageFamily(tuple(_form_layout(kind) for kind in KINDS if kind.folder), pages)
