"""The layouts of the pages about evidence. Each page has tabs to all the others."""

from __future__ import annotations

from generator.site.parts.navigation import EVIDENCE
from generator.site.parts.page import Layout

MAP = Layout(
    "evidence/index.html",
    EVIDENCE,
    "What works",
    "Did it work, and how sure are we?",
    also_asked=("Did it work?", "How strong is the evidence?"),
)
RESULTS = Layout("evidence/results.html", EVIDENCE, "Results and other figures")
OUTLIERS = Layout(
    "evidence/outliers.html", EVIDENCE, "Compared with others", "Where are we better or worse?"
)
VALUE = Layout(
    "evidence/value.html",
    EVIDENCE,
    "Costs and value",
    "Is it worth the money?",
    also_asked=("What does it cost?", "How much does it save?", "Costs and savings"),
)
READY = Layout(
    "evidence/ready.html",
    EVIDENCE,
    "Ready to adopt",
    "What is proven and ready?",
    also_asked=("What can we adopt?", "What is proven?", "Best practice"),
)
WHEN = Layout(
    "evidence/when.html", EVIDENCE, "When to expect results", "How soon should we see a change?"
)
GROWTH = Layout("evidence/population.html", EVIDENCE, "Population growth")
LAYOUTS = (MAP, RESULTS, OUTLIERS, VALUE, READY, WHEN, GROWTH)
