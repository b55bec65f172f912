"""A record under a new id: nothing is lost, and nothing else changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from generator.analysis.relations import edges
from generator.build.examine import examine
from generator.diagnostics import errors
from generator.model.kinds import KINDS
from generator.records.catalogue import Catalogue, read_catalogue
from tests.sites import copy_first_academy, copy_small, run_academy, tree

CONTENT = ("prototypes", "case_studies", "registry")


def content(root: Path) -> dict[str, bytes]:
    return {f"{top}/{path}": text for top in CONTENT for path, text in tree(root / top).items()}


def best_known(academy: Catalogue) -> list[str]:
    """Of each kind, the record that most others name."""
    named = Counter(edge.reader for edge in edges(academy))
    kinds = [kind for kind in KINDS if kind.folder and academy.records_of_kind(kind)]
    return [max(academy.records_of_kind(kind), key=lambda one: named[one.id]).id for kind in kinds]


@pytest.mark.parametrize(
    "copy",
    [copy_small, pytest.param(copy_first_academy, marks=pytest.mark.proof)],
    ids=["small", "first"],
)
def test_every_relation_follows_and_the_way_back_leaves_no_trace(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    """A record of each kind gets a new id, one after the other, and then its first one again."""
    root = copy(tmp_path / "academy")
    academy = read_catalogue(root)[0]
    before = content(root)
    new = {old: f"quite-another-{number}" for number, old in enumerate(best_known(academy))}
    assert len(new) > 10
    for old, changed in new.items():
        done = run_academy("rename", old, changed, folder=root)
        assert done.returncode == 0, done.stderr
    catalogue, findings = examine(root)
    assert errors(findings) == ()
    assert {old: catalogue.resolve(old) for old in new} == new
    assert set(catalogue.records) == {new.get(one, one) for one in academy.records}
    first = {(edge.source, edge.target, edge.type) for edge in edges(academy)}
    then = {(edge.source, edge.target, edge.type) for edge in edges(catalogue)}
    assert then == {(new.get(start, start), new.get(end, end), what) for start, end, what in first}
    for path, text in before.items():
        (root / path).write_bytes(text)
    for changed in new.values():
        (root / catalogue.origins[changed].source.path).unlink()
    assert content(root) == before


def test_only_the_places_where_the_id_stands_change(small_project: Path) -> None:
    before = content(small_project)
    done = run_academy("rename", "ashby", "ashby-parish", folder=small_project)
    assert done.returncode == 0, done.stderr
    after = content(small_project)
    assert "registry/areas/ashby.yaml" not in after
    assert read_catalogue(small_project)[0].records["ashby-parish"].aliases == (
        "ashby",
        "ashby-town",
    )
    for path in set(before) & set(after):
        old, new = before[path].decode().split("\n"), after[path].decode().split("\n")
        changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
        assert all(a.replace("ashby", "ashby-parish") == b for a, b in changed), path
    assert "Renamed registry/areas/ashby.yaml to registry/areas/ashby-parish.yaml" in done.stdout


def rename(root: Path, *ids: str) -> Catalogue:
    """The academy after a record went from each id to the next."""
    for old, new in pairwise(ids):
        done = run_academy("rename", old, new, folder=root)
        assert done.returncode == 0, done.stderr
    catalogue, findings = examine(root)
    assert errors(findings) == ()
    return catalogue


@pytest.mark.parametrize(
    ("ids", "aliases"),
    [
        (("ashby", "b", "ashby"), {"b", "ashby-town"}),
        (("ashby", "b", "ashby", "b"), {"ashby", "ashby-town"}),
        (("ashby", "b", "c", "ashby"), {"b", "c", "ashby-town"}),
        (("ashby", "ashby-town"), {"ashby"}),
        (("joint-work", "b", "joint-work"), {"b"}),
        (("a-year-of-visits", "b", "a-year-of-visits"), {"b"}),
    ],
)
def test_a_record_can_go_back_to_an_earlier_id(
    small_project: Path, ids: tuple[str, ...], aliases: set[str]
) -> None:
    before = content(small_project)
    catalogue = rename(small_project, *ids)
    now = ids[-1]
    assert set(catalogue.records[now].aliases) == aliases
    assert {catalogue.resolve(name) for name in (*ids, *aliases)} == {now}
    if now == ids[0]:
        path = catalogue.origins[now].source.path
        changed = {name for name, text in content(small_project).items() if before[name] != text}
        assert changed <= {path}


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("aliases: [a, b] # both\n", ("ashby", "b")),
        ('aliases: ["a", b]\n', ("ashby", "b")),
        ("aliases:\n  # the first\n  - b\n  - 'a' # once\n", ("b", "ashby")),
    ],
)
def test_an_earlier_id_is_replaced_where_it_stands(
    small_project: Path, written: str, then: tuple[str, ...]
) -> None:
    file = small_project / "registry/areas/ashby.yaml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("aliases:\n  - ashby-town\n")
    file.write_text(f"{head}{written}{rest}", encoding="utf-8")
    other = small_project / "prototypes/ashby-visits.yaml"
    story = other.read_text(encoding="utf-8")
    other.write_text(f"{story}note: See [[a]], [[b]] and [[ashby]].\n", encoding="utf-8")
    catalogue = rename(small_project, "ashby", "a")
    assert catalogue.records["a"].aliases == then
    kept = [line for line in written.splitlines() if "#" in line]
    now = (small_project / "registry/areas/a.yaml").read_text(encoding="utf-8")
    assert all(line.partition("#")[2] in now for line in kept)
    assert other.read_text(encoding="utf-8").endswith("note: See [[a]], [[b]] and [[a]].\n")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ashbi", "x", "There is no record “ashbi”. Did you mean “ashby”?"),
        ("ashby", "Ashby Town", "is not an id: small letters, digits and single hyphens only."),
        (
            "ashby",
            "days-at-home",
            "The id “days-at-home” is already in use. Choose another.",
        ),
        ("brookvale", "ashby-town", "“ashby-town” is an earlier id of “ashby”. Choose another."),
        ("ashby", "ashby", "“ashby” has this id already. Choose another."),
    ],
)
def test_a_wrong_name_changes_nothing(
    small_project: Path, old: str, new: str, expected: str
) -> None:
    before = content(small_project)
    done = run_academy("rename", old, new, folder=small_project)
    assert done.returncode == 2
    assert expected in " ".join(done.stderr.split())
    assert content(small_project) == before
