"""The last site, as far as it can be used again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.incremental.build_cache import KeptBuild
from generator.build.incremental.changes import Changes
from generator.build.incremental.units import MadeUnit, Unit
from generator.publish import file_stamp, link_file


@dataclass(frozen=True, slots=True)
class PreviousSite:
    """Units of an earlier build, and what has changed since.

    `take_files` puts files of the earlier site into the new one; it returns False, and has then
    done nothing, where one of them is gone or was changed.
    """

    units: Mapping[str, MadeUnit] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    take_files: Callable[[tuple[str, ...]], bool] = lambda _: False

    def take(self, unit: Unit) -> MadeUnit | None:
        """Return a unit as it was made earlier, with its files in place.

        Returns None where it must be made again.
        """
        made = self.units.get(unit.name)
        if made is None or made.inputs != unit.inputs or self.changes.concern(made.asked):
            return None
        return made if self.take_files(made.files) else None


def previous_site(
    kept: KeptBuild | None, changes: Changes, site: Path, stage: Path
) -> PreviousSite:
    """Return what an earlier build made in the folder `site`, for the next site in `stage`."""
    if kept is None:
        return PreviousSite()
    stamps = kept.stamps

    def take_files(urls: tuple[str, ...]) -> bool:
        for number, url in enumerate(urls):
            is_same = url in stamps and file_stamp(site, url) == stamps[url]
            if not is_same or not link_file(site, stage, url):
                # a file with two names must not be written to
                for taken in urls[:number]:
                    (stage / taken).unlink()
                return False
        return True

    return PreviousSite(kept.units, changes, take_files)
