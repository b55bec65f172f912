"""The JSON-LD context of `records.json`, with which programs for RDF read the records.

https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.exports.export import AcademyEdition
from generator.exports.record_values import data_fields
from generator.model.kinds import KINDS
from generator.model.questions import Question
from generator.site_paths import DATA_FOLDER

CONTEXT_URL = f"{DATA_FOLDER}records-context.json"
_FIELDS = "urn:learning-academy:"  # the names of kinds and fields, which mean what the schema says
_DUBLIN_CORE = "http://purl.org/dc/terms/"
_COMMON: dict[str, Any] = {
    "id": "@id",
    "kind": "@type",
    "title": f"{_DUBLIN_CORE}title",
    "summary": f"{_DUBLIN_CORE}abstract",
    "licence": f"{_DUBLIN_CORE}license",
    "page": {"@id": "http://xmlns.com/foaf/0.1/page", "@type": "@id"},
}


def linked_context(edition: AcademyEdition) -> bytes:
    """Return the context as JSON. Ids become addresses below that of the site, if it has one."""
    base = {"@base": edition.site} if edition.site else {}
    kinds = {
        kind.name: {"@id": _FIELDS + kind.name, "@context": _terms(data_fields(kind.model))}
        for kind in KINDS
    }
    context = {"@version": 1.1, **base, "@vocab": _FIELDS, **_COMMON, **kinds}
    return json.dumps({"@context": context}, indent=1).encode() + b"\n"


def _terms(fields: Iterable[Question]) -> dict[str, Any]:
    """Return the fields whose values are ids, and the parts that have such fields.

    They stand in the context of their kind, because a field such as `by` is a text in another.
    """
    terms: dict[str, Any] = {}
    for field in fields:
        inside = _terms(field.inside)
        if field.shape == "record":
            terms[field.name] = {"@id": _FIELDS + field.name, "@type": "@id"}
        elif inside:
            terms[field.name] = {"@id": _FIELDS + field.name, "@context": inside}
    return terms
