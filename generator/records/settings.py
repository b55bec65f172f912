"""What the settings of an academy say, for all that reads its records without MkDocs.

Whatever is missing or wrong counts as not stated; `site/handwritten/settings.py` reports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.identity import LANGUAGE, AcademyIdentity
from generator.model.licences import LICENCES
from generator.records.source import read_source

SETTINGS_FILE = "mkdocs.yml"
PLUGIN = "academy"


def read_identity(root: Path, name: str = SETTINGS_FILE) -> AcademyIdentity:
    """Return the identity of the academy at `root` from its file of settings, `name`."""
    stated = {key: value for key, value in plugin_settings(root, name).items() if value}
    words = {key: value for key, value in stated.items() if isinstance(value, str)}
    return AcademyIdentity(
        text_licence=LICENCES.get(words.get("text_licence", "")),
        data_licence=LICENCES.get(words.get("data_licence", "")),
        language=words.get("language", LANGUAGE),
        home_heading=words.get("home_heading", ""),
        home_introduction=words.get("home_introduction", ""),
        contact=words.get("contact", ""),
        feedback=words.get("feedback", ""),
    )


def plugin_settings(root: Path, name: str = SETTINGS_FILE) -> Mapping[str, Any]:
    """Return the settings of the plugin “academy” as they are written; every scalar is text."""
    source, _ = read_source(root / name, name) if (root / name).is_file() else (None, [])
    plugins = source.values().get("plugins") if source else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        settings = entry.get(PLUGIN) if isinstance(entry, Mapping) else None
        if isinstance(settings, Mapping):
            return settings
    return {}
