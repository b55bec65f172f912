"""Figures: what the records answer, drawn at build time, with the same facts as a table."""

from __future__ import annotations

from generator.site.figures.adoption_grid import adoption_grid
from generator.site.figures.evidence_map import evidence_map
from generator.site.figures.measure_chart import measure_charts
from generator.site.figures.neighbourhood_diagram import neighbourhood
from generator.site.figures.network_diagram import learning_network
from generator.site.figures.population_chart import population_growth
from generator.site.figures.shapes import Figure, FigureCell, RecordNames
from generator.site.figures.timeline import timeline

__all__ = [
    "Figure",
    "FigureCell",
    "RecordNames",
    "adoption_grid",
    "evidence_map",
    "learning_network",
    "measure_charts",
    "neighbourhood",
    "population_growth",
    "timeline",
]
