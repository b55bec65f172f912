"""Data files of the site. `EXPORTS` is the list: a new export is one module and one line here."""

from __future__ import annotations

from generator.exports import graph, insights, schemas
from generator.exports.base import Export

__all__ = ["EXPORTS", "Export"]

EXPORTS: tuple[Export, ...] = (graph.EXPORT, insights.EXPORT, *schemas.EXPORTS)
