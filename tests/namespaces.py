"""Commands that run with a disk or a network of their own, in a Linux namespace."""

from __future__ import annotations

import os
import subprocess

import pytest

_REMEDY = "Run: sudo sysctl --write kernel.apparmor_restrict_unprivileged_userns=0"


def in_namespace(kind: str) -> list[str]:
    """Return the words that start a command in a namespace of `kind`: `--mount` or `--net`.

    Without root, the user becomes root in a user namespace. Where the machine forbids that, as
    Ubuntu does by default, the test is skipped; in continuous integration it fails.
    """
    words = ["unshare", *([] if os.geteuid() == 0 else ["--map-root-user"]), kind]
    tried = subprocess.run([*words, "true"], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"This machine allows no namespaces: {tried.stderr.strip()}. {_REMEDY}")
    return words
