"""A new kind, check, page family or export is one module and one line, as CONTRIBUTING says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.sites import PROJECT, copy_small, run

KIND = '''
"""Event: something to come to."""

from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.links import Link
from generator.model.fields.types import Date, Ids
from generator.model.kind import RECORD_SECTIONS, Kind
from generator.model.record import Record


class Event(Record):
    """Something to come to."""

    on: Annotated[Date, FieldDisplay("When", "The day.", key=True)]
    areas: Annotated[
        Ids,
        Link(("area",), "held_in", "Events here"),
        FieldDisplay("Where", "The areas.", key=True),
    ]

    kind = "event"


KIND = Kind(
    name="event", label="Event", labels="Events", with_article="an event", slug="events",
    model=Event,
    folder="registry/events", about="Things to come to.",
    sections=(RecordSection("about", "About"), *RECORD_SECTIONS),
)
'''
CHECK = '''
"""Titles that shout."""

from generator.checks.check import CheckFinding, warning


def titles_do_not_shout(catalogue):
    """A title is not written in capitals."""
    for record in catalogue.records.values():
        if record.title.isupper():
            yield CheckFinding(record.id, ("title",), "The title shouts.", "Use small letters.")


CHECKS = (warning("C390", titles_do_not_shout),)
'''
FAMILY = '''
"""A page that greets."""

from generator.site.parts.page import Layout, Page, PageFamily

LAYOUT = Layout("greeting/index.html", "About", "Greeting")


def pages(site):
    """The one page."""
    yield Page(LAYOUT.url, "Greeting", "Hello.", LAYOUT, "greeting.html", {"name": site.name})


FAMILY = PageFamily((LAYOUT,), pages)
'''
EXPORT = '''
"""The titles, one a line."""

from generator.exports.export import Export, single_file


def make(edition):
    """Each title on a line."""
    catalogue = edition.index.catalogue
    return "".join(f"{catalogue.title(one)}\\n" for one in catalogue.records).encode()


EXPORT = Export(
    "titles", "Every title", "Read them", "The titles.", single_file("data/titles.txt", make)
)
'''
INSIGHT = '''
"""How long titles are."""

from generator.analysis.insights.insight import Insight


def longest(index):
    """The record whose title is longest."""
    return max(index.catalogue.records, key=lambda one: len(index.catalogue.title(one)))


INSIGHTS = (Insight("longest_title", "Which title is longest?", longest),)
'''


def add(program: Path, module: str, text: str, line: tuple[str, str, str]) -> None:
    """One module, one import, and one line in a list (its file, what it follows, itself)."""
    lists, old, new = line
    (program / module).write_text(text, encoding="utf-8")
    name = Path(module).stem
    package = ".".join(("generator", *Path(module).parts[:-1]))
    target = program / lists
    lines = target.read_text(encoding="utf-8").replace(old, f"{old}\n    {new}", 1)
    assert new in lines
    future = "from __future__ import annotations\n"
    lines = lines.replace(future, f"{future}from {package} import {name}\n", 1)
    target.write_text(lines, encoding="utf-8")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small academy built by a program with one more of each."""
    root = copy_small(tmp_path_factory.mktemp("extended") / "academy")
    program = root / "generator"
    shutil.copytree(PROJECT / "generator", program)
    add(
        program,
        "model/kinds/event.py",
        KIND,
        ("model/kinds/__init__.py", "KINDS: tuple[Kind, ...] = (", "event.KIND,"),
    )
    add(
        program,
        "checks/shouting.py",
        CHECK,
        ("checks/__init__.py", "CHECKS: tuple[Check, ...] = (", "*shouting.CHECKS,"),
    )
    add(
        program,
        "site/pages/greeting.py",
        FAMILY,
        ("site/pages/__init__.py", "PAGES: tuple[PageFamily, ...] = (", "greeting.FAMILY,"),
    )
    add(
        program,
        "exports/titles.py",
        EXPORT,
        ("exports/__init__.py", "EXPORTS: tuple[Export, ...] = (", "titles.EXPORT,"),
    )
    add(
        program,
        "analysis/insights/wordy.py",
        INSIGHT,
        (
            "analysis/insights/__init__.py",
            "INSIGHTS: tuple[Insight, ...] = (",
            "*wordy.INSIGHTS,",
        ),
    )
    page = '<h1 id="content">Hello from {{ view.name }}</h1>\n'
    (program / "templates" / "greeting.html").write_text(page, encoding="utf-8")
    (root / "registry" / "events").mkdir()
    event = "title: OPEN DAY\non: 2026-12-01\nareas: [ashby]\n"
    (root / "registry" / "events" / "open-day.yaml").write_text(event, encoding="utf-8")
    done = run("generator", "build", folder=root, PYTHONPATH=str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def read(root: Path, url: str) -> str:
    return (root / "site" / url).read_text(encoding="utf-8")


def test_a_kind_has_pages_a_list_and_shows_from_both_ends(extended: Path) -> None:
    assert "1 December 2026" in read(extended, "events/open-day.html")
    assert 'href="../events/open-day.html"' in read(extended, "events/index.html")
    assert "Events here" in read(extended, "areas/ashby.html")
    assert 'href="../events/index.html"' in read(extended, "menu/index.html")
    assert '"held_in"' in read(extended, "data/graph.json")
    assert "Something to come to" in read(extended, "reference/fields.html") or (
        "Things to come to" in read(extended, "reference/fields.html")
    )


def test_a_kind_can_be_made_and_is_checked(extended: Path) -> None:
    done = run(
        "generator", "new", "event", "Winter fair", folder=extended, PYTHONPATH=str(extended)
    )
    assert "Created registry/events/winter-fair.yaml" in done.stdout
    done = run("generator", "check", folder=extended, PYTHONPATH=str(extended))
    assert "registry/events/winter-fair.yaml" in done.stdout
    (extended / "registry" / "events" / "winter-fair.yaml").unlink()


def test_a_check_reports_and_is_explained(extended: Path) -> None:
    done = run("generator", "check", folder=extended, PYTHONPATH=str(extended))
    assert "registry/events/open-day.yaml:1:8: warning C390: The title shouts." in done.stdout
    assert "A title is not written in capitals." in read(extended, "reference/checks.html")


def test_a_page_family_has_its_page_in_the_menu(extended: Path) -> None:
    assert "Hello from Learning Academy" in read(extended, "greeting/index.html")
    assert 'href="../greeting/index.html"' in read(extended, "menu/index.html")


def test_an_export_is_in_the_site(extended: Path) -> None:
    assert "OPEN DAY\n" in read(extended, "data/titles.txt")
    assert 'href="../data/titles.txt"' in read(extended, "data/index.html")


def test_an_insight_is_in_the_data_and_its_rule_is_explained(extended: Path) -> None:
    answer = json.loads(read(extended, "data/insights.json"))["longest_title"]
    assert answer["question"] == "Which title is longest?"
    assert answer["answer"]
    assert "The record whose title is longest." in read(extended, "reference/answers.html")
