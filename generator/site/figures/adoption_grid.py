"""The adoption grid: practices by areas, with the status of each practice in each area."""

from __future__ import annotations

from collections import Counter

from generator.analysis.insights.practice_status import AdoptionGrid, PracticeStatus
from generator.english import counted
from generator.model.display.vocabulary import Vocabulary
from generator.model.kinds.adoption_words import FIDELITIES, STATUSES
from generator.site.figures.drawing import (
    ARROW,
    CROSS,
    DISC,
    PAUSE,
    RING,
    SQUARE,
    KeyEntry,
    letter,
    marker,
    target_url,
)
from generator.site.figures.figure import (
    Figure,
    FigureCell,
    RecordNames,
    option_cell,
    records_cell,
    text_cell,
)
from generator.site.figures.matrix import (
    FigureText,
    Matrix,
    MatrixCell,
    matrix_figure,
    most_frequent,
    rows_to_draw,
)
from generator.site.figures.shapes import Shapes

MOST_PRACTICES = 16
MOST_AREAS = 24
COLUMNS = ("Practice", "Area", "In use?", "Status of adoption", "How closely followed", "Based on")

_SYMBOLS = {
    "yes": (DISC, "fg-solid"),
    "part": (RING, "fg-hollow fg-inside"),
    "planned": (ARROW, "fg-stroke fg-plan"),
    "paused": (PAUSE, "fg-stroke fg-part"),
    "halted": (CROSS, "fg-stroke fg-bad"),
    "ended": (SQUARE, "fg-hollow fg-even"),
}
_FIDELITY_LETTERS = {"faithful": "F", "adapted": "A", "principles-only": "P"}
_KEY_TEXTS = {
    "yes": "In use there",
    "part": "In use in part of the area",
    "unknown": "Not known: some adopters are not named",
    "planned": "Planned: interested or intended",
    "paused": "Paused",
    "halted": "Stopped or declined",
    "ended": "Ended, or did not work",
    "other": "Adopters not named, not in use",
}


def adoption_grid(grid: AdoptionGrid, names: RecordNames) -> Figure:
    """Return the grid of practices (rows) by areas (columns).

    The picture has at most `MOST_PRACTICES` practices, `MOST_AREAS` areas and `MAX_CELLS` cells,
    those with most statuses first. The table has the status of every practice in every area.
    """
    standings = [status for practice in grid.practices for status in grid.of_practice(practice)]
    matrix = _matrix(grid, standings, names)
    key = _key_entries([grid.standings[area, practice] for practice, area in matrix.cells])
    rows = tuple(_row(status, names) for status in standings)
    text = FigureText(
        id="adoption-grid",
        title="Which practice is in use where",
        desc=_desc(matrix, standings),
        columns=COLUMNS,
        note="An empty cell means that nobody has said so. It does not mean no.",
    )
    return matrix_figure(text, matrix, key, rows, names)


def cell_signs(standing: PracticeStatus) -> tuple[str, ...]:
    """Return the names of the symbols in a cell: whether the practice is in use, then its plan.

    The first is “yes”, “part” or “unknown”, left out where the practice is not in use. The second
    is “planned”, “paused” or “halted”, if any applies. A cell with neither gets “other”.
    """
    signs: list[str] = [standing.practised] if standing.practised != "no" else []
    if standing.planned:
        signs.append("planned")
    elif standing.halted or standing.halted_around:
        signs.append("paused" if standing.status == "paused" else "halted")
    elif standing.ended and not signs:
        signs.append("ended")
    return tuple(signs) or ("other",)


def _matrix(grid: AdoptionGrid, standings: list[PracticeStatus], names: RecordNames) -> Matrix:
    by_practice = Counter(status.practice for status in standings)
    # Skip “part”: a large area would get a ring in every row that an area inside it fills.
    weights = Counter(status.area for status in standings if cell_signs(status) != ("part",))
    areas = most_frequent(weights, grid.areas, MOST_AREAS)
    practices = rows_to_draw(
        most_frequent(by_practice, grid.practices, MOST_PRACTICES),
        areas,
        ((status.practice, status.area) for status in standings),
    )
    shown = [
        status for status in standings if status.practice in practices and status.area in areas
    ]
    cells = {(status.practice, status.area): _cell(status, names) for status in shown}
    return Matrix(practices, areas, cells)


def _cell(standing: PracticeStatus, names: RecordNames) -> MatrixCell:
    signs = cell_signs(standing)
    title = f"{names(standing.practice)[0]}, {names(standing.area)[0]}: {_status_text(standing)}"
    through = _supporting_records(standing)
    shapes = _cell_shapes(signs, _FIDELITY_LETTERS.get(standing.fidelity or "", ""))
    return MatrixCell(
        target_url(through, standing.practice, names), title, shapes, f"fg-cell fg-{signs[0]}"
    )


def _cell_shapes(signs: tuple[str, ...], fidelity: str) -> Shapes:
    # Symbols and letters are centred 12 px apart, around the middle of the cell.
    parts = [*signs, *fidelity]
    first = -6 * (len(parts) - 1)
    return tuple(
        mark for n, part in enumerate(parts) for mark in _sign_shapes(part, first + 12 * n)
    )


def _sign_shapes(part: str, x: float) -> Shapes:
    if part in _SYMBOLS:
        d, css_class = _SYMBOLS[part]
        return (marker(d, css_class, x),)
    return (letter({"unknown": "?", "other": "–"}.get(part, part), x),)


def _key_entries(shown: list[PracticeStatus]) -> list[KeyEntry]:
    used = {part for status in shown for part in cell_signs(status)}
    entries = [
        KeyEntry(_sign_shapes(part, 0), text) for part, text in _KEY_TEXTS.items() if part in used
    ]
    kept = {status.fidelity for status in shown}
    entries += [
        KeyEntry(
            _sign_shapes(mark, 0), f"Closeness to the original: {FIDELITIES.label(word).lower()}"
        )
        for word, mark in _FIDELITY_LETTERS.items()
        if word in kept
    ]
    return [*entries, KeyEntry((), "Empty: nobody has said so")]


def _status_text(standing: PracticeStatus) -> str:
    parts = [_practised_text(standing)]
    if standing.status:
        parts.append(STATUSES.label(standing.status).lower())
    if standing.fidelity:
        parts.append(f"closeness to the original: {FIDELITIES.label(standing.fidelity).lower()}")
    return "; ".join(part for part in parts if part)


def _practised_text(standing: PracticeStatus) -> str:
    if standing.practised == "yes":
        return "in use"
    if standing.practised == "unknown":
        return f"not known ({counted(standing.unnamed, 'adopter')} not named)"
    if standing.practised == "part":
        return "in use in part of the area"
    return _history_text(standing)


def _history_text(standing: PracticeStatus) -> str:
    if standing.halted:
        return "paused, stopped or declined here"
    if standing.ended:
        return "ended here, or did not work"
    if standing.halted_around:
        return "paused, stopped or declined in a wider area"
    return "no record of use"


def _supporting_records(standing: PracticeStatus) -> tuple[str, ...]:
    """Return the ids of the records behind a status, each once.

    For a practice in use these are the prototypes and adoptions; otherwise also plans, halted work
    and areas inside.
    """
    records = (*standing.prototypes, *standing.adoptions)
    if standing.practised != "yes":
        records += (
            *standing.plans,
            *standing.halted,
            *standing.ended,
            *standing.halted_around,
            *standing.parts,
        )
    return tuple(dict.fromkeys(records))


def _row(standing: PracticeStatus, names: RecordNames) -> tuple[FigureCell, ...]:
    practised = _practised_text(standing)
    return (
        records_cell((standing.practice,), names),
        records_cell((standing.area,), names),
        text_cell(practised[:1].upper() + practised[1:]),
        _word_cell(STATUSES, standing.status)
        if standing.status
        else text_cell("No adoption recorded"),
        _word_cell(FIDELITIES, standing.fidelity)
        if standing.status
        else text_cell("No adoption recorded"),
        records_cell(_supporting_records(standing), names),
    )


def _word_cell(vocabulary: Vocabulary, word: str | None) -> FigureCell:
    return option_cell(vocabulary.option(word)) if word else text_cell("")


def _desc(matrix: Matrix, standings: list[PracticeStatus]) -> str:
    used = Counter(status.practised for status in standings)
    planned = sum("planned" in cell_signs(status) for status in standings)
    return (
        f"A grid of {counted(len(matrix.rows), 'practice')} by "
        f"{counted(len(matrix.columns), 'area')}. Overall: {used['yes']:,} in use, "
        f"{used['part']:,} in part, {used['unknown']:,} not known, {planned:,} planned. The table "
        "has them all."
    )
