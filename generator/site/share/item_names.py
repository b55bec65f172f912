"""What the form calls one answer of a list: “Area 1” below “Where”, “Result 2” below “Results”."""

from __future__ import annotations

from generator.model.kinds import KIND_OF
from generator.model.questions import Question

# by the name of the field; a list of records is named by the kinds of record that it takes
_ITEM_NAMES = {
    "adaptable": "Part",
    "aims": "Aim",
    "aliases": "Earlier name",
    "also_known_as": "Other name",
    "audience": "Audience",
    "benefits_claimed": "Benefit",
    "context": "Point",
    "core": "Part",
    "history": "Step",
    "inferred": "Interpretation",
    "kept": "Part",
    "learnt_from": "Origin",
    "links": "Link",
    "missing_parts": "Missing part",
    "modifications": "Change",
    "not_worked": "Lesson",
    "occurrences": "Case",
    "offers": "Offer",
    "partners": "Partner",
    "person_expectations": "Expectation",
    "pictures": "Picture",
    "priorities": "Priority",
    "quotes": "Quote",
    "recognition": "Award or mention",
    "reviews": "Note",
    "risks": "Risk",
    "same_as": "Full name or web address",
    "sources": "Source",
    "steps": "Step",
    "sum_of": "Figure",
    "topics": "Topic",
    "worked": "Lesson",
}
_RESULTS_OF = {"prototype": "Result", "area": "Figure", "group": "Figure"}
_ANY_RECORD = "Record"


def item_name(question: Question, asked_of: str) -> str:
    """Return what one answer of a list is called, without its number; empty for no list.

    `asked_of`: the name of the kind whose form asks.
    """
    if not question.many:
        return ""
    if question.name == "measures":
        return _RESULTS_OF.get(asked_of, "Figure")
    if name := _ITEM_NAMES.get(question.name):
        return name
    labels = [KIND_OF[kind].label for kind in question.kinds if kind in KIND_OF]
    if not labels:
        return _ANY_RECORD if question.kinds else question.label
    return " or ".join([labels[0], *(label.lower() for label in labels[1:])])
