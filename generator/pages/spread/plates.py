"""The pages about spread, which stand beside one another."""

from __future__ import annotations

from generator.pages.doors import SPREAD
from generator.pages.model import Plate

GRID = Plate("spread/index.html", SPREAD, "What is in use where", "Has anyone near us tried this?")
NETWORK = Plate(
    "spread/network.html", SPREAD, "Who learnt from which places", "Who can we learn from?"
)
SHARED = Plate(
    "spread/shared.html", SPREAD, "What places share", "What do two places have in common?"
)
PACE = Plate("spread/pace.html", SPREAD, "How fast, how far", "How long does it take to spread?")
COPY = Plate("spread/copy-or-apply.html", SPREAD, "Copy or apply", "Should we copy it or adapt it?")
PLATES = (GRID, NETWORK, SHARED, PACE, COPY)
