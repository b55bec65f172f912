"""The rules of the form as data: the patterns, limits and words that the checker uses.

The form applies them in the browser, so no script repeats a rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.exports.script_pattern import script_pattern
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import LIMITS, PATTERNS, RESERVED_IDS
from generator.model.kinds.code_schemes import CODE_FORMS
from generator.privacy import DETECTOR_RULES, LOOK_ALIKES, PERSONAL_DATA_TYPES


def form_rules() -> dict[str, Any]:
    """Return the rules that the form applies, as values for JSON."""
    return {
        "limits": dict(LIMITS),
        "patterns": {name: script_pattern(pattern) for name, pattern in PATTERNS.items()},
        "codeForms": {
            scheme: {
                "pattern": script_pattern(form.pattern),
                "values": {"name": form.name, "words": form.words, "example": form.example},
            }
            for scheme, form in CODE_FORMS.items()
        },
        "reservedIds": sorted(RESERVED_IDS),
        "refusals": {name: [refusal.message, refusal.hint] for name, refusal in REFUSALS.items()},
        "personalData": {
            sort: {"name": refused.name, "waivable": refused.waivable}
            for sort, refused in PERSONAL_DATA_TYPES.items()
        },
        "lookAlikes": _look_alikes(LOOK_ALIKES),
        "detectors": {
            _camel(detector): {_camel(name): _value(rule) for name, rule in rules.items()}
            for detector, rules in DETECTOR_RULES.items()
        },
    }


def _value(rule: re.Pattern[str] | frozenset[str] | int) -> Any:
    if isinstance(rule, re.Pattern):
        return script_pattern(rule)
    return sorted(rule) if isinstance(rule, frozenset) else rule


def _look_alikes(table: Mapping[int, str]) -> dict[str, str]:
    """Return for each usual letter a string of the characters that look like it.

    In this form no digits are adjacent, so that none read as a number.
    """
    by_letter: defaultdict[str, str] = defaultdict(str)
    for code, letter in table.items():
        by_letter[letter] += chr(code)
    return dict(by_letter)


def _camel(name: str) -> str:
    """Return a name as scripts write it: `no_plus` becomes `noPlus`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
