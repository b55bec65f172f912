"""Two copies that both change reach the same records, whoever sends first."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.receive import Choices
from tests.federation.copies import copy_of, is_sound, receive, records, sent_by
from tests.random_academies import add, add_area, change, remove
from tests.sites import copy_small, tree

QUICK, ALL = range(4), range(40)
STEPS = (change, change, add, add_area, remove)


def changed_copy(root: Path, target: Path, chance: Random) -> Path:
    """A copy with some random changes that the checks accept."""
    copy = copy_of(root, target)
    for _ in range(4):
        before = tree(copy)
        chance.choice(STEPS)(copy, chance)
        if not is_sound(copy):
            for path in tree(copy).keys() | before.keys():
                (copy / path).unlink(missing_ok=True)
                if path in before:
                    (copy / path).write_bytes(before[path])
    return copy


def both_ways(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    root = copy_small(tmp_path / "root")
    first = changed_copy(root, tmp_path / "first", chance)
    second = changed_copy(root, tmp_path / "second", chance)
    from_first, from_second = sent_by(first), sent_by(second)
    if from_first is None or from_second is None:
        return
    names = frozenset(
        path.rpartition("/")[2].rpartition(".")[0] for path in {*tree(first), *tree(second)}
    )
    # where both contradict each other, a person takes the side of the first
    in_first = receive(first, from_second, Choices(ours=names))
    in_second = receive(second, from_first, Choices(theirs=names))
    assert (in_first.findings == ()) == (in_second.findings == ()), seed
    if in_first.findings:
        return
    assert records(first) == records(second), seed
    before = tree(first), tree(second)
    receive(first, from_second, Choices(ours=names))
    receive(second, from_first, Choices(theirs=names))
    assert (tree(first), tree(second)) == before, seed


@pytest.mark.parametrize("seed", QUICK)
def test_both_ways_reach_the_same_records(tmp_path: Path, seed: int) -> None:
    both_ways(tmp_path, seed)


@pytest.mark.proof
@pytest.mark.parametrize("seed", ALL)
def test_both_ways_reach_the_same_records_many_times(tmp_path: Path, seed: int) -> None:
    both_ways(tmp_path, seed)
