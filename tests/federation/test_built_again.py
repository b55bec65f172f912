"""A site that is built again after what is followed has changed is that of a build from nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

from generator.english import day_in_words
from generator.host_mkdocs import build_site, build_site_once
from generator.model.kinds import KINDS
from tests.federation.neighbours import VISITS, edit, run, small_academy, write
from tests.sites import tree

FOLDERS = {kind.slug for kind in KINDS}
ASHBY = "registry/areas/ashby.yaml"


def built_again(root: Path) -> dict[str, bytes]:
    """The site of an academy that was built before; it is that of a build from nothing."""
    build_site(root / "mkdocs.yml")
    fresh = root.with_name("fresh")
    build_site_once(root / "mkdocs.yml", site_dir=fresh)
    made = tree(root / "site")
    assert made == tree(fresh)
    shutil.rmtree(fresh)
    return made


def follow(root: Path, other: Path) -> None:
    code, printed = run(root, "follow", str(other))
    assert code == 0, printed


def test_following_joining_and_unfollowing_change_what_they_must(tmp_path: Path) -> None:
    home = small_academy(tmp_path / "home", "Home Academy")
    vale = small_academy(tmp_path / "vale", "Vale Academy")
    build_site(home / "mkdocs.yml")
    alone = tree(home / "site")

    follow(home, vale)
    assert any(
        url.startswith("areas/vale-academy") for url in built_again(home).keys() - alone.keys()
    )

    text = (home / ASHBY).read_text(encoding="utf-8")
    write(home, {ASHBY: f"{text}same_as: [vale-academy/ashby]\n"})
    built_again(home)

    edit(vale, VISITS, "title: ", "title: Other ")
    edit(vale, ASHBY, "summary: ", "summary: Once a village, ")
    follow(home, vale)
    built_again(home)

    write(home, {ASHBY: text})
    assert run(home, "unfollow", "vale-academy")[0] == 0
    build_site(home / "mkdocs.yml")
    assert tree(home / "site") == alone


def test_a_newer_date_of_an_academy_makes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    home = small_academy(tmp_path / "home", "Home Academy")
    follow(home, small_academy(tmp_path / "vale", "Vale Academy"))
    built_again(home)
    pages = {path: path.stat().st_ino for path in (home / "site").rglob("*.html")}
    snapshot = home / "academies/vale-academy/snapshot.json"
    newer = json.loads(snapshot.read_text(encoding="utf-8")) | {"day": "2031-02-03"}
    snapshot.write_text(json.dumps(newer), encoding="utf-8")
    built_again(home)
    made = {path for path, inode in pages.items() if path.stat().st_ino != inode}
    words = day_in_words(date(2031, 2, 3))
    showing = {path for path in pages if words in path.read_text(encoding="utf-8")}
    assert (home / "site/areas/vale-academy.ashby.html") in showing
    assert (home / "site/areas/ashby.html") not in made
    assert {path for path in made - showing if path.parent.name in FOLDERS} == set()
