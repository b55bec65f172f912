"""A build that takes files from the last site gives what a build from nothing gives."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from generator import parallel
from generator.analysis.index import AdoptionIndex
from generator.build.examine import examine
from generator.build.incremental import CacheFile, LookupDigests, engine_key
from generator.build.prepare import AcademyProject, prepare
from generator.build.repeated_build import RepeatedBuild
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import SiteFiles
from generator.diagnostics import errors
from generator.lookups import TracedField
from generator.publish import write_file
from generator.records.catalogue import Catalogue
from generator.site.pages import SiteContent
from generator.site.parts.pictures import PictureLibrary
from tests.conftest import SMALL
from tests.examples import examples
from tests.media.document_samples import pdf
from tests.media.samples import saved, scene
from tests.random_academies import STEPS
from tests.sites import tree
from tests.test_warm import WRITTEN, cold, layouts


@pytest.fixture(autouse=True, scope="module")
def one_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "processor_count", lambda: 1)
        yield


class Repeated:
    """An academy that is built again and again into one folder, each time by a new process."""

    def __init__(self, root: Path) -> None:
        self.root, self.site, self.stage = root, root / "site", root / ".site.next"
        self.project = AcademyProject(root, "Academy")

    def build(self) -> SiteFiles:
        """Build and publish; return what was made or taken."""
        build = RepeatedBuild(self.root, self.site, self.stage)
        try:
            return self._publish(build)
        finally:
            build.end()

    def _publish(self, build: RepeatedBuild) -> SiteFiles:
        self.stage.mkdir()
        prepared = prepare(self.project, memory=build.reads)
        builder = SiteBuilder(prepared, layouts(), partial(write_file, self.stage))
        made = build.write_files(builder, WRITTEN)
        shutil.rmtree(self.site, ignore_errors=True)
        self.stage.rename(self.site)
        build.keep()
        return made


@examples(12, quick=2, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_after_any_changes_the_site_is_that_of_a_build_from_nothing(seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        academy = Repeated(shutil.copytree(SMALL, Path(folder) / "small"))
        academy.build()
        for _ in range(4):
            chance.choice(STEPS)(academy.root, chance)
            if errors(examine(academy.root)[1]):
                return
            academy.build()
            assert tree(academy.site) == cold(academy.root)


# what units may read without asking: a change of it changes the key of the whole build
_IN_THE_KEY = {
    "Catalogue": {
        *("terms", "vocabulary", "releases"),
        *("moved_pages", "redaction"),
    },
    "SiteContent": {"name", "about", "bundle", "address", "identity"},
}
# nothing while a site is built, or of no account for what is in it
_NEVER_SHOWN = {"Catalogue": {"duplicates", "refused", "cache", "part"}}
# objects whose own look-ups are traced, and what follows from the key
_HOLDERS = {
    "Catalogue": {"own"},
    "SiteContent": {"catalogue", "index", "pictures", "documents", "memo"},
    "AdoptionIndex": {"catalogue", "cache"},
}


@pytest.mark.parametrize("model", [Catalogue, SiteContent, AdoptionIndex, PictureLibrary])
def test_all_that_hangs_on_an_academy_is_traced_or_in_the_key(model: type) -> None:
    name = model.__name__
    fields = {one.name for one in dataclasses.fields(model)} if is_dataclass(model) else set()
    kept = {key for key, value in vars(model).items() if isinstance(value, cached_property)}
    traced = {key for key, value in vars(model).items() if isinstance(value, TracedField)}
    known = (_IN_THE_KEY, _NEVER_SHOWN, _HOLDERS)
    assert (fields | kept) - traced == set().union(*(part.get(name, set()) for part in known))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Repeated:
    """The small academy, built; each test builds it again when it has done harm."""
    academy = Repeated(shutil.copytree(SMALL, tmp_path_factory.mktemp("built") / "small"))
    academy.build()
    return academy


@pytest.fixture(scope="module")
def made_once(built: Repeated) -> dict[str, bytes] | None:
    """Its site as a build from nothing makes it."""
    return cold(built.root)


@pytest.mark.parametrize(
    "harm",
    [bytes.swapcase, lambda content: content[:-9], lambda _: b"", lambda _: b"cos\nsystem\n"],
)
def test_a_cache_that_is_damaged_counts_as_none(
    built: Repeated, made_once: dict[str, bytes], harm: Callable[[bytes], bytes]
) -> None:
    file = CacheFile(built.root, built.site, engine_key())
    assert file.load().build is not None
    file.path.write_bytes(harm(file.path.read_bytes()))
    assert file.load().build is None
    built.build()
    assert tree(built.site) == made_once


def test_a_cache_of_another_engine_or_academy_counts_as_none(
    built: Repeated, tmp_path: Path
) -> None:
    ours = CacheFile(built.root, built.site, engine_key())
    assert ours.load().build is not None
    assert CacheFile(built.root, built.site, b"another engine").load().build is None
    assert CacheFile(tmp_path, built.site, engine_key()).load().build is None


def test_a_file_of_the_last_site_that_somebody_changed_is_made_again(
    built: Repeated, made_once: dict[str, bytes]
) -> None:
    pages = sorted(built.site.glob("*/*.html"))
    pages[0].write_text("changed", encoding="utf-8")
    pages[1].unlink()
    built.build()
    assert tree(built.site) == made_once


def test_a_changed_picture_or_document_changes_the_pages_that_show_it(tmp_path: Path) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    media = academy.root / "media"
    media.mkdir()
    (media / "map.png").write_bytes(saved(scene(), "PNG"))
    (media / "paper.pdf").write_bytes(pdf("Words."))
    with (academy.root / "registry/areas/ashby.yaml").open("a", encoding="utf-8") as area:
        area.write("pictures:\n  - file: media/map.png\n    alt: A map\n")
    paper = "title: A paper\ntype: paper\navailability: available\nfile: media/paper.pdf\n"
    (academy.root / "registry/resources/paper.yaml").write_text(paper, encoding="utf-8")
    before = academy.build().units
    (media / "map.png").write_bytes(saved(scene(90, 20), "PNG"))
    (media / "paper.pdf").write_bytes(pdf("Other words, and more of them."))
    after = academy.build().units
    assert tree(academy.site) == cold(academy.root)
    assert {name for name, unit in after.items() if unit != before.get(name)} >= {
        "areas/ashby.html",
        "learning/paper.html",
        "media/paper.pdf",
    }
    assert after["areas/brookvale.html"] == before["areas/brookvale.html"]


def test_only_what_a_change_concerns_is_made_again(tmp_path: Path) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    before = academy.build().units
    assert academy.build().units == before
    file = next(iter(sorted((academy.root / "registry" / "areas").iterdir())))
    text = re.sub("summary: .*", "summary: A place.", file.read_text("utf-8"))
    file.write_text(text, encoding="utf-8")
    after = academy.build().units
    changed = {name for name, unit in after.items() if before.get(name) != unit}
    assert f"areas/{file.stem}.html" in changed
    assert len(changed) < len(after) / 2


def records_made_again(academy: Repeated, before: SiteFiles) -> set[str]:
    """The pages of records that the next build makes; the others are those of `before`."""
    units = academy.build().units.items()
    made = {name for name, unit in units if before.units.get(name) != unit}
    return {name for name in made if name.endswith(".html") and " " not in name}


def test_a_page_is_made_again_only_for_a_field_that_it_shows(tmp_path: Path) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    before = academy.build()
    file = academy.root / "prototypes" / "ashby-visits.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}population: people who live alone\n", encoding="utf-8")
    assert records_made_again(academy, before) == {"prototypes/ashby-visits.html"}


def test_a_record_that_is_added_makes_few_pages_again(tmp_path: Path) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    before = academy.build()
    practices = academy.root / "registry" / "practices"
    text = (practices / "joint-work.yaml").read_text("utf-8")
    added = re.sub("^title: .*", "title: Walking together", text)
    (practices / "walking-together.yaml").write_text(added, encoding="utf-8")
    cited = "learning/vale-handbook.html"
    assert records_made_again(academy, before) == {"practices/walking-together.html", cited}


def test_a_look_up_that_nothing_has_changed_is_not_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    academy.build()
    asked: list[str] = []
    work_out = LookupDigests._value

    def note_and_work_out(digests: LookupDigests, name: str) -> object:
        asked.append(name)
        return work_out(digests, name)

    monkeypatch.setattr(LookupDigests, "_value", note_and_work_out)
    academy.build()
    assert not [name for name in asked if "insights" in name]


def test_other_settings_begin_from_nothing(tmp_path: Path) -> None:
    academy = Repeated(shutil.copytree(SMALL, tmp_path / "small"))
    academy.build()
    academy.project = replace(academy.project, about="What another academy is about.")
    academy.build()
    assert academy.project.about in (academy.site / "index.html").read_text("utf-8")
