"""Which requests the server on this machine answers: those that a reader of the site makes.

A page elsewhere can let its own name lead to this machine and then read what is served here (DNS
rebinding). Such a request still names the other host in its Host header.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

METHODS = ("GET", "HEAD")
_LONGEST = 2_000  # characters of a path
# no file of a site has these in its name: some lead out of its folder on Windows
_BARRED = re.compile(r"[\x00-\x1f\x7f\\:]")


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """The answer to a request that is refused."""

    status: HTTPStatus
    message: str


def refusal_of(method: str, target: str, hosts: Sequence[str], bound: str) -> RefusedRequest | None:
    """Return why a request is refused by a server bound to the host `bound`; None if it is not.

    `target` is the address in the request line, `hosts` are the values of its Host headers.
    """
    if method not in METHODS:
        message = f"Only {', '.join(METHODS)} are answered here."
        return RefusedRequest(HTTPStatus.METHOD_NOT_ALLOWED, message)
    if len(hosts) != 1 or not _is_own_host(hosts[0], bound):
        message = "This server answers only under the name of this machine."
        return RefusedRequest(HTTPStatus.FORBIDDEN, message)
    if path_of(target) is None:
        message = "This address cannot be that of a page."
        return RefusedRequest(HTTPStatus.BAD_REQUEST, message)
    return None


def path_of(target: str) -> str | None:
    """Return the decoded path of the address in a request line; None where it cannot be one."""
    try:
        path = unquote_to_bytes(target.partition("?")[0].encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    is_path = path.startswith("/") and len(path) <= _LONGEST and not _BARRED.search(path)
    return path if is_path else None


def _is_own_host(header: str, bound: str) -> bool:
    match = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(:\d*)?", header)
    name = match.group(1).strip("[]").rstrip(".").lower() if match else ""
    if name in ("localhost", bound.lower()):
        return True
    address, bound_address = _address(name), _address(bound)
    everywhere = bound_address is not None and bound_address.is_unspecified
    if address is None:
        return everywhere and name == socket.gethostname().lower()
    # an address is never somebody else's name for this machine
    return address.is_loopback or everywhere


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
