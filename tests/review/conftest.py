"""Two small academies to compare: what a test changes in one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.build.examine import examine
from generator.review import Difference, compare
from generator.site.parts.content import SiteContent
from tests.analysis.conftest import File, adoption, barrier, measure, prototype, record

Files = Mapping[str, File | None]
Written = Callable[[Files], SiteContent]
Changed = Callable[..., Difference]

__all__ = ["Changed", "Files", "Written", "adoption", "barrier", "measure", "prototype", "record"]


def place(title: str, *part_of: str) -> File:
    return record("registry/areas", title=title, type="borough", part_of=part_of)


def trial_result(level: str = "data") -> dict[str, object]:
    """A result of the trial."""
    return measure("trial-result", evidence_level=level, statement="People stay at home")


def proof(level: str = "data") -> dict[str, object]:
    """What makes a prototype one that worked."""
    return {
        "verdict": "worked",
        "verdict_basis": "They counted.",
        "measures": [trial_result(level)],
    }


def trial(**more: object) -> File:
    return prototype(**{"title": "Trial in Ashby", "verdict": "too-early", **more})


def service(title: str, **more: object) -> File:
    return record("registry/practices", title=title, type="service", **more)


# north ⊃ vale ⊃ ashby, brook; north ⊃ dale
SMALL: dict[str, File] = {
    "north": place("North"),
    "vale": place("Vale", "north"),
    "dale": place("Dale", "north"),
    "ashby": place("Ashby", "vale"),
    "brook": place("Brook", "vale"),
    "visits": service("Shared visits"),
    "calls": service("Evening calls"),
    "days": record("registry/outcomes", title="Days at home", type="outcome"),
    "money": record("registry/outcomes", title="Cost of visits", type="cost"),
    "trial": trial(),
}


def write(root: Path, files: Files) -> Path:
    """The small academy with some files changed, added, or (None) taken out."""
    for name, content in {**SMALL, **files}.items():
        if content is not None:
            file = root / content.folder / f"{name}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content.text, encoding="utf-8")
    return root


def site_of(root: Path) -> SiteContent:
    catalogue, findings = examine(root)
    return SiteContent("", catalogue, "", findings)


def parsed(picture: str) -> ET.Element:
    """A picture that the program has drawn, as XML."""
    return ET.fromstring(picture)  # noqa: S314 - the program's own


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> SiteContent:
    """The small academy as a site."""
    return site_of(write(tmp_path_factory.mktemp("unchanged"), {}))


@pytest.fixture
def written(tmp_path: Path, unchanged: SiteContent) -> Written:
    """The small academy as a site, with the files that a test changes."""
    made: list[Path] = []

    def make(files: Files) -> SiteContent:
        if not files:
            return unchanged
        made.append(tmp_path / f"academy-{len(made)}")
        return site_of(write(made[-1], files))

    return make


@pytest.fixture
def changed(written: Written) -> Changed:
    """What differs between the small academy and the same with some files changed."""

    def make(after: Files, before: Files | None = None) -> Difference:
        base = before or {}
        return compare(written(base), written({**base, **after}))

    return make
