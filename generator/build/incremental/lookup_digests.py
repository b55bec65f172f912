"""The states of look-ups, and which questions have another answer than at the last build."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from generator.analysis.index import AdoptionIndex, group_answer_by
from generator.build.incremental.changes import Asked, Changes
from generator.build.incremental.digests import DIGEST_SIZE, ValueDigester, digest_text
from generator.build.incremental.record_digests import RecordDigests
from generator.lookups import RECORDS, Trace, key_code, traced_fields, tracing_lookups, whole_code
from generator.model.kinds import KINDS
from generator.records.catalogue import Catalogue
from generator.site.pages import SiteContent
from generator.site.parts.pictures import PictureLibrary

LAYOUTS = "layouts"


@dataclass(frozen=True, slots=True)
class LookupState:
    """The digest of a look-up, and of each value by the code of its key; none for no mapping.

    `asked` is what was asked to work it out.
    """

    digest: bytes
    by_code: Mapping[int, bytes]
    asked: Asked = field(default_factory=Asked)


LookupStates = Mapping[str, LookupState]
# by the id of a record, what follows from this record alone
_OF_ONE_RECORD = ("Catalogue.references", "Catalogue.mentions", "Catalogue.media_uses")
_NOTHING = LookupState(b"", {})


class LookupTracing:
    """Traces, from its making until `end`, what look-ups ask and which fields are read."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self.traces: Mapping[str, Trace] = self._open.enter_context(tracing_lookups())
        models = {kind.name: (kind.model, tuple(kind.model.model_fields)) for kind in KINDS}
        self._open.enter_context(traced_fields(models))

    def end(self) -> None:
        """Trace no longer; may be called again."""
        self._open.close()


class LookupDigests:
    """Makes the states of the look-ups of a site.

    `traces` says what look-ups asked that are worked out already. `before` are the states of the
    last build; `unchanged` are the ids of records that are known to be as they were then.
    """

    def __init__(
        self,
        site: SiteContent,
        layouts: Mapping[str, str],
        traces: Mapping[str, Trace],
        before: LookupStates,
        unchanged: Iterable[str],
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
        self._traces = traces
        self._before = before
        self._unchanged = frozenset(unchanged)
        self._records = RecordDigests(site.catalogue.records.values())
        self._digester = ValueDigester(self._records.references)
        self.changes = Changes()
        self.states: dict[str, LookupState] = {}
        old = before.get(RECORDS)
        known = old.by_code if old else {}
        digests = self._records.by_code(known, self._unchanged)
        ids = digest_text([name.encode() for name in site.catalogue.records])
        self._keep(RECORDS, LookupState(ids, digests))
        self._records.add_changes(known, digests, self.changes)

    def bring_up_to_date(self, names: Iterable[str]) -> None:
        """Put the states of the look-ups with these names into `states`, and what has changed into
        `changes`; those that this program does not have are left out.
        """
        for name in sorted(names):
            self._bring_up_to_date(name)

    def _bring_up_to_date(self, name: str) -> None:
        if name in self.states:
            return
        old = self._before.get(name)
        if old and name != LAYOUTS:
            # first what it was made from, so that it need not be worked out to see that it is equal
            self.bring_up_to_date(old.asked.lookups)
            if old.asked.lookups and not self.changes.concern(old.asked):
                self.states[name] = old
                return
        state = self._state(name)
        if state is not None:
            self._keep(name, state)
            self.bring_up_to_date(state.asked.lookups)
        elif old:
            self.changes.answers |= {whole_code(name), *old.by_code}

    def _keep(self, name: str, state: LookupState) -> None:
        self.states[name] = state
        old = self._before.get(name, _NOTHING)
        if old.digest == state.digest:
            return
        self.changes.answers.add(whole_code(name))
        if name != RECORDS:
            codes = old.by_code.keys() | state.by_code.keys()
            differ = (code for code in codes if old.by_code.get(code) != state.by_code.get(code))
            self.changes.answers.update(differ)

    def _state(self, name: str) -> LookupState | None:
        try:
            value = self._value(name)
        except (AttributeError, KeyError):
            return None
        trace = self._traces.get(name)
        asked = Asked.from_trace(trace) if trace else Asked()
        digest: Callable[[Any], bytes] = self._digester.digest
        if not isinstance(value, Mapping):
            return LookupState(digest(value), {}, asked)
        by_code: dict[int, bytes] = {}
        ordered: list[bytes] = []
        known = self._digests_of_unchanged(name)
        for key, held in value.items():
            code = key_code(name, key)
            held_digest = known.get(key) or digest(held)
            # two keys may have the same code; then a change of either counts for both
            by_code[code] = by_code.get(code, b"") + held_digest
            ordered += (repr(key).encode("utf-8", "surrogatepass"), held_digest)
        return LookupState(digest_text(ordered), by_code, asked)

    def _digests_of_unchanged(self, name: str) -> dict[str, bytes]:
        """Return the digests of the values that follow from one unchanged record each."""
        old = self._before.get(name)
        if old is None or name not in _OF_ONE_RECORD:
            return {}
        known = ((key, old.by_code.get(key_code(name, key), b"")) for key in self._unchanged)
        return {key: digest for key, digest in known if len(digest) == DIGEST_SIZE}

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
