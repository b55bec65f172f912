"""The installed engine itself: its version, licence, libraries and wheel."""

from generator.engine.distribution import (
    NAME,
    checkout_folder,
    is_newer,
    library_requirements,
    licence_text,
    pinned_requirements,
    requirements_of,
    version,
)
from generator.engine.wheel import EngineWheelError, engine_wheel, wheel_name

__all__ = [
    "NAME",
    "EngineWheelError",
    "checkout_folder",
    "engine_wheel",
    "is_newer",
    "library_requirements",
    "licence_text",
    "pinned_requirements",
    "requirements_of",
    "version",
    "wheel_name",
]
