"""The frames of the evidence pages: each is a tab of the others."""

from __future__ import annotations

from generator.pages.doors import EVIDENCE
from generator.pages.model import Plate

MAP = Plate("evidence/index.html", EVIDENCE, "What works", "Did it work, and how sure are we?")
RESULTS = Plate("evidence/results.html", EVIDENCE, "Results and other figures")
OUTLIERS = Plate(
    "evidence/outliers.html", EVIDENCE, "Compared with others", "Where are we better or worse?"
)
VALUE = Plate("evidence/value.html", EVIDENCE, "Costs and value", "Is it worth the money?")
READY = Plate("evidence/ready.html", EVIDENCE, "Ready to adopt", "What is proven and ready?")
WHEN = Plate(
    "evidence/when.html", EVIDENCE, "When to expect results", "How soon should we see a change?"
)
GROWTH = Plate("evidence/population.html", EVIDENCE, "Population growth")
PLATES = (MAP, RESULTS, OUTLIERS, VALUE, READY, WHEN, GROWTH)
