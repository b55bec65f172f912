"""Whatever people write in whatever field, every fault is told and nothing breaks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, get_args, get_origin

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.graph import GRAPHS, to_node_link
from generator.build.prepare import AcademyProject, PreparedSite
from generator.checks import run_checks
from generator.cli.show import show_record
from generator.diagnostics import Diagnostic, errors
from generator.model.display.vocabulary import format_amount
from generator.model.fields.academy_vocabulary import InSection
from generator.model.fields.alternatives import alternatives_of
from generator.model.fields.dates import WrittenDate
from generator.model.fields.links import Link, nested_model
from generator.model.fields.types import SHAPE_OF_VALIDATOR, DegreeLimit
from generator.model.kinds import KINDS, Kind
from generator.publish import write_file
from generator.records.catalogue import Catalogue, default_vocabulary, read_catalogue
from generator.site.pages import SiteContent, all_pages
from tests.examples import examples
from tests.media.samples import SAMPLES

IDS = ("one", "two", "three")
TEXTS = [
    "Some text.",
    "[/x] [bold]x[/bold]",
    "...",
    "1:100:3",
    "[[one]]",
    "See [[nowhere|x]].",
    "GBP",
    "percent",
    "a < b",
    "![A bench](media/a.png)",
    "{{ a }}",
    "2020",
]
DATES = [
    "2020", "2020-02", "2020-02-29", "1000", "2100-12-31", "2021-01-01", "2019/20", "2019/20 Q4",
    "spring 2019", "winter 2019/20", "about 2015", "2017 to 2019", "before 2015", "after 2015",
]  # fmt: skip
NUMBERS = ["0", "-1", "2.5", "3.20", "999999999999999.999999", "0.000001"]
ADDRESSES = ["https://example.org", "http://example.org/a?b=c#d"]
DEGREES = ["-90", "0", "54.98"]
ODD = [
    "",
    "<b>",
    "![](../a.png)",
    "x" * 500,
    "-",
    "2020-02-30",
    "1,000",
    "NaN",
    "javascript:x",
    "[[",
    "year",
    "month",
]
ANYTHING = st.recursive(
    st.none() | st.sampled_from([*IDS, *TEXTS, *DATES, *NUMBERS, *ODD, "13", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["year", "month", "day", "id", "", "text"]), inner)
    ),
    max_leaves=6,
)
SINGLE = {WrittenDate: DATES, Decimal: NUMBERS, int: ["0", "25"], bool: ["yes", "no"]}
PICTURES = ["media/a.png", "media/b.jpg"]
DAY = date(2020, 1, 31)
# fields whose text has a form of its own, which free text would seldom hit
NOT_ANY = ("id", "aliases", "p_value")
WRITTEN = [kind for kind in KINDS if kind.folder and kind.suffix == ".yaml"]


def fitting(annotation: Any, metadata: Any = ()) -> st.SearchStrategy[Any]:
    """Values that a field takes: the right sort, and ids where ids are wanted."""
    inner = nested_model(annotation)
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is tuple:
        return st.lists(fitting(parts[0], metadata), min_size=1, max_size=2)
    if inner is not None:
        return values(inner)
    if get_origin(annotation) is Literal:
        return st.sampled_from(parts)
    if parts:
        return fitting(parts[0], (*metadata, *getattr(annotation, "__metadata__", ())))
    return st.sampled_from(single_values(annotation, metadata))


def single_values(annotation: Any, metadata: Any) -> Sequence[str]:
    """Values of a field that holds one: its type, or its marks, say of which form."""
    for mark in metadata:
        if isinstance(mark, InSection):
            return [str(term) for term in default_vocabulary().section(mark.name)]
        if isinstance(mark, Link):
            return IDS
        if isinstance(mark, DegreeLimit):
            return DEGREES
    shapes = {SHAPE_OF_VALIDATOR.get(getattr(one, "func", None)) for one in metadata}
    of_shape = {"web": ADDRESSES, "picture-file": PICTURES, "document-file": ["media/c.txt"]}
    return next((of_shape[one] for one in shapes if one in of_shape), SINGLE.get(annotation, TEXTS))


def values(model: Any) -> st.SearchStrategy[dict[str, Any]]:
    """The fields that a model wants, and some of those that it takes."""
    fields = {n: i for n, i in model.model_fields.items() if n not in NOT_ANY}
    made = {n: fitting(i.annotation, tuple(i.metadata)) for n, i in fields.items()}
    wanted = {n: made.pop(n) for n, i in fields.items() if i.is_required()}
    alternatives = [st.fixed_dictionaries({n: made.pop(n)}) for n in alternatives_of(model)]
    others = st.fixed_dictionaries(wanted, optional=made)
    if not alternatives:
        return others
    return st.tuples(others, st.one_of(alternatives)).map(lambda parts: {**parts[0], **parts[1]})


RECORD = st.sampled_from(WRITTEN).flatmap(lambda kind: st.tuples(st.just(kind), values(kind.model)))
Records = dict[str, tuple[Kind, dict[str, Any]]]


def draw(catalogue: Catalogue, findings: tuple[Diagnostic, ...]) -> None:
    """Every page of a sound academy can be drawn, on the web and in the terminal."""
    if errors(findings):
        return
    prepared = PreparedSite(
        AcademyProject(Path(), "Academy"), SiteContent("Academy", catalogue, "", findings), DAY
    )
    for page in all_pages(prepared.site):
        frame = prepared.renderer.page_slots(page)
        assert "<script" not in frame.body
        assert frame.body.count("<h1") == 1
    with redirect_stdout(StringIO()):
        for record_id in catalogue.records:
            show_record(prepared.site, record_id)


def examine(records: Records) -> Catalogue:
    """Read, check and draw an academy, and look at all that comes of it."""
    with TemporaryDirectory() as folder:
        for name, (kind, fields) in records.items():
            file = Path(folder, str(kind.folder), f"{name}.yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(fields), encoding="utf-8")
        for picture, sample in zip(PICTURES, ("png", "jpeg"), strict=True):
            write_file(Path(folder), picture, SAMPLES[sample]())
        write_file(Path(folder), "media/c.txt", b"Some words.")
        catalogue, faults = read_catalogue(Path(folder))
        draw(catalogue, (*faults, *run_checks(catalogue)))
    for diagnostic in (*faults, *run_checks(catalogue)):
        assert min(diagnostic.line, diagnostic.column) >= 1
        assert diagnostic.as_text().encode("utf-8")
    for record in catalogue.records.values():
        assert catalogue.title(record.id)
        if getattr(record, "value", None) is not None:
            assert format_amount(record.value, record.unit)  # type: ignore[attr-defined]
    for graph in GRAPHS.values():
        assert json.dumps(to_node_link(graph(catalogue)))
    return catalogue


@examples(80)
@given(st.dictionaries(st.sampled_from(IDS), RECORD, min_size=1))
def test_records_of_every_shape(records: Records) -> None:
    assert set(records) <= set(examine(records).records)


@examples(80)
@given(st.dictionaries(st.sampled_from(IDS), RECORD, min_size=1), st.data())
def test_something_odd_in_one_field(records: Records, data: st.DataObject) -> None:
    kind, fields = records[data.draw(st.sampled_from(sorted(records)))]
    name = data.draw(st.sampled_from(sorted(kind.model.model_fields)))
    fields[name] = data.draw(ANYTHING)
    examine(records)
