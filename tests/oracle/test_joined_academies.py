"""The product and the oracle agree on what an academy and one that it follows know together."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.federation import snapshot_files
from generator.model.followed_academy import FollowedAcademy
from tests.oracle.academies import random_academy
from tests.oracle.answers import Oracle
from tests.oracle.comparison import differences
from tests.oracle.joined import joined
from tests.oracle.product import answers_of
from tests.oracle.raw_records import FOLDERS, read_texts

QUICK, ALL = range(8), range(8, 120)
_NEVER_JOINED = ("registry/adoptions", "registry/barriers", "registry/partners")


def two_academies(seed: int) -> tuple[dict[str, str], dict[str, str]]:
    """An academy, and another that grew from it; some of their records are said to be the same."""
    chance = Random(seed)
    own = dict(random_academy(seed)[1])
    theirs = dict(own)
    other_stages = ("idea", "live", "completed")
    for path, text in tuple(theirs.items()):
        folder, _, name = path.rpartition("/")
        if folder == "registry/adoptions" and chance.random() < 0.4:
            del (own if chance.random() < 0.5 else theirs)[path]
        elif folder in FOLDERS and folder not in _NEVER_JOINED and chance.random() < 0.6:
            record = yaml.safe_load(text)
            same_as = [f"other/{name.removesuffix('.yaml')}"]
            own[path] = yaml.safe_dump({**record, "same_as": same_as}, sort_keys=False)
            if "stage" in record and chance.random() < 0.3:
                changed = {**record, "stage": chance.choice(other_stages)}
                theirs[path] = yaml.safe_dump(changed, sort_keys=False)
    return own, theirs


def write_both(root: Path, own: dict[str, str], theirs: dict[str, str]) -> None:
    contents = {path: text.encode() for path, text in theirs.items()}
    snapshot = snapshot_files(
        FollowedAcademy("other", "Other Academy", fingerprint="0" * 64), "GBP", contents
    )
    for path, data in ({path: text.encode() for path, text in own.items()} | snapshot).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def agree(root: Path, seed: int) -> None:
    own, theirs = two_academies(seed)
    write_both(root, own, theirs)
    if faults := errors(examine(root)[1]):
        pytest.skip(f"not an academy that somebody may have: {faults[0].as_text()}")
    oracle = Oracle(joined(read_texts(own), read_texts(theirs), "other"))
    differing = differences(oracle, answers_of(root))
    assert not differing, f"seed {seed}\n" + "\n".join(differing)


@pytest.mark.parametrize("seed", QUICK)
def test_what_is_the_same_counts_once(tmp_path: Path, seed: int) -> None:
    agree(tmp_path, seed)


@pytest.mark.proof
@pytest.mark.parametrize("seed", ALL)
def test_what_is_the_same_counts_once_in_many_academies(tmp_path: Path, seed: int) -> None:
    agree(tmp_path, seed)
