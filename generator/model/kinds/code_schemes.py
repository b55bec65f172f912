"""The form of the official codes for areas and organisations, by their scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import clip
from generator.model.fields.refusals import REFUSALS


@dataclass(frozen=True, slots=True)
class CodeForm:
    """What the codes of a scheme look like: a pattern, the same in words, and an example.

    `name`: the name of the scheme, with its article. `slip`: what only a slip in such a code looks
    like; None where codes of other schemes could look the same.
    """

    name: str
    pattern: re.Pattern[str]
    words: str
    example: str
    slip: re.Pattern[str] | None = None


# GSS: Office for National Statistics, register of geographic codes. ODS: NHS Organisation Data
# Service; its codes have 3 to 10 letters and digits, depending on the type of organisation.
CODE_FORMS: Mapping[str, CodeForm] = {
    "gss": CodeForm(
        "a GSS",
        re.compile(r"[EJKLMNSW][0-9]{8}"),
        "a capital letter and 8 digits",
        "E06000005",
        re.compile(r"[EJKLMNSWejklmnsw][0-9lIiOo]{8}"),
    ),
    "ods": CodeForm(
        "an ODS", re.compile(r"[A-Z0-9]{3,10}"), "3 to 10 capital letters and digits", "RXX"
    ),
}
# Letters that people type for digits.
_DIGIT_FOR = str.maketrans({"l": "1", "I": "1", "i": "1", "O": "0", "o": "0"})


def code_fault(code: str, scheme: str | None) -> tuple[str, str] | None:
    """Return why `code` is not a code of `scheme` and what to do; None for one that can be.

    Without a scheme, a code is refused that can only be a slip in one of a known scheme.
    """
    form = CODE_FORMS.get(scheme) if scheme else _form_meant(code)
    if form is None or form.pattern.fullmatch(code):
        return None
    message, hint = REFUSALS["code"].words(
        text=clip(code), name=form.name, words=form.words, example=form.example
    )
    near = _near_code(code, form)
    return message, f"Did you mean “{near}”?" if near else hint


def _form_meant(code: str) -> CodeForm | None:
    forms = (form for form in CODE_FORMS.values() if form.slip and form.slip.fullmatch(code))
    return next(forms, None)


def _near_code(code: str, form: CodeForm) -> str:
    """Return the code that was probably meant; empty where none is near."""
    plain = re.sub(r"[\s.-]", "", code)
    if not any(letter.isdecimal() for letter in plain):
        return ""
    candidates = (plain.upper(), plain[:1].upper() + plain[1:].translate(_DIGIT_FOR))
    return next((text for text in candidates if form.pattern.fullmatch(text)), "")
