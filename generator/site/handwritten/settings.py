"""The settings allowed in `mkdocs.yml`. MkDocs accepts many more, and some of those run code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, clip, join_words
from generator.field_path import FieldPath, format_path
from generator.records.source import SourceFault, SourceFile, read_source
from generator.site.handwritten.markup import address_fault, tag_faults

SETTINGS_FILE = "mkdocs.yml"
_DOCS = "docs"  # The default of MkDocs.
DOCUMENTS_LIMIT = "documents_mb"  # the setting of the plugin for all documents together
_DEFAULT_LIMIT = 500_000_000  # bytes
_MEGABYTES = re.compile(r"[0-9]{1,6}")
_FOLDER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
# percent-encoded where need be; nothing after the path, so that an address can be added to it
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%-]+)*/?")
_EXTENSIONS = ("abbr", "admonition", "def_list", "sane_lists", "smarty", "tables", "toc")

# Takes a value and its path; yields the path inside it and what is wrong with the value there.
Check = Callable[[Any, FieldPath], Iterator[tuple[FieldPath, str]]]


def settings_findings(root: Path, name: str = SETTINGS_FILE) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the name of the folder of hand-written pages, and the findings in the settings.

    The name is empty where there is no file of settings, or it cannot be read.
    """
    file = root / name
    if not (file.exists() or file.is_symlink()):
        return "", ()
    source, findings = read_source(file, name)
    if source is None:
        return "", tuple(findings)
    faults = tuple(fault.in_file(name) for fault in _faults(source))
    docs = source.values().get("docs_dir", _DOCS)
    sound = isinstance(docs, str) and _FOLDER.fullmatch(docs)
    return (docs if isinstance(docs, str) and sound else ""), (*findings, *faults)


def documents_limit(root: Path, name: str = SETTINGS_FILE) -> int:
    """Return how many bytes all documents together may have, from the settings or by default."""
    source, _ = read_source(root / name, name) if (root / name).is_file() else (None, [])
    plugins = source.values().get("plugins") if source else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        settings = entry.get("academy") if isinstance(entry, Mapping) else None
        stated = settings.get(DOCUMENTS_LIMIT) if isinstance(settings, Mapping) else None
        if isinstance(stated, str) and _MEGABYTES.fullmatch(stated):
            return int(stated) * 1_000_000
    return _DEFAULT_LIMIT


def _faults(source: SourceFile) -> Iterator[SourceFault]:
    for key, value in source.values().items():
        check = _SETTINGS.get(key)
        if check is None:
            message = f"There is no setting “{clip(key)}”."
            hint = f"Delete it. The settings are {join_words(_SETTINGS, most=20, last='and')}."
            yield SourceFault(source.place((key,), at_key=True), "S701", message, hint)
            continue
        for path, problem in check(value, (key,)):
            message = f"The setting “{format_path(path)}” {problem}."
            yield SourceFault(source.place(path), "S702", message, "Change it, or delete the line.")


def _text(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if not isinstance(value, str):
        yield path, "must be text"


def _folder(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if not (isinstance(value, str) and _FOLDER.fullmatch(value)):
        yield path, "must be the name of a folder in this academy"


def _web_address(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if value and not (isinstance(value, str) and value.startswith(("https://", "http://"))):
        yield path, "must be a web address that starts with https://"


def _site_address(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    faults = list(_web_address(value, path))
    if value and not faults and not _SITE.fullmatch(value):
        faults = [(path, "must be an address such as https://example.org/academy/")]
    yield from faults


def _no(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if value != "false":
        yield path, "can only be “false”"


def _yes_or_no(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if value not in ("true", "false"):
        yield path, "can only be “true” or “false”"


def _whole_number(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if not (isinstance(value, str) and _MEGABYTES.fullmatch(value)):
        yield path, "must be a whole number"


def _html(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    yield from _text(value, path)
    if isinstance(value, str):
        for _, reason in tag_faults(value):
            yield path, f"cannot be used: {reason}"


def _nav(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        if reason := address_fault(value):
            yield path, f"cannot be used: {reason}"
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _nav(inside, (*path, key))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from _nav(inside, (*path, number))


def _material(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if value != "material":
        yield path, "can only be “material”"


def _each_of(known: Mapping[str, Check]) -> Check:
    def check(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
        for key, inside in value.items() if isinstance(value, Mapping) else ():
            if key in known:
                yield from known[key](inside, (*path, key))
            else:
                yield (*path, key), f"must be one of {join_words(known)}"

    return check


def _theme(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, Mapping):
        yield from _each_of({"name": _material, "font": _no, "language": _text})(value, path)
    else:
        yield from _material(value, path)


def _list_of(known: Mapping[str, Check]) -> Check:
    """Return a check of a list of names, each alone or with settings of its own."""

    def check(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
        entries = value if isinstance(value, list) else [value]
        for number, entry in enumerate(entries):
            here = (*path, number) if isinstance(value, list) else path
            if isinstance(entry, str):
                entry = {entry: {}}  # noqa: PLW2901 - a name alone is one without settings
            for name, inside in entry.items() if isinstance(entry, Mapping) else ():
                if name in known:
                    yield from known[name](inside, (*here, name))
                else:
                    yield here, f"can only be {join_words(known)}, not “{clip(name)}”"

    return check


_PLUGINS = {
    "academy": _each_of(
        {
            "edit_base": _web_address,
            "bundle_url": _web_address,
            "send_to": _text,
            DOCUMENTS_LIMIT: _whole_number,
        }
    )
}
_MARKDOWN = {
    name: _each_of({"permalink": _yes_or_no} if name == "toc" else {}) for name in _EXTENSIONS
}
_SETTINGS: dict[str, Check] = {
    "site_name": _text,
    "site_description": _text,
    "site_url": _site_address,
    "docs_dir": _folder,
    "site_dir": _folder,
    "use_directory_urls": _no,
    "copyright": _html,
    "theme": _theme,
    "plugins": _list_of(_PLUGINS),
    "markdown_extensions": _list_of(_MARKDOWN),
    "nav": _nav,
}
