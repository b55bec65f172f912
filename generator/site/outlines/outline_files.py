"""The script files of the outlines: one for each batch of records, and two that lead to them.

Each is one call, `academy.outlines.addPart(name, value)`. A file is named after the first record
in it. As the records of a kind lie in the order of their ids, the index need only know those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.exports.compact_json import compact_json
from generator.model.fields.full_names import file_stem
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.kinds.area import Area
from generator.model.record import Record
from generator.parallel import batches
from generator.site.outlines.record_outline import RecordOutline, record_outline
from generator.site.pages.records.record_page import record_page
from generator.site.parts.board_reports import report_url
from generator.site.parts.content import SiteContent
from generator.site_paths import OUTLINES_FOLDER

INDEX, AREAS = "index", "areas"
_RECORDS_PER_FILE = 40


def record_batches(site: SiteContent, kind: Kind) -> list[Sequence[Record]]:
    """Return the records of a kind by id, cut into those whose outlines are in one file."""
    records = sorted(site.catalogue.records_of_kind(kind), key=lambda record: record.id)
    return batches(records, _RECORDS_PER_FILE)


def outline_file(outlines: Sequence[RecordOutline]) -> tuple[str, bytes]:
    """Return the path and content of the file with the outlines of a batch of records."""
    name = outlines[0].key.replace("/", "-")
    return _file(name, [outline.values() for outline in outlines])


def outline_index_files(site: SiteContent) -> Iterator[tuple[str, bytes]]:
    """Yield the file that says where each record is, and the list of areas to choose from."""
    kinds = {
        kind.name: {
            "label": kind.label,
            "labels": kind.labels,
            "slug": kind.slug,
            "comparable": kind.comparable,
            "starts": [file_stem(batch[0].id) for batch in record_batches(site, kind)],
        }
        for kind in KINDS
    }
    aliases = dict(site.catalogue.aliases)
    yield _file(INDEX, {"academy": site.name, "kinds": kinds, "aliases": aliases})
    areas = sorted(
        (site.catalogue.title(area.id).casefold(), area.id)
        for area in site.catalogue.own.records_of(Area)
    )
    yield _file(AREAS, [[key, site.catalogue.title(key), report_url(key)] for _, key in areas])


def outline_files_at(site: SiteContent, url: str) -> list[tuple[str, bytes]]:
    """Return the file at a URL without the outlines of other batches; none where there is none.

    The index and the list of areas come together.
    """
    if url in {f"{OUTLINES_FOLDER}{INDEX}.js", f"{OUTLINES_FOLDER}{AREAS}.js"}:
        return list(outline_index_files(site))
    name, _, first = url.removeprefix(OUTLINES_FOLDER).removesuffix(".js").partition("-")
    kind = KIND_OF.get(name)
    for batch in record_batches(site, kind) if kind else ():
        if kind and file_stem(batch[0].id) == first:
            views = (record_page(site, record, kind).view for record in batch)
            return [outline_file([record_outline(site, view) for view in views])]
    return []


def _file(name: str, value: Any) -> tuple[str, bytes]:
    script = f'academy.outlines.addPart("{name}",{compact_json(value)});\n'
    return f"{OUTLINES_FOLDER}{name}.js", script.encode()
