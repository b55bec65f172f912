"""Figures drawn at build time from insights, each with the same facts as a table."""

from __future__ import annotations

from generator.site.figures.adoption_grid import adoption_grid
from generator.site.figures.evidence_map import ProgrammeResults, evidence_map
from generator.site.figures.figure import Figure, FigureCell, RecordNames
from generator.site.figures.measure_chart import measure_charts
from generator.site.figures.network_diagram import network_diagram
from generator.site.figures.population_chart import population_charts
from generator.site.figures.timeline import timeline_chart

__all__ = [
    "Figure",
    "FigureCell",
    "ProgrammeResults",
    "RecordNames",
    "adoption_grid",
    "evidence_map",
    "measure_charts",
    "network_diagram",
    "population_charts",
    "timeline_chart",
]
