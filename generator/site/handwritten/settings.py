"""The settings allowed in `mkdocs.yml`. MkDocs accepts many more, and some of those run code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Severity, clip, did_you_mean, join_words
from generator.field_path import FieldPath, format_path
from generator.model.licences import licence_named_in
from generator.records.settings import PLUGIN, SETTINGS_FILE, plugin_settings
from generator.records.source import SourceFault, SourceFile, read_source
from generator.site.handwritten import setting_checks as check
from generator.site.handwritten.identity_checks import IDENTITY
from generator.site.handwritten.look_checks import LOOK, look_faults
from generator.site.handwritten.setting_checks import Check, Faults, SettingFault

_DOCS = "docs"  # The default of MkDocs.
UNSTATED_LICENCE = "S703"
DOCUMENTS_LIMIT = "documents_mb"  # the setting of the plugin for all documents together
_DEFAULT_LIMIT = 500_000_000  # bytes
_EXTENSIONS = ("abbr", "admonition", "def_list", "sane_lists", "smarty", "tables", "toc")


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
    docs = source.values().get("docs_dir", _DOCS)
    sound = docs if isinstance(docs, str) and check.FOLDER.fullmatch(docs) else ""
    source_faults = (*_faults(source), *look_faults(source, root, sound))
    # a line that cannot be read as it is meant has one message
    lines = {finding.line for finding in findings}
    faults = (fault.in_file(name) for fault in source_faults if fault.place.line not in lines)
    licence = _unstated_licence(source, plugin_settings(root, name), name)
    return sound, (*findings, *faults, *licence)


def documents_limit(root: Path, name: str = SETTINGS_FILE) -> int:
    """Return how many bytes all documents together may have, from the settings or by default."""
    stated = plugin_settings(root, name).get(DOCUMENTS_LIMIT)
    if isinstance(stated, str) and check.MEGABYTES.fullmatch(stated):
        return int(stated) * 1_000_000
    return _DEFAULT_LIMIT


def _faults(source: SourceFile) -> Iterator[SourceFault]:
    for key, value in source.values().items():
        known = _SETTINGS.get(key)
        if known is None:
            message = f"There is no setting “{clip(key)}”."
            yield SourceFault(source.place((key,), at_key=True), "S701", message, _instead(key))
            continue
        for path, problem, hint in known(value, (key,)):
            message = f"The setting “{format_path(path)}” {problem}."
            yield SourceFault(source.place(path), "S702", message, hint)


def _instead(key: str) -> str:
    """Return what to do about a setting that there is not."""
    if key in _OURS:
        return f"Delete it. Write “{_OURS[key]}:” {_UNDER_PLUGIN} instead."
    if key in _PLUGIN_SETTINGS:
        return f"Write it {_UNDER_PLUGIN}."
    near = did_you_mean(key, tuple(_SETTINGS))
    return near or f"Delete it. The settings are {join_words(_SETTINGS, most=20, last='and')}."


def _unstated_licence(
    source: SourceFile, stated: Mapping[str, Any], name: str
) -> Iterator[Diagnostic]:
    """Yield S703 for an academy that writes of copyright without stating a licence."""
    if "copyright" in source.values() and not {"text_licence", "data_licence"} & stated.keys():
        message = "“copyright” is only shown at the end of pages. It states no licence."
        named = licence_named_in(str(source.values()["copyright"]))
        licence = f" {named.id}" if named else ""
        hint = (
            f"Write “text_licence:{licence}” and “data_licence:{licence}” {_UNDER_PLUGIN}. Until "
            "then, the data says that no licence is stated."
        )
        place = source.place(("copyright",), at_key=True)
        fault = SourceFault(place, UNSTATED_LICENCE, message, hint).in_file(name)
        yield replace(fault, severity=Severity.WARNING)


def _material(value: Any, path: FieldPath) -> Faults:
    if value != "material":
        yield SettingFault(path, "can only be “material”")


def _theme(value: Any, path: FieldPath) -> Faults:
    if isinstance(value, Mapping):
        yield from check.each_of(_THEME)(value, path)
    else:
        yield from _material(value, path)


def _font(value: Any, path: FieldPath) -> Faults:
    if value != "false":
        hint = f"Write “typeface:” {_UNDER_PLUGIN} instead. No page loads a font from the internet."
        yield SettingFault(path, "can only be “false”", hint)


_UNDER_PLUGIN = "under “plugins: - academy:”"
_PLUGIN_SETTINGS: Mapping[str, Check] = {
    "edit_base": check.web_address,
    "bundle_url": check.web_address,
    "send_to": check.text,
    DOCUMENTS_LIMIT: check.whole_number,
    "all_data_files": check.yes_or_no,
    **IDENTITY,
    **LOOK,
}


def _use(*names: str) -> str:
    named = join_words((f"“{name}:”" for name in names), last="or")
    return f"Delete it. Write {named} {_UNDER_PLUGIN} instead."


_THEME: Mapping[str, Check] = {
    "name": _material,
    "font": _font,
    "language": check.refused(_use("language")),
    "logo": check.refused(_use("logo")),
    "favicon": check.refused(_use("favicon")),
    "icon": check.refused(_use("logo")),
    "palette": check.refused(_use("colours")),
}
# settings of the host, and the setting of ours that does the same
_OURS: Mapping[str, str] = {
    "extra_css": "colours",
    "extra": "contact",
    "repo_url": "edit_base",
    "edit_uri": "edit_base",
    "site_author": "contact",
}
_MARKDOWN = {
    name: check.each_of({"permalink": check.yes_or_no} if name == "toc" else {})
    for name in _EXTENSIONS
}
_SETTINGS: Mapping[str, Check] = {
    "site_name": check.text,
    "site_description": check.text,
    "site_url": check.site_address,
    "docs_dir": check.folder,
    "site_dir": check.folder,
    "use_directory_urls": check.no,
    "copyright": check.html_words,
    "theme": _theme,
    "plugins": check.list_of({PLUGIN: check.each_of(_PLUGIN_SETTINGS)}),
    "markdown_extensions": check.list_of(_MARKDOWN),
    "nav": check.menu,
}
