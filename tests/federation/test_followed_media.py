"""Pictures and documents of a followed academy: checked, shown with their origin, and gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.receive import their_state
from tests.federation.neighbours import bundle_of, edit, run, small_academy, write
from tests.media.document_samples import AUTHOR, DOCUMENTS, pdf
from tests.media.samples import CAMERA, private, saved, scene
from tests.media.test_site import unhashed
from tests.random_academies import Host, host
from tests.sites import tree

__all__ = ["host"]  # a fixture

AREA, PAPER = "registry/areas/ashby.yaml", "registry/resources/paper.yaml"
PICTURES = """\
note: |-
  ![A bench](media/bench.jpg "Where (once) it began")
pictures:
  - file: media/kitchen.jpg
    alt: A kitchen
    credit: Ashby Council
"""
OFFER = "title: A paper\ntype: paper\navailability: available\nfile: media/paper.pdf\n"
HERE = "media/~vale-academy"


def illustrate(root: Path) -> Path:
    """Give an academy two pictures, a document, and a file that no record shows."""
    (root / "media").mkdir()
    (root / "media/kitchen.jpg").write_bytes(private(orientation=6))
    (root / "media/bench.jpg").write_bytes(saved(scene(300, 200), "JPEG"))
    (root / "media/paper.pdf").write_bytes(DOCUMENTS["named pdf"]())
    (root / "media/unused.jpg").write_bytes(saved(scene(60, 40), "JPEG"))
    text = (root / AREA).read_text(encoding="utf-8")
    write(root, {AREA: text + PICTURES, PAPER: OFFER})
    return root


@pytest.fixture
def vale(tmp_path: Path) -> Path:
    return illustrate(small_academy(tmp_path / "vale", "Vale Academy"))


def followed(root: Path, other: Path, *words: str) -> str:
    code, printed = run(root, "follow", str(other), *words)
    assert code == 0, printed
    return printed


def refused(root: Path, other: Path) -> str:
    before = tree(root)
    code, printed = run(root, "follow", str(other))
    assert (code, tree(root)) == (1, before), printed
    return printed


def media_of(root: Path) -> set[str]:
    return {path for path in tree(root) if path.startswith("academies/vale-academy/media/")}


def test_what_records_show_comes_without_metadata(home: Path, vale: Path, tmp_path: Path) -> None:
    assert "With 3 pictures and documents." in followed(home, bundle_of(vale, tmp_path / "v.zip"))
    assert media_of(home) == {
        f"academies/vale-academy/media/{name}" for name in ("bench.jpg", "kitchen.jpg", "paper.pdf")
    }
    assert CAMERA.encode() not in (home / "academies/vale-academy/media/kitchen.jpg").read_bytes()
    assert CAMERA.encode() in (vale / "media/kitchen.jpg").read_bytes()
    assert AUTHOR.encode() not in (home / "academies/vale-academy/media/paper.pdf").read_bytes()
    before = tree(home)
    assert "Nothing changes" in followed(home, tmp_path / "v.zip")
    assert tree(home) == before


def test_pages_show_them_with_their_origin_beside_own_files_of_the_same_name(
    home: Path, vale: Path, host: Host, tmp_path: Path
) -> None:
    illustrate(home)
    (home / "media/kitchen.jpg").write_bytes(saved(scene(90, 60), "JPEG"))
    followed(home, vale)
    site = tmp_path / "site"
    assert [finding.as_text() for finding in host.site_of(home, site)] == []
    page = unhashed((site / "areas/vale-academy.ashby.html").read_text(encoding="utf-8"))
    assert f'src="../{HERE}/kitchen.jpg.webp" alt="A kitchen"' in page
    # the same picture is in the site once
    assert 'src="../media/bench.jpg.webp" alt="A bench"' in page
    assert "Where (once) it began" in page
    assert "Picture: Ashby Council, from Vale Academy" in page
    assert "Picture: from Vale Academy" in page
    own = unhashed((site / "areas/ashby.html").read_text(encoding="utf-8"))
    assert 'src="../media/kitchen.jpg.webp" alt="A kitchen"' in own
    assert "Picture: Ashby Council</span>" in own
    paper = (site / "learning/vale-academy.paper.html").read_text(encoding="utf-8")
    assert f'href="../{HERE}/paper.pdf"' in paper
    assert (site / HERE / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_an_export_and_a_bundle_of_one_academy_give_the_same_site(
    home: Path, vale: Path, host: Host, tmp_path: Path
) -> None:
    code, printed = run(vale, "export", "--to", str(tmp_path / "data"))
    assert code == 0, printed
    sites: list[dict[str, bytes]] = []
    for place in (tmp_path / "data", bundle_of(vale, tmp_path / "vale.zip"), vale):
        followed(home, place)
        site = tmp_path / f"site{len(sites)}"
        assert host.site_of(home, site) == ()
        sites.append(tree(site))
        assert run(home, "unfollow", "vale-academy")[0] == 0
    assert sites[0] == sites[1] == sites[2]


def test_unfollow_removes_them(home: Path, vale: Path) -> None:
    before = tree(home)
    followed(home, vale)
    assert run(home, "unfollow", "vale-academy")[0] == 0
    assert tree(home) == before


def test_they_can_be_left_out(home: Path, vale: Path) -> None:
    followed(home, vale, "--without-media")
    assert media_of(home) == set()
    area = examine(home)[0].records["vale-academy/ashby"]
    assert (vars(area)["note"], area.pictures) == ("A bench", ())
    assert "3 pictures and documents are new, changed or gone." in followed(home, vale)


def test_a_changed_picture_alone_is_news(home: Path, vale: Path) -> None:
    followed(home, vale)
    (vale / "media/kitchen.jpg").write_bytes(saved(scene(70, 50), "JPEG"))
    printed = followed(home, vale)
    assert "Brings Vale Academy up to date" in printed
    assert "1 picture or document is new, changed or gone." in printed


def test_too_many_are_refused_in_words(
    home: Path, vale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(their_state, "MAX_MEDIA_BYTES", 1_000)
    printed = refused(home, vale)
    assert "The pictures and documents of Vale Academy are " in printed
    assert "The limit is 1 kB. Nothing was followed." in printed
    assert "add “--without-media”" in printed


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("kitchen.jpg", b"<script>alert(1)</script>", "media/kitchen.jpg"),
        ("paper.pdf", DOCUMENTS["script pdf"](), "media/paper.pdf"),
    ],
)
def test_a_hostile_file_is_refused(
    name: str, content: bytes, words: str, home: Path, vale: Path
) -> None:
    (vale / "media" / name).write_bytes(content)
    printed = refused(home, vale)
    assert words in printed
    assert "The other academy has to correct these errors first." in printed


def test_personal_data_in_a_document_is_refused_whatever_its_academy_approved(
    home: Path, vale: Path
) -> None:
    (vale / "media/paper.pdf").write_bytes(pdf("Call 07700 900123."))
    waiver = (
        "waivers:\n  - file: media/paper.pdf\n    sort: telephone\n    text: 07700 900123\n"
        "    reason: Ours.\n    approved_by: Manager\n    approved_on: 2026-01-01\n"
    )
    write(vale, {"registry/waivers.yaml": waiver})
    printed = refused(home, vale)
    assert f"academies/vale-academy/{PAPER}" in printed
    assert "900123" not in printed


def test_a_joined_record_has_the_pictures_and_the_document_of_each(
    home: Path, vale: Path, host: Host, tmp_path: Path
) -> None:
    write(
        home, {PAPER: OFFER.replace("file: media/paper.pdf\n", "same_as: [vale-academy/paper]\n")}
    )
    followed(home, vale)
    text = (home / AREA).read_text(encoding="utf-8")
    write(home, {AREA: f"{text}same_as: [vale-academy/ashby]\n"})
    site = tmp_path / "site"
    assert [finding.as_text() for finding in host.site_of(home, site)] == []
    page = unhashed((site / "areas/ashby.html").read_text(encoding="utf-8"))
    assert f"{HERE}/kitchen.jpg.webp" in page
    assert "from Vale Academy" in page
    paper = (site / "learning/paper.html").read_text(encoding="utf-8")
    assert f'href="../{HERE}/paper.pdf"' in paper


def test_an_own_text_cannot_show_a_picture_of_another_academy(home: Path, vale: Path) -> None:
    followed(home, vale)
    text = (home / AREA).read_text(encoding="utf-8")
    write(home, {AREA: f"{text}note: '![A kitchen]({HERE}/kitchen.jpg)'\n"})
    code, printed = run(home, "check")
    assert code == 1
    assert "kitchen.jpg" in printed


def test_an_altered_picture_is_said(home: Path, vale: Path) -> None:
    followed(home, vale)
    edit(home, "academies/vale-academy/snapshot.json", '"media/paper.pdf"', '"media/papers.pdf"')
    code, printed = run(home, "check")
    assert code == 1
    assert "media/paper.pdf:1:1: error F150" in printed
