"""Build again what a change concerns, and take the rest from the last site.

A build notes what each *unit* of its work asks (see `lookups`). The next build works out the same
look-ups, compares them by key with digests of the last ones, makes only the units that asked for
something that changed, and links the files of all others from the last site.
"""

from __future__ import annotations

from generator.build.incremental.build_cache import BuildCache, CacheFile, KeptBuild
from generator.build.incremental.build_key import content_key, engine_key
from generator.build.incremental.lookup_digests import (
    LAYOUTS,
    LookupDigests,
    LookupStates,
    LookupTracing,
)
from generator.build.incremental.previous_site import PreviousSite, previous_site
from generator.build.incremental.units import MadeUnit, Unit, UnitFiles, run_unit, unpacked

__all__ = [
    "LAYOUTS",
    "BuildCache",
    "CacheFile",
    "KeptBuild",
    "LookupDigests",
    "LookupStates",
    "LookupTracing",
    "MadeUnit",
    "PreviousSite",
    "Unit",
    "UnitFiles",
    "content_key",
    "engine_key",
    "previous_site",
    "run_unit",
    "unpacked",
]
