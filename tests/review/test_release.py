"""`academy release` says what changed, writes one entry, or says in a sentence why it does not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.records.catalogue.releases_folder import read_releases
from tests.sites import copy_small, run_academy, tree

START, NEXT = "2026-01-31", "2026-03-31"
ADDRESSES = "registry/published-addresses.txt"
STATE = "releases/last-release.json"
VISITS = "prototypes/ashby-visits.yaml"


def release(root: Path, day: str, *options: str) -> subprocess.CompletedProcess[str]:
    return run_academy("release", "--date", day, *options, folder=root)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small academy with a web address and its first release. Tests must not change it."""
    root = copy_small(tmp_path_factory.mktemp("released") / "small")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nsite_url: https://academy.example/\n", encoding="utf-8")
    assert release(root, START, "--yes").returncode == 0
    return root


@pytest.fixture
def started(released: Path, tmp_path: Path) -> Path:
    """A copy of the academy with its first release, to change."""
    return shutil.copytree(released, tmp_path / "small")


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def entry(root: Path, day: str = NEXT) -> str:
    """The entry of a day without its comment."""
    lines = (root / "releases" / f"{day}.yaml").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def test_the_first_release_counts_the_records_and_dates_none(small_project: Path) -> None:
    before = tree(small_project / "prototypes")
    done = release(small_project, START, "--yes", "--note", "We have begun.")
    assert done.returncode == 0
    assert entry(small_project, START) == ("date: 2026-01-31\nnote: We have begun.\nrecords: 27")
    assert done.stdout.startswith(
        "Release of 31 January 2026: The academy started with 27 records.\n"
    )
    assert tree(small_project / "prototypes") == before
    assert run_academy("check", folder=small_project).returncode == 0


def test_it_asks_before_it_writes(small_project: Path) -> None:
    before = tree(small_project)
    done = release(small_project, START)
    assert done.stdout.endswith(
        "To record this, run “academy release --yes”.\nNothing was recorded.\n"
    )
    assert tree(small_project) == before


def test_each_sort_of_change_is_recorded_once(started: Path) -> None:
    (started / "prototypes" / "ashby-cafe.yaml").write_text(
        "title: Ashby café\nsummary: A café for carers.\nareas:\n  - ashby\nstage: testing\n"
        "measures:\n  - statement: Twelve carers came\n    outcome: days-at-home\n"
        "    nature: result\n    value: 12\n    unit: people\n"
        "sources:\n  - resource: vale-handbook\n    section: What comes next\n",
        encoding="utf-8",
    )
    change(started, "prototypes/brookvale-visits.yaml", "stage: idea", "stage: proposed")
    change(started, VISITS, "Visit with two people.", "Always visit with two people.")
    assert run_academy("rename", "ashby-visits", "visits-in-ashby", folder=started).returncode == 0
    (started / "case_studies" / "a-year-of-visits.md").unlink()
    change(started, ADDRESSES, "case-studies/a-year-of-visits.html\n", "")
    done = release(started, NEXT, "--yes")
    assert done.returncode == 0, done.stderr + done.stdout
    news = done.stdout.partition("\nDates are")[0]
    assert news.splitlines() == [
        "Release of 31 March 2026: 1 new prototype, 1 new result, 1 new stage, 1 record corrected "
        "or added to, 1 record with a new address and 1 record removed.",
        "",
        "New prototypes (1):",
        "  Ashby café: A café for carers.",
        "",
        "New results (1):",
        "  Twelve carers came (Ashby café).",
        "",
        "New stages (1):",
        "  Evening visits in Brookvale: now “Proposed”, before “Idea”.",
        "",
        "Corrected or added to (1):",
        "  Shared visits in Ashby: lessons.",
        "",
        "Moved to a new address (1):",
        "  Shared visits in Ashby: “ashby-visits” before. Links to it still work.",
        "",
        "Removed (1):",
        "  A year of visits (case study).",
    ]
    assert "added_on: 2026-03-31" in (started / "prototypes/ashby-cafe.yaml").read_text("utf-8")
    changed = (started / "prototypes" / "brookvale-visits.yaml").read_text(encoding="utf-8")
    assert changed.endswith("changed_on: 2026-03-31\n")
    again = release(started, "2026-04-01", "--yes")
    assert again.stdout == (
        "Nothing has changed since the release of 31 March 2026. Nothing was recorded.\n"
    )


def test_a_figure_that_is_corrected_is_the_same_figure(started: Path) -> None:
    text = "measures:\n  - id: ashby-visits-days-at-home\n"
    change(started, VISITS, f"{text}    statement", "measures:\n  - statement")
    change(started, ADDRESSES, "measures/ashby-visits-days-at-home.html\n", "")
    assert release(started, NEXT, "--yes").returncode == 0
    change(started, VISITS, "value: 12\n", "value: 13\n")
    done = release(started, "2026-04-30", "--yes")
    assert "Corrected or added to (1):\n  People spent 12 more days at home: " in done.stdout
    assert "added" not in entry(started, "2026-04-30")
    assert "changed_on: 2026-04-30" in (started / VISITS).read_text(encoding="utf-8")


def test_a_date_typed_by_hand_does_not_count(started: Path) -> None:
    change(started, VISITS, "stage: live\n", "stage: live\nchanged_on: 2026-02-02\n")
    assert release(started, NEXT, "--yes").stdout.startswith("Nothing has changed")


def test_line_ends_and_comments_of_a_record_stay(started: Path) -> None:
    file = started / "prototypes" / "brookvale-visits.yaml"
    text = file.read_text(encoding="utf-8").replace("stage: idea", "# soon\nstage: proposed")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert release(started, NEXT, "--yes").returncode == 0
    added = "changed_on: 2026-03-31\r\n"
    assert file.read_bytes().decode() == text.replace("\n", "\r\n") + added


def test_without_a_web_address_no_addresses_are_kept(small_project: Path) -> None:
    done = release(small_project, START, "--yes")
    assert done.stdout.endswith("does not say where the site is (site_url).\n")
    assert not (small_project / ADDRESSES).exists()


def test_it_keeps_the_addresses_of_all_pages(started: Path) -> None:
    listed = (started / ADDRESSES).read_text(encoding="utf-8")
    assert {"about.html", "prototypes/ashby-visits.html"} <= set(listed.splitlines())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--date", "2026-02-30"), "“2026-02-30” is not a day. Write one like 2026-03-31."),
        (("--date", "2026-01-01"), "1 January 2026 is before the last release, of 31 January"),
        (("--date", "2999-01-01"), "1 January 2999 is still to come. Give today or an earlier"),
        (("--date", START), "There is a release of 31 January 2026 already."),
        (("--date", NEXT, "--note", "x" * 401), "The note cannot be used: The text has 401"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    started: Path, options: tuple[str, ...], words: str
) -> None:
    change(started, "prototypes/brookvale-visits.yaml", "stage: idea", "stage: proposed")
    before = tree(started)
    done = run_academy("release", "--yes", *options, folder=started)
    assert done.returncode == 2
    assert words in done.stderr
    assert tree(started) == before


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (STATE, '\n"ashby"', '\nx"ashby"', f"{STATE}:3:1: error F143: This file is damaged."),
        (STATE, '"kind": "area", ', "", f"{STATE}:3:1: error F143: This file is damaged."),
        (STATE, '"format": 1', '"format": 9', f"{STATE}:1:1: error F143: This file is damaged."),
        ("releases/2026-01-31.yaml", "-31\n", "-30\n", "releases/2026-01-31.yaml:3:7: error F142"),
        ("releases/2026-01-31.yaml", "27\n", "many\n", "releases/2026-01-31.yaml:4:10: error M"),
        (VISITS, "stage: live", "stage: lively", f"{VISITS}:5:8: error M"),
    ],
)
def test_a_damaged_file_is_named_with_its_place(
    started: Path, path: str, old: str, new: str, place: str
) -> None:
    change(started, path, old, new)
    before = tree(started)
    done = release(started, NEXT, "--yes")
    assert done.returncode == 1
    assert place in done.stdout
    assert done.stderr.endswith("Correct 1 error first. Nothing was recorded.\n")
    assert tree(started) == before


def test_a_note_with_personal_data_is_refused(started: Path) -> None:
    change(started, "prototypes/brookvale-visits.yaml", "stage: idea", "stage: proposed")
    before = tree(started)
    done = release(started, NEXT, "--yes", "--note", "Ring 020 7946 0018.")
    assert done.returncode == 1
    assert "releases/2026-03-31.yaml:4:12: error P102" in done.stdout
    assert "7946 0018" not in done.stdout
    assert tree(started) == before


def test_very_many_changes_take_several_files_and_none_is_lost(
    started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.review.release_files.MOST_ENTRIES", 2)
    names = ("one", "two", "three", "four", "five")
    for name in names:
        text = f"title: Place {name}\ntype: town\n"
        (started / "registry" / "areas" / f"place-{name}.yaml").write_text(text, encoding="utf-8")
    done = release(started, NEXT, "--yes", "--note", "Five places.")
    assert done.returncode == 0
    assert "Dates are written into 5 records." in done.stdout
    written = sorted(file.name for file in (started / "releases").glob(f"{NEXT}*"))
    assert written == [f"{NEXT}-2.yaml", f"{NEXT}-3.yaml", f"{NEXT}.yaml"]
    assert run_academy("check", folder=started).returncode == 0
    newest = read_releases(started)[0][0]
    assert newest.note == "Five places."
    assert {entry.title for entry in newest.added} == {f"Place {name}" for name in names}


def test_every_change_is_listed_when_asked_for(
    started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.release._MOST_LINES", 1)
    for name in ("one", "two", "three"):
        text = f"title: Place {name}\ntype: town\n"
        (started / "registry" / "areas" / f"place-{name}.yaml").write_text(text, encoding="utf-8")
    first = release(started, NEXT).stdout
    assert "  And 2 more. “academy release --all” lists them." in first
    whole = release(started, NEXT, "--all").stdout
    assert all(f"Place {name}" in whole for name in ("one", "two", "three"))
    assert "more" not in whole


def test_personal_data_in_what_the_next_release_compares_with_is_refused(started: Path) -> None:
    change(started, STATE, '"title": "', '"title": "Ring 07700 900123. ')
    done = run_academy("check", folder=started)
    assert done.returncode == 1
    assert f"{STATE}:2:" in done.stdout
    assert "07700" not in done.stdout
