"""Putting a finished site in place, and following its links."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish import Stage, broken_links, swap

PLATFORMS = pytest.mark.parametrize("platform", [sys.platform, "darwin"])


@PLATFORMS
def test_a_stage_takes_the_place_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    site = tmp_path / "site"
    for text in (b"one", b"two"):
        stage = Stage(site)
        stage.write("a/b/index.html", text)
        stage.publish()
        stage.discard()
        assert (site / "a" / "b" / "index.html").read_bytes() == text
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@PLATFORMS
def test_a_swap_that_fails_leaves_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(OSError, match="gone"):
        swap(tmp_path / "gone", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_stage_that_is_discarded_leaves_nothing(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "site")
    stage.write("index.html", b"x")
    stage.discard()
    assert list(tmp_path.iterdir()) == []


def test_the_site_is_for_everyone_to_read(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "site")
    stage.publish()
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


ELSEWHERE = "the page loads from elsewhere, which needs a network"
PAGE = '<h1 id="top">T</h1> src=x href="y" &lt;a href="z"&gt; {}'


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ('<a href="other.html">', ""),
        ('<a href="other.html#top">', ""),
        ('<a href="#top">', ""),
        ('<a href="https://elsewhere.example/">', ""),
        ('<a href="mailto:team@elsewhere.example">', ""),
        ('<a title="src=x href=y" href="other.html">', ""),
        ('<a href="oth%65r.html">', ""),
        ('<a href="missing.html">', "there is no such page or file"),
        ('<a href="other.html#nowhere">', "the page has no such part"),
        ("<a href=missing.html>", "there is no such page or file"),
        ('<a href="/other.html">', "it is neither relative nor a web address"),
        ('<a href="javascript:alert(1)">', "it is neither relative nor a web address"),
        ('<a href="../../outside.html">', "there is no such page or file"),
        ('<img src="https://elsewhere.example/x.png">', ELSEWHERE),
        ('<script src="missing.js">', "there is no such page or file"),
    ],
)  # fmt: skip
def test_links_are_followed(tmp_path: Path, link: str, why: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(link), encoding="utf-8")
    (tmp_path / "other.html").write_text(PAGE.format(""), encoding="utf-8")
    assert [found.why for found in broken_links(tmp_path)] == ([why] if why else [])
