"""A small server for those who write records: each file is made when a browser asks for it, and
open pages load again when a record has changed.
"""

from __future__ import annotations

from generator.build.on_demand import OnDemandSite
from generator.build.serve.live_site import Host, HostFailedError, LiveSite
from generator.build.serve.requests import refusal_of
from generator.build.serve.server import serve_live

__all__ = ["Host", "HostFailedError", "LiveSite", "OnDemandSite", "refusal_of", "serve_live"]
