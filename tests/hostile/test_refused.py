"""Dates, numbers, addresses, ids and words refuse every attack, at its line."""

from __future__ import annotations

import pytest

from generator.model.kinds import Kind
from tests.hostile.places import WRITTEN, places
from tests.hostile.refusing import let_through, refusing
from tests.hostile.vectors import attacks, sources

# one of every source, and so of every class of our own; the proofs try all
FEW = tuple(dict.fromkeys(one for source in sources() for one in source.attacks[:1]))


def test_every_field_either_takes_words_or_refuses_them() -> None:
    assert sum(len(refusing(kind)) for kind in WRITTEN) == sum(not one.free for one in places())
    assert {one.question.shape for kind in WRITTEN for one in refusing(kind)} == {
        "choice", "date", "number", "whole", "yes-no", "web", "id", "p-value", "record",
        "picture-file", "document-file",
    }  # fmt: skip


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_some_attacks_in_every_field_that_refuses(kind: Kind) -> None:
    assert list(let_through(kind, FEW)) == []


@pytest.mark.proof
@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_every_attack_in_every_field_that_refuses(kind: Kind) -> None:
    assert list(let_through(kind, attacks())) == []
