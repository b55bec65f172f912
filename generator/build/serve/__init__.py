"""A small server for those who write records: each file is made when a browser asks for it, and
open pages load again when a record has changed.
"""

from __future__ import annotations

from generator.build.serve.live_site import HostFailedError, LiveSite
from generator.build.serve.server import serve_live

__all__ = ["HostFailedError", "LiveSite", "serve_live"]
