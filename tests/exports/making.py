"""Academies to export: the first one, the small one, and one whose every text is hostile."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.analysis.insights import AdoptionIndex
from generator.exports import EXPORTS, AcademyEdition
from generator.records.catalogue import read_catalogue
from generator.records.settings import read_identity
from tests.catalogues import first_academy
from tests.conftest import SMALL, Academy
from tests.sites import FIRST_ACADEMY

# one sort of trouble a title; all of them pass the reader
HOSTILE = (
    "]]> </feed> &amp; &bogus;",
    "</script><!-- <script>alert(1)</script>",
    "\"quoted\" 'twice' \\\\ back\\n",
    "=HYPERLINK(\"http://x\")",
    "+44 20 is no sum",
    "-5",
    "@SUM(1+1)",
    "'=already behind an apostrophe",
    "😀 عربي שלום",
    "BEGIN:VEVENT;X=1,2:3",
    "'); DROP TABLE records; --",
)  # fmt: skip


def edition_of(root: Path, site: str = "") -> AcademyEdition:
    catalogue, findings = first_academy() if root == FIRST_ACADEMY else read_catalogue(root)
    assert not findings, [one.as_text() for one in findings]
    identity = read_identity(FIRST_ACADEMY)
    return AcademyEdition(
        AdoptionIndex(catalogue), "An academy", "What it is.", site, identity=identity
    )


@cache
def first() -> AcademyEdition:
    return edition_of(FIRST_ACADEMY)


@cache
def small() -> AcademyEdition:
    return edition_of(SMALL)


def hostile(academy: Academy, site: str = "") -> AcademyEdition:
    """A resource for each hostile text, as title and summary, and a release that added them."""
    files = {
        f"registry/resources/r{number}.yaml": (
            f"title: {_yaml(text)}\nsummary: {_yaml(text)}\naudience: [{_yaml(text)}]\n"
            "type: event\navailability: planned\nstarts_on: 2026-05-14\nreviewed_on: 2026-01-31\n"
        )
        for number, text in enumerate(HOSTILE)
    }
    added = "".join(
        f"  - record: r{number}\n    kind: resource\n    title: {_yaml(text)}\n"
        for number, text in enumerate(HOSTILE)
    )
    release = {"releases/2026-01-31.yaml": f"date: 2026-01-31\nadded:\n{added}"}
    return edition_of(academy({**files, **release}), site)


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def made(edition: AcademyEdition) -> dict[str, bytes]:
    """Every data file by its place."""
    return {one.url: one.make() for export in EXPORTS for one in export.files(edition)}
