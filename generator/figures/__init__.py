"""Figures: what the records answer, drawn at build time, with the same facts as a table."""

from __future__ import annotations

from generator.figures.evidence_map import evidence_map
from generator.figures.grid import adoption_grid
from generator.figures.measures import measure_charts
from generator.figures.model import Figure, FigureCell, Names
from generator.figures.neighbourhood import neighbourhood
from generator.figures.network import learning_network
from generator.figures.population import population_growth
from generator.figures.timeline import timeline

__all__ = [
    "Figure",
    "FigureCell",
    "Names",
    "adoption_grid",
    "evidence_map",
    "learning_network",
    "measure_charts",
    "neighbourhood",
    "population_growth",
    "timeline",
]
