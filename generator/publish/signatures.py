"""Signatures of bundles, made and checked by `ssh-keygen`, which is a part of OpenSSH.

A signature is a file beside the bundle, with `.sig` at the end of its name. Windows, macOS and most
Linux systems have the program, and many people have a key for it already.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.diagnostics import clip
from generator.model.public_key import PublicKey, parse_key

_TOOL = "ssh-keygen"
# a signature for anything else, such as a commit, is none for a bundle
_NAMESPACE = "academy-bundle"
_SIGNER = "academy"
_MAX_FILE = 20_000  # bytes of a key or a signature


class SignatureError(Exception):
    """Raised for a signature that cannot be made or checked; the message says what to do."""


def read_key(place: str) -> PublicKey:
    """Return the public key in the file `place`, or in the text itself. Raises PublicKeyError."""
    try:
        file = Path(place)
        text = _small_text(file) if file.is_file() else place
    except (OSError, ValueError):
        text = place
    return parse_key(text)


def signature_file(file: Path) -> Path:
    """Return where the signature of a file is."""
    return file.with_name(f"{file.name}.sig")


def sign(file: Path, key: Path) -> Path:
    """Sign a file with a private key, and return the signature's file. Raises SignatureError.

    `ssh-keygen` asks for the passphrase of the key, if it has one.
    """
    signature = signature_file(file)
    signature.unlink(missing_ok=True)
    words = ("-Y", "sign", "-q", "-n", _NAMESPACE, "-f", str(key), str(file.absolute()))
    done = subprocess.run(  # noqa: S603 - no shell, and no word can be an option
        [_tool(), *words], check=False, capture_output=True, text=True
    )
    if done.returncode or not signature.is_file():
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SignatureError(f"The bundle could not be signed with {key}: {clip(reason, 200)}.")
    return signature


def check_is_intact(file: Path) -> None:
    """Raise SignatureError if the signature beside a file is of another file, whoever signed it."""
    words = ("-Y", "check-novalidate", "-n", _NAMESPACE, "-s", str(signature_file(file)))
    if not _accepts(words, file):
        raise SignatureError(
            f"{signature_file(file).name} is not the signature of {file.name}. The bundle was "
            "changed after it was signed, or the two do not belong together. Ask for both again."
        )


def is_signed_by(file: Path, key: PublicKey) -> bool:
    """Return whether the signature beside a file is one of `key`. Raises SignatureError."""
    with tempfile.TemporaryDirectory(prefix="academy-") as scratch:
        allowed = Path(scratch) / "allowed"
        line = f'{_SIGNER} namespaces="{_NAMESPACE}" {key.text}\n'
        allowed.write_text(line, encoding="ascii")
        signature = str(signature_file(file))
        names = ("-f", str(allowed), "-I", _SIGNER, "-n", _NAMESPACE, "-s", signature)
        return _accepts(("-Y", "verify", *names), file)


def _accepts(words: tuple[str, ...], file: Path) -> bool:
    signature = signature_file(file)
    if signature.is_symlink() or not signature.is_file():
        return False
    if signature.stat().st_size > _MAX_FILE:
        return False
    with file.open("rb") as content:
        done = subprocess.run(  # noqa: S603 - no shell, and no word can be an option
            [_tool(), *words], check=False, stdin=content, capture_output=True
        )
    return done.returncode == 0


def _tool() -> str:
    tool = shutil.which(_TOOL)
    if tool is None:
        raise SignatureError(
            f"Signatures need the program {_TOOL}, a part of OpenSSH, and this computer does not "
            "have it. Install OpenSSH, or try on another computer."
        )
    return tool


def _small_text(file: Path) -> str:
    with file.open("rb") as stream:
        return stream.read(_MAX_FILE).decode("utf-8", "replace")
