"""The systems and Python versions for which a bundle can carry libraries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# minor versions of glibc 2 in manylinux tags, newest first
_GLIBC = (28, 27, 26, 24, 17, 12, 5)
_LINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in _GLIBC),
    *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
)


@dataclass(frozen=True, slots=True)
class TargetSystem:
    """An operating system: its name, the wheel platforms that it accepts, and its marker values.

    https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ defines
    platforms, https://packaging.python.org/en/latest/specifications/dependency-specifiers/ markers.
    """

    name: str
    label: str
    platforms: tuple[str, ...]
    markers: tuple[tuple[str, str], ...]


SYSTEMS = (
    TargetSystem(
        "windows",
        "Windows",
        ("win_amd64",),
        (("sys_platform", "win32"), ("os_name", "nt"), ("platform_system", "Windows")),
    ),
    TargetSystem(
        "macos",
        "macOS on Apple silicon",
        tuple(mac_platforms((11, 0), "arm64")),
        (("sys_platform", "darwin"), ("os_name", "posix"), ("platform_system", "Darwin")),
    ),
    TargetSystem(
        "linux",
        "Linux",
        _LINUX,
        (("sys_platform", "linux"), ("os_name", "posix"), ("platform_system", "Linux")),
    ),
)


@dataclass(frozen=True)
class BuildTarget:
    """An operating system with a version of Python, such as Windows with 3.12."""

    system: TargetSystem
    python: str

    @property
    def label(self) -> str:
        """The target in words."""
        return f"{self.system.label} with Python {self.python}"

    @cached_property
    def tags(self) -> frozenset[Tag]:
        """The tags of all wheels that the target accepts."""
        return frozenset(self._tags())

    def _tags(self) -> Iterator[Tag]:
        version = tuple(int(part) for part in self.python.split("."))
        platforms = self.system.platforms
        yield from cpython_tags(version, platforms=platforms)
        yield from compatible_tags(version, "cp" + self.python.replace(".", ""), platforms)


TARGETS = tuple(BuildTarget(system, python) for system in SYSTEMS for python in PYTHONS)
