"""A bundle is signed with `ssh-keygen`, and a follower holds the academy to its key."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.federation import read_snapshots
from generator.publish.signatures import read_key, sign
from tests.federation.neighbours import VISITS, bundle_of, edit, run
from tests.sites import tree

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")


def make_key(file: Path) -> Path:
    words = ("-q", "-t", "ed25519", "-N", "", "-C", "someone@example.org", "-f", str(file))
    subprocess.run(["ssh-keygen", *words], check=True)
    return file


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path / "key")


def signed(vale: Path, key: Path) -> Path:
    bundle = bundle_of(vale, vale.parent / "vale.zip")
    sign(bundle, key)
    return bundle


def follow(home: Path, bundle: Path, *words: str) -> str:
    code, printed = run(home, "follow", str(bundle), *words)
    assert code == 0, printed
    return printed


def refused(home: Path, bundle: Path, *words: str) -> str:
    """What is printed when a bundle is refused; nothing is written."""
    before = tree(home)
    code, printed = run(home, "follow", str(bundle), *words)
    assert code in (1, 2), printed
    assert tree(home) == before
    return printed


def test_the_key_is_kept_and_holds_for_newer_bundles(home: Path, vale: Path, key: Path) -> None:
    public = f"{key}.pub"
    fingerprint = read_key(public).fingerprint
    assert f"Signed with the key {fingerprint}." in follow(home, signed(vale, key), "--key", public)
    assert read_snapshots(home)[0][0].academy.key == read_key(public).text
    assert "example.org" not in (home / "academies/vale-academy/snapshot.json").read_text()
    edit(vale, VISITS, "stage: live", "stage: completed")
    assert "Brings Vale Academy up to date" in follow(home, signed(vale, key))


def test_the_key_can_be_given_as_its_line(home: Path, vale: Path, key: Path) -> None:
    line = Path(f"{key}.pub").read_text(encoding="utf-8")
    assert "Signed with the key" in follow(home, signed(vale, key), "--key", line)


def test_a_newer_bundle_without_that_signature_is_refused(
    home: Path, vale: Path, key: Path, tmp_path: Path
) -> None:
    follow(home, signed(vale, key), "--key", f"{key}.pub")
    bundle = bundle_of(vale, tmp_path / "vale.zip")
    (tmp_path / "vale.zip.sig").unlink()
    known = f"the key by which you follow Vale Academy, {read_key(f'{key}.pub').fingerprint}"
    assert (
        f"vale.zip is not signed: there is no vale.zip.sig beside it. It must be signed with "
        f"{known}" in refused(home, bundle)
    )
    other = make_key(tmp_path / "other")
    sign(bundle, other)
    assert f"vale.zip is signed, but not with {known}. Ask the academy" in refused(home, bundle)
    assert "You follow Vale Academy by its key" in refused(home, vale)
    assert "you gave another one" in refused(home, bundle, "--key", f"{other}.pub")
    follow(home, bundle, "--key", f"{other}.pub", "--new-key")
    assert "is signed, but not with" in refused(home, signed(vale, key))


def test_a_signature_of_another_file_is_refused_before_the_bundle_is_read(
    home: Path, vale: Path, key: Path, tmp_path: Path
) -> None:
    bundle = signed(vale, key)
    bundle.write_bytes(b"no bundle at all")
    words = "vale.zip.sig is not the signature of vale.zip. The bundle was changed after"
    assert words in refused(home, bundle, "--key", f"{key}.pub")
    assert words in refused(home, bundle)
    (tmp_path / "vale.zip.sig").write_text("no signature", encoding="utf-8")
    assert words in refused(home, bundle)


def test_without_a_key_nobody_says_that_it_is_signed(home: Path, vale: Path, key: Path) -> None:
    printed = follow(home, signed(vale, key))
    assert "Signed, but not checked." in printed
    assert read_snapshots(home)[0][0].academy.key == ""


def test_what_is_no_key_is_said(home: Path, vale: Path, key: Path) -> None:
    bundle = signed(vale, key)
    assert "is no public key" in refused(home, bundle, "--key", "key")
    two = f"ssh-ed25519 {'A' * 68}\nvale ssh-ed25519 {'B' * 68}"
    assert "is no public key" in refused(home, bundle, "--key", two)


def test_the_list_of_a_bundle_names_its_academy(home: Path, vale: Path, tmp_path: Path) -> None:
    bundle = bundle_of(vale, tmp_path / "vale.zip", academy="other-academy")
    assert "says that it is of “other-academy”, and its settings say “vale-academy”." in refused(
        home, bundle
    )


def test_a_key_that_somebody_altered_is_refused(home: Path, vale: Path, key: Path) -> None:
    follow(home, signed(vale, key), "--key", f"{key}.pub")
    edit(home, "academies/vale-academy/snapshot.json", '"key": "ssh-ed25519 ', '"key": "ssh-rsa ')
    code, printed = run(home, "check")
    assert code == 1
    assert "snapshot.json cannot be read: look at “key”." in printed
