"""The messages with which answers that do not fit together are refused, in files and in the form.

A value such as `{later_name}` is the name of a field in a file, and the label of a question in the
form.
"""

from __future__ import annotations

from generator.model.fields.media import MEDIA_FOLDER
from generator.model.fields.refusals import Refusal
from generator.model.kinds.adoption_words import REASON_NOT_KNOWN

# The first of each two dates must not be after the second.
DATE_ORDER = (
    ("reviewed_on", "review_due"),
    ("valid_from", "valid_to"),
    ("proved_on", "adopted_on"),
    ("started", "ended"),
    ("started", "next_review"),
    ("starts_on", "ends_on"),
)
# The dates that cannot be still to come, and the refusal of one that is.
PAST_DATES = {
    "ended": "end_to_come",
    "reviewed_on": "review_to_come",
    "confirmed_on": "confirmation_to_come",
    "added_on": "release_to_come",
    "changed_on": "release_to_come",
}

_NAME_TAKEN = "There is already {kind} with this name."
_UNKNOWN = "There is no {noun} called “{text}”."
_TO_COME = "“{date}” is still to come."
_RANGE = "Give the lowest figure as “{low_name}” and the highest as “{high_name}”."
_RESULT = "If it has happened, write “nature: result”."
_RESULT_CHOICE = "Choose “Not stated”. If it has happened, choose “Result” in “{nature_name}”."
_SAY_WHY = f"say why in one sentence, or write “{REASON_NOT_KNOWN}”."

RECORD_REFUSALS = {
    "id_taken": Refusal(
        "C301",
        "The id “{text}” is already in use.",
        "Give this measure a different “id:”.",
        form_message="“{text}” is already in use.",
        form_hint="Write a different name, or leave it out.",
    ),
    "name_taken": Refusal(
        "C301",
        "The id “{text}” is already in use by {kind}: {place}.",
        "Rename one of the two files.",
        form_message=_NAME_TAKEN,
        form_hint="Use a different title.",
    ),
    "name_taken_elsewhere": Refusal(
        "C301",
        "The id “{text}” is already in use by {kind}: {place}.",
        "Rename one of the two files.",
        form_message=_NAME_TAKEN,
        form_hint="If yours is another one, say where it is.",
    ),
    "alias_taken": Refusal(
        "C302",
        "The earlier id “{text}” already belongs to “{holder}”.",
        "Delete it here.",
        form_message="The earlier name “{text}” already belongs to “{holder}”.",
    ),
    "unknown_record": Refusal(
        "C303",
        "There is no record “{text}”.",
        "Correct the id, or add the record first.",
        form_message=_UNKNOWN,
        form_hint="Choose one below, or add it as new.",
    ),
    "unlisted_record": Refusal(
        "C303",
        "There is no record “{text}”.",
        "Correct the id, or add the record first.",
        form_message=_UNKNOWN,
        form_hint="Choose from the list.",
    ),
    "mention": Refusal(
        "C303",
        "There is no record “{text}”.",
        "Correct the id, or add the record first.",
        form_hint="Correct what is written in the double brackets, or delete the brackets.",
    ),
    "itself": Refusal(
        "C305",
        "“{text}” refers to itself.",
        "Give the id of another record, or delete this.",
        form_message="“{text}” is the record that you are writing.",
        form_hint="Choose another one, or leave this out.",
    ),
    "date_order": Refusal(
        "C307",
        "“{later_name}” ({later}) is before “{earlier_name}” ({earlier}).",
        "Correct one of the two dates.",
    ),
    "step_order": Refusal(
        "C307",
        "This step ({date}) is before the one above it ({last}).",
        "Put the steps in the order in which they happened.",
    ),
    "history_end": Refusal(
        "C308",
        "The {now_name} is “{now}”, but the history ends with “{last}”.",
        "Correct the one that is out of date.",
        form_message="“{now_name}” is “{now}”, but the last step below it is “{last}”.",
    ),
    "step_reason": Refusal(
        "C309",
        "The step “{word}” has no reason.",
        f"Add “reason:” and {_SAY_WHY}",
        form_hint=f"Please {_SAY_WHY}",
    ),
    "halt_reason": Refusal(
        "C309",
        "The status is “{word}”, but no reason is given.",
        "Add “history:” with the step, its date and its reason.",
        form_hint="Add a step to “{history_name}” with its date and its reason.",
    ),
    "range_order": Refusal(
        "C310", "The highest figure ({high}) is not above the lowest ({low}).", _RANGE
    ),
    "range_start": Refusal("C310", "There is a highest figure ({high}), but no lowest.", _RANGE),
    "no_unit": Refusal(
        "C310",
        "The value has no unit.",
        "Add “unit:”, for example percent, days or people. For money, write its currency.",
        form_message="“{value_name}” has no unit.",
        form_hint="Fill in “{unit_name}”, for example percent, days or people. For money, write "
        "its currency.",
    ),
    "mixed_money": Refusal(
        "C313",
        "This total adds up money from different financial models ({names}).",
        "Give one “financial_model” for the total and each part, or delete “sum_of”.",
        form_message="This total adds up money that was worked out in different ways ({names}).",
        form_hint="Give the same answer to “{model_name}” for the total and each part, or leave "
        "out “{sum_name}”.",
    ),
    "made_up_result": Refusal(
        "C318",
        "This is recorded as a result, but its evidence is an illustration.",
        "Write “nature: illustration”, or give the evidence for the result.",
        form_hint="Choose “Illustration” here, or change “{evidence_name}”.",
    ),
    "total_units": Refusal(
        "C331",
        "This total adds up figures in different units ({units}).",
        "Give them all in the same unit, or delete “sum_of”.",
        form_hint="Give them all in the same unit, or leave out “{name}”.",
    ),
    "share_units": Refusal(
        "C331",
        "The part and the whole have different units ({units}).",
        "Give a part and a whole in the same unit, or delete “share_of”.",
        form_hint="Give a part and a whole in the same unit, or leave out “{name}”.",
    ),
    "target_evidence": Refusal(
        "C336",
        "A target is not evidence, but this one says “{word}”.",
        f"Delete this line. {_RESULT}",
        form_hint=_RESULT_CHOICE,
    ),
    "target_change": Refusal(
        "C336",
        "A target has not happened yet, but this one says “{word}”.",
        f"Delete this line. {_RESULT}",
        form_hint=_RESULT_CHOICE,
    ),
    "interval_order": Refusal(
        "C340",
        "The lower end, {low}, is above the upper end, {high}.",
        "Swap the two. For fewer or less both have a minus: the lower end of “11% to 43% fewer” "
        "is -43.",
        form_hint="Swap the two. For fewer or less, both have a minus. The lower end of “11% to "
        "43% fewer” is -43.",
    ),
    "ratio": Refusal(
        "C345",
        "A ratio of {value} cannot be: ratios are above 0.",
        "Write the ratio, such as 0.77, or “form: percent-difference”.",
        form_message="{value} cannot be a ratio. Ratios are above 0.",
        form_hint="Write the ratio, such as 0.77, or change “{form_name}”.",
    ),
    "release_to_come": Refusal(
        "C350",
        _TO_COME,
        "“academy release” writes this date. Delete it.",
    ),
    "end_to_come": Refusal("C350", _TO_COME, "Write the end once the work is over."),
    "review_to_come": Refusal("C350", _TO_COME, "Write the day of the last review."),
    "confirmation_to_come": Refusal("C350", _TO_COME, "Write the day of the last confirmation."),
    "file_missing": Refusal(
        "C370",
        "There is no file “{text}”.",
        f"Put it into the folder {MEDIA_FOLDER}.",
        form_message="We do not have the picture “{text}”.",
        form_hint="Choose it under “{pictures_name}”, or take it out of this text.",
    ),
    "people": Refusal(
        "C372",
        "The picture seems to show people (“{word}”), but not how they agreed.",
        "Add “consent:” and how they agreed. If nobody can be recognised, write “no people”.",
        form_hint="Say how they agreed. If nobody can be recognised, write “no people”.",
    ),
    "pictures": Refusal(
        "C379",
        "The record shows {count} pictures. The limit is {most}.",
        "Choose the ones that say most.",
    ),
}
