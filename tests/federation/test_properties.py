"""What holds for any academies that follow each other: order, repetition, and no trace left."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.examine import examine
from generator.cli.file_writes import write_all
from generator.diagnostics import errors
from generator.federation import read_snapshots
from generator.publish.bundle import BundleError
from generator.receive import (
    FollowError,
    TheirAcademy,
    open_their_academy,
    plan_follow,
    plan_unfollow,
)
from generator.records.catalogue import ReadCache
from tests.examples import examples
from tests.federation.neighbours import bundle_of, small_academy, write
from tests.media.samples import saved, scene
from tests.random_academies import Host, add, add_area, change, host, remove
from tests.sites import tree

__all__ = ["host"]  # a fixture

SEEDS = st.integers(0, 10**9)
STEPS = (change, change, add, add_area, remove)
NAMES = ("Home Academy", "Vale Academy", "Third Academy")
SAME = ("registry/areas/ashby", "registry/practices/shared-visits", "prototypes/ashby-visits")


def grown(root: Path, name: str, chance: Random) -> Path:
    """The small academy after some changes that the checks accept.

    It says of some records that they are the same as those of other academies.
    """
    small_academy(root, name)
    show_picture(root, chance)
    reads = ReadCache()
    for _ in range(3):
        before = tree(root)
        chance.choice(STEPS)(root, chance)
        keep_if_sound(root, before, reads)
    for path in SAME:
        others = chance.sample(["home", "vale", "third"], chance.randint(0, 2))
        file = root / f"{path}.yaml"
        if others and file.exists():
            before = tree(root)
            names = ", ".join(f"{other}-academy/{file.stem}" for other in others)
            text = file.read_text(encoding="utf-8")
            write(root, {f"{path}.yaml": f"{text}same_as: [{names}]\n"})
            keep_if_sound(root, before, reads)
    return root


def show_picture(root: Path, chance: Random) -> None:
    """Let an area show a picture under a name that the other academies have too; or not."""
    size = chance.choice([(0, 0), (40, 30), (30, 40)])
    if all(size):
        (root / "media").mkdir()
        (root / "media/map.png").write_bytes(saved(scene(*size), "PNG"))
        text = (root / "registry/areas/ashby.yaml").read_text(encoding="utf-8")
        shown = "pictures:\n  - file: media/map.png\n    alt: A map\n"
        write(root, {"registry/areas/ashby.yaml": text + shown})


def keep_if_sound(root: Path, before: dict[str, bytes], reads: ReadCache) -> None:
    if errors(examine(root, memory=reads)[1]):
        for path in tree(root).keys() | before.keys():
            (root / path).unlink(missing_ok=True)
            if path in before:
                (root / path).write_bytes(before[path])


def follow(root: Path, other: Path) -> bool:
    """Follow an academy; whether it could be."""
    try:
        plan = plan_follow(root, TheirAcademy(other))
    except FollowError:
        return False
    write_all(root, plan.files)
    return True


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An academy that follows another; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("followed")
    home, vale = (small_academy(folder / name, name) for name in NAMES[:2])
    follow(home, vale)
    return home, vale


def three(folder: str, seed: int) -> tuple[Path, Path, Path]:
    chance = Random(seed)
    home, vale, third = (grown(Path(folder, name), name, chance) for name in NAMES)
    return home, vale, third


def two_orders(folder: str, seed: int) -> tuple[Path, Path] | None:
    """An academy that followed two others, in either order; None where one of them is refused."""
    home, vale, third = three(folder, seed)
    again = grown(Path(folder, "again"), NAMES[0], Random(seed))
    orders: Iterable[tuple[Path, tuple[Path, Path]]] = (
        (home, (vale, third)), (again, (third, vale))
    )  # fmt: skip
    followed = [follow(root, other) for root, order in orders for other in order]
    # only what a new snapshot can have to do with was checked, and nothing else is wrong
    assert [errors(examine(root)[1]) for root in (home, again)] == [(), ()]
    return (home, again) if all(followed) else None


@examples(16, quick=2)
@given(SEEDS)
def test_the_order_makes_no_difference(seed: int) -> None:
    with TemporaryDirectory() as folder:
        both = two_orders(folder, seed)
        if both is not None:
            assert tree(both[0]) == tree(both[1])
            first, second = (examine(root)[0] for root in both)
            assert first.records == second.records
            assert first.joined == second.joined


@examples(4)
@given(SEEDS)
def test_the_order_makes_no_difference_to_a_byte_of_the_site(host: Host, seed: int) -> None:
    with TemporaryDirectory() as folder:
        both = two_orders(folder, seed)
        if both is not None:
            for number, root in enumerate(both):
                host.write_site(root, Path(folder, f"site{number}"))
            assert tree(Path(folder, "site0")) == tree(Path(folder, "site1"))


@examples(16, quick=2)
@given(SEEDS)
def test_following_twice_changes_nothing_and_unfollowing_leaves_nothing(seed: int) -> None:
    with TemporaryDirectory() as folder:
        home, vale, _ = three(folder, seed)
        before, records = tree(home), examine(home)[0].records
        if not follow(home, vale):
            assert tree(home) == before
            return
        after = tree(home)
        assert {path: data for path, data in after.items() if path in before} == before
        assert examine(home)[0].own.records == records
        plan = plan_follow(home, TheirAcademy(vale))
        assert not plan.files
        assert plan.words[0].startswith("Nothing changes")
        write_all(home, plan_unfollow(home, "vale-academy").files)
        assert tree(home) == before
        assert examine(home)[0].records == records


@examples(40)
@given(st.data())
def test_an_altered_snapshot_is_refused_or_is_as_it_was(
    followed: tuple[Path, Path], data: st.DataObject
) -> None:
    home, _ = followed
    sound = examine(home)[0].records
    files = sorted(path for path in tree(home) if path.startswith("academies/"))
    file = home / data.draw(st.sampled_from(files))
    before = file.read_bytes()
    place = data.draw(st.integers(0, max(len(before) - 1, 0)))
    try:
        file.write_bytes(before[:place] + data.draw(st.binary(max_size=40)) + before[place + 1 :])
        catalogue, findings = examine(home)
        if not errors(findings) and file.name != "snapshot.json":
            assert catalogue.records == sound
    finally:
        file.write_bytes(before)


HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=9), inside),
    max_leaves=8,
)


@examples(60)
@given(st.dictionaries(st.sampled_from([
    "format", "version", "id", "name", "day", "fingerprint", "text_licence", "data_licence",
    "currency", "files", "key", "other",
]), HOSTILE, max_size=4))  # fmt: skip
def test_any_snapshot_file_is_said_and_stops_nothing_else(
    followed: tuple[Path, Path], values: dict[str, object]
) -> None:
    home, _ = followed
    file = home / "academies" / "vale-academy" / "snapshot.json"
    before = file.read_bytes()
    try:
        file.write_text(json.dumps({**json.loads(before), **values}), encoding="utf-8")
        snapshots, faults = read_snapshots(home)
        assert bool(snapshots) != bool(faults)
        catalogue, _ = examine(home)
        assert all(isinstance(academy.dated_name, str) for academy in catalogue.academies)
    finally:
        file.write_bytes(before)


@examples(60)
@given(st.data())
def test_an_altered_bundle_is_refused_and_nothing_is_written(
    followed: tuple[Path, Path], data: st.DataObject
) -> None:
    home, vale = followed
    bundle = bundle_of(vale, vale.parent / "vale.zip")
    content = bundle.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    bundle.write_bytes(content[:place] + data.draw(st.binary(max_size=60)))
    before = tree(home)
    try:
        with open_their_academy(home, bundle) as theirs:
            plan_follow(home, theirs)
    except (BundleError, FollowError):
        assert tree(home) == before
    else:
        assert bundle.read_bytes() == content
