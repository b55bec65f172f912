"""Data and gaps: what is not stated yet, and what to add next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights import INSIGHTS
from generator.analysis.insights.completeness import completeness
from generator.analysis.insights.lessons import review_schedule
from generator.checks import CHECKS, Check
from generator.diagnostics import Diagnostic, Severity
from generator.english import counted
from generator.model.display.field_display import display_of
from generator.model.fields.links import nested_model
from generator.model.kinds import KIND_OF, KINDS
from generator.site.pages.reference.downloads import DATA
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import BulletList, Callout, Table, TableRow
from generator.site.parts.cells import capitalise, record_link, table_row, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, InternalLink, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection
from generator.site_paths import LAYOUT_NAME

GAPS = Layout(
    "reference/gaps.html",
    ABOUT,
    "Data and gaps",
    "What is missing, and can I help?",
    also_asked=("What is missing?", "Gaps"),
)
NEXT = Layout("reference/next.html", ABOUT, "What to add next")
ANSWERS = Layout("reference/answers.html", ABOUT, "How each answer is worked out")
REVIEW_URL = "reference/review.html"
GAP = Layout(f"gaps/{LAYOUT_NAME}", ABOUT)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield an overview, a page for each type of gap, what to add next, and rules of insights."""
    findings = {check.code: [d for d in site.findings if d.code == check.code] for check in CHECKS}
    open_checks = [
        candidate
        for candidate in CHECKS
        if findings[candidate.code] and candidate.severity is not Severity.ERROR
    ]
    yield _overview(site, open_checks, findings)
    for check in open_checks:
        yield from _gap_pages(site, check, findings[check.code])
    yield from _next(site)
    yield _answers()


def _overview(
    site: SiteContent, checks: list[Check], findings: dict[str, list[Diagnostic]]
) -> Page:
    total = sum(len(findings[check.code]) for check in checks)
    summary = (
        f"{capitalise(counted(total, 'thing', 'things'))} to add or check. We publish records even "
        "if something is missing. You can help by adding what you know."
    )
    rows = tuple(
        table_row(
            (InternalLink(check.summary.rstrip("."), _gap_url(check)),),
            text_inlines(f"{len(findings[check.code]):,}"),
        )
        for check in sorted(checks, key=lambda check: (-len(findings[check.code]), check.code))
    )
    columns = ("What a record should say", "How many do not")
    sections = [
        PageSection("gaps", "What is missing", (Table("", columns, rows, name="Gaps"),)),
        PageSection("next", "What to add next", (_reviews(site), BulletList("", ((InternalLink(
            "For each record, the most useful thing to add", NEXT.url),),
            (InternalLink("Records to review", REVIEW_URL),))))),
        PageSection("data", "Download the data", (BulletList("", ((InternalLink(
            "Every record and relation, as files for a spreadsheet and for programs", DATA.url),),
            (InternalLink("How each answer is worked out", ANSWERS.url),))),)),
    ]  # fmt: skip
    return answer_page(GAPS, summary, sections)


def _reviews(site: SiteContent) -> Callout:
    """Return how many prototypes have no next review date, and how many reviews are overdue."""
    review_counts = review_schedule(site.index)
    none = counted(len(review_counts.none), "prototype has", "prototypes have")
    late = counted(len(review_counts.overdue), "review is", "reviews are")
    return Callout(
        f"{capitalise(none)} no date for a next review, including ideas and finished work. "
        f"{capitalise(late)} overdue."
    )


def _gap_url(check: Check) -> str:
    return f"gaps/{check.code.lower()}.html"


def _gap_pages(site: SiteContent, check: Check, findings: list[Diagnostic]) -> Iterator[Page]:
    title = check.summary.rstrip(".")
    layout = Layout(_gap_url(check), ABOUT, title, "What is missing?")
    records = len(
        {(finding.path, site.record_at(finding.path, finding.field)) for finding in findings}
    )
    times = f" ({len(findings):,} times in all)" if len(findings) > records else ""
    summary = f"{capitalise(counted(records, 'record does', 'records do'))} not{times}. {check.why}"
    rows = tuple(TableRow(_finding(site, finding)) for finding in findings)
    columns = ("Record", "What to check", "Field in the file")
    table = Table("", columns, rows, name=title)
    for page in paginate(answer_page(layout, summary, []), PageSection("all", "Where", ()), table):
        yield replace(page, layout=GAP)


def _finding(site: SiteContent, finding: Diagnostic) -> tuple[Inlines, ...]:
    record = site.record_at(finding.path, finding.field)
    named: Inlines = (site.link(record),) if record else (Text(finding.path),)
    return named, (Text(finding.message),), (Text(finding.field or "-"),)


def _next(site: SiteContent) -> Iterator[Page]:
    completeness_of = completeness(site.index)
    rows = []
    for kind in KINDS:
        for record in site.catalogue.records_of_kind(kind):
            state = completeness_of[record.id]
            if state.next is not None:
                rows.append((state.asked - state.filled, record.id, state))
    rows.sort(key=lambda item: (-item[0], item[1]))
    summary = (
        f"{capitalise(counted(len(rows), 'record', 'records'))} could say more. For each, we show "
        "what would be most useful to add."
    )
    cells = tuple(
        table_row(
            record_link(site, record),
            text_inlines(KIND_OF[site.catalogue.records[record].kind].label),
            text_inlines(f"{state.filled} of {state.asked}"),
            text_inlines(field_label(site, record, state.next or "")),
        )
        for _, record, state in rows
    )
    columns = ("Record", "Kind", "Filled in", "Most useful to add")
    table = Table("", columns, cells, name="What to add next")
    yield from paginate(
        answer_page(NEXT, summary, []), PageSection("all", "Most incomplete first", ()), table
    )


def field_label(site: SiteContent, record: str, path: str) -> str:
    """Return the labels along the path of a field, such as “Baseline: Value”."""
    model = type(site.catalogue.records[record])
    names = []
    for name in path.split("."):
        info = model.model_fields[name]
        names.append(display_of(info).label)
        model = nested_model(info.annotation) or model  # type: ignore[assignment]
    return ": ".join(names)


def _answers() -> Page:
    rows = tuple(
        table_row(
            text_inlines(insight.question), text_inlines(insight.rule), text_inlines(insight.key)
        )
        for insight in INSIGHTS
    )
    table = Table(
        "", ("Question", "How we work out the answer", "Name in the data"), rows, name="Answers"
    )
    summary = (
        "How we work out every answer on this site. The data file insights.json has the answers, "
        "under the names in the last column."
    )
    links_to = BulletList("", ((InternalLink("The data file", "data/index.html#insights"),),))
    return answer_page(ANSWERS, summary, [PageSection("all", "Every answer", (table, links_to))])


FAMILY = PageFamily((GAPS, NEXT, ANSWERS, GAP), pages)
