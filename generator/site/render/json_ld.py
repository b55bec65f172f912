"""JSON-LD in the vocabulary of schema.org, as a data block of a page.

The block names the vocabulary itself, so nothing needs to be fetched. Addresses are absolute: only
pages of a site with an address have a block.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.fields.dates import WrittenDate
from generator.model.identity import AcademyIdentity
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import FileAddress, PropertyValue, StructuredData

HOME = "index.html"
_FIND = "find/index.html?q={search_term_string}"
_EDTF = "http://id.loc.gov/datatypes/edtf"
# no text can end the script element or begin a comment in it
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """The name of a site, its address, and what it states of itself."""

    name: str
    address: str
    identity: AcademyIdentity = field(default_factory=AcademyIdentity)


def json_ld_script(
    site: LinkedSite,
    page: tuple[str, str, str],
    breadcrumbs: Sequence[InternalLink],
    entity: StructuredData | None,
) -> str:
    """Return the JSON-LD script element of a page.

    `page` is the root-relative URL, the title and the summary; `breadcrumbs` the links to the
    pages above it; `entity` what the page is about.
    """
    url, title, summary = page
    root, identity = site.address, site.identity
    here = root + url
    about: dict[str, Any] = {
        "@id": here,
        "@type": "WebPage",
        "name": title,
        "description": summary,
        "inLanguage": identity.language,
        **({"license": identity.text_licence.url} if identity.text_licence else {}),
        "isPartOf": {"@id": f"{root}{HOME}#site"},
    }
    graph = [about]
    if breadcrumbs:
        about["breadcrumb"] = _breadcrumb(root, (*breadcrumbs, InternalLink(title, url)))
    if entity is not None:
        about["mainEntity"] = {"@id": f"{here}#content"}
        graph.append({"@id": f"{here}#content", **_entity(entity, root)})
    if url == HOME:
        graph.append(_website(site.name, root))
    document = {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return f'<script type="application/ld+json">{text}</script>'


def _breadcrumb(root: str, steps: Sequence[InternalLink]) -> dict[str, Any]:
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": step.title,
            "item": {"@id": root + step.url},
        }
        for number, step in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _entity(entity: StructuredData, root: str) -> dict[str, Any]:
    properties = {
        name: [_value(value, root) for value in values] for name, values in entity.properties
    }
    return {
        "@type": entity.type,
        "name": entity.name,
        **({"description": entity.about} if entity.about else {}),
        **{name: values[0] if len(values) == 1 else values for name, values in properties.items()},
    }


def _value(value: PropertyValue, root: str) -> Any:
    if isinstance(value, InternalLink):
        return {"@id": f"{root}{value.url}#content", "name": value.title}
    if isinstance(value, FileAddress):
        return root + value.url
    if isinstance(value, StructuredData):
        return _entity(value, root)
    if isinstance(value, WrittenDate):
        return _date_value(value)
    return value


def _date_value(value: WrittenDate) -> Any:
    """Return a date as schema.org asks for it, or else in EDTF, with the words beside it."""
    if value.precision in ("day", "month", "year") and not value.approximate:
        return value.edtf
    return [{"@type": _EDTF, "@value": value.edtf}, value.words]


def _website(name: str, root: str) -> dict[str, Any]:
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": root + _FIND},
        "query-input": "required name=search_term_string",
    }
    return {
        "@id": f"{root}{HOME}#site",
        "@type": "WebSite",
        "name": name,
        "url": root + HOME,
        "potentialAction": search,
    }
