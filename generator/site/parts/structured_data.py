"""Records as schema.org entities: see `SchemaOrgType` of the kinds."""

from __future__ import annotations

from typing import Any

from generator.model.fields.dates import WrittenDate
from generator.model.fields.links import Link
from generator.model.fields.marks import mark_of
from generator.model.fields.units import listed_unit
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.kinds import Kind
from generator.model.record import Record
from generator.site.parts.content import SiteContent
from generator.site.parts.page import PropertyValue, StructuredData


def structured_data(site: SiteContent, record: Record, kind: Kind) -> StructuredData:
    """Return a record as a schema.org entity, without the properties that are not stated."""
    linked = kind.schema_org
    term = getattr(record, "type", None)
    own_type = term.definition.schema_org if isinstance(term, VocabularyTerm) else ""
    properties: dict[str, tuple[PropertyValue, ...]] = {"identifier": (record.id,)}
    for name, field in linked.properties:
        properties[name] = (*properties.get(name, ()), *_property_values(site, record, field))
    properties["unitCode"] = _unit_codes(record)
    properties["keywords"] = tuple(topic.label for topic in record.topics)
    return StructuredData(
        own_type or linked.type,
        site.catalogue.title(record.id),
        record.summary or "",
        tuple((name, values) for name, values in properties.items() if values),
    )


def _unit_codes(record: Record) -> tuple[str, ...]:
    """Return the code of the unit of a measure, where the vocabulary gives one."""
    unit = listed_unit(getattr(record, "unit", None))
    return (unit.schema_org,) if unit is not None and unit.schema_org else ()


def _property_values(site: SiteContent, record: Record, field: str) -> tuple[PropertyValue, ...]:
    held: Any = getattr(record, field)
    values = held if isinstance(held, tuple) else () if held is None else (held,)
    if mark_of(type(record).model_fields[field], Link):
        return tuple(site.link(value) for value in values)
    return tuple(value if isinstance(value, WrittenDate) else str(value) for value in values)
