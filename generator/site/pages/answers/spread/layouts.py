"""The layouts of the pages about spread. Each page has tabs to all the others."""

from __future__ import annotations

from generator.site.parts.navigation import SPREAD
from generator.site.parts.page import Layout

GRID = Layout(
    "spread/index.html",
    SPREAD,
    "What is in use where",
    "Has anyone near us tried this?",
    also_asked=("What is used where?",),
)
NETWORK = Layout(
    "spread/network.html", SPREAD, "Who learnt from which places", "Who can we learn from?"
)
SHARED = Layout(
    "spread/shared.html", SPREAD, "What places share", "What do two places have in common?"
)
PACE = Layout("spread/pace.html", SPREAD, "How fast, how far", "How long does it take to spread?")
COPY = Layout(
    "spread/copy-or-apply.html",
    SPREAD,
    "Copy or apply",
    "Should we copy it or adapt it?",
    also_asked=("Can we copy it?", "Should we adapt it?"),
)
LAYOUTS = (GRID, NETWORK, SHARED, PACE, COPY)
