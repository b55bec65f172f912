"""What the tests share: where the project is, and small academies to try things on."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator import parallel
from generator.build import repeated_build
from generator.build.incremental import engine_key
from generator.host_mkdocs import build_site_once
from generator.privacy import Match, country_in_use, scan
from generator.publish import staging
from generator.publish.verify import contents
from tests.bench.synth import write_academy
from tests.browser.chromium import chromium_path
from tests.browser.windows import Windows
from tests.examples import prove_properties, register_profiles
from tests.preloaded import preloaded_academy
from tests.reading import refuse_reading_content
from tests.sites import FIRST_ACADEMY, copy_first_academy, copy_small

PROJECT = Path(__file__).resolve().parent.parent
SMALL = PROJECT / "tests" / "academy"

# The many commands that tests start compile the program once, also where Python is told to keep
# nothing: a third of the time of a start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Thousands of tests live until the end: looking for garbage among them is a tenth of the work.
gc.set_threshold(50_000, 20, 50)

register_profiles()
refuse_reading_content()


def pytest_configure(config: pytest.Config) -> None:
    """Chooses how examples are found, before modules with examples are read."""
    # what one run of the tests leaves for the next build must not count in another
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="academy-cache-")
    settings.load_profile("proof" if config.option.markexpr == "proof" else "quick")


def pytest_unconfigure() -> None:
    """Removes the caches of this run."""
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Adds the properties to the proofs, which try each on all of its examples."""
    if config.option.markexpr == "proof":
        prove_properties(items)


Academy = Callable[[Mapping[str, str | bytes]], Path]
MakeOnce = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture
def academy(tmp_path: Path) -> Academy:
    """Writes an academy from path → text, and gives its root."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path

    return write


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small academy of `tests/academy`, free to change."""
    return shutil.copytree(SMALL, tmp_path / "small")


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> MakeOnce:
    """Makes a folder once for all worker processes of this run. Tests must not change it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def make_folder(name: str, make: Callable[[Path], object]) -> Path:
        folder, finished = shared / f"once-{name}", shared / f"once-{name}.finished"
        with FileLock(shared / f"once-{name}.lock"):
            if not finished.exists():
                make(folder)
                finished.touch()
        return folder

    return make_folder


@pytest.fixture(scope="session", autouse=True)
def one_process() -> Iterator[None]:
    """Lets each test read and build in its own process: pytest has one for each processor."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "processor_count", lambda: 1)
        yield


@lru_cache(maxsize=1_500)
def _scanned(text: str, _country: str) -> tuple[Match, ...]:
    """What `scan` finds, which depends on the country beside the text."""
    return scan(text)


@pytest.fixture(scope="session", autouse=True)
def quick_builds() -> Iterator[None]:
    """Reads the engine and each text of a site once in this process, and waits for no disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeated_build, "engine_key", cache(engine_key))
        patch.setattr(staging, "sync_tree", lambda _: None)
        patch.setattr(contents, "scan", lambda text: _scanned(text, country_in_use()))
        yield


@pytest.fixture(scope="session")
def academy_command() -> Iterator[str]:
    """The words with which a script runs `academy`, without the start of a Python for each."""
    with preloaded_academy() as words:
        yield words


@pytest.fixture(scope="session")
def first_site(make_once: MakeOnce) -> Path:
    """The frozen copy of the first academy, built by two processes, as a large academy is."""

    def build(site: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parallel, "processor_count", lambda: 2)
            build_site_once(FIRST_ACADEMY / "mkdocs.yml", site_dir=site)

    return make_once("first", build)


@pytest.fixture
def first_project(tmp_path: Path) -> Path:
    """The first academy, to change."""
    return copy_first_academy(tmp_path / "academy")


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A copy of the small academy to change."""
    return copy_small(tmp_path / "small")


@pytest.fixture(scope="session")
def small_site(make_once: MakeOnce) -> Path:
    """The small academy, built."""
    return (
        make_once("small", lambda root: build_site_once(copy_small(root) / "mkdocs.yml")) / "site"
    )


@pytest.fixture(scope="session")
def thousand_site(make_once: MakeOnce) -> Path:
    """A made-up academy of 1,000 records, built with its usual settings."""

    def build(root: Path) -> None:
        write_academy(1_000, root / "academy")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parallel, "processor_count", lambda: 2)
            build_site_once(root / "academy" / "mkdocs.yml", site_dir=root / "site")

    return make_once("thousand", build) / "site"


@pytest.fixture
def built_project(small_project: Path, small_site: Path) -> Path:
    """A copy of the small academy to change, with its site, as a build leaves it."""
    shutil.copytree(small_site, small_project / "site")
    (small_project / ".site.lock").touch()
    return small_project


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="Make the present pages the golden ones.")


# how Chromium is kept quiet
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def launch(playwright: Playwright) -> Browser:
    """A browser of the tests."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=list(_QUIET))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium or Chrome."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """Windows of the browser that tests take over from each other."""
    return Windows(browser)
