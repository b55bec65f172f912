"""Checks of single settings: each takes a value with its path, and yields what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.diagnostics import clip, did_you_mean, join_words
from generator.field_path import FieldPath
from generator.site.handwritten.markup import address_fault, tag_faults

FOLDER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
MEGABYTES = re.compile(r"[0-9]{1,6}")
# percent-encoded where need be; nothing after the path, so that an address can be added to it
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%-]+)*/?")
_CHANGE = "Change it, or delete the line."


class SettingFault(NamedTuple):
    """What is wrong with a setting: where, words that follow its name, and what to do."""

    path: FieldPath
    problem: str
    hint: str = _CHANGE


Faults = Iterator[SettingFault]
Check = Callable[[Any, FieldPath], Faults]


def text(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but text."""
    if not isinstance(value, str):
        yield SettingFault(path, "must be text")


def folder(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but the name of a folder."""
    if not (isinstance(value, str) and FOLDER.fullmatch(value)):
        yield SettingFault(path, "must be the name of a folder in this academy")


def web_address(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but a web address, or nothing."""
    if value and not (isinstance(value, str) and value.startswith(("https://", "http://"))):
        yield SettingFault(path, "must be a web address that starts with https://")


def site_address(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but a web address to which the name of a page can be added."""
    faults = list(web_address(value, path))
    if value and not faults and not _SITE.fullmatch(value):
        faults = [SettingFault(path, "must be an address such as https://example.org/academy/")]
    yield from faults


def no(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but “false”."""
    if value != "false":
        yield SettingFault(path, "can only be “false”")


def yes_or_no(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but “true” and “false”."""
    if value not in ("true", "false"):
        yield SettingFault(path, "can only be “true” or “false”")


def whole_number(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but a whole number of megabytes."""
    if not (isinstance(value, str) and MEGABYTES.fullmatch(value)):
        yield SettingFault(path, "must be a whole number")


def html_words(value: Any, path: FieldPath) -> Faults:
    """Refuse anything but text with plain tags."""
    yield from text(value, path)
    if isinstance(value, str):
        for _, reason in tag_faults(value):
            yield SettingFault(path, f"cannot be used: {reason}")


def menu(value: Any, path: FieldPath) -> Faults:
    """Refuse addresses that run code, anywhere in a menu."""
    if isinstance(value, str):
        if reason := address_fault(value):
            yield SettingFault(path, f"cannot be used: {reason}")
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from menu(inside, (*path, key))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from menu(inside, (*path, number))


def refused(hint: str) -> Check:
    """Return a check that refuses a setting of the host, with the setting of ours to use."""

    def check(_: Any, path: FieldPath) -> Faults:
        yield SettingFault(path, "cannot be used", hint)

    return check


def each_of(known: Mapping[str, Check]) -> Check:
    """Return a check of a mapping: of each value by its key, and that there is no other key."""

    def check(value: Any, path: FieldPath) -> Faults:
        for key, inside in value.items() if isinstance(value, Mapping) else ():
            if key in known:
                yield from known[key](inside, (*path, key))
            else:
                yield unknown_key(key, path, known)

    return check


def unknown_key(key: str, path: FieldPath, known: Mapping[str, Check]) -> SettingFault:
    """Return the fault of a key that is none of those `known`."""
    listed = f"It can have {join_words(known, most=20, last='and')}."
    near = did_you_mean(key, tuple(known))
    return SettingFault((*path, key), "is not known", f"{near} {listed}".strip())


def list_of(known: Mapping[str, Check]) -> Check:
    """Return a check of a list of names, each alone or with settings of its own."""

    def check(value: Any, path: FieldPath) -> Faults:
        entries = value if isinstance(value, list) else [value]
        for number, entry in enumerate(entries):
            here = (*path, number) if isinstance(value, list) else path
            if isinstance(entry, str):
                entry = {entry: {}}  # noqa: PLW2901 - a name alone is one without settings
            for name, inside in entry.items() if isinstance(entry, Mapping) else ():
                if name in known:
                    yield from known[name](inside, (*here, name))
                else:
                    problem = f"can only be {join_words(known)}, not “{clip(name)}”"
                    yield SettingFault(here, problem)

    return check
