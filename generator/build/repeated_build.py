"""A build that remembers the last one: what it takes from there, what it keeps for the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.incremental import (
    BuildCache,
    CacheFile,
    KeptBuild,
    LookupDigests,
    LookupTracing,
    content_key,
    engine_key,
    previous_site,
)
from generator.build.progress import Progress, no_progress
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import SiteFiles, write_site_files
from generator.publish import file_stamps
from generator.records.catalogue import ReadCache
from generator.site.find import StaticPage
from generator.site.pages import SiteContent

_USUAL_SITE = "site"


def kept_reads(root: Path) -> ReadCache:
    """Return what the last build of the academy at `root` into its usual folder read."""
    return CacheFile(root, root / _USUAL_SITE, engine_key()).load().reads


class RepeatedBuild:
    """A build of the academy at `root` into `stage`, from where it replaces the last `site`."""

    def __init__(self, root: Path, site: Path, stage: Path) -> None:
        self._file = CacheFile(root, site, engine_key())
        self._cache = self._file.load()
        self._site, self._stage = site, stage
        self._made: KeptBuild | None = None
        self._tracing = LookupTracing()

    @property
    def reads(self) -> ReadCache:
        """What was read of files that may not have changed since the last build."""
        return self._cache.reads

    def write_files(
        self, builder: SiteBuilder, written: Iterable[StaticPage], progress: Progress = no_progress
    ) -> SiteFiles:
        """Write every file of the site but those of the host, as `write_site_files` does."""
        site, layouts = builder.prepared.site, builder.layouts
        content = content_key(builder.prepared)
        # a site with another key is of no use
        kept = (
            self._cache.build
            if self._cache.build and self._cache.build.content == content
            else None
        )
        before = kept.states if kept else {}
        digests = LookupDigests(site, layouts, self._tracing.traces, before, self._unchanged(site))
        digests.bring_up_to_date(before)
        previous = previous_site(kept, digests.changes, self._site, self._stage)
        made = write_site_files(builder, written, progress, previous)
        digests.bring_up_to_date(made.lookups)
        stamps = file_stamps(self._stage, (report.url for report in made.reports))
        self._made = KeptBuild(content, digests.states, made.units, stamps)
        return made

    def end(self) -> None:
        """End the build, however it went."""
        self._tracing.end()

    def _unchanged(self, site: SiteContent) -> Iterator[str]:
        """Yield the records whose files were not read again.

        Where academies are followed, a record may have been one with another until now.
        """
        catalogue = site.catalogue
        if catalogue.academies:
            return
        for record_id, (path, _) in catalogue.written_in.items():
            if path in self.reads.reused:
                yield record_id

    def keep(self) -> None:
        """Keep what the next build needs, once the site is published."""
        self._file.save(BuildCache(self.reads, self._made))
