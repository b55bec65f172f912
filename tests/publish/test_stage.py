"""Making a site beside the last one, and putting it in its place."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from generator.host_mkdocs import build_site, build_site_once
from generator.publish import ExpectedPages, StagedSite, write_manifest
from generator.publish.staging import BuildBusyError, NotASiteError
from generator.publish.swap import backup_folder, swap_folders

# on Windows names are not exchanged; the two steps it takes are tried here too
PLATFORMS = pytest.mark.parametrize("platform", [sys.platform, "win32"])


def made(site: Path, text: bytes) -> None:
    """A site of one file, built and published."""
    stage = StagedSite(site)
    (stage.folder / "index.html").write_bytes(text)
    write_manifest(stage.folder, ExpectedPages())
    stage.publish()
    stage.discard()


@PLATFORMS
def test_a_stage_takes_the_place_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    site = tmp_path / "site"
    for text in (b"one", b"two"):
        made(site, text)
        assert (site / "index.html").read_bytes() == text
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


@PLATFORMS
def test_a_swap_that_fails_leaves_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(OSError, match="gone"):
        swap_folders(tmp_path / "gone", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_what_was_cut_short_between_two_steps_is_put_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made(site, b"last")
    site.rename(backup_folder(site))  # here the power went
    stage = StagedSite(site)
    assert (site / "index.html").read_bytes() == b"last"
    stage.discard()
    assert not backup_folder(site).exists()


def test_what_was_cut_short_after_two_steps_is_cleared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made(site, b"new")
    backup_folder(site).mkdir()
    (backup_folder(site) / "index.html").write_bytes(b"old")
    StagedSite(site).discard()
    assert (site / "index.html").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_leftovers_of_a_build_that_was_killed_are_not_mixed_in(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left = StagedSite(site)
    (left.folder / "half.html").write_text("half", encoding="utf-8")
    left._lock.release()  # as the system does when a process is killed
    made(site, b"whole")
    assert sorted(path.name for path in site.iterdir()) == [
        "academy-site.txt",
        "index.html",
        "manifest.json",
    ]


def test_a_stage_that_is_discarded_leaves_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made(site, b"last")
    stage = StagedSite(site)
    (stage.folder / "index.html").write_bytes(b"next")
    stage.discard()
    assert (site / "index.html").read_bytes() == b"last"
    assert not stage.folder.exists()


def test_a_second_build_waits_and_is_told_so(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first, messages = StagedSite(site), []
    (first.folder / "index.html").write_bytes(b"first")
    write_manifest(first.folder, ExpectedPages())

    def second() -> None:
        stage = StagedSite(site, waiting=lambda: messages.append("waits"))
        messages.append((site / "index.html").read_text(encoding="utf-8"))
        stage.discard()

    other = threading.Thread(target=second)
    other.start()
    while not messages:
        pass
    first.publish()
    first.discard()
    other.join(10)
    assert messages == ["waits", "first"]


def test_a_build_that_never_ends_is_named(tmp_path: Path) -> None:
    first = StagedSite(tmp_path / "site")
    with pytest.raises(BuildBusyError, match=r"another build of .* is still running"):
        StagedSite(tmp_path / "site", patience=0.1)
    first.discard()


def test_a_folder_of_somebody_else_is_refused_and_not_kept_locked(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(NotASiteError, match="not a site that this program made"):
            StagedSite(tmp_path / "site", patience=0.1)


def test_the_site_is_for_everyone_to_read(tmp_path: Path) -> None:
    made(tmp_path / "site", b"x")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_build_leaves_a_cache_and_one_for_a_bundle_leaves_none(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    build_site_once(small_project / "mkdocs.yml")
    assert list((tmp_path / "caches").rglob("*.build")) == []
    build_site(small_project / "mkdocs.yml")
    assert len(list((tmp_path / "caches").rglob("*.build"))) == 1
