"""Checks of the settings with which an academy states who it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.diagnostics import clip, closest_word, join_words
from generator.field_path import FieldPath
from generator.model.fields.currencies import ISO_4217
from generator.model.fields.types import LIMITS, id_fault
from generator.model.identity import is_email, is_web_address
from generator.model.licences import LICENCES
from generator.privacy import COUNTRIES
from generator.site.handwritten.setting_checks import Check, Faults, SettingFault, text

_LANGUAGE = re.compile(r"en(?:-[A-Z]{2})?")
_COUNTRY = re.compile(r"[Ee][Nn][-_ ]?([A-Za-z]{2})|([A-Z]{2})")
_NO_HYPHENS = re.compile(r"[^a-z0-9]")
_CODES = {"UK": "GB", "EN": "GB"}  # what people write for a country, and its code


def short_id(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but an id."""
    fault = (
        id_fault(value) if isinstance(value, str) else ("", "Write one id, such as our-academy.")
    )
    if fault is not None:
        yield SettingFault(path, f"is no id: “{clip(str(value))}”", fault[1])


def licence(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but the id of a licence."""
    if isinstance(value, str) and value in LICENCES:
        return
    listed = f"The licences are {join_words(LICENCES, most=20, last='and')}."
    near = _closest_licence(value) if isinstance(value, str) else None
    hint = f"Did you mean “{near}”? {listed}" if near else listed
    yield SettingFault(path, f"is not a licence that we know: “{clip(str(value))}”", hint)


def _closest_licence(value: str) -> str | None:
    """Return the licence that somebody meant: “CC BY 4.0”, “OGL” or “open government licence”."""
    names: dict[str, str] = {}
    for known in LICENCES.values():
        for name in (known.id, known.id.rpartition("-")[0], known.title, known.url):
            names.setdefault(_NO_HYPHENS.sub("", name.casefold()), known.id)
    names |= {"ogl": "OGL-UK-3.0", "oglv3": "OGL-UK-3.0", "ogl30": "OGL-UK-3.0"}
    near = closest_word(_NO_HYPHENS.sub("", value.casefold()), tuple(names))
    return names[near] if near else None


def language(value: Any, path: FieldPath) -> Faults:
    """Refuse any language but English: the words of the program are English."""
    if isinstance(value, str) and _LANGUAGE.fullmatch(value):
        return
    country = _COUNTRY.fullmatch(value) if isinstance(value, str) else None
    code = (country[1] or country[2]).upper() if country else ""
    meant = f"Did you mean “en-{_CODES.get(code, code)}”? " if code else ""
    hint = f"{meant}The program writes its pages in English."
    yield SettingFault(path, "must be “en”, or “en-” and a country such as NZ", hint)


def country(value: Any, path: FieldPath) -> Faults:
    """Refuse a country whose numbers of patients and telephones are not known."""
    if value in COUNTRIES:
        return
    names = {known.name.removeprefix("the ").casefold(): code for code, known in COUNTRIES.items()}
    names |= {code.casefold(): code for code in COUNTRIES} | {"uk": "GB"}
    near = closest_word(str(value).casefold(), tuple(names))
    meant = f"Did you mean “{names[near]}”? " if near else ""
    listed = join_words((f"{code} ({known.name})" for code, known in COUNTRIES.items()), last="and")
    hint = f"{meant}The countries are {listed}."
    yield SettingFault(path, f"is no country that we know: “{clip(str(value))}”", hint)


def currency(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but the code of a currency."""
    if isinstance(value, str) and value in ISO_4217:
        return
    near = closest_word(str(value).strip().upper(), tuple(sorted(ISO_4217)))
    meant = f"Did you mean “{near}”? " if near else ""
    hint = f"{meant}Write the three capital letters of ISO 4217, such as GBP or NZD."
    yield SettingFault(path, f"is no currency that we know: “{clip(str(value))}”", hint)


def line(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but one short line of text."""
    yield from text(value, path)
    if isinstance(value, str) and len(value) > LIMITS["line"]:
        problem = f"has {len(value):,} characters. The limit is {LIMITS['line']:,}"
        yield SettingFault(path, problem, "Make it shorter.")


def address(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but a web address or an email address."""
    if value and not (isinstance(value, str) and (is_web_address(value) or is_email(value))):
        hint = "Write a web address that starts with https://, or an email address."
        yield SettingFault(path, "must be a web address or an email address", hint)


IDENTITY: Mapping[str, Check] = {
    "id": short_id,
    "text_licence": licence,
    "data_licence": licence,
    "language": language,
    "home_heading": line,
    "home_introduction": text,
    "country": country,
    "currency": currency,
    "contact": line,
    "feedback": address,
}
