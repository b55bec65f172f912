"""The records of an academy that cite the two documents it began with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import networkx as nx

from generator.analysis.graph import full_graph
from generator.analysis.relations import Edge, edges
from generator.checks import run_checks
from generator.diagnostics import Diagnostic
from generator.model.record import Record
from generator.records.catalogue import Catalogue, read_catalogue

DOCUMENTS = ("south-tyneside-case-study", "tees-valley-expression-of-interest")


@dataclass(frozen=True)
class FirstRecords:
    """The records of `catalogue` that cite one of the documents, and what is found in them."""

    catalogue: Catalogue
    findings: tuple[Diagnostic, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of records with a citation of a document, wherever in the record it stands."""
        named = {*DOCUMENTS, *(self.catalogue.resolve(document) for document in DOCUMENTS)}
        return frozenset(
            record
            for record, references in self.catalogue.references.items()
            for reference in references
            if reference.path[-1] == "resource" and reference.target in named
        )

    def of(self, model: type[Any]) -> list[Any]:
        """The first records of one kind."""
        return [record for record in self.catalogue.records_of(model) if record.id in self.ids]

    @property
    def records(self) -> list[Record]:
        """All first records."""
        return [record for record in self.catalogue.records.values() if record.id in self.ids]

    @property
    def edges(self) -> list[Edge]:
        """The relations from one first record to another."""
        return [edge for edge in edges(self.catalogue) if {edge.source, edge.target} <= self.ids]

    @property
    def parts(self) -> int:
        """How many parts the graph of the first records falls into."""
        return nx.number_weakly_connected_components(full_graph(self.catalogue).subgraph(self.ids))

    def expected(self, count: int) -> int:
        """The least number of something: `count`, or 0 in an academy without first records."""
        return count if self.ids else 0


@cache
def first_records(root: Path) -> FirstRecords:
    """The first records of the academy in a folder."""
    catalogue, faults = read_catalogue(root)
    return FirstRecords(catalogue, (*faults, *run_checks(catalogue)))
