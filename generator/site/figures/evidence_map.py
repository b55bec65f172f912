"""The evidence map: practices by outcomes, with the direction and strength of results."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.analysis.insights.evidence import (
    RANKED_LEVELS,
    EvidenceMap,
    OutcomeEvidence,
    PracticeBand,
    evidence_rank,
    findings_by_pair,
)
from generator.english import counted
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.site.figures.drawing import (
    BAR,
    DISC,
    DOWN,
    LEFT_RIGHT,
    UP,
    KeyEntry,
    letter,
    marker,
    px,
    target_url,
)
from generator.site.figures.figure import (
    Figure,
    FigureCell,
    RecordNames,
    count_cell,
    option_cell,
    records_cell,
)
from generator.site.figures.matrix import (
    FigureText,
    Matrix,
    MatrixCell,
    matrix_figure,
    most_frequent,
    rows_to_draw,
)
from generator.site.figures.shapes import Marker, Rect, Shapes

MOST_PRACTICES = 30
MOST_OUTCOMES = 20
COLUMNS = (
    "Practice", "Outcome", "Results", "Improved", "Stable", "Worsened", "No clear difference",
    "Direction not stated",
    "Of these, direction inferred", "Of these, link to the practice inferred",
    "Strongest evidence", "Findings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _ResultDirection:
    """How a direction of change is drawn: the path `d`, its `css_class`, its label `text`."""

    d: str
    css_class: str
    text: str


_DIRECTIONS = {
    "improved": _ResultDirection(UP, "fg-solid fg-good", "Improved"),
    "stable": _ResultDirection(BAR, "fg-solid fg-even", "Stable"),
    "worsened": _ResultDirection(DOWN, "fg-solid fg-bad", "Worsened"),
    "no_difference": _ResultDirection(LEFT_RIGHT, "fg-solid fg-even", "No clear difference"),
    "unclear": _ResultDirection(DISC, "fg-hollow fg-even", "Direction not stated"),
}


def evidence_map(evidence: EvidenceMap, names: RecordNames) -> Figure:
    """Return the map of practices (rows) by outcomes (columns).

    Practices with the very same results share one row. The picture has at most `MOST_PRACTICES`
    rows, `MOST_OUTCOMES` outcomes and `MAX_CELLS` cells, those with most results first. The table
    has every pair with a result.
    """
    bands = {band.practices[0]: band for band in evidence.bands}
    findings = tuple(f for f in findings_by_pair(evidence) if f.practice in bands)

    def row_names(record: str) -> tuple[str, str]:
        return _band_name(bands[record], names) if record in bands else names(record)

    matrix = _matrix(evidence, findings, row_names)
    key = _key_entries([evidence.findings[pair] for pair in matrix.cells])
    rows = tuple(_row(finding, bands[finding.practice], names) for finding in findings)
    text = FigureText(
        id="evidence-map",
        title="What results say about each practice",
        desc=_desc(matrix, findings),
        columns=COLUMNS,
        note="Results only: targets, estimates, projections and illustrations are not counted. A "
        "result counts for each practice that its prototype uses, so that the map says where to "
        "look, not what caused what. Practices that share all of their results stand in one row. "
        "An empty cell means that no result is reported.",
    )
    return matrix_figure(text, matrix, key, rows, row_names)


def _band_name(band: PracticeBand, names: RecordNames) -> tuple[str, str]:
    """Return what a row is called and where it leads."""
    first = names(band.practices[0])
    if len(band.practices) == 1:
        return first
    together = f"{len(band.practices):,} practices used together"
    if len(band.prototypes) != 1:
        return f"{first[0]} and {len(band.practices) - 1:,} more, {together}", first[1]
    title, url = names(band.prototypes[0])
    return f"{together} in “{title}”", url


def direction_counts(finding: OutcomeEvidence) -> tuple[tuple[str, int], ...]:
    """Return the directions in which results of a pair went, each with its number of results."""
    counts = ((way, int(getattr(finding, way))) for way in _DIRECTIONS)
    return tuple((way, count) for way, count in counts if count)


def _matrix(
    evidence: EvidenceMap, findings: tuple[OutcomeEvidence, ...], names: RecordNames
) -> Matrix:
    by_practice: Counter[str] = Counter()
    by_outcome: Counter[str] = Counter()
    for finding in findings:
        by_practice[finding.practice] += len(finding.measures)
        by_outcome[finding.outcome] += len(finding.measures)
    outcomes = most_frequent(by_outcome, evidence.outcomes, MOST_OUTCOMES)
    practices = rows_to_draw(
        most_frequent(by_practice, evidence.practices, MOST_PRACTICES),
        outcomes,
        ((finding.practice, finding.outcome) for finding in findings),
    )
    shown = [
        finding
        for finding in findings
        if finding.practice in practices and finding.outcome in outcomes
    ]
    cells = {(finding.practice, finding.outcome): _cell(finding, names) for finding in shown}
    crowded = any(
        len(direction_counts(finding)) > 2 or len(finding.measures) > 99 for finding in shown
    )
    return Matrix(practices, outcomes, cells, least=44 if crowded else 30)


def _cell(finding: OutcomeEvidence, names: RecordNames) -> MatrixCell:
    directions = ", ".join(
        f"{count:,} {_DIRECTIONS[way].text.lower()}" for way, count in direction_counts(finding)
    )
    if finding.inferred:
        directions += f"; {len(finding.inferred):,} of these directions inferred"
    title = (
        f"{names(finding.practice)[0]}, {names(finding.outcome)[0]}: "
        f"{counted(len(finding.measures), 'result')} ({directions}); "
        f"strongest evidence: {EVIDENCE_LEVELS.label(finding.strongest).lower()}"
    )
    url = target_url(finding.measures, finding.practice, names)
    return MatrixCell(
        url, title, _cell_shapes(finding), f"fg-cell fg-level-{evidence_rank(finding.strongest)}"
    )


def _cell_shapes(finding: OutcomeEvidence) -> Shapes:
    """Return the symbols of the directions, the number of results, and the strongest evidence."""
    directions = direction_counts(finding)
    if len(directions) == 1 and len(finding.measures) < 10:
        way = _DIRECTIONS[directions[0][0]]
        count = letter(str(len(finding.measures)), 7, -2.5)
        return (
            Marker("-6", "-7", way.d, way.css_class),
            count,
            letter(_level_letter(finding.strongest), y=12),
        )
    pitch = 13 if len(directions) < 4 else 10.5
    signs = tuple(
        Marker(
            px(pitch * (n - (len(directions) - 1) / 2)),
            "-7",
            _DIRECTIONS[way].d,
            _DIRECTIONS[way].css_class,
        )
        for n, (way, _) in enumerate(directions)
    )
    return (*signs, letter(f"{len(finding.measures):,} {_level_letter(finding.strongest)}", y=12))


def _level_letter(level: str) -> str:
    return level[:1].upper() if level in RANKED_LEVELS else "–"


def _key_entries(shown: list[OutcomeEvidence]) -> list[KeyEntry]:
    used = {way for finding in shown for way, _ in direction_counts(finding)}
    entries = [
        KeyEntry((marker(way.d, way.css_class),), way.text)
        for name, way in _DIRECTIONS.items()
        if name in used
    ]
    for level in sorted({finding.strongest for finding in shown}, key=evidence_rank):
        box = Rect("-11", "-9", "22", "20", f"fg-cell fg-level-{evidence_rank(level)}", "3")
        entries.append(
            KeyEntry(
                (box, letter(_level_letter(level), y=6)),
                f"Strongest: {EVIDENCE_LEVELS.label(level).lower()}",
            )
        )
    return entries


def _row(
    finding: OutcomeEvidence, band: PracticeBand, names: RecordNames
) -> tuple[FigureCell, ...]:
    return (
        records_cell(band.practices, names),
        records_cell((finding.outcome,), names),
        count_cell(len(finding.measures)),
        count_cell(finding.improved),
        count_cell(finding.stable),
        count_cell(finding.worsened),
        count_cell(finding.no_difference),
        count_cell(finding.unclear),
        count_cell(len(finding.inferred)),
        count_cell(len(finding.linked)),
        option_cell(
            EVIDENCE_LEVELS.option(finding.strongest), str(evidence_rank(finding.strongest))
        ),
        records_cell(finding.measures, names),
    )


def _desc(matrix: Matrix, findings: tuple[OutcomeEvidence, ...]) -> str:
    results = {measure for finding in findings for measure in finding.measures}
    return (
        f"A grid of {counted(len(matrix.rows), 'row')} of practices by "
        f"{counted(len(matrix.columns), 'outcome')}. Each cell counts results. There are "
        f"{counted(len(results), 'result')}. The table has them all."
    )
