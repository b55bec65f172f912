"""`academy bundle`, `verify` and `unpack`, as people use them."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.build.carried_program import program_findings
from generator.engine import library_requirements, wheel_name
from generator.host_mkdocs import build_site_once
from generator.publish.bundle import Content, folder_files, unpack_bundle, write_archive
from generator.publish.bundle.targets import TARGETS, BuildTarget
from generator.publish.bundle.wheels import WheelsError, collect_wheels, locked_wheels
from tests.sites import copy_small, run_academy, tree

LOCK = library_requirements()


def test_a_bundle_holds_all_that_a_person_and_a_builder_need(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    assert names[:4] == ["LICENCE.txt", "READ ME.txt", "START HERE.html", "manifest.json"]
    for wanted in (
        "site/index.html",
        "site/data/graph.json",
        "academy/prototypes/ashby-visits.yaml",
        "academy/registry/areas/ashby.yaml",
        "academy/site_src/about.md",
        "academy/mkdocs.yml",
        "academy/start.py",
        "academy/requirements.txt",
        f"academy/engine/{wheel_name()}",
        "academy/engine/delivered.json",
    ):
        assert wanted in names
    odd = ("__pycache__", ".pyc", "/.git", ".venv", "academy/tests")
    assert [name for name in names if any(one in name for one in odd)] == []


def test_a_bundle_is_sound_unpacks_and_holds_the_site_that_is_built(
    made: Path, tmp_path: Path
) -> None:
    done = run_academy("verify", str(made), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No problems found in" in done.stdout
    done = run_academy("unpack", str(made), "here", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    again = tmp_path / "again"
    build_site_once(tmp_path / "here" / "academy" / "mkdocs.yml", site_dir=again)
    assert tree(again) == tree(tmp_path / "here" / "site")


def test_what_changes_in_an_unpacked_bundle_is_sent_home(made: Path, tmp_path: Path) -> None:
    home = copy_small(tmp_path / "home")
    unpack_bundle(made, tmp_path / "here")
    copy = tmp_path / "here" / "academy"
    assert run_academy("send", "--to", "x.zip", folder=copy).stdout.startswith("Nothing to send")
    visits = "prototypes/ashby-visits.yaml"
    text = (copy / visits).read_text(encoding="utf-8").replace("stage: live", "stage: completed")
    (copy / visits).write_text(text, encoding="utf-8")
    sent = run_academy("send", "--to", "x.zip", folder=copy)
    assert "Send this file to Learning Academy." in sent.stdout
    done = run_academy("receive", str(copy / "x.zip"), "--yes", folder=home)
    assert "1 file written." in done.stdout
    assert (home / visits).read_text(encoding="utf-8") == text


def test_a_base_that_says_something_else_than_the_records_is_refused(
    made: Path, tmp_path: Path
) -> None:
    unpack_bundle(made, tmp_path / "out")
    base = tmp_path / "out" / "academy" / "base.json"
    base.write_text(base.read_text(encoding="utf-8").replace("stage: live", "stage: idea"), "utf-8")
    files: dict[str, Content] = dict(folder_files(tmp_path / "out", "x"))
    again = {
        name.removeprefix("x/"): file for name, file in files.items() if name != "x/manifest.json"
    }
    write_archive(tmp_path / "two.zip", again, date(2020, 1, 31))
    done = run_academy("unpack", "two.zip", "in", folder=tmp_path)
    assert done.returncode == 1
    assert "error B608: base.json does not say what the records of this bundle say." in done.stdout
    assert not (tmp_path / "in").exists()


def test_a_damaged_bundle_is_told_in_plain_words(made: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.zip"
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    for words in (["verify", "damaged.zip"], ["unpack", "damaged.zip", "out"]):
        done = run_academy(*words, folder=tmp_path)
        assert done.returncode == 1
        assert "This bundle was changed or damaged after it was made." in done.stdout
        assert "Ask the person who gave it to you for a new copy." in done.stdout
        assert "Traceback" not in done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.zip"]


def test_a_fault_in_the_records_of_a_bundle_is_found(made: Path, tmp_path: Path) -> None:
    project = tmp_path
    unpack_bundle(made, project / "out")
    bad = project / "out" / "academy" / "prototypes" / "ashby-visits.yaml"
    bad.write_text(bad.read_text(encoding="utf-8") + "stagee: live\n", encoding="utf-8")
    page = project / "out" / "site" / "about.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Text", "07700 900123"), "utf-8")
    files: dict[str, Content] = dict(folder_files(project / "out", "x"))
    again = {
        name.removeprefix("x/"): file for name, file in files.items() if name != "x/manifest.json"
    }
    write_archive(project / "two.zip", again, date(2020, 1, 31))
    done = run_academy("verify", "two.zip", folder=project)
    assert done.returncode == 1
    for code in ("M202", "V509", "V510"):
        assert f"error {code}: " in done.stdout


def test_a_bundle_of_faulty_records_is_not_made(tmp_path: Path) -> None:
    project = copy_small(tmp_path / "small")
    (project / "prototypes" / "bad.yaml").write_text("title: [\n", encoding="utf-8")
    done = run_academy("bundle", "--for", "none", folder=project)
    assert done.returncode == 1
    assert "prototypes/bad.yaml:2:1: error F112" in done.stdout
    assert "No bundle was made." in done.stderr
    assert not (project / "dist").exists() or not list((project / "dist").iterdir())


def test_a_site_is_verified(small_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(small_site, tmp_path / "site")
    done = run_academy("verify", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (site / "about.html").write_text("<script>x</script>", encoding="utf-8")
    done = run_academy("verify", "site", folder=tmp_path)
    assert done.returncode == 1
    assert "about.html:1:1: error V504: This page contains an inline script." in done.stdout
    assert "3 errors in site." in done.stderr


def test_the_site_of_an_unpacked_bundle_is_verified(made: Path, tmp_path: Path) -> None:
    unpack_bundle(made, tmp_path / "here")
    done = run_academy("verify", "here", folder=tmp_path)
    assert "No problems found in here/site." in done.stdout
    (tmp_path / "here" / "site" / "index.html").write_text("changed", encoding="utf-8")
    done = run_academy("verify", "here", folder=tmp_path)
    assert done.returncode == 1
    assert "in here/site." in done.stderr


def test_what_is_no_site_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    done = run_academy("verify", folder=tmp_path)
    assert done.returncode == 2
    assert "is not a site that “academy build” made" in done.stderr


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.label)
def test_a_lock_file_is_read_for_each_machine(target: BuildTarget) -> None:
    wanted = {one.wanted.partition("==")[0] for one in locked_wheels(target, ".0", LOCK)}
    assert {"mkdocs", "mkdocs-material", "pydantic", "networkx", "setuptools"} <= wanted
    assert all(one.hashes for one in locked_wheels(target, ".0", LOCK))
    assert all(";" not in one.line() for one in locked_wheels(target, ".0", LOCK))


def test_conditions_are_read_for_the_machine_that_is_meant() -> None:
    lock = (
        "one==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via x\n"
        "two==2 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
        "three==3 ; python_full_version < '3.11.5' \\\n    --hash=sha256:dd\n"
    )
    by_name = {one.label: one for one in TARGETS}
    windows, linux = by_name["Windows with Python 3.11"], by_name["Linux with Python 3.11"]

    def wanted(target: BuildTarget, patch: str) -> list[str]:
        return [one.wanted for one in locked_wheels(target, patch, lock)]

    assert wanted(windows, ".9") == ["one==1", "two==2"]
    assert wanted(linux, ".9") == ["one==1"]
    assert wanted(linux, ".0") == ["one==1", "three==3"]
    assert next(iter(locked_wheels(linux, ".0", lock))).hashes == {"aa", "bb"}


def test_libraries_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(WheelsError, match=r"These libraries for .* are missing: .*mkdocs==1"):
        collect_wheels(TARGETS[0], LOCK, tmp_path, fetch=False)


HOSTILE = {
    "setup.exe": b"MZ",
    "START HERE.html": b"<script>alert(1)</script>",
    "academy/docs/tool.exe": b"MZ",
    "academy/click.py": b"print('evil')\n",
    "academy/start.py": b"print('evil')\n",
    "academy/requirements.txt": b"evil==1\n",
    "academy/engine/delivered.json": b'{"version": "0", "host": "none", "files": '
    b'{"prototypes/ashby-visits.yaml": {"sha256": "0"}}}',
    "site/glossary.html": b"<!doctype html><script>alert(1)</script>",
    "academy/registry/areas/ashby.yaml": b"title: Ashby\ntype: place\nsummary: NHS 9434765919\n",
}


def sealed(made: Path, file: Path, changed: dict[str, bytes]) -> None:
    """A bundle with some files changed or added, sealed again as whoever means harm would."""
    with zipfile.ZipFile(made) as archive:
        contents: dict[str, Content] = {
            path: archive.read(path) for path in archive.namelist() if path != "manifest.json"
        }
    write_archive(file, {**contents, **changed}, date(2020, 1, 31))


def test_a_copy_can_be_upgraded_like_any_academy(made: Path, tmp_path: Path) -> None:
    unpack_bundle(made, tmp_path / "out")
    academy = tmp_path / "out" / "academy"
    done = run_academy("upgrade", folder=academy)
    assert "This academy is up to date" in done.stdout, done.stderr
    earlier = b"# as an earlier program wrote it\n"
    (academy / "start.py").write_bytes(earlier)
    delivered = academy / "engine" / "delivered.json"
    listed = json.loads(delivered.read_text(encoding="utf-8"))
    listed["files"]["start.py"] = {"sha256": hashlib.sha256(earlier).hexdigest()}
    delivered.write_text(json.dumps(listed), encoding="utf-8")
    done = run_academy("upgrade", "--yes", folder=academy)
    assert "Replace (1 file):\n  start.py\n" in done.stdout
    assert (academy / "start.py").read_bytes() != earlier


def test_a_bundle_that_is_received_is_named_in_a_sentence(made: Path, tmp_path: Path) -> None:
    done = run_academy("receive", str(made), folder=copy_small(tmp_path / "ours"))
    assert done.returncode == 1
    assert "This zip is a copy of a whole academy, not a submission." in done.stdout + done.stderr
    assert "Unpack it with “academy unpack”." in done.stdout + done.stderr


def test_a_bundle_is_small_enough_to_email(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    assert made.stat().st_size < unpacked / 3


def test_what_verify_refuses_is_not_unpacked(made: Path, tmp_path: Path) -> None:
    sealed(made, tmp_path / "sealed.zip", HOSTILE)
    done = run_academy("unpack", "sealed.zip", "here", folder=tmp_path)
    assert done.returncode == 1
    assert "Nothing was unpacked." in done.stderr
    for path in HOSTILE:
        assert path.removeprefix("site/").removeprefix("academy/") in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["sealed.zip"]


def test_a_program_that_is_not_the_release_it_claims_to_be_is_refused(
    made: Path, tmp_path: Path
) -> None:
    wheel = f"academy/engine/{wheel_name()}"
    sealed(made, tmp_path / "sealed.zip", {wheel: b"PK"})
    done = run_academy("verify", "sealed.zip", folder=tmp_path)
    assert done.returncode == 1
    assert f"{wheel}:1:1: error B607: This is not the program that it claims to be." in done.stdout


def zip_of(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip of some files, as a wheel is one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


PARTS = {"generator/starter/files/start.py": b"", "generator/engine/requirements.txt": b""}
METADATA = "learning_academy-0.0.9.dist-info/METADATA"


@pytest.mark.parametrize(
    "wheel",
    [
        b"PK",
        zip_of({}),
        zip_of(PARTS),
        zip_of({**PARTS, METADATA: b"no version"}),
        zip_of({**PARTS, METADATA: b"Version: 0.0.9"}, zipfile.ZIP_DEFLATED),
    ],
    ids=["no zip", "empty", "no metadata", "no version", "compressed"],
)
def test_a_program_that_is_no_wheel_of_ours_is_refused_in_a_sentence(
    tmp_path: Path, wheel: bytes
) -> None:
    academy = tmp_path / "academy"
    (academy / "engine").mkdir(parents=True)
    (academy / "engine" / "learning_academy-0.0.9-py3-none-any.whl").write_bytes(wheel)
    (academy / "start.py").write_bytes(b"print('evil')")
    files = {finding.path for finding in program_findings(academy)}
    assert {"academy/start.py", "academy/requirements.txt"} <= files


def test_verify_looks_at_the_site_that_the_settings_name(small_project: Path) -> None:
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_dir: site", "site_dir: public"), encoding="utf-8")
    done = run_academy("verify", folder=small_project)
    assert done.returncode == 2
    assert "There is no site in public. Run “academy build” first." in done.stderr
    assert run_academy("build", folder=small_project).returncode == 0
    assert run_academy("verify", folder=small_project).stdout == "No problems found in public.\n"
