"""Which requests the server on this machine answers: those that a reader of the site makes.

A page elsewhere can let its own name lead to this machine and then read what is served here (DNS
rebinding). Such a request still names the other host in its Host header.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("GET", "HEAD")
_LONGEST = 2_000
# no file of a site has these in its name: some lead out of its folder on Windows
_BARRED = re.compile(r"[\x00-\x1f\x7f\\:]")


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """The answer to a request that is refused: the status line, a sentence, more headers."""

    status: str
    message: str
    headers: tuple[tuple[str, str], ...] = ()


def refusal_of(environ: Mapping[str, Any], bound: str) -> RefusedRequest | None:
    """Return why a WSGI request to a server at the host `bound` is refused; None if it is not."""
    if environ["REQUEST_METHOD"] not in _METHODS:
        allowed = ", ".join(_METHODS)
        return RefusedRequest(
            "405 Method Not Allowed", f"Only {allowed} are answered here.", (("Allow", allowed),)
        )
    if not _is_own_host(environ.get("HTTP_HOST", ""), bound):
        return RefusedRequest(
            "403 Forbidden", "This server answers only under the name of this machine."
        )
    if path_of(environ) is None:
        return RefusedRequest("400 Bad Request", "This address cannot be that of a page.")
    return None


def path_of(environ: Mapping[str, Any]) -> str | None:
    """Return the path that a request asks for; None where none can be meant."""
    try:
        # WSGI gives the bytes of the path as if they were Latin-1
        path: str = environ["PATH_INFO"].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    is_path = path.startswith("/") and len(path) <= _LONGEST and not _BARRED.search(path)
    return path if is_path else None


def _is_own_host(header: str, bound: str) -> bool:
    found = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(:\d*)?", header)
    name = found.group(1).strip("[]").rstrip(".").lower() if found else ""
    if name in ("localhost", bound.lower()):
        return True
    address, place = _address(name), _address(bound)
    everywhere = place is not None and place.is_unspecified
    if address is None:
        return everywhere and name == socket.gethostname().lower()
    # an address is never somebody else's name for this machine
    return address.is_loopback or everywhere


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
