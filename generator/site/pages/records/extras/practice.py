"""What insights add to a practice: areas, evidence, adoptions, and what adopters need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.index import group_answer_by
from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.expected_measures import expected_measures
from generator.analysis.insights.halted import halted_work
from generator.analysis.insights.pace import practice_timeline
from generator.analysis.insights.practice_reach import practice_reach
from generator.english import counted
from generator.model.kinds.practice import Practice
from generator.site.pages.records.extras.extra import RecordExtras
from generator.site.pages.records.extras.practice_overview import practice_overview
from generator.site.pages.records.extras.tables import halted_blocks
from generator.site.parts.blocks import Block, Callout, SummaryRow, Table
from generator.site.parts.cells import link_list, record_link, record_links, table_row
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import effect_direction_blocks, timeline_blocks
from generator.site.parts.limits import MAX_FIGURE_ROWS, sample_items
from generator.site.parts.measure_tables import measure_table, results_first
from generator.site.parts.place_maps import folded_map
from generator.site.parts.verdicts import evidence_tag


def practice_extras(site: SiteContent, practice: Practice) -> RecordExtras:
    """Return where a practice is used, its evidence, its spread, and the transfer pack."""
    index = site.index
    proof = practice_evidence(index).get(practice.id)
    facts = (
        (SummaryRow("Evidence for and against", evidence_tag(proof), wide=True),) if proof else ()
    )
    blocks = {
        "use": tuple(_map(site, practice)),
        "evidence": tuple(_evidence(site, practice)),
        "spread": (
            *timeline_blocks(site, practice_timeline(index, practice.id)),
            *_halted(site, practice),
        ),
        "transfer": tuple(_pack(site, practice)),
    }
    return RecordExtras(tuple(facts), blocks, overview=practice_overview(site, practice))


def _map(site: SiteContent, practice: Practice) -> Iterator[Block]:
    """Yield a map of the areas that have it in practice or plan to adopt it."""
    index = site.index
    reach = practice_reach(index)[practice.id]
    planned = dict.fromkeys(
        area for one in reach.planned for area in index.adopting_areas(index.adoption(one))
    )
    notes = dict.fromkeys(reach.areas, "in practice")
    notes |= {area: "planned" for area in planned if area not in notes}
    yield from folded_map(
        site, "Where it is in practice or planned", notes, frozenset(planned) - {*reach.areas}
    )


def _evidence(site: SiteContent, practice: Practice) -> Iterator[Block]:
    """Yield the results of every prototype that uses the practice."""
    index = site.index
    measures = index.results_using(practice.id)
    if not measures:
        yield Callout("No prototype that uses it has reported a result yet.")
        return
    users = len({index.id(m.prototype) for m in measures})
    yield Callout(
        f"From {counted(users, 'prototype', 'prototypes')}. Where a prototype uses several "
        "practices, its results cannot be put down to this one alone."
    )
    shown, more = sample_items(results_first(measures), MAX_FIGURE_ROWS)
    yield from effect_direction_blocks(site, measures, "directions")
    yield replace(measure_table(site, "", shown, name="Results so far"), more=more)


def _pack(site: SiteContent, practice: Practice) -> Iterator[Block]:
    """Yield the transfer pack: expected measures, who can help, barriers and material."""
    index = site.index
    users = index.prototypes_using.get(practice.id, ())
    expected, more = sample_items(
        group_answer_by(index, expected_measures, "practice").get(practice.id, ()),
        MAX_FIGURE_ROWS,
    )
    rows = tuple(
        table_row(
            record_link(site, measures.prototype),
            record_links(site, measures.given, "None"),
            record_links(site, measures.missing, "None"),
        )
        for measures in expected
    )
    if rows:
        columns = ("Prototype", "Measured", "Not measured or not stated")
        yield Table("Which expected measures are recorded", columns, rows, more=more)
    areas = practice_reach(index)[practice.id].areas
    yield link_list(site, "Who can help: areas that have it in practice", areas, "None yet")
    near = [edge for user in users for edge in site.incoming(user)]
    met = [edge for edge in near if edge.type == "met_by"]
    about = [edge for edge in (*site.incoming(practice.id), *near) if edge.type == "about"]
    for label, edges in (
        ("Barriers met by its prototypes", [e for e in met if e.state == "happened"]),
        (
            "Barriers expected by its prototypes",
            [e for e in met if e.state == "planned"],
        ),
        ("Material about it and the prototypes that use it", about),
    ):
        if edges:
            yield link_list(site, label, tuple(dict.fromkeys(edge.writer for edge in edges)))


def _halted(site: SiteContent, practice: Practice) -> Iterator[Block]:
    """Yield who paused, stopped or declined the practice, and why."""
    works = tuple(work for work in halted_work(site.index) if practice.id in work.practices)
    yield from halted_blocks(site, works)
