"""Make the files of a release of the engine: its wheel, its sdist and the list of its libraries.

    python .ci/package.py check v1.2.3    says why the tag v1.2.3 may not be released, if so
    python .ci/package.py make release    builds the files in the folder “release”, each twice

`check` needs nothing but Python and git. `make` needs what “python start.py test” installs. Nothing
is sent anywhere: .github/workflows/release.yml does that, and docs/engine-releases.md says how.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path.cwd()
LIBRARIES = "generator/engine/requirements.txt"


def main(words: list[str]) -> int:
    """Do what the words after `.ci/package.py` ask for; the exit code."""
    match words:
        case ["check", tag]:
            faults = list(tag_faults(tag))
        case ["make", folder]:
            faults = make(ROOT / folder)
        case _:
            faults = ["Say “check TAG” or “make FOLDER”."]
    for fault in faults:
        print(f"Error: {fault}", file=sys.stderr)
    return int(bool(faults))


def tag_faults(tag: str) -> Iterator[str]:
    """Yield why the commit that is checked out may not be released under a tag."""
    version = str(project()["version"])
    if tag != f"v{version}":
        yield f"The tag is “{tag}”, but this is version {version}. The tag must be v{version}."
    if not release_notes(version):
        yield f"CHANGELOG.md has no heading “## {version}, ” with a date, as in 31 March 2027."
    address = f"{os.environ.get('GITHUB_SERVER_URL')}/{os.environ.get('GITHUB_REPOSITORY')}"
    if "GITHUB_REPOSITORY" in os.environ and address not in project().get("urls", {}).values():
        yield f'The table [project.urls] of pyproject.toml needs this line: Source = "{address}"'
    merged = ("git", "merge-base", "--is-ancestor", "HEAD", "origin/main")
    if subprocess.run(merged, cwd=ROOT, capture_output=True, check=False).returncode:
        yield "This commit is not on the branch main. Merge it first."


def project() -> dict[str, Any]:
    """What pyproject.toml says of the engine."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    about: dict[str, Any] = tomllib.loads(text)["project"]
    return about


def release_notes(version: str) -> str:
    """The part of CHANGELOG.md about a version that is released; empty if there is none."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## {re.escape(version)}, \d\d? [A-Z][a-z]+ \d{{4}}\n"
    found = re.search(heading + r"(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() + "\n" if found else ""


def make(folder: Path) -> list[str]:
    """Write the files of a release into a new folder; what went wrong."""
    packages = folder / "packages"
    packages.mkdir(parents=True)
    version = project()["version"]
    with tempfile.TemporaryDirectory() as scratch:
        # once straight from the sources, and once with the wheel from the sdist
        first = built(Path(scratch, "first"), "--sdist", "--wheel")
        again = built(Path(scratch, "elsewhere", "again"))
    if first != again:
        return ["Two builds of the same sources differ. No file was written."]
    for name, content in first.items():
        (packages / name).write_bytes(content)
    list_libraries(folder / f"learning_academy-{version}.cdx.json")
    (folder / "notes.md").write_text(release_notes(str(version)), encoding="utf-8")
    return []


def built(folder: Path, *kinds: str) -> dict[str, bytes]:
    """Build a clean checkout of the last commit in `folder`; the files of the package."""
    folder.mkdir(parents=True)
    with tempfile.TemporaryFile() as packed:
        subprocess.run(("git", "archive", "HEAD"), cwd=ROOT, stdout=packed, check=True)
        packed.seek(0)
        with tarfile.open(fileobj=packed) as archive:
            archive.extractall(folder, filter="data")
    moment = run("git", "log", "-1", "--format=%ct").strip()
    build = ("uv", "build", "--quiet", "--offline", "--no-build-isolation", "--no-create-gitignore")
    python = ("--python", sys.executable, "--out-dir", "dist")
    run(sys.executable, "-m", *build, *kinds, *python, folder=folder, SOURCE_DATE_EPOCH=moment)
    return {file.name: file.read_bytes() for file in sorted((folder / "dist").iterdir())}


def list_libraries(file: Path) -> None:
    """Write every library of the engine, with its hashes, in the format CycloneDX."""
    options = ("--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON")
    run(
        *(sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", LIBRARIES),
        *(*options, "--output-file", str(file)),
    )


def run(*command: str, folder: Path = ROOT, **extra: str) -> str:
    """Run a command; what it printed. Raises CalledProcessError if it fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **extra},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
