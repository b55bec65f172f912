"""The public key with which an academy signs its bundles."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from generator.diagnostics import clip

_KEY = re.compile(
    r"((?:sk-)?(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521))(?:@openssh\.com)?)"
    r" +([A-Za-z0-9+/]{40,4000}={0,2})(?:\s.*)?",
    re.DOTALL,
)


class PublicKeyError(ValueError):
    """Raised for a text that is no public key; the message says what to give."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half of a key: its type and its bytes in Base64, without whose it is."""

    type: str
    data: str

    @property
    def text(self) -> str:
        """The key on a line, as OpenSSH writes it, without a comment."""
        return f"{self.type} {self.data}"

    @property
    def fingerprint(self) -> str:
        """The fingerprint as OpenSSH shows it: “SHA256:…”."""
        digest = hashlib.sha256(base64.b64decode(self.data)).digest()
        return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def parse_key(text: str) -> PublicKey:
    """Return the public key on a line. Raises PublicKeyError."""
    match = _KEY.fullmatch(text.strip())
    if match is None or len(text.strip().splitlines()) != 1 or not _is_of_type(match[1], match[2]):
        raise PublicKeyError(
            f"“{clip(text)}” is no public key. Give the file that ends in .pub, or its line, which "
            "begins with “ssh-ed25519”."
        )
    return PublicKey(match[1], match[2])


def _is_of_type(kind: str, data: str) -> bool:
    """Return whether the bytes of a key begin with its type, as those of every key do."""
    try:
        whole = base64.b64decode(data, validate=True)
    except ValueError:
        return False
    return whole.startswith(len(kind).to_bytes(4, "big") + kind.encode())
