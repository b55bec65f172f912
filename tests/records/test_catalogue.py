"""Folders to a catalogue: what is read, what is refused, and how measures become records."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.model.fields.types import id_fault
from generator.model.kinds import KINDS
from generator.model.kinds.measure import Measure
from generator.records.catalogue import Catalogue, read_catalogue
from generator.records.source.file_text import hidden_characters
from tests.conftest import SMALL, Academy

PARTNER = "title: One\ntype: council\n"
PROTOTYPE = "title: One\nareas: [ashby]\n"
MEASURE = "  - {statement: A figure, outcome: days, nature: result}\n"
SOURCE = "sources: [{resource: book, section: One}]\n"


def read(academy: Academy, path: str, text: str) -> Catalogue:
    catalogue, diagnostics = read_catalogue(academy({path: text}))
    assert diagnostics == ()
    return catalogue


def findings(root: Path) -> list[str]:
    _, diagnostics = read_catalogue(root)
    return [f"{one.place} {one.code} {one.message}" for one in diagnostics]


def measures(academy: Academy, rows: str, path: str = "prototypes/one.yaml") -> list[Measure]:
    text = PROTOTYPE + SOURCE + "measures:\n" + rows
    return list(read(academy, path, text).records_of(Measure))


def test_the_small_academy_is_read_whole() -> None:
    catalogue, diagnostics = read_catalogue(SMALL)
    assert diagnostics == ()
    assert Counter(record.kind for record in catalogue.records.values()) == {
        "prototype": 2, "practice": 2, "principle": 1, "case_study": 1, "outcome": 2,
        "measure": 7, "adoption": 2, "barrier": 1, "area": 3, "partner": 3, "group": 2,
        "resource": 1,
    }  # fmt: skip


def test_records_are_in_the_order_of_kinds_then_ids() -> None:
    catalogue, _ = read_catalogue(SMALL)
    names = [kind.name for kind in KINDS]
    order = [(names.index(one.kind), one.id) for one in catalogue.records.values()]
    assert order == sorted(order)


def test_an_empty_folder(tmp_path: Path) -> None:
    catalogue, diagnostics = read_catalogue(tmp_path)
    assert (dict(catalogue.records), diagnostics) == ({}, ())


def test_all_faults_of_all_files_are_told_at_once_and_in_order(academy: Academy) -> None:
    files: dict[str, str | bytes] = {
        "registry/partners/b.yaml": "title: One\ntype: club\nserves: ashby\n",
        "registry/partners/a.yaml": "title: &x One\ntitle: Two\n",
        "prototypes/b.yaml": b"title: \xff\n",
        "prototypes/a.yaml": "areas: [ashby]\n",
        "case_studies/a.md": "Text.\n",
        "registry/areas/good.yaml": "title: One\ntype: borough\n",
    }
    root = academy(files)
    catalogue, diagnostics = read_catalogue(root)
    assert list(catalogue.records) == ["good"]
    assert [(one.place, one.code) for one in diagnostics] == [
        ("case_studies/a.md:1:1", "F113"),
        ("prototypes/a.yaml:1:1", "M201"),
        ("prototypes/b.yaml:1:8", "F104"),
        ("registry/partners/a.yaml:1:8", "F120"),
        ("registry/partners/a.yaml:2:1", "F122"),
        ("registry/partners/b.yaml:2:7", "M203"),
        ("registry/partners/b.yaml:3:9", "M206"),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "prototypes/My Idea.yaml",
            "F130 The file name cannot be used as an id. “My Idea” is not an id: small letters, "
            "digits and "
            "single hyphens only.",
        ),
        (
            "prototypes/index.yaml",
            "F130 The file name cannot be used as an id. “index” is kept for the system and "
            "cannot be an "
            "id.",
        ),
        (
            f"prototypes/{'a' * 81}.yaml",
            "F130 The file name cannot be used as an id. The id is longer than 80 characters.",
        ),
        (
            "prototypes/one.two.yaml",
            "F130 The file name cannot be used as an id. “one.two” is not an id: small letters, "
            "digits and "
            "single hyphens only.",
        ),
        (
            "prototypes/one.yml",
            "F132 This is not a prototype. The file name must end with .yaml.",
        ),
        (
            "prototypes/one.YAML",
            "F132 This is not a prototype. The file name must end with .yaml.",
        ),
        (
            "prototypes/one",
            "F132 This is not a prototype. The file name must end with .yaml.",
        ),
        (
            "prototypes/README.md",
            "F132 This is not a prototype. The file name must end with .yaml.",
        ),
        (
            "case_studies/one.yaml",
            "F132 This is not a case study. The file name must end with .md.",
        ),
        ("prototypes/2024/one.yaml", "F131 You cannot have a folder here."),
    ],
)
def test_file_names(path: str, expected: str, academy: Academy) -> None:
    root = academy({path: PROTOTYPE})
    place = "prototypes/2024" if "2024" in path else path
    assert findings(root) == [f"{place}:1:1 {expected}"]


def test_a_hidden_entry_is_told_unless_git_needs_it(academy: Academy) -> None:
    tools = {"prototypes/.gitkeep": "", "registry/.gitignore": "", "registry/areas/.gitkeep": ""}
    assert read_catalogue(academy(tools))[1] == ()
    hidden = {"prototypes/.idea/one.yaml": "x", "registry/.one.json": "{}"}
    diagnostics = read_catalogue(academy(hidden))[1]
    message = "The name starts with a full stop, so this is hidden and is not read."
    assert [(one.path, one.code, one.severity, one.message) for one in diagnostics] == [
        ("prototypes/.idea", "F135", Severity.WARNING, message),
        ("registry/.one.json", "F135", Severity.WARNING, message),
    ]


@pytest.mark.parametrize(
    ("name", "by"),
    [
        (".DS_Store", "macOS"),
        ("._one.yaml", "macOS"),
        ("__MACOSX", "macOS"),
        ("Thumbs.db", "Windows"),
        ("desktop.ini", "Windows"),
        ("Desktop.ini", "Windows"),
        (".Trash-1000", "Linux"),
        ("~$one.xlsx", "an office program"),
        (".~lock.one.ods#", "an office program"),
        (".one.yaml.swp", "an editor"),
        ("one.yaml~", "an editor"),
        ("#one.yaml#", "an editor"),
        ("one.yaml.bak", "an editor"),
    ],
)
@pytest.mark.parametrize("folder", ["prototypes", "registry", "registry/areas"])
def test_what_a_system_leaves_is_named_and_fails_nothing(
    academy: Academy, folder: str, name: str, by: str
) -> None:
    _, diagnostics = read_catalogue(academy({f"{folder}/{name}": "x"}))
    assert [(one.code, one.severity) for one in diagnostics] == [("F138", Severity.WARNING)]
    assert diagnostics[0].message == f"This was left here by {by}. It is not read."
    assert diagnostics[0].hint == "You can delete it."


@pytest.mark.parametrize(
    ("path", "code", "hint"),
    [
        ("prototypes/one.yml", "F132", "Rename it to “one.yaml”, or move it elsewhere."),
        ("case_studies/one.markdown", "F132", "Rename it to “one.md”, or move it elsewhere."),
        (
            "prototypes/one.yaml.txt",
            "F132",
            "Rename it to “one.yaml”, or move it elsewhere. Windows may hide the last part of a "
            "file name.",
        ),
        (
            "prototypes/one.yml.txt",
            "F132",
            "Rename it to “one.yaml”, or move it elsewhere. Windows may hide the last part of a "
            "file name.",
        ),
        (
            "prototypes/one.docx",
            "F132",
            "Copy its text into a file called “one.yaml”, or move it elsewhere.",
        ),
        (
            "case_studies/one.json",
            "F132",
            "Copy its text into a file called “one.md”, or move it elsewhere.",
        ),
        (
            "registry/areas/our places.xlsx",
            "F132",
            "Run “academy import our places.xlsx --kind area”, or move it elsewhere.",
        ),
        ("registry/adoptions/.yaml", "F130", "Rename it to “my-record.yaml”."),
        ("registry/adoptions/.one.yaml", "F130", "Rename it to “one.yaml”."),
        ("registry/glossary.yml", "F133", "Rename it to “glossary.yaml”."),
        ("registry/schema.yaml.txt", "F133", "Rename it to “schema.yaml”."),
    ],
)
def test_a_file_that_is_not_read_is_told_with_what_to_do(
    academy: Academy, path: str, code: str, hint: str
) -> None:
    _, diagnostics = read_catalogue(academy({path: PROTOTYPE}))
    assert [(one.path, one.code, one.hint) for one in diagnostics] == [(path, code, hint)]


def test_a_record_without_a_name_is_not_lost_silently(academy: Academy) -> None:
    root = academy({"registry/adoptions/.yaml": "adopter: ashby\n"})
    (fault,) = read_catalogue(root)[1]
    assert fault.message == "The file has no name before the full stop, so it is not read."


def test_a_symbolic_link_is_not_read(academy: Academy) -> None:
    root = academy({"elsewhere/one.yaml": PROTOTYPE, "prototypes/two.yaml": PROTOTYPE})
    (root / "prototypes/one.yaml").symlink_to(root / "elsewhere/one.yaml")
    assert findings(root) == ["prototypes/one.yaml:1:1 F101 This is a symbolic link."]


def test_a_linked_folder_is_not_read_and_not_passed_over_in_silence(academy: Academy) -> None:
    root = academy({"elsewhere/one.yaml": PROTOTYPE})
    (root / "prototypes").symlink_to(root / "elsewhere", target_is_directory=True)
    catalogue, diagnostics = read_catalogue(root)
    assert not catalogue.records
    assert [one.path for one in diagnostics] == ["prototypes"]


def test_a_misspelt_folder_is_not_passed_over_in_silence(academy: Academy) -> None:
    _, diagnostics = read_catalogue(academy({"registry/partner/one.yaml": PARTNER}))
    assert [one.path for one in diagnostics] == ["registry/partner"]


@pytest.mark.parametrize("name", [b"caf\xe9.yaml", b"a\x1b[2Jb.yaml", "a\u202eb.yaml".encode()])
def test_a_finding_about_an_odd_file_name_can_be_shown(name: bytes, academy: Academy) -> None:
    root = academy({"prototypes/one.yaml": PROTOTYPE})
    (Path(os.fsdecode(os.fsencode(root / "prototypes") + b"/" + name))).write_text(PROTOTYPE)
    _, [diagnostic] = read_catalogue(root)
    text = diagnostic.as_text()
    assert text.encode("utf-8")
    assert hidden_characters(text) == []


def test_progress_is_told_until_every_file_is_read(academy: Academy) -> None:
    progress: list[tuple[int, int]] = []
    root = academy({f"registry/partners/p{number}.yaml": PARTNER for number in range(230)})
    read_catalogue(root, lambda done, total: progress.append((done, total)))
    assert progress == sorted(progress)
    assert len(progress) > 2
    assert progress[-1] == (230, 230)


def test_a_measure_gets_its_own_id(academy: Academy) -> None:
    rows = "  - {id: my-figure, statement: A figure, outcome: days, nature: result}\n"
    assert [one.id for one in measures(academy, rows)] == ["my-figure"]


HARM = "  - {statement: It harmed two people, outcome: days, nature: result}\n"
HELP = "  - {statement: It helped 100 people, outcome: days, nature: result, value: 100}\n"


def derived_ids(academy: Academy, rows: str) -> dict[str, str]:
    """The id of each measure by what it says."""
    return {measure.statement: measure.id for measure in measures(academy, rows)}


def test_a_derived_id_names_the_record_and_the_outcome(academy: Academy) -> None:
    [measure] = measures(academy, HARM)
    assert re.fullmatch("one-days-[a-z]{5}", measure.id)


@pytest.mark.parametrize(
    "rows", [HELP + HARM, HARM + HELP, HARM, MEASURE + HELP + HARM], ids=range(4)
)
def test_a_derived_id_stays_when_others_are_added_moved_or_removed(
    rows: str, academy: Academy
) -> None:
    alone = derived_ids(academy, HARM)["It harmed two people"]
    assert derived_ids(academy, rows)["It harmed two people"] == alone


def test_a_derived_id_stays_when_a_note_or_a_source_is_added(academy: Academy) -> None:
    more = ", note: Counted twice, evidence_level: data, sources: [{resource: book, section: Two}]}"
    assert derived_ids(academy, HARM) == derived_ids(academy, HARM.replace("}", more))


def test_figures_that_say_the_same_have_ids_of_their_own(academy: Academy) -> None:
    first, second, third = (measure.id for measure in measures(academy, MEASURE * 3))
    assert [second, third] == [f"{first}-2", f"{first}-3"]


def test_a_derived_id_gives_way_to_one_that_is_written(academy: Academy) -> None:
    [derived] = measures(academy, MEASURE)
    rows = MEASURE + f"  - {{id: {derived.id}, statement: B, outcome: days, nature: result}}\n"
    catalogue = read(academy, "prototypes/one.yaml", PROTOTYPE + "measures:\n" + rows)
    assert catalogue.duplicates == ()
    assert catalogue.records[derived.id].statement == "B"  # type: ignore[attr-defined]


def test_a_derived_id_is_an_id(academy: Academy) -> None:
    rows = MEASURE.replace("days", "d" * 70)
    [measure] = measures(academy, rows, f"prototypes/{'p' * 70}.yaml")
    assert id_fault(measure.id) is None


def test_a_measure_inherits_area_and_sources(academy: Academy) -> None:
    [measure] = measures(academy, MEASURE)
    assert (measure.prototype, measure.area) == ("one", "ashby")
    assert [citation.resource for citation in measure.sources] == ["book"]


def test_what_a_measure_says_itself_comes_first(academy: Academy) -> None:
    row = (
        "  - {statement: A, outcome: days, nature: result, area: brookvale, "
        "sources: [{resource: paper, section: Two}]}\n"
    )
    [measure] = measures(academy, row)
    assert measure.area == "brookvale"
    assert [citation.resource for citation in measure.sources] == ["paper"]


def test_a_measure_may_say_that_its_area_is_not_stated(academy: Academy) -> None:
    [measure] = measures(academy, MEASURE.replace("}", ", area: }"))
    assert measure.area is None


def test_a_measure_of_several_areas_has_none(academy: Academy) -> None:
    text = "title: One\nareas: [ashby, brookvale]\nmeasures:\n" + MEASURE
    [measure] = read(academy, "prototypes/one.yaml", text).records_of(Measure)
    assert measure.area is None


def test_a_measure_of_an_area_or_a_group(academy: Academy) -> None:
    root = academy(
        {
            "registry/areas/one.yaml": "title: One\ntype: borough\nmeasures:\n" + MEASURE,
            "registry/groups/two.yaml": "title: Two\ntype: board\narea: one\nmeasures:\n" + MEASURE,
        }
    )
    catalogue, _ = read_catalogue(root)
    facts = [(one.area, one.group, one.prototype) for one in catalogue.records_of(Measure)]
    assert facts == [("one", None, None), ("one", "two", None)]


def test_an_area_that_a_measure_of_an_area_writes_is_kept(academy: Academy) -> None:
    text = "title: One\ntype: borough\nmeasures:\n" + MEASURE.replace("}", ", area: ashby}")
    [measure] = read(academy, "registry/areas/one.yaml", text).records_of(Measure)
    assert measure.area == "ashby"


def test_the_place_of_a_measure_is_in_its_file(academy: Academy) -> None:
    text = PROTOTYPE + "measures:\n" + MEASURE + MEASURE.replace("{", "{id: second, ")
    path, place = read(academy, "prototypes/one.yaml", text).place("second", ("outcome",))
    assert (path, place.line) == ("prototypes/one.yaml", 5)


def test_twins_are_kept_apart(academy: Academy) -> None:
    root = academy({"prototypes/one.yaml": PROTOTYPE, "registry/partners/one.yaml": PARTNER})
    catalogue, diagnostics = read_catalogue(root)
    assert diagnostics == ()
    assert catalogue.records["one"].kind == "prototype"
    assert [(one.kind, origin.source.path) for one, origin in catalogue.duplicates] == [
        ("partner", "registry/partners/one.yaml")
    ]


def test_finding_by_id_and_by_earlier_id(academy: Academy) -> None:
    catalogue = read(academy, "registry/partners/one.yaml", PARTNER + "aliases: [old-one]\n")
    assert catalogue.resolve("one") == catalogue.resolve("old-one") == "one"
    assert catalogue.resolve("none") is None
    assert catalogue.find("none") is None


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("ashby", "Ashby"),
        ("ashby-town", "Ashby"),
        ("brookvale-from-ashby", "Brookvale: Shared visits, learnt from Ashby"),
        (
            "vale-from-ashby",
            "2 areas not named, in The Vale: practice not named, learnt from Ashby",
        ),
        ("ashby-visits-days-at-home", "People spent 12 more days at home"),
        ("no-such-record", "no-such-record"),
    ],
)
def test_titles(record: str, title: str) -> None:
    catalogue, _ = read_catalogue(SMALL)
    assert catalogue.title(record) == title


def test_titles_of_adoptions_that_name_each_other_end(academy: Academy) -> None:
    text = "area: {}\nstatus: begun\nlearnt_from: [{{area: {}}}]\npractice: {}\n"
    root = academy(
        {
            "registry/adoptions/one.yaml": text.format("two", "one", "two"),
            "registry/adoptions/two.yaml": text.format("one", "two", "two"),
        }
    )
    catalogue, diagnostics = read_catalogue(root)
    assert diagnostics == ()
    assert catalogue.title("one")
    assert catalogue.title("two")
