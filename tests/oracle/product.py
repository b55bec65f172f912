"""What the product says of an academy: its answers as data, and the sentences of its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.build.layouts import slot_tokens
from generator.build.prepare import AcademyProject, PreparedSite, prepare
from generator.build.site_builder import SiteBuilder
from generator.exports.feed import EXPORT as FEED
from generator.exports.insights_json import insights_json as answers_json
from generator.site.pages import all_layouts, all_pages
from tests.oracle.sentences import sentences

# pages that say nothing of any record
_GENERAL = ("share/", "reference/", "offline/", "data/", "glossary")


@dataclass(frozen=True)
class Product:
    """`answers` by key, as in `data/insights.json`; the sentences of each page by its address."""

    answers: dict[str, Any]
    pages: dict[str, tuple[str, ...]]


def _layouts() -> dict[str, str]:
    frame = slot_tokens()
    slots = (getattr(frame, name) for name in frame.__dataclass_fields__)
    layout = "".join(f"<div>{slot}</div>" for slot in slots)
    return {family_layout.url: layout for family_layout in all_layouts()}


def _pages(prepared: PreparedSite) -> Iterator[tuple[str, bytes]]:
    files: dict[str, bytes] = {}
    maker = SiteBuilder(prepared, _layouts(), files.__setitem__)
    maker.pages(all_pages(prepared.site))
    for file in FEED.files(prepared.edition):
        maker.data(file)
    return iter(files.items())


def answers_of(folder: Path) -> dict[str, Any]:
    """Return the product's answers about an academy. Raises RecordsRefusedError for its faults."""
    return _answers(prepare(AcademyProject(folder, "Academy")))


def build(files: Mapping[str, str]) -> Product:
    """Answers and pages of the academy of these files, made in this process."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        prepared = prepare(AcademyProject(root, "Academy"))
        pages = {
            url: tuple(sentences(content.decode()))
            for url, content in _pages(prepared)
            if not url.startswith(_GENERAL)
        }
        return Product(_answers(prepared), pages)


def _answers(prepared: PreparedSite) -> dict[str, Any]:
    answers = json.loads(answers_json(prepared.edition))
    return {key: one["answer"] for key, one in answers.items()}
