"""A Data Package (Frictionless, version 1) that describes the columns of the CSV files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.export import AcademyEdition
from generator.exports.record_schema import DATE_PATTERN
from generator.exports.tables import DataColumn, DataTable
from generator.model.kinds.resource import Resource
from generator.model.licences import Licence
from generator.model.questions import Shape

# of the tables, their columns and keys: docs/data.md says when which part of it is raised
COLUMNS_VERSION = "1.1.0"
_TYPES: dict[Shape, str] = {"number": "number", "whole": "integer", "yes-no": "boolean"}


def data_package(edition: AcademyEdition, places: Iterable[tuple[str, DataTable]]) -> bytes:
    """Return `datapackage.json` for the given tables and their paths."""
    whole = {
        "profile": "tabular-data-package",
        "name": edition.identity.id,
        "title": edition.name,
        "version": COLUMNS_VERSION,
        **({"description": edition.about} if edition.about else {}),
        **({"homepage": edition.site} if edition.site else {}),
        **_licences(edition.identity.data_licence),
        "sources": list(_sources(edition)),
        "resources": [_resource(path, table) for path, table in places],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _licences(licence: Licence | None) -> dict[str, Any]:
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}]}


def _sources(edition: AcademyEdition) -> Iterator[dict[str, str]]:
    """Yield the documents that records cite."""
    index = edition.index
    source_lists = (record.sources for record in index.catalogue.records.values())
    cited = {index.id(source.resource) for sources in source_lists for source in sources}
    for document in index.catalogue.records_of(Resource):
        if document.id in cited:
            yield {"title": document.title, **({"path": document.url} if document.url else {})}


def _resource(path: str, table: DataTable) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": path.removesuffix(".csv").replace("/", "-").replace("_", "-"),
        "path": path,
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": _table_schema(table),
    }


def _table_schema(table: DataTable) -> dict[str, Any]:
    foreign = [
        {
            "fields": column.name,
            "reference": {"resource": f"csv-{_resource_name(column.names)}", "fields": "id"},
        }
        for column in table.columns
        if column.names
    ]
    return {
        "fields": [_field_descriptor(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field_descriptor(column: DataColumn) -> dict[str, Any]:
    limits = dict(_constraints(column))
    return {
        "name": column.name,
        "title": column.title,
        "description": column.about,
        "type": "string" if column.many else _TYPES.get(column.shape, "string"),
        **({"constraints": limits} if limits else {}),
    }


def _constraints(column: DataColumn) -> Iterator[tuple[str, Any]]:
    if column.needed:
        yield "required", True
    if column.words and not column.many:
        yield "enum", list(column.words)
    if column.shape == "date" and not column.many:
        yield "pattern", DATE_PATTERN.strip("^$")


def _resource_name(name: str) -> str:
    return name.replace("_", "-")
