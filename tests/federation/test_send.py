"""`academy send`: what changed in a copy comes home, and nothing else does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.federation import BASE_FILE, changes_since, read_base
from generator.intake.submission import write_submission_zip
from generator.media.metadata import without_metadata
from tests.federation.copies import add_base, copy_of, records
from tests.federation.neighbours import run, small_academy
from tests.media.samples import saved, scene
from tests.sites import run_academy, tree

ASHBY = "registry/areas/ashby.yaml"
VISITS = "prototypes/ashby-visits.yaml"


@pytest.fixture
def copy(small_project: Path, tmp_path: Path) -> Path:
    """A copy of the small academy, made before anything changed."""
    return copy_of(small_project, tmp_path / "copy")


def change(root: Path, old: str, new: str, path: str = VISITS) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def send(copy: Path) -> str:
    done = run_academy("send", "--to", "changes.zip", folder=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def receive(root: Path, copy: Path, *words: str) -> str:
    done = run_academy("receive", str(copy / "changes.zip"), *words, folder=root)
    return done.stdout + done.stderr


def test_a_copy_that_nobody_changed_sends_nothing(copy: Path) -> None:
    assert send(copy) == (
        "Nothing to send: no record changed since this copy of A small academy was made.\n"
    )
    assert not (copy / "changes.zip").exists()


def test_what_changes_is_named_as_pages_name_it(small_project: Path, tmp_path: Path) -> None:
    vale = small_academy(tmp_path / "vale", "Vale Academy")
    assert run(small_project, "follow", str(vale))[0] == 0
    change(small_project, "title: Ashby", "title: Ashby\nsame_as: [vale-academy/ashby]", ASHBY)
    text = (
        "area: brookvale\npractice: shared-visits\nlearnt_from:\n  - area: vale-academy/ashby\n"
        "status: {}\n"
    )
    adoption = "registry/adoptions/again.yaml"
    (small_project / adoption).write_text(text.format("interested"), encoding="utf-8")
    copy = copy_of(small_project, tmp_path / "copy")
    change(copy, "interested", "intended", adoption)
    send(copy)
    assert "vale-academy/ashby" not in receive(small_project, copy, "--yes")


def test_other_lines_that_say_the_same_are_no_change(copy: Path) -> None:
    change(copy, "stage: live", "# still\nstage:   live")
    assert send(copy).startswith("Nothing to send")


def test_what_changed_on_both_sides_is_kept(small_project: Path, copy: Path) -> None:
    change(copy, "stage: live", "stage: completed")
    change(small_project, "title: Shared visits in Ashby", "title: Shared visits at home in Ashby")
    assert send(copy) == (
        "Changes “Shared visits in Ashby”\n"
        "1 change saved in changes.zip. Send this file to A small academy.\n"
        "To take it in, they run:\n    academy receive changes.zip\n"
    )
    printed = receive(small_project, copy, "--yes")
    assert "1 file written." in printed
    text = (small_project / VISITS).read_text(encoding="utf-8")
    assert "title: Shared visits at home in Ashby" in text
    assert "stage: completed" in text


def test_a_field_that_the_copy_never_had_is_not_lost(small_project: Path, copy: Path) -> None:
    change(copy, "stage: live", "stage: completed")
    change(small_project, "stage: live", "stage: live\npopulation: People over 80 in Ashby")
    send(copy)
    receive(small_project, copy, "--yes")
    text = (small_project / VISITS).read_text(encoding="utf-8")
    assert "population: People over 80 in Ashby" in text
    assert "stage: completed" in text


def test_what_contradicts_is_a_question(small_project: Path, copy: Path) -> None:
    change(copy, "stage: live", "stage: completed")
    change(small_project, "stage: live", "stage: testing")
    send(copy)
    before = tree(small_project)
    printed = receive(small_project, copy, "--yes")
    assert "“Stage” of “Shared visits in Ashby” is different here and in the submission." in printed
    assert tree(small_project) == before


def test_sending_and_receiving_twice_changes_nothing(small_project: Path, copy: Path) -> None:
    change(copy, "stage: live", "stage: completed")
    send(copy)
    first = (copy / "changes.zip").read_bytes()
    receive(small_project, copy, "--yes")
    before = tree(small_project)
    send(copy)
    assert (copy / "changes.zip").read_bytes() == first
    assert "Nothing changes" in receive(small_project, copy, "--yes")
    assert tree(small_project) == before


NEW = "title: Carers' café\nsummary: A drop-in.\nareas: [ashby]\nstage: idea\n"
CAFE = "prototypes/carers-cafe.yaml"


def with_cafe(small_project: Path, tmp_path: Path) -> Path:
    """The small academy with one record more, and a copy of it without that record."""
    (small_project / CAFE).write_text(NEW, encoding="utf-8")
    copy = copy_of(small_project, tmp_path / "later")
    (copy / CAFE).unlink()
    assert "Removes “Carers' café”" in send(copy)
    return copy


def test_a_record_that_was_removed_is_removed_at_home(small_project: Path, tmp_path: Path) -> None:
    copy = with_cafe(small_project, tmp_path)
    looked = receive(small_project, copy)
    assert "Carers' café" in looked
    assert (small_project / CAFE).exists()
    assert "1 file removed." in receive(small_project, copy, "--yes")
    assert records(small_project) == records(copy)
    assert "Nothing changes" in receive(small_project, copy, "--yes")


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_record_that_was_removed_there_and_changed_here_is_a_question(
    side: str, small_project: Path, tmp_path: Path
) -> None:
    copy = with_cafe(small_project, tmp_path)
    change(small_project, "A drop-in.", "A drop-in on Tuesdays.", CAFE)
    printed = receive(small_project, copy, "--yes")
    assert "“Carers' café” is removed in the submission. It was changed here since." in printed
    assert "add “--ours carers-cafe”" in printed
    receive(small_project, copy, "--yes", f"--{side}", "carers-cafe")
    assert (small_project / CAFE).exists() == (side == "ours")


def test_a_removal_that_leaves_a_broken_link_is_refused(small_project: Path, copy: Path) -> None:
    (copy / CAFE).write_text(NEW, encoding="utf-8")
    assert "Adds “Carers' café”" in send(copy)
    receive(small_project, copy, "--yes")
    later = copy_of(small_project, copy.parent / "later")
    (later / CAFE).unlink()
    send(later)
    change(small_project, "stage: live", "stage: live\ncontinues: [carers-cafe]")
    before = tree(small_project)
    assert "There is 1 problem to correct" in receive(small_project, later, "--yes")
    assert tree(small_project) == before


TEAM = "media/team.png"


@pytest.fixture
def pictured(small_project: Path, tmp_path: Path) -> Path:
    """A copy, without metadata as in a bundle, of the small academy with a picture."""
    (small_project / "media").mkdir()
    change(
        small_project, "stage: live", f"stage: live\npictures:\n  - file: {TEAM}\n    alt: A map"
    )
    (small_project / TEAM).write_bytes(with_metadata(scene()))
    copy = tmp_path / "pictured"
    shutil.copytree(small_project, copy)
    (copy / TEAM).write_bytes(without_metadata((copy / TEAM).read_bytes(), 1))
    add_base(copy, "A small academy")
    return copy


def with_metadata(image: Image.Image) -> bytes:
    about = PngInfo()
    about.add_text("Author", "Jane Doe")
    return saved(image, "PNG", pnginfo=about)


def test_a_changed_picture_comes_home(small_project: Path, pictured: Path) -> None:
    assert send(pictured).startswith("Nothing to send")
    (pictured / TEAM).write_bytes(saved(scene(90, 30), "PNG"))
    assert send(pictured).startswith(f"Changes {TEAM}\n1 change saved")
    assert "1 file written." in receive(small_project, pictured, "--yes")
    assert (small_project / TEAM).read_bytes() == (pictured / TEAM).read_bytes()
    assert "Nothing changes" in receive(small_project, pictured, "--yes")


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_picture_that_both_changed_is_a_question(
    side: str, small_project: Path, pictured: Path
) -> None:
    here = saved(scene(20, 80), "PNG")
    (small_project / TEAM).write_bytes(here)
    (pictured / TEAM).write_bytes(saved(scene(90, 30), "PNG"))
    send(pictured)
    printed = receive(small_project, pictured, "--yes")
    assert f"“{TEAM}” was changed here and in the submission. One of them can stay." in printed
    assert f"add “--theirs {TEAM}”" in printed
    assert (small_project / TEAM).read_bytes() == here
    receive(small_project, pictured, "--yes", f"--{side}", TEAM)
    assert ((small_project / TEAM).read_bytes() == here) == (side == "ours")


def test_a_new_picture_takes_no_name_that_is_taken(small_project: Path, pictured: Path) -> None:
    for root, size in ((small_project, (30, 30)), (pictured, (40, 40))):
        (root / "media/new.png").write_bytes(saved(scene(*size), "PNG"))
    send(pictured)
    assert "There is another file called “media/new.png”." in receive(
        small_project, pictured, "--yes"
    )


def test_a_changed_picture_that_is_hostile_is_refused(small_project: Path, pictured: Path) -> None:
    before = tree(small_project)
    (pictured / TEAM).write_bytes(b"<script>")
    changes = changes_since(read_base(pictured), pictured)
    (pictured / "changes.zip").write_bytes(write_submission_zip(changes.submission))
    assert "Nothing was written." in receive(small_project, pictured, "--yes")
    assert tree(small_project) == before


def test_what_cannot_be_sent_is_said(copy: Path) -> None:
    change(copy, "stage: live", "stage: completed")
    vocabulary = copy / "registry" / "vocabulary.yaml"
    vocabulary.write_text("synonyms:\n  car: [van]\n", encoding="utf-8")
    assert send(copy).startswith("registry/vocabulary.yaml changed here and is not sent.")


def test_a_copy_with_errors_sends_nothing(copy: Path) -> None:
    change(copy, "stage: live", "stage: lively")
    done = run_academy("send", "--to", "changes.zip", folder=copy)
    assert done.returncode == 1
    assert "Nothing was saved. Correct these errors first." in done.stderr
    assert not (copy / "changes.zip").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "This academy is not a copy of another: it has no base.json."),
        ("{", "base.json cannot be read: it is damaged. Ask for a new copy of the academy."),
        ("[]", "base.json cannot be read: look at “”"),
        ('{"version": 2}', "base.json"),
    ],
)
def test_a_base_that_cannot_be_used_is_said_in_words(
    text: str | None, words: str, copy: Path
) -> None:
    (copy / BASE_FILE).unlink()
    if text is not None:
        (copy / BASE_FILE).write_text(text, encoding="utf-8")
    done = run_academy("send", "--to", "changes.zip", folder=copy)
    assert done.returncode == 1
    assert words in done.stderr
