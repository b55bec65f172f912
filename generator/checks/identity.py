"""Checks of ids, aliases and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import Measure
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue


def ids_are_unique(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Each id belongs to one record only, whatever its kind.

    Records refer to each other by id. If two records had the same id, nobody could tell which one
    is meant.
    """
    for duplicate, origin in catalogue.duplicates:
        first, _ = catalogue.place(duplicate.id)
        kind = KIND_OF[catalogue.records[duplicate.id].kind].with_article
        taken = RECORD_REFUSALS["name_taken"]
        message, hint = taken.words(text=duplicate.id, kind=kind, place=first)
        if origin.inside:
            hint = RECORD_REFUSALS["id_taken"].hint
        yield CheckFinding(duplicate.id, (), message, hint, origin)


def earlier_ids_are_free(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An earlier id (in `aliases`) is not in use as an id or earlier id of another record."""
    claimed: dict[str, str] = {}
    for record in catalogue.records.values():
        for number, alias in enumerate(record.aliases):
            holder = alias if alias in catalogue.records else claimed.setdefault(alias, record.id)
            if holder != record.id or alias == record.id:
                words = RECORD_REFUSALS["alias_taken"].words(text=alias, holder=holder)
                yield CheckFinding(record.id, ("aliases", number), *words)


def titles_are_plain(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A title is short and plain: no Markdown, no HTML and at most 120 characters."""
    for record in catalogue.records.values():
        if isinstance(record, Measure) or "title" not in record.model_fields_set:
            continue
        if _MARKUP.search(record.title):
            hint = "Delete signs such as “**”, “#” or “<b>”. Readers would see them."
            yield CheckFinding(record.id, ("title",), "The title contains formatting.", hint)
        elif len(record.title) > MAX_TITLE_LENGTH:
            message = f"The title has {len(record.title)} characters."
            hint = f"Use at most {MAX_TITLE_LENGTH}. Put more detail in the summary."
            yield CheckFinding(record.id, ("title",), message, hint)


MAX_TITLE_LENGTH = 120
_MARKUP = re.compile(r"\*\*|__|^#+ |</?[a-zA-Z]|\[\[|\]\(|`")

CHECKS = (
    error("C301", ids_are_unique),
    error("C302", earlier_ids_are_free),
    warning("C317", titles_are_plain),
)
