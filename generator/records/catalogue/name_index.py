"""Find the records that people can mean by a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from generator.model.record import Record

ANY_KIND = "*"
_SEPARATOR = re.compile(r"[,;/&\n]| and ")
# Fields with further names of a record.
_OTHER_NAMES = ("short_name", "also_known_as")


def fold_name(text: str) -> str:
    """Return a name for comparison: lower case and single spaces."""
    return " ".join(text.split()).casefold()


def other_names(record: Record) -> tuple[str, ...]:
    """Return the names that people use for a record beside its title."""
    values = (getattr(record, field, None) or () for field in _OTHER_NAMES)
    return tuple(
        name for value in values for name in ((value,) if isinstance(value, str) else value)
    )


class NameIndex:
    """Records by name. A title counts before a further name, such as a short name."""

    def __init__(self) -> None:
        self._titled: dict[str, dict[str, str]] = defaultdict(dict)  # name → id → kind
        self._also_named: dict[str, dict[str, str]] = defaultdict(dict)

    def add(
        self, record_id: str, kind: str, titles: Collection[str], also: Collection[str] = ()
    ) -> None:
        """Add a record with its titles and its further names."""
        for title in titles:
            self._titled[fold_name(title)][record_id] = kind
        for name in also:
            self._also_named[fold_name(name)][record_id] = kind

    def ids(self, name: str, kinds: Collection[str] = (ANY_KIND,)) -> tuple[str, ...]:
        """Return the ids of the records that `name` can mean; of these kinds."""
        folded = fold_name(name)
        for index in (self._titled, self._also_named):
            meant = index.get(folded, {})
            fitting = (i for i, kind in meant.items() if ANY_KIND in kinds or kind in kinds)
            if ids := tuple(sorted(fitting)):
                return ids
        return ()

    def split(self, names: str, kinds: Collection[str] = (ANY_KIND,)) -> tuple[str, ...]:
        """Return the single names in a text that names several records: “Ashby, Brookvale”.

        Empty for any other text.
        """
        parts = [part.strip() for part in _SEPARATOR.split(names)]
        several = len(parts) > 1 and all(self.ids(part, kinds) for part in parts)
        return tuple(parts) if several else ()
