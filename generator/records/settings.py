"""What the settings of an academy say, for all that reads its records without MkDocs.

Whatever is missing or wrong counts as not stated; `site/handwritten/settings.py` reports it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.field_path import FieldPath
from generator.media.colours import parse_colour
from generator.model.fields.currencies import USUAL_CURRENCY
from generator.model.identity import LANGUAGE, AcademyIdentity, academy_id
from generator.model.licences import LICENCES
from generator.model.look import COLOUR_NAMES, ColourName, Look
from generator.privacy import COUNTRIES, USUAL_COUNTRY
from generator.records.source import SourceFile, read_source

SETTINGS_FILE = "mkdocs.yml"
PLUGIN = "academy"
_USUAL_SITE = "site"  # the default of MkDocs


def read_identity(root: Path, name: str = SETTINGS_FILE) -> AcademyIdentity:
    """Return the identity of the academy at `root` from its file of settings, `name`."""
    source = _settings_source(root, name)
    settings = settings_of_plugin(source)[1] if source else {}
    stated = {key: value for key, value in settings.items() if value}
    words = {key: value for key, value in stated.items() if isinstance(value, str)}
    return AcademyIdentity(
        text_licence=LICENCES.get(words.get("text_licence", "")),
        data_licence=LICENCES.get(words.get("data_licence", "")),
        language=words.get("language", LANGUAGE),
        home_heading=words.get("home_heading", ""),
        home_introduction=words.get("home_introduction", ""),
        contact=words.get("contact", ""),
        feedback=words.get("feedback", ""),
        country=words["country"] if words.get("country") in COUNTRIES else USUAL_COUNTRY,
        currency=words.get("currency", USUAL_CURRENCY),
        look=_look(stated),
        id=academy_id(words.get("id", ""), read_name(root, name)),
        all_data_files=words.get("all_data_files") == "true",
    )


def read_name(root: Path, name: str = SETTINGS_FILE) -> str:
    """Return the name of the academy at `root`; empty where its settings state none."""
    source = _settings_source(root, name)
    title = source.values().get("site_name") if source else ""
    return title if isinstance(title, str) else ""


def read_site_folder(root: Path, name: str = SETTINGS_FILE) -> Path:
    """Return the folder in which the site of the academy at `root` is built."""
    source = _settings_source(root, name)
    stated = source.values().get("site_dir") if source else None
    return Path(os.path.normpath(root / (stated if isinstance(stated, str) else _USUAL_SITE)))


def plugin_settings(root: Path, name: str = SETTINGS_FILE) -> Mapping[str, Any]:
    """Return the settings of the plugin “academy” as they are written; every scalar is text."""
    source = _settings_source(root, name)
    return settings_of_plugin(source)[1] if source else {}


def _settings_source(root: Path, name: str) -> SourceFile | None:
    return read_source(root / name, name)[0] if (root / name).is_file() else None


def settings_of_plugin(source: SourceFile) -> tuple[FieldPath, Mapping[str, Any]]:
    """Return where in a file the settings of the plugin are, and the settings; or nothing."""
    plugins = source.values().get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for number, entry in enumerate(entries):
        settings = entry.get(PLUGIN) if isinstance(entry, Mapping) else None
        if isinstance(settings, Mapping):
            inside = (number,) if isinstance(plugins, list) else ()
            return ("plugins", *inside, PLUGIN), settings
    return (), {}


def _look(stated: Mapping[str, Any]) -> Look:
    words = {key: value for key, value in stated.items() if isinstance(value, str)}
    held = stated.get("colours")
    colours: dict[ColourName, str] = {}
    for name in COLOUR_NAMES:
        written = held.get(name) if isinstance(held, Mapping) else None
        if isinstance(written, str) and (colour := parse_colour(written)):
            colours[name] = colour
    return Look(colours, words.get("typeface", ""), words.get("logo", ""), words.get("favicon", ""))
