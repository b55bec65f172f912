"""Share your work: a form for each kind of record, made from the model, for the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import KINDS, Kind
from generator.pages.doors import SHARE
from generator.pages.model import Family, Page, Plate, To
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class FormView:
    """What the page says before the browser has made the form. `others`: the other forms."""

    trail: tuple[To, ...]
    kind: str
    title: str
    summary: str
    others: tuple[To, ...]


def form_url(kind: Kind) -> str:
    """The page of the form for a kind."""
    return f"share/{kind.name.replace('_', '-')}.html"


def _plate(kind: Kind) -> Plate:
    """A frame of its own, so that hand-written pages can link to the form."""
    return Plate(form_url(kind), SHARE)


def pages(_: Site) -> Iterator[Page]:
    """A form for each kind that has files of its own."""
    kinds = [kind for kind in KINDS if kind.folder]
    for kind in kinds:
        others = tuple(To(one.label, form_url(one)) for one in kinds if one is not kind)
        title = f"Share {kind.with_article}"
        summary = (
            f"{kind.about} Fill in what you know. What you leave out is shown as “not stated”."
        )
        trail = (To("Home", "index.html"), To(SHARE, "share.html"))
        view = FormView(trail, kind.name, title, summary, others)
        yield Page(form_url(kind), title, summary, _plate(kind), "form.html", view)


FAMILY = Family(tuple(_plate(kind) for kind in KINDS if kind.folder), pages)
