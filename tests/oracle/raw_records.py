"""Records as plain dictionaries, read with PyYAML from texts or a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]
FOLDERS = {
    "prototypes": "prototype",
    "registry/practices": "practice",
    "registry/adoptions": "adoption",
    "registry/areas": "area",
    "registry/barriers": "barrier",
    "registry/outcomes": "outcome",
    "registry/partners": "partner",
}


@dataclass(frozen=True)
class RawAcademy:
    """Fields by id, for each kind that the answers need."""

    prototypes: dict[str, Fields]
    practices: dict[str, Fields]
    adoptions: dict[str, Fields]
    areas: dict[str, Fields]
    barriers: dict[str, Fields]
    outcomes: dict[str, Fields]
    partners: dict[str, Fields]

    def adopters(self, adoption: Fields) -> set[str]:
        """The area that adopts, or those that the adopting organisation serves."""
        if "area" in adoption:
            return {adoption["area"]}
        return set(self.partners[adoption["partner"]].get("serves", ()))

    def title(self, record_id: str) -> str:
        """The title as written."""
        for records in (self.areas, self.practices, self.prototypes, self.barriers):
            if record_id in records:
                return str(records[record_id]["title"])
        raise KeyError(record_id)


def read_texts(texts: Mapping[str, str]) -> RawAcademy:
    """Records from the text of each file, by its path."""
    by_kind: dict[str, dict[str, Fields]] = {kind: {} for kind in FOLDERS.values()}
    for path, text in texts.items():
        folder, _, name = path.rpartition("/")
        if folder in FOLDERS:
            by_kind[FOLDERS[folder]][name.removesuffix(".yaml")] = yaml.safe_load(text)
    return RawAcademy(**{f"{kind}s": records for kind, records in by_kind.items()})


def read_folder(root: Path) -> RawAcademy:
    """Records of an academy on disk."""
    files = (file for folder in FOLDERS for file in (root / folder).glob("*.yaml"))
    return read_texts(
        {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
    )
