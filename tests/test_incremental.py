"""A build that takes files from the last site gives what a build from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from generator import parallel
from generator.build.examine import examine
from generator.build.prepare import AcademyProject, prepare
from generator.build.repeated_build import RepeatedBuild
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import SiteFiles
from generator.diagnostics import errors
from generator.publish import write_file
from tests.conftest import SMALL
from tests.examples import examples
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

    def build(self) -> SiteFiles:
        """Build and publish; return what was made or taken."""
        self.stage.mkdir()
        build = RepeatedBuild(self.root, self.site, self.stage)
        prepared = prepare(AcademyProject(self.root, "Academy"), memory=build.reads)
        builder = SiteBuilder(prepared, layouts(), partial(write_file, self.stage))
        made = build.write_files(builder, WRITTEN)
        shutil.rmtree(self.site, ignore_errors=True)
        self.stage.rename(self.site)
        build.keep()
        return made


@examples(12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
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
