"""`start.py`: the tests, all of them or those that are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import PROJECT

# start.py as it is, in the environment that is there already
_START = "import sys, start; start.install = lambda _: None; start.PYTHON = sys.executable; "


def start(*words: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"{_START}{before}sys.exit(start.main({list(words)!r}))"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False
    )


def test_tests_that_are_asked_for_run_and_nothing_else() -> None:
    done = start("test", "tests/records/source", "-k", "test_scalars")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert "All checks passed!" not in done.stdout  # ruff


@pytest.mark.parametrize(
    "arguments",
    [
        ["tests/records/source/test_scalars.py"],
        ["tests/records/source", "-k", "test_scalars"],
        ["-k", "test_scalars", "tests/records/source"],
    ],
    ids=" ".join,
)
def test_arguments_for_test_go_to_pytest_as_they_are(arguments: list[str]) -> None:
    done = start("test", *arguments, before="start.run = lambda *command: print(*command[1:]); ")
    assert done.stdout.splitlines() == [" ".join(["-m", "pytest", *arguments])]


def test_a_test_that_does_not_exist_fails_the_command() -> None:
    done = start("test", "tests/records/source/no_such_test.py")
    assert done.returncode == 1
    assert "no_such_test.py" in done.stderr


def test_without_arguments_every_check_runs() -> None:
    before = (
        "start.shutil.which = lambda name: name; start.install_script_tools = lambda npm: 0; "
        "start.run = lambda *command: print(*command[1:]); "
    )
    done = start("test", before=before)
    assert [" ".join(line.split()[:2]) for line in done.stdout.splitlines()] == [
        *("-m ruff", "-m ruff", "-m mypy", "-m pytest", "test --silent")
    ]


def test_without_node_the_command_says_what_it_leaves_out() -> None:
    before = "start.shutil.which = lambda name: None; start.run = lambda *command: 0; "
    done = start("test", before=before)
    assert done.returncode == 0
    assert done.stdout == "Node is not installed, so the site's scripts are not tested.\n"


def test_a_script_that_fails_its_checks_fails_the_command() -> None:
    before = (
        "start.shutil.which = lambda name: name; start.install_script_tools = lambda npm: 0; "
        "start.TESTS = (); "
        "start.run = lambda *command: int(command[:2] == ('npm', 'test')); "
    )
    assert start("test", before=before).returncode == 1


def test_arguments_for_prove_choose_among_the_proofs() -> None:
    done = start("prove", "-k", "bundle", before="start.run = lambda *command: print(*command); ")
    assert done.stdout.rstrip().endswith("-m proof -k bundle")


def test_the_test_command_fails_when_a_tool_is_killed() -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    before = (
        "import subprocess; start.TESTS = (('this',),); start.run = lambda *_: "
        f"subprocess.run([sys.executable, '-c', {kill!r}]).returncode; "
    )
    assert start("test", before=before).returncode == 1


def test_a_folder_that_is_read_only_is_told_where_to_go() -> None:
    code = (
        "import pathlib, start; start.HOME = pathlib.Path('/proc/academy/.venv'); "
        "start.PYTHON = start.HOME / 'python'; start.install(start.RUN)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "The folder .venv cannot be made: No such file or directory: /proc/" in done.stderr
    assert "Copy this folder to a disk that you may write to." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_without_ensurepip_is_told_what_to_install() -> None:
    code = (
        "import importlib.util, pathlib, start; importlib.util.find_spec = lambda _: None; "
        "start.HOME = pathlib.Path('no-such-folder'); start.PYTHON = start.HOME / 'python'; "
        "start.install(start.RUN)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Run: sudo apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
