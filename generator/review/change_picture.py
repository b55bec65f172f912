"""Draw the neighbours of changed records before and after, as an SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.analysis.insights.neighbourhood import Neighbour, Neighbourhood
from generator.english import counted
from generator.model.relation_labels import relation_label
from generator.review.changes import Side
from generator.review.snapshots import Snapshots, pair_snapshots
from generator.site.figures import neighbourhood_diagram
from generator.site.figures.drawing import TextAnchor, px, text_lines
from generator.site.figures.figure import RecordNames
from generator.site.figures.shapes import LinkedShapes, Panel, Shape, ShapeGroup, Shapes
from generator.site.figures.text_layout import FONT_SIZE, wrap_text
from generator.site.parts.content import SiteContent
from generator.site.parts.page import Layout, Page
from generator.site.render.renderer import Renderer

WIDTH = 832
_MARGIN = 16
_PANEL = 380
_RIGHT = WIDTH - 2 * _MARGIN - _PANEL
_SIDES: tuple[Side, Side] = ("before", "after")
_MAX_CENTRES = 4
_MAX_NEIGHBOURS = 10
_TITLE = "The records that change and those linked to them, before and after"
_KEY = "+ and a thick arrow: new. − and a dashed arrow: removed."
# a relation: later id of its source, type, later id of its target
RelationEnds = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ChangePicture:
    """A finished picture, as passed to its template. Sizes are in px."""

    width: int
    height: int
    title: str
    desc: str
    marks: Shapes


def change_figure(before: SiteContent, after: SiteContent) -> str:
    """Return a standalone SVG: each record with its neighbours before on the left, after on the
    right.
    """
    picture = _draw_picture(pair_snapshots(before, after))
    page = Page("", _TITLE, picture.desc, Layout("", ""), "difference.html", picture)
    return Renderer("", lambda _: None).page_slots(page).body.strip() + "\n"


def _draw_picture(snapshots: Snapshots) -> ChangePicture:
    relations = (_relations_on(snapshots, "before"), _relations_on(snapshots, "after"))
    lost, gained = (
        sorted(side_relations.keys() - others.keys())
        for side_relations, others in (relations, relations[::-1])
    )
    centres, left = _choose_centres((lost, gained))
    moved = frozenset((*lost, *gained))
    halves = [
        _PictureHalf(snapshots, side, tuple(ways), moved)
        for side, ways in zip(_SIDES, relations, strict=True)
    ]
    marks: list[Shape] = [
        text_lines(TextAnchor("0", 20), [_KEY if moved else "No relations change."]),
        text_lines(TextAnchor("0", 52), ["Before"], "fg-text fg-bold"),
        text_lines(TextAnchor(px(_RIGHT), 52), ["After"], "fg-text fg-bold"),
    ]
    y = 66.0
    for centre in centres:
        panels = [half.panel(centre) for half in halves]
        for x, (drawn, _) in zip((0, _RIGHT), panels, strict=True):
            marks.append(Panel(px(x), px(y), px(_PANEL), drawn))
        y += max(height for _, height in panels) + 24
    if left:
        text = f"and {counted(left, 'more relation')} that changed"
        marks.append(text_lines(TextAnchor("0", y + 8), [text], "fg-text fg-soft"))
        y += 24
    titles = [_masked_title(snapshots, record_id) for record_id in centres]
    desc = (
        f"{counted(len(gained), 'relation')} added and {counted(len(lost), 'relation')} removed. "
        f"The picture shows: {'; '.join(titles) or 'no record'}."
    )
    whole = Panel(px(_MARGIN), "0", px(WIDTH - 2 * _MARGIN), tuple(marks))
    return ChangePicture(WIDTH, round(y + 8), _TITLE, desc, (whole,))


def _relations_on(snapshots: Snapshots, side: Side) -> dict[RelationEnds, None]:
    """Return every relation on a side, in order."""
    site = snapshots.before if side == "before" else snapshots.after
    relations = (
        (
            snapshots.canonical_id(side, edge.source),
            edge.type,
            snapshots.canonical_id(side, edge.target),
        )
        for edge in site.index.edges
    )
    return {way: None for way in relations if way[0] != way[2]}


def _choose_centres(
    moved: tuple[list[RelationEnds], list[RelationEnds]],
) -> tuple[tuple[str, ...], int]:
    """Return the records where most changed relations meet, and how many relations are
    not drawn.
    """
    left = {way for relations in moved for way in relations}
    centres: list[str] = []
    while len(centres) < _MAX_CENTRES:
        counts = Counter(end for way in left for end in (way[0], way[2]) if end not in centres)
        if not counts:
            break
        best = min(counts, key=lambda record: (-counts[record], record))
        for relations in moved:
            left -= set([way for way in relations if best in (way[0], way[2])][:_MAX_NEIGHBOURS])
        centres.append(best)
    return tuple(centres), len(left)


@dataclass(frozen=True, slots=True)
class _PictureHalf:
    """One side of the picture. `ways` are all its relations, `moved` those on one side only."""

    snapshots: Snapshots
    side: Side
    ways: tuple[RelationEnds, ...]
    moved: frozenset[RelationEnds]

    def panel(self, centre: str) -> tuple[Shapes, float]:
        """Return the drawing of a record with its neighbours, and its height in px."""
        if not (
            self.snapshots.existed_before if self.side == "before" else self.snapshots.exists_after
        )(centre):
            text = "Not added yet." if self.side == "before" else "Removed."
            lines = (
                *wrap_text(_masked_title(self.snapshots, centre), _PANEL - 40, FONT_SIZE, 2),
                text,
            )
            return (text_lines(TextAnchor("50%", 20, "middle"), lines, "fg-text fg-soft"),), 60
        around, changed = self._around(centre)
        figure = neighbourhood_diagram(around, self._names())
        # the last marks belong to the neighbours, in their order
        start = len(figure.marks) - len(changed)
        css_class = "df-new" if self.side == "after" else "df-gone"
        drawn = (
            ShapeGroup(css_class if moved else "", (mark,))
            for mark, moved in zip(figure.marks[start:], changed, strict=True)
        )
        marks = _without_links((*figure.marks[:start], *drawn))
        if not around.more:
            return marks, figure.height
        text = f"and {around.more:,} more, not shown"
        at = TextAnchor("50%", figure.height + 16, "middle")
        return (*marks, text_lines(at, [text], "fg-text fg-small fg-soft")), figure.height + 22

    def _around(self, centre: str) -> tuple[Neighbourhood, tuple[bool, ...]]:
        """Return a record's neighbours, changed ones first, and whether each of them changed."""
        near = [way for way in self.ways if centre in (way[0], way[2])]
        near.sort(key=lambda way: (way not in self.moved, way))
        shown = [(self._neighbour(centre, way), way in self.moved) for way in
                 near[:_MAX_NEIGHBOURS]]  # fmt: skip
        shown.sort(key=lambda entry: (entry[0].kind, entry[0].record, entry[0].relation))
        around = Neighbourhood(
            centre, tuple(neighbour for neighbour, _ in shown), len(near) - len(shown)
        )
        return around, tuple(moved for _, moved in shown)

    def _neighbour(self, centre: str, way: RelationEnds) -> Neighbour:
        source, relation, target = way
        neighbour = target if source == centre else source
        sign = "+ " if self.side == "after" else "− "
        label = f"{sign}{relation_label(relation)}" if way in self.moved else relation
        return Neighbour(
            neighbour, self.snapshots.record_ref(neighbour).kind, label, source == centre
        )

    def _names(self) -> RecordNames:
        """Return a function from a later id to a title. The standalone picture has no links."""
        earlier = {new.id: old.id for old, new in self.snapshots.pairs}

        def names(record_id: str) -> tuple[str, str]:
            site, side_id = self.snapshots.after, record_id
            if self.side == "before":
                site, side_id = self.snapshots.before, earlier.get(record_id, record_id)
            return self.snapshots.redaction.mask_text(site.catalogue.title(side_id)), ""

        return names


def _masked_title(snapshots: Snapshots, record_id: str) -> str:
    """Return a record's title with personal data masked, before it is broken into lines."""
    return snapshots.redaction.mask_text(snapshots.title(record_id))


def _without_links(marks: Iterable[Shape]) -> Shapes:
    """Return shapes without their links."""
    unlinked: list[Shape] = []
    for mark in marks:
        if isinstance(mark, LinkedShapes):
            unlinked.append(ShapeGroup("", _without_links(mark.marks)))
        elif isinstance(mark, ShapeGroup | Panel):
            unlinked.append(replace(mark, marks=_without_links(mark.marks)))
        else:
            unlinked.append(mark)
    return tuple(unlinked)
