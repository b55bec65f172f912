"""Nothing is said that did not change."""

from __future__ import annotations

import json
import shutil
import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.review import Difference, as_json, as_markdown, as_text, compare
from generator.site.parts.content import SiteContent
from tests.conftest import SMALL as WHOLE_KINDS
from tests.review.conftest import SMALL, Written, adoption, proof, site_of, trial, write
from tests.sites import FIRST_ACADEMY, copy_first_academy

MORE = {"took": adoption(), "trial": trial(**proof(), risks=["Snow.", "Ice."])}


@cache
def first_site() -> SiteContent:
    return site_of(FIRST_ACADEMY)


@pytest.mark.parametrize("root", [FIRST_ACADEMY, WHOLE_KINDS], ids=["first", "small"])
def test_an_academy_is_as_it_is(root: Path) -> None:
    site = first_site() if root == FIRST_ACADEMY else site_of(root)
    for other in (site, site_of(root)):
        changes = compare(site, other)
        assert changes == Difference()
        assert changes.is_empty
    assert as_text(changes) == "Nothing changes."
    assert as_markdown(changes) == "**Nothing changes.**\n"
    data = json.loads(as_json(changes))
    assert data.pop("summary") == "Nothing changes."
    assert not any(data.values())


def turned(text: str) -> str:
    """The same record with its fields the other way round, with other quotes, lines and remarks."""

    def turn(value: object) -> object:
        if isinstance(value, dict):
            return {key: turn(one) for key, one in reversed(value.items())}
        return [turn(one) for one in value] if isinstance(value, list) else value

    values = turn(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - texts only
    text = json.dumps(values, ensure_ascii=False, indent=3)
    # a name with nothing after it is no empty text
    return "# turned\n\n\n" + text.replace(': ""', ": ") + "\n"


@pytest.mark.parametrize("root", [FIRST_ACADEMY, WHOLE_KINDS], ids=["first", "small"])
def test_a_file_written_otherwise_changes_nothing(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    if root == FIRST_ACADEMY:
        copy_first_academy(copy)
    else:
        shutil.copytree(root, copy)
    files = [*copy.glob("prototypes/*.yaml"), *copy.glob("registry/*/*.yaml")]
    assert files
    for file in files:
        file.write_text(turned(file.read_text(encoding="utf-8")), encoding="utf-8")
    site = first_site() if root == FIRST_ACADEMY else site_of(root)
    assert as_text(compare(site, site_of(copy))) == "Nothing changes."


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted({*SMALL, *MORE})))
def test_the_order_of_files_does_not_matter(
    order: list[str], written: Written, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = {**SMALL, **MORE}
    root = write(tmp_path_factory.mktemp("order"), {})
    shutil.rmtree(root / "prototypes")
    shutil.rmtree(root / "registry")
    for name in order:
        (root / files[name].folder).mkdir(parents=True, exist_ok=True)
        (root / files[name].folder / f"{name}.yaml").write_text(files[name].text, encoding="utf-8")
    base = written({})
    assert compare(base, site_of(root)) == compare(base, written(MORE))


def test_the_first_academy_with_one_prototype_more(tmp_path: Path) -> None:
    copy = copy_first_academy(tmp_path / "copy")
    before = first_site()
    area, practice = _first_of(before, "area"), _first_of(before, "practice")
    (copy / "prototypes" / "one-more.yaml").write_text(
        f"title: One more\nareas: [{area}]\nstage: live\npractices: [{practice}]\n",
        encoding="utf-8",
    )
    began = time.process_time()
    after = site_of(copy)
    changes = compare(before, after)
    assert time.process_time() - began < 10
    assert [one.title for one in changes.added] == ["One more"]
    assert not any(
        (changes.removed, changes.renamed, changes.changed, changes.terms, changes.unread)
    )
    assert as_text(changes).startswith(f"Adds 1 prototype. {len(changes.pages)} pages change.\n")
    assert len(changes.pages) < len(before.catalogue.records) / 4
    back = compare(after, before)
    assert [one.title for one in back.removed] == ["One more"]
    assert {one.record for one in changes.relations if one.gained} >= {"one-more"}
    assert not any(one.gained for one in back.relations)


def test_the_pages_of_a_whole_academy_are_cut_with_their_count(tmp_path: Path) -> None:
    nothing = tmp_path / "empty"
    nothing.mkdir()
    changes = compare(site_of(nothing), first_site())
    lines = as_text(changes).split("\n")
    start = lines.index("Pages") + 1
    more = f"- and {len(changes.pages) - 12:,} more. The full list, with --all, has the rest."
    assert lines[start + 12] == more
    assert len(as_markdown(changes)) < 65_536
    assert len(json.loads(as_json(changes))["added"]) == len(changes.added)


def _first_of(site: SiteContent, kind: str) -> str:
    return next(one.id for one in site.catalogue.records.values() if one.kind == kind)
