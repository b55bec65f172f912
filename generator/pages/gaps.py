"""Data and gaps: what nobody has stated yet, and what to add next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks import CHECKS, Check
from generator.diagnostics import Diagnostic, Severity
from generator.insights import INSIGHTS
from generator.insights.completeness import completeness
from generator.insights.lessons import reviews
from generator.kinds import KIND_OF, KINDS
from generator.kinds.base import Shown
from generator.kinds.links import model_in
from generator.pages.answer import answer, link, paged, row, sentence, several, words
from generator.pages.doors import ABOUT
from generator.pages.downloads import DATA
from generator.pages.model import (
    Bullets,
    Family,
    Note,
    Page,
    PageSection,
    Pieces,
    Plate,
    Row,
    Table,
    To,
    Words,
)
from generator.pages.site import Site

GAPS = Plate("reference/gaps.html", ABOUT, "Data and gaps", "What is missing, and can I help?")
NEXT = Plate("reference/next.html", ABOUT, "What to add next")
ANSWERS = Plate("reference/answers.html", ABOUT, "How each answer is worked out")
REVIEW_URL = "reference/review.html"
ONE = Plate("gaps/-plate.html", ABOUT)


def pages(site: Site) -> Iterator[Page]:
    """The overview, a page for each sort of gap, what to add next, and the rules of answers."""
    found = {check.code: [d for d in site.findings if d.code == check.code] for check in CHECKS}
    open_checks = [one for one in CHECKS if found[one.code] and one.severity is not Severity.ERROR]
    yield _overview(site, open_checks, found)
    for check in open_checks:
        yield from _one(site, check, found[check.code])
    yield from _next(site)
    yield _answers()


def _overview(site: Site, checks: list[Check], found: dict[str, list[Diagnostic]]) -> Page:
    total = sum(len(found[one.code]) for one in checks)
    summary = (
        f"{sentence(several(total, 'thing', 'things'))} missing, or worth checking. Records are "
        "published all the same. You can help to fill them in."
    )
    rows = tuple(
        row((To(one.summary.rstrip("."), _url(one)),), words(f"{len(found[one.code]):,}"))
        for one in sorted(checks, key=lambda one: (-len(found[one.code]), one.code))
    )
    columns = ("What a record should say", "How many do not")
    sections = [
        PageSection("gaps", "What is missing", (Table("", columns, rows, name="Gaps"),)),
        PageSection("next", "What to add next", (_reviews(site), Bullets("", ((To(
            "For each record, the most useful thing to add", NEXT.url),),
            (To("Records to review", REVIEW_URL),))))),
        PageSection("data", "Download the data", (Bullets("", ((To(
            "Every record and relation, as files for a spreadsheet and for programs", DATA.url),),
            (To("How each answer in it is worked out", ANSWERS.url),))),)),
    ]  # fmt: skip
    return answer(GAPS, summary, sections)


def _reviews(site: Site) -> Note:
    """How many prototypes nobody has said they will look at again."""
    found = reviews(site.index)
    none = several(len(found.none), "prototype has", "prototypes have")
    late = several(len(found.overdue), "review is", "reviews are")
    return Note(
        f"{sentence(none)} no next review, ideas and finished ones among them. "
        f"{sentence(late)} overdue."
    )


def _url(check: Check) -> str:
    return f"gaps/{check.code.lower()}.html"


def _one(site: Site, check: Check, found: list[Diagnostic]) -> Iterator[Page]:
    title = check.summary.rstrip(".")
    plate = Plate(_url(check), ABOUT, title, "What is missing?")
    records = len({(one.path, site.at(one.path, one.field)) for one in found})
    times = f", {len(found):,} times in all" if len(found) > records else ""
    summary = f"{sentence(several(records, 'record does', 'records do'))} not{times}. {check.why}"
    rows = tuple(Row(_finding(site, one)) for one in found)
    columns = ("Record", "What to check", "Field in the file")
    table = Table("", columns, rows, name=title)
    for page in paged(answer(plate, summary, []), PageSection("all", "Where", ()), table):
        yield replace(page, plate=ONE)


def _finding(site: Site, found: Diagnostic) -> tuple[Pieces, ...]:
    record = site.at(found.path, found.field)
    named: Pieces = (site.to(record),) if record else (Words(found.path),)
    return named, (Words(found.message),), (Words(found.field or "-"),)


def _next(site: Site) -> Iterator[Page]:
    found = completeness(site.index)
    rows = []
    for kind in KINDS:
        for record in site.catalogue.of_kind(kind):
            one = found[record.id]
            if one.next is not None:
                rows.append((one.asked - one.filled, record.id, one))
    rows.sort(key=lambda item: (-item[0], item[1]))
    summary = (
        f"{sentence(several(len(rows), 'record', 'records'))} could say more. For each, the one "
        "thing that readers would miss first."
    )
    cells = tuple(
        row(
            link(site, record),
            words(KIND_OF[site.catalogue.records[record].kind].label),
            words(f"{one.filled} of {one.asked}"),
            words(field_label(site, record, one.next or "")),
        )
        for _, record, one in rows
    )
    columns = ("Record", "Kind", "Said", "Most useful to add")
    table = Table("", columns, cells, name="What to add next")
    yield from paged(
        answer(NEXT, summary, []), PageSection("all", "Most incomplete first", ()), table
    )


def field_label(site: Site, record: str, path: str) -> str:
    """The names that people see of a field, and of the one inside it."""
    model = type(site.catalogue.records[record])
    names = []
    for name in path.split("."):
        info = model.model_fields[name]
        names.append(next(m.label for m in info.metadata if isinstance(m, Shown)))
        model = model_in(info.annotation) or model  # type: ignore[assignment]
    return ": ".join(names)


def _answers() -> Page:
    rows = tuple(row(words(one.question), words(one.rule), words(one.key)) for one in INSIGHTS)
    table = Table("", ("Question", "How it is answered", "Key in the data"), rows, name="Answers")
    summary = (
        "The rule behind every answer of this site. The answers themselves are in "
        "data/insights.json, each under its key."
    )
    links_to = Bullets("", ((To("data/insights.json", "data/insights.json"),),))
    return answer(ANSWERS, summary, [PageSection("all", "Every answer", (table, links_to))])


FAMILY = Family((GAPS, NEXT, ANSWERS, ONE), pages)
