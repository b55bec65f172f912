"""Pictures from the record to the page, the bundle and back."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from generator.build.prepare import AcademyProject, prepare
from generator.build.progress import no_progress
from generator.build.serve import LiveSite
from generator.host_mkdocs.serving import MkDocsHost
from generator.publish.bundle import unpack_bundle
from generator.records.catalogue import ReadCache
from tests.conftest import MakeOnce
from tests.media.samples import CAMERA, busy, private, saved, scene
from tests.publish.bundles import all_bytes
from tests.sites import copy_small, run_academy, tree

STORY = """
![A table with two cups](media/table.png "Where it began")

Later[^1] they met in the garden, ![a small bench](media/bench.jpg) and all.

[^1]: Behind the library.
"""
LISTED = """
pictures:
  - file: media/kitchen.jpg
    alt: A kitchen with a map on the wall
    caption: The map, in <May>
    credit: Ashby Council
    consent: no people
  - file: media/table.png
    alt: A table
"""


def illustrate(root: Path) -> Path:
    """Add pictures to the small academy: in a story, in a list, and one of them in both."""
    (root / "media").mkdir()
    (root / "media" / "kitchen.jpg").write_bytes(private(orientation=6))
    (root / "media" / "copy.jpg").write_bytes(private(orientation=6))
    (root / "media" / "table.png").write_bytes(saved(scene(1000, 600), "PNG"))
    (root / "media" / "bench.jpg").write_bytes(saved(busy(2000, 1500), "JPEG", quality=90))
    with (root / "case_studies" / "a-year-of-visits.md").open("a", encoding="utf-8") as story:
        story.write(STORY)
    with (root / "prototypes" / "ashby-visits.yaml").open("a", encoding="utf-8") as prototype:
        prototype.write(LISTED)
    with (root / "registry" / "areas" / "ashby.yaml").open("a", encoding="utf-8") as area:
        area.write("pictures:\n  - file: media/copy.jpg\n    alt: A kitchen\n")
    return root


def build_illustrated(root: Path) -> None:
    """The small academy with pictures, built."""
    done = run_academy("build", folder=illustrate(copy_small(root)))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    return make_once("pictures", build_illustrated) / "site"


def images(page: str) -> list[dict[str, str]]:
    tags = re.findall(r"<img ([^>]*)>", page)
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in tags if "media/" in tag]


def unhashed(text: str) -> str:
    """A text without the hashes in the names of pictures."""
    return re.sub(r"\.[0-9a-f]{10}(?=\.webp)", "", text)


def test_the_site_has_each_picture_once_and_nothing_else(site: Path) -> None:
    names = sorted(unhashed(file.name) for file in (site / "media").iterdir())
    assert names == [
        "bench.jpg.webp", "copy.jpg.card.webp", "copy.jpg.webp", "table.png.webp",
    ]  # fmt: skip
    for file in (site / "media").iterdir():
        content = file.read_bytes()
        picture = Image.open(io.BytesIO(content))
        assert max(picture.size) <= 1600
        assert dict(picture.getexif()) == {}
        assert CAMERA.encode() not in content


@pytest.mark.parametrize(
    "url",
    ["case-studies/a-year-of-visits.html", "prototypes/ashby-visits.html", "areas/ashby.html"],
)
def test_a_page_says_how_large_its_pictures_are_and_stays_light(site: Path, url: str) -> None:
    page = (site / url).read_text(encoding="utf-8")
    shown = images(page)
    assert shown
    weight = len(page.encode())
    for image in shown:
        file = (site / url).parent / image["src"]
        assert Image.open(io.BytesIO(file.read_bytes())).size == (
            int(image["width"]),
            int(image["height"]),
        )
        assert image["alt"]
        weight += file.stat().st_size
    parts = re.findall(r'(?:href|src)="([^"]+\.(?:css|js|svg))"', page)
    weight += sum(((site / url).parent / part).stat().st_size for part in set(parts))
    weight += sum(file.stat().st_size for file in site.rglob("*.woff2"))
    assert weight < 400_000


def test_the_first_picture_leads_and_the_others_wait(site: Path) -> None:
    page = (site / "prototypes/ashby-visits.html").read_text(encoding="utf-8")
    head, _, rest = page.partition("</header>\n<section")
    lead = [image for image in images(head) if "loading" not in image]
    assert [image["alt"] for image in lead] == ["A kitchen with a map on the wall"]
    assert [(image["alt"], image["loading"]) for image in images(rest)] == [("A table", "lazy")]
    assert (
        "<figcaption>The map, in &lt;May&gt; "
        '<span class="la-picture__credit">Picture: Ashby Council</span></figcaption>' in page
    )
    cards = images((site / "prototypes/index.html").read_text(encoding="utf-8"))
    assert [unhashed(image["src"]) for image in cards] == ["../media/copy.jpg.card.webp"]


def test_a_story_shows_its_pictures_where_they_stand(site: Path) -> None:
    page = (site / "case-studies/a-year-of-visits.html").read_text(encoding="utf-8")
    assert [unhashed(image["src"]) for image in images(page)] == [
        "../media/table.png.webp",
        "../media/bench.jpg.webp",
    ]
    assert "<figcaption>Where it began</figcaption></figure>" in page
    assert "![" not in page


def test_the_data_say_which_picture_it_is(site: Path) -> None:
    records = json.loads((site / "data/records.json").read_text(encoding="utf-8"))["records"]
    (record,) = (one for one in records if one["id"] == "ashby-visits")
    assert record["pictures"][0]["file"] == "media/kitchen.jpg"
    table = (site / "data/csv/pictures.csv").read_text(encoding="utf-8")
    assert "media/kitchen.jpg,A kitchen with a map on the wall" in table


def test_what_a_bundle_holds_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    root, unpacked = site.parent, tmp_path / "out"
    bundle = tmp_path / "b.zip"
    done = run_academy("bundle", "--for", "none", "--to", str(bundle), folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert CAMERA.encode() not in all_bytes(bundle)
    assert run_academy("verify", str(bundle), folder=tmp_path).returncode == 0
    unpack_bundle(bundle, unpacked)
    done = run_academy("build", folder=unpacked / "academy")
    assert done.returncode == 0, done.stdout + done.stderr
    pictures = tree(site / "media")
    assert tree(unpacked / "academy" / "site" / "media") == pictures
    assert tree(unpacked / "site" / "media") == pictures


def test_a_served_site_makes_a_picture_when_it_is_asked_for(site: Path, tmp_path: Path) -> None:
    settings, printed = site.parent / "mkdocs.yml", list[str]()
    live = LiveSite(MkDocsHost(settings), settings, tmp_path, no_progress, printed.append)
    live.rebuild()
    for url, content in tree(site / "media").items():
        assert live.content(f"media/{url}") == content
    assert live.content("media/other.png.webp") is None
    assert live.content("areas/ashby.html")
    assert printed == []


def test_a_changed_picture_is_read_again_and_has_another_name(tmp_path: Path) -> None:
    root = illustrate(copy_small(tmp_path / "academy"))
    cache, project = ReadCache(), AcademyProject(root, "Academy")
    old = prepare(project, memory=cache).site
    before = old.catalogue.media
    assert prepare(project, memory=cache).site.catalogue.media == before
    names = {file.url for file in old.pictures.files()}
    (root / "media" / "table.png").write_bytes(saved(scene(40, 20), "PNG"))
    new = prepare(project, memory=cache).site
    after = new.catalogue.media["media/table.png"].picture
    changed = {unhashed(name) for name in names ^ {file.url for file in new.pictures.files()}}
    assert changed == {"media/table.png.webp"}
    assert after is not None
    assert (after.width, after.height) == (40, 20)


def test_the_terminal_shows_pictures_in_words(site: Path) -> None:
    done = run_academy("show", "ashby-visits", folder=site.parent)
    assert done.returncode == 0, done.stderr
    assert "Picture: A kitchen with a map on the wall (media/kitchen.jpg)" in done.stdout
    assert "- A table (media/table.png.webp)" in unhashed(done.stdout)
