"""Barriers that name records outside the places where they were met."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.relations import edges
from generator.build.examine import examine


def test_a_barrier_may_name_who_looks_after_it(small_project: Path) -> None:
    file = small_project / "registry" / "barriers" / "two-record-systems.yaml"
    file.write_text(file.read_text("utf-8") + "owner: ashby-council\n", "utf-8")
    catalogue, _ = examine(small_project)
    assert any(
        edge.source == "two-record-systems" or edge.target == "two-record-systems"
        for edge in edges(catalogue)
    )
