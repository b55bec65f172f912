"""Records of two academies that may be one: a person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields.full_names import is_own
from generator.model.record import Record
from generator.records.catalogue import Catalogue, same_records


@dataclass(frozen=True, slots=True)
class SameAsProposal:
    """That the record `own` of this academy may be the record `followed` of another.

    `code` is the official code of both; empty where the other academy says that they are one.
    """

    own: str
    followed: str
    code: str

    def sentence(self, catalogue: Catalogue) -> str:
        """Return what speaks for it and what to write, in words."""
        ours, theirs = (catalogue.statements[name].title for name in (self.own, self.followed))
        academy = catalogue.academy_of(self.followed)
        name = academy.name if academy else self.followed
        if not self.code:
            reason = f"{name} says that its “{theirs}” is “{ours}” here."
        elif ours == theirs:
            reason = f"“{ours}” has the same code here and in {name}: {self.code}."
        else:
            reason = f"“{ours}” here and “{theirs}” in {name} have the same code: {self.code}."
        path, _ = catalogue.written_in[self.own]
        return f"{reason} If they are one, add “same_as: [{self.followed}]” to {path}."


def same_as_proposals(catalogue: Catalogue) -> tuple[SameAsProposal, ...]:
    """Return what may be one and nobody has confirmed, by the ids of the own records.

    A title alone proposes nothing.
    """
    proposals = (*_by_claim(catalogue), *_by_code(catalogue))
    by_pair = {(proposal.own, proposal.followed): proposal for proposal in proposals}
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def _by_claim(catalogue: Catalogue) -> Iterator[SameAsProposal]:
    for claim in same_records(catalogue.statements, catalogue.resolve_statement).unconfirmed:
        yield SameAsProposal(claim.target, claim.record, "")


def _by_code(catalogue: Catalogue) -> Iterator[SameAsProposal]:
    own: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in catalogue.own.records.values():
        if code := _code(record):
            own[record.kind, code].append(record)
    for record in catalogue.records.values():
        code = _code(record)
        if not code or is_own(record.id):
            continue
        for ours in own.get((record.kind, code), ()):
            if len({_scheme(ours), _scheme(record)} - {None}) < 2:
                yield SameAsProposal(ours.id, record.id, code)


def _code(record: Record) -> str:
    return getattr(record, "code", None) or ""


def _scheme(record: Record) -> str | None:
    return getattr(record, "code_scheme", None)
