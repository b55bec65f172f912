"""What a measure says, wherever it is written."""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.academy_vocabulary import UnitName
from generator.model.fields.links import Link
from generator.model.fields.types import (
    Id,
    Ids,
    Line,
    Number,
    PValue,
    WholeNumber,
    YesNo,
)
from generator.model.kinds.measure_parts import Baseline, Comparator, Interval, Spread
from generator.model.kinds.measure_words import (
    CHANGE_DIRECTIONS,
    DESIGNS,
    EVALUATORS,
    EVIDENCE_LEVELS,
    NATURES,
    STATISTICS,
    VALUE_FORMS,
    ChangeDirection,
    Design,
    Evaluator,
    EvidenceLevel,
    Nature,
    Statistic,
    ValueForm,
)
from generator.model.record import Model


class MeasureFields(Model):
    """What a measure says, wherever it is written."""

    statement: Annotated[
        Line, FieldDisplay("Finding", "Say what you found, in one sentence.", "", asked_first=True)
    ]
    outcome: Annotated[
        Id,
        Link(("outcome",), "measures", "Every measure of it"),
        FieldDisplay("Outcome", "What was measured?", key=True, asked_first=True),
    ]
    nature: Annotated[
        Nature,
        NATURES,
        FieldDisplay(
            "Type of figure", "Is it a result, a target or an estimate?", key=True, asked_first=True
        ),
    ]
    value: Annotated[
        Number | None,
        FieldDisplay("Value", "The number. Leave blank if there is none.", measured=True),
    ] = None
    value_high: Annotated[
        Number | None, FieldDisplay("Up to", "The highest figure, if it is a range.", measured=True)
    ] = None
    at_least: Annotated[
        Number | None,
        FieldDisplay("At least", "If the source gives only a lowest figure.", measured=True),
    ] = None
    at_most: Annotated[
        Number | None,
        FieldDisplay("At most", "If the source gives only a highest figure.", measured=True),
    ] = None
    suppressed: Annotated[
        Line | None,
        FieldDisplay(
            "Small number withheld",
            "If the source hides a small number, write what it prints, such as <5.",
            example="<5",
        ),
    ] = None
    unit: Annotated[
        UnitName | None,
        FieldDisplay(
            "Unit",
            "For example percent, days or people. For money, its currency.",
            "",
            example="percent",
        ),
    ] = None
    form: Annotated[
        ValueForm | None,
        VALUE_FORMS,
        FieldDisplay(
            "Amount or change",
            "Is this an amount, a change over time, or a difference from others?",
        ),
    ] = None
    statistic: Annotated[
        Statistic | None,
        STATISTICS,
        FieldDisplay("Type of value", "Is it a mean, a median, a total, a share or a rate?"),
    ] = None
    approximate: Annotated[YesNo | None, FieldDisplay("Approximate", "Is the figure rounded?")] = (
        None
    )
    interval: Annotated[
        Interval | None,
        FieldDisplay(
            "Confidence interval", "How far from this might the true figure be, if it is stated?"
        ),
    ] = None
    spread: Annotated[
        Spread | None,
        FieldDisplay("Interquartile range", "For a median: between which figures was the half?"),
    ] = None
    p_value: Annotated[
        PValue | None,
        FieldDisplay(
            "P-value",
            "How likely is a difference this large by chance, if it is stated? From 0 to 1.",
            example="0.04",
        ),
    ] = None
    sample: Annotated[
        WholeNumber | None,
        FieldDisplay("How many were counted", "How many people or cases is the figure based on?"),
    ] = None
    follow_up: Annotated[
        Line | None,
        FieldDisplay("Followed for", "How long was each person followed?", example="7 months"),
    ] = None
    period: Annotated[
        Line | None, FieldDisplay("Period", "Which time does it cover?", key=True, always=True)
    ] = None
    population: Annotated[
        Line | None,
        FieldDisplay("Who was counted", "Which people or places does it cover?", key=True),
    ] = None
    baseline: Annotated[
        Baseline | None, FieldDisplay("Starting value", "What was it before?", always=True)
    ] = None
    change: Annotated[
        ChangeDirection | None,
        CHANGE_DIRECTIONS,
        FieldDisplay("Change", "Did it get better or worse for people?"),
    ] = None
    comparator: Annotated[
        Comparator | None, FieldDisplay("Comparison", "Who do you compare with?")
    ] = None
    design: Annotated[
        Design | None,
        DESIGNS,
        FieldDisplay("How it was found out", "How was it measured or judged?"),
    ] = None
    evaluated_by: Annotated[
        Evaluator | None,
        EVALUATORS,
        FieldDisplay(
            "Who evaluated it",
            "The people who did the work, an independent evaluation, or a peer-reviewed study?",
        ),
    ] = None
    evidence_level: Annotated[
        EvidenceLevel | None,
        EVIDENCE_LEVELS,
        FieldDisplay(
            "Strength of evidence",
            "How strong is the evidence? From an account to scaled: levels 1 to 5 of Nesta's "
            "Standards of Evidence. An illustration is not evidence.",
            key=True,
        ),
    ] = None
    financial_model: Annotated[
        Line | None,
        FieldDisplay("How it was worked out", "For money: which financial model was used?"),
    ] = None
    partner: Annotated[
        Id | None,
        Link(("partner",), "falls_to", "Costs and savings for it"),
        FieldDisplay("Who pays or saves", "Which organisation pays or saves?"),
    ] = None
    data_source: Annotated[
        Id | None,
        Link(("resource",), "data_source", "Figures taken from it"),
        FieldDisplay("Data from", "Which dataset or report is it from?"),
    ] = None
    share_of: Annotated[
        Id | None,
        Link(("measure",), "share_of", "Shares of it"),
        FieldDisplay("Share of", "For a share: which measure is the whole?"),
    ] = None
    share_part: Annotated[
        Id | None,
        Link(("measure",), "part_in", "Shown as a share in"),
        FieldDisplay("The part", "For a share: which measure is the part?"),
    ] = None
    sum_of: Annotated[
        Ids,
        Link(("measure",), "sum_of", "Added up in"),
        FieldDisplay("Sum of", "For a total: which measures does it add up?"),
    ] = ()

    field_synonyms = {
        "statement": "Result, Key finding, Headline, Summary",
        "outcome": "Measure, Outcome measure, Indicator, Metric",
        "nature": "Type",
        "value": "Figure, Result value",
        "value_high": "Highest value, Upper value",
        "unit": "Units, Unit of measure",
        "interval": "CI, 95% CI, 95% confidence interval",
        "spread": "IQR",
        "p_value": "p",
        "sample": "n, Sample size, Number counted",
        "follow_up": "Length of follow-up, Follow-up period",
        "period": "Time period, When",
        "baseline": "Value before, Before",
        "comparator": "Control, Controls, Control group, Compared with",
        "design": "Method, Study design, Evaluation design, How measured",
        "evaluated_by": "Evaluator",
        "data_source": "Source of data, Dataset",
    }
