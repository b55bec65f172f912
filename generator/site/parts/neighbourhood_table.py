"""The table of the records around a record, from which `neighbourhood.js` draws a picture."""

from __future__ import annotations

from generator.analysis.insights.neighbourhood import Neighbour, neighbourhood
from generator.model.kinds import KIND_OF
from generator.model.relation_labels import relation_label
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, Text

_COLUMNS = ("Record", "Kind", "Relation", "Direction")


def neighbourhood_table(site: SiteContent, record: str) -> Table | None:
    """Return the records linked to `record`, those of a kind together; None where there are none.

    The cell of the kind sorts by the kind's plural, which the picture shows above its records.
    """
    around = neighbourhood(site.index, record)
    if not around.neighbours:
        return None
    rows = tuple(_row(site, neighbour) for neighbour in around.neighbours)
    name = f"Records linked to {site.catalogue.title(record)}"
    return Table("", _COLUMNS, rows, around.more, name)


def _row(site: SiteContent, neighbour: Neighbour) -> TableRow:
    kind = KIND_OF[neighbour.kind]
    direction = "From this record" if neighbour.outwards else "To this record"
    texts = (kind.label, relation_label(neighbour.relation), direction)
    cells: list[Inlines] = [(site.link(neighbour.record),), *((Text(text),) for text in texts)]
    return TableRow(tuple(cells), ("", kind.labels, "", ""))
