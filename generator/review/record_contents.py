"""New records in full: every field that they state, under the labels that readers see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds import KIND_OF
from generator.review.changes import ContentLine, RecordContents
from generator.review.phrases import quote
from generator.review.snapshots import Snapshots
from generator.review.value_text import field_texts, stated_fields


def record_contents(snapshots: Snapshots) -> Iterator[RecordContents]:
    """Yield the contents of each record that exists only after."""
    site = snapshots.after
    for record_id, record in site.catalogue.records.items():
        if snapshots.existed_before(record_id):
            continue
        ref = snapshots.record_ref(record_id)
        source = site.catalogue.origins[record_id].source.path
        lines = tuple(
            ContentLine(view.label, texts)
            for view in stated_fields(record)
            if (texts := field_texts(site, record, view))
        )
        heading = f"{KIND_OF[ref.kind].label} {quote(ref.title)} ({source})"
        yield RecordContents(ref, heading, lines)
