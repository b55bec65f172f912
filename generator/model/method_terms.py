"""Glossary terms for the words of the model.

An academy adds its own terms in `registry/glossary.yaml`; they replace terms of the same name.
"""

from __future__ import annotations

from generator.model.glossary import GlossaryTerm, merge_terms


def all_terms(own: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """Return an academy's own terms with those of the model, in alphabetical order."""
    return merge_terms(own, MODEL_TERMS)


def _word(term: str, meaning: str, *also: str) -> GlossaryTerm:
    return GlossaryTerm(term=term, also=also, meaning=meaning)


def _common(term: str, meaning: str, *also: str) -> GlossaryTerm:
    return GlossaryTerm(term=term, also=also, meaning=meaning, explained=False)


# Sources. Evidence levels: Nesta's Standards of Evidence (Puttick and Ludlow,
# 2013). Fidelity and what was done: TIDieR (Hoffmann and others, 2014). Changes, core and
# adaptable: FRAME (Wiltsey Stirman and others, 2019). Steps of an adoption: EPIS (Aarons and
# others, 2011). Reach: RE-AIM (Glasgow and others, 1999). Barriers: CFIR (Damschroder and others,
# 2022). Stories: SQUIRE 2.0 (Ogrinc and others, 2016). Outcome types: the family of measures of the
# Institute for Healthcare Improvement.
MODEL_TERMS = (
    _word(
        "Account in words",
        "The lowest step of evidence: people who were there say what happened and why it matters, "
        "without figures (Nesta level 1).",
    ),
    _word(
        "adaptable parts",
        "What a place may change in a practice to make it fit, without harm to how it works.",
        "adaptable part",
        "can be adapted",
    ),
    _common("adoption", "A place adopts a practice that it learnt from another place."),
    _common("barrier", "Something that got in the way, or could do so."),
    _word(
        "Balancing",
        "Said of a measure that watches for harm elsewhere while something else improves.",
    ),
    _word(
        "baseline",
        "The value before anything was changed. Without it nobody can say how much changed.",
        "starting value",
    ),
    _word(
        "buddy",
        "A place that has done something already and helps another that wants to do it.",
        "buddying",
    ),
    _word(
        "CFIR",
        "Consolidated Framework for Implementation Research, which sorts what helps or hinders a "
        "change into five domains. Barriers are sorted by it.",
    ),
    _word(
        "comparator",
        "The place or group that a figure is compared with, to see whether it is high or low.",
    ),
    _word(
        "Compared with others",
        "The middle step of evidence: figures are compared with those of people or places that "
        "did not do it (Nesta level 3).",
    ),
    _word(
        "confidence interval",
        "The range in which the true figure probably lies. A 95% confidence interval (95% CI) is "
        "made so that 95 of 100 such ranges hold it. Where it holds “no effect”, the result may be "
        "chance.",
        "CI",
    ),
    _word(
        "core parts",
        "What makes a practice work. A place that changes these does something else.",
        "core part",
        "core of the practice",
        "essential part",
        "essential parts",
    ),
    _word(
        "difference in differences",
        "A way to compare: how much more one group changed than another over the same time.",
        "difference-in-differences",
    ),
    _word(
        "EPIS",
        "Exploration, Preparation, Implementation, Sustainment: the four phases of taking "
        "something up. The steps of an adoption follow it.",
    ),
    _common(
        "evidence level",
        "How strong the evidence for one result is: five steps that follow Nesta's Standards of "
        "Evidence. It says nothing of how large the effect is, or what it cost.",
        "strength of evidence",
    ),
    _word(
        "fidelity",
        "How closely a place follows a practice that it adopts: faithful, adapted, or its "
        "principles only.",
        "how closely it was followed",
    ),
    _word(
        "Figures given",
        "The second step of evidence: there are figures that show a change, but nothing shows what "
        "caused it (Nesta level 2).",
    ),
    _word(
        "financial model",
        "The way in which costs and savings are counted. Sums counted in different ways cannot be "
        "added up.",
    ),
    _word(
        "FRAME",
        "Framework for Reporting Adaptations and Modifications, Expanded: what was changed, when, "
        "why and who decided, and whether the core was kept.",
    ),
    _common("gap", "Something useful that nobody has stated yet. A gap never keeps a record out."),
    _common(
        "in practice",
        "Said of a prototype that is being tested, is live or has been completed. An idea or a "
        "plan is not in practice, nor is work that has ended or did not work.",
    ),
    _common("inferred", "Our interpretation: the source does not say so outright."),
    _word(
        "like with like",
        "Figures may be compared only when they count the same thing in the same way.",
        "like-with-like",
    ),
    _word(
        "interquartile range",
        "The range that holds the middle half of all values: a quarter lie below it, a quarter "
        "above.",
    ),
    _common("measure", "One value of an outcome: who it is about, when, and its source."),
    _word(
        "Nesta Standards of Evidence",
        "Five levels, from being able to say what one does and why it matters, to a way of working "
        "that others can repeat with the same result.",
        "Nesta's Standards of Evidence",
    ),
    _common(
        "not stated",
        "Nobody has said so, or the source is silent. It does not mean no or nothing.",
    ),
    _common("outcome", "What people aim at or measure. A measure is one value of it."),
    _word("outlier", "A place whose figure is far from that of the others, for better or worse."),
    _common("practice", "A way of working that can travel from place to place."),
    _common("principle", "A belief that guides what people do, when there is no rule to follow."),
    _common("prototype", "One place's trial or use of a way of working, which may still change."),
    _word(
        "p-value",
        "How often chance alone would give a difference this large. Below 0.05 is commonly taken "
        "as clear.",
    ),
    _word(
        "RE-AIM",
        "Reach, Effectiveness, Adoption, Implementation, Maintenance: five questions to ask of "
        "anything that is to work for many people. The reach of a prototype follows it.",
    ),
    _word(
        "ready to adopt",
        "Said of a practice with enough evidence, and enough detail of how it is done, for another "
        "place to take it up.",
    ),
    _word(
        "ratio",
        "One group's figure divided by another's. 1 means no difference, 0.77 means 23% less.",
        "rate ratio",
        "risk ratio",
        "odds ratio",
    ),
    _word(
        "Shown again elsewhere",
        "The fourth step of evidence: it worked again in another place or another study (Nesta "
        "level 4).",
    ),
    _word(
        "SQUIRE",
        "Standards for Quality Improvement Reporting Excellence, which say what an account of an "
        "improvement should tell. Case studies follow version 2.0.",
    ),
    _word(
        "TIDieR",
        "Template for Intervention Description and Replication: what to write so that others can "
        "do the same. “What it involves” follows it.",
    ),
    _common(
        "verdict",
        "Whether it worked: worked, worked in part, did not work, too early to say, or no result "
        "reported. It says who judged: those involved, an independent evaluation, a peer-reviewed "
        "study, or the academy.",
    ),
    _word(
        "Works at scale",
        "The highest step of evidence: it works widely, and it is written down so that others can "
        "do it with the same result (Nesta level 5).",
    ),
)
