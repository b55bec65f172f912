"""All records as JSON: in one file, in a file each, and with their schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.exports.export import AcademyEdition, DataFile, Export, python_example
from generator.exports.linked_context import CONTEXT_URL, linked_context
from generator.exports.record_schema import SCHEMA_URL, records_schema
from generator.exports.record_values import record_values
from generator.model.fields.full_names import file_stem
from generator.model.kinds import KIND_OF
from generator.site_paths import DATA_FOLDER

ALL_RECORDS_URL = f"{DATA_FOLDER}records.json"


def record_url(kind: str, record: str) -> str:
    """Return the URL of a record's JSON file."""
    return f"{DATA_FOLDER}records/{KIND_OF[kind].slug}/{file_stem(record)}.json"


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """Yield the file of all records, their schema and context, and a file for each record."""
    yield DataFile(ALL_RECORDS_URL, partial(_all_records_json, edition), "All records")
    yield DataFile(
        SCHEMA_URL,
        lambda: _indented_json(records_schema(edition.index.catalogue.vocabulary)).encode(),
        "What each field means (schema)",
    )
    yield DataFile(
        CONTEXT_URL,
        partial(linked_context, edition),
        "How programs for linked data read the records",
    )
    for record in edition.index.catalogue.records.values():
        url = record_url(record.kind, record.id)
        yield DataFile(url, partial(_record_json, edition, record.id), on_request=True)


def _all_records_json(edition: AcademyEdition) -> bytes:
    """Return all records, one on each line, so that line-based diffs show changed records."""
    licence = edition.identity.data_licence
    who = {"academy": edition.name, "academy_id": edition.identity.id}
    stated = {**who, **({"licence": licence.id} if licence else {})}
    head = json.dumps(stated, ensure_ascii=False).removesuffix("}")
    records = edition.index.catalogue.records.values()
    # encoded one by one: a single text takes several times the memory of the file
    lines = [
        json.dumps(record_values(edition.index, record), ensure_ascii=False).encode()
        for record in records
    ]
    return f'{head}, "records": [\n'.encode() + b",\n".join(lines) + b"\n]}\n"


def _record_json(edition: AcademyEdition, record: str) -> bytes:
    """Return a record with a field on each line; full indentation takes ten times as long."""
    values = record_values(edition.index, edition.index.catalogue.records[record])
    lines = ",\n".join(
        f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
    )
    return f"{{\n{lines}\n}}\n".encode()


def _indented_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


EXPORT = Export(
    "records",
    "Every record as JSON",
    "Use the records in a program or another website",
    "For programmers: everything in each record, with the schema that explains each field. A "
    "field that nobody has stated is left out. `academy export` saves each record in its own file "
    "too, in records/ under the name of its list and its id. With records-context.json, programs "
    "for linked data read the records as RDF.",
    files,
    (
        python_example(
            "Count the prototypes at each stage",
            """
import json
from collections import Counter

with open("records.json", encoding="utf-8") as file:
    records = json.load(file)["records"]
stages = Counter(one["stage"] for one in records if one["kind"] == "prototype")
for stage, number in stages.most_common():
    print(stage, number)
""",
        ),
    ),
)
