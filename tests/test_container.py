"""The image of the program and the dev container: what they hold, and that their commands work."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.namespaces import in_namespace
from tests.sites import tree
from tests.test_workflows import DEBIAN, Machine, installed, scripts

IMAGE = PROJECT / "generator" / "engine" / "Dockerfile"
DEV = PROJECT / ".devcontainer" / "Dockerfile"
FILES = (IMAGE, DEV)
GUIDE = PROJECT / "docs" / "container.md"
# a machine with nothing to write to but the site's folder and a temporary one
_LOCKED = """
mount -t tmpfs tmpfs /srv
mkdir /srv/academy /srv/out /srv/tmp
mount --bind "$1" /srv/academy
mount --bind "$2" /srv/out
mount -t tmpfs -o mode=1777 tmpfs /srv/tmp
shift 2
for place in $(findmnt -rno TARGET); do
  case "$place" in /srv/out|/srv/tmp|/proc*|/sys*) ;; *) mount -o remount,bind,ro "$place" ;; esac
done 2> /srv/tmp/kept
cd /srv/academy
exec "$@"
"""


def instructions(file: Path) -> Iterator[tuple[str, str]]:
    """The instructions of a Dockerfile, with the rest of each on one line."""
    text = re.sub(r"^#.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip():
            word, _, rest = line.partition(" ")
            yield word, " ".join(rest.split())


def arguments(file: Path, word: str) -> list[str]:
    return [rest for name, rest in instructions(file) if name == word]


def test_every_image_starts_from_one_base_named_by_its_digest() -> None:
    bases = {rest.partition(" ")[0] for file in FILES for rest in arguments(file, "FROM")}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+@sha256:[0-9a-f]{64}", bases.pop())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_the_last_user_is_not_root_and_folders_are_absolute(file: Path) -> None:
    user = arguments(file, "USER")[-1]
    assert user not in ("root", "0")
    assert not user.startswith("0:")
    assert all(folder.startswith("/") for folder in arguments(file, "WORKDIR"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_what_is_installed_is_pinned_and_leaves_no_cache(file: Path) -> None:
    assert arguments(file, "ADD") == []
    for line in arguments(file, "RUN"):
        assert not re.search(r"\b(sudo|curl|wget|upgrade)\b", line)
        for command in line.split("&&"):
            if " install " in command and "pip" in command:
                assert "--no-cache-dir" in command
                assert "--require-hashes" in command or "--no-index" in command
            if "apt-get install" in command:
                assert {"-y", "--no-install-recommends"} <= set(command.split())
                assert "rm -rf /var/lib/apt/lists/*" in line


def test_an_image_copies_only_what_is_there_and_starts_the_program() -> None:
    stages = {rest.partition(" AS ")[2] for rest in arguments(IMAGE, "FROM")}
    for line in arguments(IMAGE, "COPY"):
        *sources, _ = line.split()
        if sources[0].startswith("--from="):
            assert sources[0].removeprefix("--from=") in stages
        else:
            assert all((PROJECT / source).exists() for source in sources)
    assert json.loads(arguments(IMAGE, "ENTRYPOINT")[0]) == ["academy"]
    assert json.loads(arguments(IMAGE, "CMD")[0]) == ["check"]


def test_the_dev_container_has_what_the_tests_need_on_debian(tmp_path: Path) -> None:
    _, called, _ = Machine(tmp_path).run(DEBIAN, (), uid=0)
    words = arguments(DEV, "RUN")[0].split("apt-get install")[1].partition("&&")[0].split()
    assert {word for word in words if not word.startswith("-")} == installed(called)


def test_the_dev_container_is_made_as_its_file_says() -> None:
    settings = json.loads((DEV.parent / "devcontainer.json").read_text(encoding="utf-8"))
    assert (DEV.parent / settings["build"]["dockerfile"]) == DEV
    assert settings["remoteUser"] == arguments(DEV, "USER")[-1]
    *start, test = settings["updateContentCommand"]
    assert start == ["python", "start.py", "test"]
    assert (PROJECT / test).is_file()


def documented() -> list[list[str]]:
    """The words of each “docker run” of the guide that run in the image."""
    lines = re.findall(r"^docker run .*", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    return [shlex.split(line.partition(" learning-academy ")[2]) for line in lines]


def test_every_container_of_the_guide_has_no_rights() -> None:
    lines = re.findall(r"^docker run .*", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert lines
    for line in lines:
        for option in ("--rm", "--read-only", "--tmpfs /tmp", "--cap-drop ALL"):
            assert option in line
        assert "--security-opt no-new-privileges" in line
        assert "/academy:ro" in line or "/out:ro" in line


def test_the_workflow_runs_what_the_guide_says() -> None:
    run = "\n".join(scripts("systems.yml"))
    for words in documented():
        assert f"learning-academy {shlex.join(words)}" in run


def without_rights() -> list[str]:
    """The words that start a command as nobody; as somebody without rights if that is refused."""
    nobody = ["setpriv", "--reuid=65532", "--regid=65532", "--clear-groups", "--bounding-set=-all"]
    tried = subprocess.run([*nobody, sys.executable, "-c", ""], capture_output=True, check=False)
    if tried.returncode == 0:
        return [*nobody, "--no-new-privs"]
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"]


def test_the_commands_of_the_guide_work_where_nothing_else_can_be_written(
    small_project: Path, small_site: Path, tmp_path: Path
) -> None:
    public = tmp_path / "public"
    public.mkdir()
    public.chmod(0o777)
    clean = ["env", "-i", f"PATH={os.environ['PATH']}", f"PYTHONPATH={PROJECT}", "TMPDIR=/srv/tmp"]

    def in_container(*command: str) -> subprocess.CompletedProcess[str]:
        machine = [*in_namespace("--mount"), "sh", "-c", _LOCKED, "sh"]
        return subprocess.run(
            [*machine, str(small_project), str(public), *clean, *without_rights(), *command],
            capture_output=True,
            text=True,
            check=False,
        )

    for place in ("/srv/academy/x", "/srv/x", str(tmp_path / "x")):
        assert in_container("touch", place).returncode != 0
    for words in documented():
        if words[0] != "serve":
            inside = [word.replace("/out", "/srv/out") for word in words]
            done = in_container(sys.executable, "-m", "generator", *inside)
            assert (done.returncode, done.stderr) == (0, ""), words
    assert tree(public / "site") == tree(small_site)
