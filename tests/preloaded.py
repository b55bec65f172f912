"""The command `academy` for the scripts of tests, from a process that has loaded it before.

    python -m tests.preloaded SOCKET

Each call is answered by a fork of this process, with the folder, environment and streams of the
caller, `tests/preloaded_caller.py`, one at a time. So a script that runs `academy` four times waits
for Python and the libraries once.
"""

from __future__ import annotations

import gc
import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from click import Context

from generator.build import repeated_build
from generator.build.examine import examine
from generator.build.incremental import engine_key
from generator.cli import main
from generator.cli.commands import COMMANDS, academy

PROJECT = Path(__file__).resolve().parent.parent


@contextmanager
def preloaded_academy() -> Iterator[str]:
    """Give the words with which a script runs `academy`, while the process is there."""
    # the path of a socket is short
    with tempfile.TemporaryDirectory(prefix="academy-") as folder:
        place = os.path.join(folder, "socket")
        with subprocess.Popen(
            [sys.executable, "-m", "tests.preloaded", place], cwd=PROJECT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout
            assert process.stdout.readline() == b"ready\n"
            caller = PROJECT / "tests" / "preloaded_caller.py"
            yield shlex.join((sys.executable, "-I", "-S", str(caller), place))
            process.terminate()


def answer_calls(place: str) -> None:
    """Load the program, and answer calls until the process is ended, each in a fork of it."""
    _load()
    gc.freeze()  # a fork that looks for garbage there would copy it all
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(place)
        here.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            call, _ = here.accept()
            with call:
                size, streams, _, _ = socket.recv_fds(call, 8, 3)
                message = call.recv(int(size, 16), socket.MSG_WAITALL)
                process = os.fork()
                if process == 0:
                    break
                for stream in streams:
                    os.close(stream)
                _, status = os.waitpid(process, 0)
                call.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    words, folder, environment = json.loads(message)
    _run(words, folder, environment, streams)


def _load() -> None:
    """Load every command, and what each looks up once when it reads an academy."""
    for name in COMMANDS:
        academy.get_command(Context(academy), name)
    examine(PROJECT / "tests" / "academy")
    key = engine_key()
    mock.patch.object(repeated_build, "engine_key", return_value=key).start()


def _run(
    words: list[str], folder: str, environment: dict[str, str], streams: Sequence[int]
) -> None:
    """Run the command for its caller, in this process."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # those of this process know no others than its own pipe
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
    sys.argv = ["academy", *words]
    main()


if __name__ == "__main__":
    answer_calls(sys.argv[1])
