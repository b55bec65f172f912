"""Whether values keep to a JSON Schema, as a library that others use judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def schema_validator(schema: dict[str, Any]) -> Draft202012Validator:
    """The validator of a schema. Raises SchemaError where it is none."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - loads for more than a second

    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
