"""Which look-ups a piece of work asks, so that it is done again only when one of them changes.

A *look-up* is a value that many pieces of work read: the records, an index of them, an answer. A
mapping is asked key by key, every other value as a whole. While a `Trace` is open, each question
adds its *code*, a number made from the names of the look-up and the key. A record is asked field by
field, wherever it comes from. What is worked out for a look-up is traced for that look-up alone:
whoever asked for it depends on its value, not on the way to it.

The idea is that of build systems with dynamic dependencies: Mokhov, Mitchell and Peyton Jones,
“Build systems à la carte” (2018), https://doi.org/10.1145/3236774.
"""

from __future__ import annotations

from generator.lookups.codes import field_code, key_code, whole_code
from generator.lookups.memo import TracedMemo
from generator.lookups.properties import TracedField, lookup_name, traced_property
from generator.lookups.record_fields import (
    ALL_FIELDS,
    RECORDS,
    STATED_FIELDS,
    ask_all_fields,
    traced_fields,
)
from generator.lookups.trace import Trace, asked, tracing, tracing_lookup, tracing_lookups

__all__ = [
    "ALL_FIELDS",
    "RECORDS",
    "STATED_FIELDS",
    "Trace",
    "TracedField",
    "TracedMemo",
    "ask_all_fields",
    "asked",
    "field_code",
    "key_code",
    "lookup_name",
    "traced_fields",
    "traced_property",
    "tracing",
    "tracing_lookup",
    "tracing_lookups",
    "whole_code",
]
