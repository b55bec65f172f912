"""What is served after any changes is what a build from nothing would make, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from generator import parallel
from generator.build.layouts import slot_tokens
from generator.build.on_demand import OnDemandSite
from generator.build.prepare import AcademyProject, RecordsRefusedError, prepare
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import write_site_files
from generator.records.catalogue import ReadCache
from generator.site.find import StaticPage
from generator.site.pages import all_layouts
from tests.conftest import SMALL
from tests.examples import examples

WRITTEN = (StaticPage("about.html", "About", "What this is.", "Words about the academy."),)
Files = dict[str, bytes]


def layouts() -> dict[str, str]:
    frame = slot_tokens()
    tokens = "|".join(getattr(frame, name) for name in frame.__dataclass_fields__)
    return {layout.url: f"{layout.url}: {tokens}" for layout in all_layouts()}


def records(root: Path) -> list[Path]:
    return sorted(
        file for top in ("prototypes", "registry/areas") for file in (root / top).iterdir()
    )


def edit(root: Path, draw: random.Random) -> None:
    file = draw.choice(records(root))
    text = file.read_text(encoding="utf-8")
    title = f"title: Changed {draw.randrange(1000)}\n"
    file.write_text(
        "".join(title if one.startswith("title:") else one for one in text.splitlines(True)),
        encoding="utf-8",
    )


def add(root: Path, draw: random.Random) -> None:
    number = draw.randrange(1000)
    target = root / "registry" / "areas" / f"added-{number}.yaml"
    target.write_text(f"title: Added {number}\ntype: place\npart_of: [ashby]\n", encoding="utf-8")


def remove(root: Path, draw: random.Random) -> None:
    draw.choice(records(root)).unlink()


def rename(root: Path, draw: random.Random) -> None:
    file = draw.choice(records(root))
    text = file.read_text(encoding="utf-8")
    if "aliases:" not in text:
        file.write_text(f"{text}aliases: [{file.stem}]\n", encoding="utf-8")
        file.rename(file.with_stem(f"{file.stem}-{draw.randrange(1000)}"))


STEPS: list[Callable[[Path, random.Random], None]] = [edit, add, remove, rename]


def cold(root: Path) -> Files | None:
    """Everything that is made from nothing; None where the records have faults."""
    files: Files = {}
    try:
        prepared = prepare(AcademyProject(root, "Academy"))
    except RecordsRefusedError:
        return None
    write_site_files(SiteBuilder(prepared, layouts(), files.__setitem__), WRITTEN)
    return files


class Warm:
    """An academy that goes on being served while it is changed."""

    def __init__(self, root: Path) -> None:
        self.memory = ReadCache()
        self.project = AcademyProject(root, "Academy")
        prepared = prepare(self.project, memory=self.memory)
        self.site = OnDemandSite(prepared, layouts(), WRITTEN)

    def asked(self, urls: list[str]) -> Files | None:
        try:
            prepared = prepare(self.project, memory=self.memory)
        except RecordsRefusedError:
            return None
        self.site = self.site.with_records(prepared)
        for url in urls:
            self.site.make(url)
        return dict(self.site.files)


@pytest.fixture(autouse=True, scope="module")
def one_process() -> Iterator[None]:
    """What is written stays in this process, where the test can see it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "processor_count", lambda: 1)
        yield


@examples(12, quick=2, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_changes_give_what_a_build_from_nothing_gives(
    steps: list[Callable[[Path, random.Random], None]], draw: random.Random
) -> None:
    with TemporaryDirectory() as folder:
        root = shutil.copytree(SMALL, Path(folder) / "small")
        warm = Warm(root)
        gone: set[str] = set(cold(root) or {})
        for step in steps:
            step(root, draw)
            made = cold(root)
            urls = list(made or {})
            draw.shuffle(urls)
            assert warm.asked(urls) == made
            if made is not None:
                for url in gone - made.keys():
                    assert warm.site.make(url) == ()
                assert warm.site.files == made
                gone |= made.keys()


def test_a_file_that_went_does_not_make_the_whole_index_or_form_again() -> None:
    site = Warm(SMALL).site
    assert site.make("find/head.js")
    assert site.make("find/went.js") == ()
    assert site.make("share/form.js")
    assert site.make("share/went.js") == ()
