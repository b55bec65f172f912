"""The states of look-ups, and which questions have another answer than at the last build."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.index import AdoptionIndex, group_answer_by
from generator.build.incremental.digests import DIGEST_SIZE, ValueDigester, digest_text
from generator.lookups import key_code, whole_code
from generator.records.catalogue import Catalogue
from generator.site.pages import SiteContent
from generator.site.parts.pictures import PictureLibrary

LAYOUTS = "layouts"
RECORDS = "Catalogue.records"


@dataclass(frozen=True, slots=True)
class LookupState:
    """The digest of a look-up, and of each value by the code of its key; none for no mapping."""

    digest: bytes
    by_code: Mapping[int, bytes]


LookupStates = Mapping[str, LookupState]


def record_digests(states: LookupStates, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the digests of these records in the states of an earlier build."""
    state = states.get(RECORDS)
    digests = (
        (name, state.by_code.get(key_code(RECORDS, name)) if state else None) for name in ids
    )
    return {name: digest for name, digest in digests if digest and len(digest) == DIGEST_SIZE}


def changed_codes(before: LookupStates, now: LookupStates) -> frozenset[int]:
    """Return the codes of all questions that have another answer now."""
    return frozenset(_changed(before, now))


def _changed(before: LookupStates, now: LookupStates) -> Iterator[int]:
    for name, old in before.items():
        new = now.get(name)
        if new is not None and new.digest == old.digest:
            continue
        yield whole_code(name)
        held = new.by_code if new is not None else {}
        for code in old.by_code.keys() | held.keys():
            if old.by_code.get(code) != held.get(code):
                yield code


class LookupDigests:
    """Makes the states of the look-ups of a site. `known` are digests of records that are sure."""

    def __init__(
        self, site: SiteContent, layouts: Mapping[str, str], known: Mapping[str, bytes]
    ) -> None:
        self._owners: dict[str, Any] = {
            SiteContent.__name__: site,
            Catalogue.__name__: site.catalogue,
            AdoptionIndex.__name__: site.index,
            PictureLibrary.__name__: site.pictures,
        }
        self._index = site.index
        self._own = site.catalogue.own
        self._layouts = layouts
        self._digester = ValueDigester(site.catalogue.records.values(), known)

    def states(self, names: Iterable[str]) -> dict[str, LookupState]:
        """Return the states of the look-ups with these names, those that this program has."""
        states = ((name, self.state(name)) for name in sorted(names))
        return {name: state for name, state in states if state is not None}

    def state(self, name: str) -> LookupState | None:
        """Return the state of a look-up; None for one that this program does not have."""
        try:
            value = self._value(name)
        except (AttributeError, KeyError):
            return None
        digest: Callable[[Any], bytes] = self._digester.digest
        if not isinstance(value, Mapping):
            return LookupState(digest(value), {})
        by_code: dict[int, bytes] = {}
        ordered: list[bytes] = []
        for key, held in value.items():
            code, held_digest = key_code(name, key), digest(held)
            # two keys may have the same code; then a change of either counts for both
            by_code[code] = by_code.get(code, b"") + held_digest
            ordered += (repr(key).encode("utf-8", "surrogatepass"), held_digest)
        return LookupState(digest_text(ordered), by_code)

    def _value(self, name: str) -> Any:
        if name == LAYOUTS:
            return self._layouts
        name, _, part = name.partition(" of ")
        owner, dot, attribute = name.partition(".")
        if dot and owner in self._owners:
            return getattr(self._own if part else self._owners[owner], attribute)
        question, _, grouping = name.partition(" by ")
        module, _, function = question.partition(":")
        ask = getattr(sys.modules[module], function)
        return group_answer_by(self._index, ask, grouping) if grouping else ask(self._index)
