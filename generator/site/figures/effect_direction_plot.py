"""The effect direction plot: prototypes by outcomes, with a sign for the way that results went.

The size of a sign follows Boon and Thomson (2021): large for more than 300 people or cases, medium
for 50 to 300, small below 50.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.insights.effect_direction import Direction, EffectDirection
from generator.analysis.insights.evidence import evidence_rank
from generator.english import counted
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.site.figures.drawing import KeyEntry, letter, marker, target_url
from generator.site.figures.figure import (
    Figure,
    FigureCell,
    RecordNames,
    count_cell,
    option_cell,
    records_cell,
    text_cell,
)
from generator.site.figures.matrix import (
    FigureText,
    Matrix,
    MatrixCell,
    matrix_figure,
    rows_to_draw,
)
from generator.site.figures.shapes import Marker

MOST_ROWS = 6
MOST_OUTCOMES = 7
_MOST_CELLS = 24
COLUMNS = (
    "Prototype", "Outcome", "Which way", "Results", "How many were counted",
    "Strongest evidence", "Findings",
)  # fmt: skip
LARGE_SAMPLE = 300
SMALL_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class _Sign:
    css_class: str
    text: str


_SIGNS: dict[Direction, _Sign] = {
    "better": _Sign("fg-solid fg-good", "Better"),
    "worse": _Sign("fg-solid fg-bad", "Worse"),
    "no-clear-direction": _Sign("fg-solid fg-even", "No clear direction, or mixed"),
    "not-stated": _Sign("fg-hollow fg-even", "Direction not stated"),
}


def effect_direction_plot(
    directions: tuple[EffectDirection, ...], names: RecordNames, key: str
) -> Figure:
    """Return the plot; `key` is its id on the page. The table has every row of `directions`."""
    columns = tuple(dict.fromkeys(cell.outcome for cell in directions))[:MOST_OUTCOMES]
    rows = rows_to_draw(
        tuple(dict.fromkeys(cell.prototype for cell in directions))[:MOST_ROWS],
        columns,
        ((cell.prototype, cell.outcome) for cell in directions),
        _MOST_CELLS,
    )
    shown = [cell for cell in directions if cell.prototype in rows and cell.outcome in columns]
    cells = {(cell.prototype, cell.outcome): _cell(cell, names) for cell in shown}
    text = FigureText(
        id=key,
        title="Which way the results went",
        desc=f"An effect direction plot of {counted(len(rows), 'prototype')} by "
        f"{counted(len(columns), 'outcome')}. The table has every row.",
        columns=COLUMNS,
        note="The results are not of one kind, so they are not drawn on one scale or pooled. A "
        "sign says which way at least 70% of a prototype's results for an outcome went. A sign "
        "says nothing of how large the effect is.",
    )
    table = tuple(_row(cell, names) for cell in directions)
    return matrix_figure(text, Matrix(rows, columns, cells), _key_entries(shown), table, names)


def _cell(cell: EffectDirection, names: RecordNames) -> MatrixCell:
    sample = f"; {cell.sample:,} counted" if cell.sample is not None else ""
    title = (
        f"{names(cell.prototype)[0]}, {names(cell.outcome)[0]}: "
        f"{_SIGNS[cell.direction].text.lower()} ({counted(len(cell.measures), 'result')}{sample}); "
        f"strongest evidence: {EVIDENCE_LEVELS.label(cell.strongest).lower()}"
    )
    art = (
        Marker("-4", "0", _shape(cell.direction, cell.sample), _SIGNS[cell.direction].css_class),
        letter(str(len(cell.measures)), 9, 6),
    )
    url = target_url(cell.measures, cell.prototype, names)
    return MatrixCell(url, title, art, f"fg-cell fg-level-{evidence_rank(cell.strongest)}")


def _shape(direction: Direction, sample: int | None) -> str:
    """Return the path of a sign, in a size for the sample; the middle one where none is stated."""
    size = 6
    if sample is not None:
        size = 8 if sample > LARGE_SAMPLE else 6 if sample >= SMALL_SAMPLE else 4
    if direction == "better":
        return f"M0 {-size}L{size} {size}H{-size}Z"
    if direction == "worse":
        return f"M0 {size}L{size} {-size}H{-size}Z"
    if direction == "no-clear-direction":
        half = size - 1
        return f"M{-size - 1} 0L-2 {-half}V{half}ZM{size + 1} 0L2 {-half}V{half}Z"
    round_end = f"a{size} {size} 0 1 0"
    return f"M{-size} 0{round_end} {2 * size} 0{round_end} {-2 * size} 0Z"


def _key_entries(shown: list[EffectDirection]) -> list[KeyEntry]:
    used = {cell.direction for cell in shown}
    entries = [
        KeyEntry((marker(_shape(direction, None), sign.css_class),), sign.text)
        for direction, sign in _SIGNS.items()
        if direction in used
    ]
    samples = [cell.sample for cell in shown if cell.sample is not None]
    for size, text in (
        (LARGE_SAMPLE + 1, f"More than {LARGE_SAMPLE} counted"),
        (SMALL_SAMPLE - 1, f"Fewer than {SMALL_SAMPLE} counted"),
    ):
        if any(_shape("better", sample) == _shape("better", size) for sample in samples):
            entries.append(KeyEntry((marker(_shape("better", size), "fg-solid fg-even"),), text))
    return entries


def _row(cell: EffectDirection, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        records_cell((cell.prototype,), names),
        records_cell((cell.outcome,), names),
        text_cell(_SIGNS[cell.direction].text),
        count_cell(len(cell.measures)),
        count_cell(cell.sample) if cell.sample is not None else text_cell("Not stated"),
        option_cell(EVIDENCE_LEVELS.option(cell.strongest), str(evidence_rank(cell.strongest))),
        records_cell(cell.measures, names),
    )
