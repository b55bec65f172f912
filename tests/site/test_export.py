"""`academy export`: the data files of the site without the site, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import run_academy, tree


def test_it_writes_what_the_site_holds(small_project: Path, small_site: Path) -> None:
    done = run_academy("export", "--to", "out", folder=small_project)
    assert done.returncode == 0, done.stderr
    written = tree(small_project / "out")
    site = tree(small_site / "data")
    del site["index.html"]
    # the site is the academy to read; this file is the academy to follow
    assert written.pop("academy.zip")
    assert written == site
    assert f"{len(written) + 1} files: out" in done.stdout


def test_one_name_writes_its_files_only(small_project: Path) -> None:
    done = run_academy("export", "--only", "graph", folder=small_project)
    assert done.returncode == 0, done.stderr
    assert {Path(one).suffix for one in tree(small_project / "academy-data")} == {
        ".json",
        ".graphml",
    }


def test_it_says_why_there_is_no_calendar(small_project: Path) -> None:
    done = run_academy("export", "--only", "events", folder=small_project)
    assert done.returncode == 0
    assert "There is no calendar" in done.stdout
    assert "no files" in done.stdout


def test_faults_in_records_refuse_it(small_project: Path) -> None:
    (small_project / "prototypes" / "bad.yaml").write_text("title: Bad\nareas: [nowhere]\n")
    done = run_academy("export", "--to", "out", folder=small_project)
    assert done.returncode == 1
    assert "Nothing was saved." in done.stderr
    assert not (small_project / "out").exists()


def test_an_unknown_name_is_refused_with_the_known_ones(small_project: Path) -> None:
    done = run_academy("export", "--only", "excel", folder=small_project)
    assert done.returncode == 2
    assert "'csv'" in done.stderr


def test_again_into_the_same_folder(small_project: Path) -> None:
    for _ in range(2):
        done = run_academy("export", "--to", "out", folder=small_project)
        assert done.returncode == 0, done.stderr


def test_a_record_that_went_does_not_stay_among_the_files(small_project: Path) -> None:
    old = small_project / "out" / "records" / "areas" / "gone.json"
    old.parent.mkdir(parents=True)
    old.write_text("{}")
    done = run_academy("export", "--to", "out", folder=small_project)
    assert done.returncode == 2
    assert "gone.json is not part of this export" in " ".join(done.stderr.split())
    assert list(tree(small_project / "out")) == ["records/areas/gone.json"]


def test_when_one_file_cannot_be_written_the_others_are_as_they_were(small_project: Path) -> None:
    out = small_project / "out"
    (out / "feed.xml").mkdir(parents=True)
    (out / "graph.json").write_text("as it was")
    done = run_academy("export", "--to", "out", folder=small_project)
    assert done.returncode == 1
    assert "Nothing was saved" in done.stderr
    assert tree(out) == {"graph.json": b"as it was"}


@pytest.mark.parametrize("written_date", ["yesterday"])
def test_a_wrong_date_in_the_environment_is_told_plainly(
    small_project: Path, written_date: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written_date)
    for command in ("export", "build"):
        done = run_academy(command, folder=small_project)
        assert done.returncode == 1
        assert "SOURCE_DATE_EPOCH is not a number of seconds: “yesterday”." in done.stderr
