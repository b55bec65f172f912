"""The end of every page: how the content may be used, and where to write to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.identity import AcademyIdentity, link_target
from generator.model.licences import Licence

_CONTACT, _FEEDBACK = "Contact", "Give feedback"


@dataclass(frozen=True, slots=True)
class FooterPart:
    """Words, with the address that they lead to, or none."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Footer:
    """The sentence on the licence as its parts, the links, and a contact that is no address."""

    licence: tuple[FooterPart, ...]
    links: tuple[FooterPart, ...]
    contact: str = ""


def page_footer(identity: AcademyIdentity) -> Footer:
    """Return the footer of an academy; it has no licence where none is stated."""
    contact, feedback = link_target(identity.contact), link_target(identity.feedback)
    links = (FooterPart(_CONTACT, contact), FooterPart(_FEEDBACK, feedback))
    return Footer(
        licence_sentence(identity),
        tuple(part for part in links if part.address),
        "" if contact else identity.contact,
    )


def licence_sentence(identity: AcademyIdentity) -> tuple[FooterPart, ...]:
    """Return the sentence that states the licences, as parts; empty without any."""
    text, data = identity.text_licence, identity.data_licence
    if text is None and data is None:
        return ()
    if text == data and text is not None:
        parts = _under("Text and data", text)
    else:
        parts = _under("Text", text) if text else ()
        if data:
            parts += _under(", data" if parts else "Data", data)
    return (*parts, FooterPart(", except where a record says otherwise."))


def _under(what: str, licence: Licence) -> tuple[FooterPart, ...]:
    return FooterPart(f"{what} under {licence.article}"), FooterPart(licence.title, licence.url)
