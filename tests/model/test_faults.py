"""What the model refuses: the code, the place, the words and the hint, for each sort of fault."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import Diagnostic
from generator.model.fields.alternatives import alternatives_of
from generator.model.kinds import KINDS, Kind
from generator.records.catalogue import read_catalogue
from tests.conftest import Academy

# the least that a record of each kind must say
LEAST = {
    "prototype": {"title": "One", "areas": "[ashby]"},
    "practice": {"title": "One", "type": "service"},
    "principle": {"title": "One", "statement": "Text."},
    "case_study": {"title": "One", "type": "place", "areas": "[ashby]", "problem": "Text."},
    "outcome": {"title": "One", "type": "outcome"},
    "adoption": {"area": "ashby", "learnt_from": "[{area: brookvale}]", "status": "begun"},
    "barrier": {
        "title": "One",
        "domain": "process",
        "statement": "Text.",
        "occurrences": "[{area: ashby, status: expected}]",
    },
    "area": {"title": "One", "type": "borough"},
    "partner": {"title": "One", "type": "council"},
    "group": {"title": "One", "type": "board", "area": "ashby"},
    "resource": {"title": "One", "type": "paper", "availability": "available"},
}
IN_FILES = [kind for kind in KINDS if kind.folder is not None]
FIELDS = [
    (kind, name)
    for kind in IN_FILES
    for name in LEAST[kind.name]
    if name not in alternatives_of(kind.model)
]
IDEA = "title: One\nareas: [ashby]\n"
MEASURE = "measures:\n  - {statement: One, outcome: days, nature: result}\n"


def written(fields: dict[str, str], kind: Kind) -> str:
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{text}---\n" if kind.suffix == ".md" else text


def place(kind: Kind) -> str:
    return f"{kind.folder}/x{kind.suffix}"


def refused(academy: Academy, path: str, text: str) -> tuple[Diagnostic, ...]:
    catalogue, findings = read_catalogue(academy({path: text}))
    assert bool(findings) != bool(catalogue.records)
    return findings


def prototype(academy: Academy, text: str) -> list[str]:
    """The findings for a prototype, each as text without its path."""
    faults = refused(academy, "prototypes/x.yaml", text)
    return [one.as_text().removeprefix("prototypes/x.yaml:") for one in faults]


@pytest.mark.parametrize("kind", IN_FILES, ids=lambda kind: kind.name)
def test_the_least_is_enough(kind: Kind, academy: Academy) -> None:
    catalogue, findings = read_catalogue(academy({place(kind): written(LEAST[kind.name], kind)}))
    assert findings == ()
    assert [record.kind for record in catalogue.records.values()] == [kind.name]


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda part: getattr(part, "name", part))
def test_each_required_field(kind: Kind, name: str, academy: Academy) -> None:
    fields = {key: value for key, value in LEAST[kind.name].items() if key != name}
    [fault] = refused(academy, place(kind), written(fields, kind))
    assert (fault.code, fault.message, fault.field) == ("M201", f"“{name}” is missing.", name)
    assert fault.hint.startswith(f"Add “{name}: …”. ")


ADOPTER = "registry/adoptions/x.yaml:"
SOURCES = "“area”, “partner”, “resource” or “described”"


@pytest.mark.parametrize(
    ("adopter", "sources", "expected"),
    [
        ("", "{area: brookvale}", "1:1: error M201: “area” or “partner” is missing."),
        (
            "area: ashby\npartner: ashby-council",
            "{area: brookvale}",
            "2:10: error M225: “area” and “partner” cannot both be filled in. (partner)",
        ),
        (
            "area: ashby",
            "{group: board}",
            f"2:15: error M201: {SOURCES} is missing. (learnt_from[1])",
        ),
        (
            "area: ashby",
            "{area: brookvale, described: A course}",
            "2:44: error M225: “area” and “described” cannot both be filled in. "
            "(learnt_from[1].described)",
        ),
    ],
)
def test_exactly_one_adopter_and_source(
    adopter: str, sources: str, expected: str, academy: Academy
) -> None:
    text = f"{adopter}\nlearnt_from: [{sources}]\nstatus: begun\n".lstrip()
    [fault] = refused(academy, "registry/adoptions/x.yaml", text)
    assert fault.as_text().splitlines()[0] == ADOPTER + expected


@pytest.mark.parametrize("kind", IN_FILES, ids=lambda kind: kind.name)
def test_an_unknown_field(kind: Kind, academy: Academy) -> None:
    fields = LEAST[kind.name] | {"colour": "red"}
    [fault] = refused(academy, place(kind), written(fields, kind))
    assert (fault.code, fault.message) == ("M202", "“colour” is not a field that you can use here.")
    assert fault.line == len(fields) + (kind.suffix == ".md")


@pytest.mark.parametrize("kind", IN_FILES, ids=lambda kind: kind.name)
def test_an_optional_field_may_be_left_empty(kind: Kind, academy: Academy) -> None:
    optional = [n for n, f in kind.model.model_fields.items() if not f.is_required()]
    optional = [name for name in optional if name != "story" and name not in LEAST[kind.name]]
    fields = LEAST[kind.name] | dict.fromkeys(optional, "")
    _, findings = read_catalogue(academy({place(kind): written(fields, kind)}))
    assert [one.field for one in findings] == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [row for row in FIELDS if row[1] in ("areas", "learnt_from", "occurrences")],
    ids=lambda part: getattr(part, "name", part),
)
def test_a_required_list_holds_at_least_one(kind: Kind, name: str, academy: Academy) -> None:
    fields = LEAST[kind.name] | {name: "[]"}
    [fault] = refused(academy, place(kind), written(fields, kind))
    assert fault.field == name


@pytest.mark.parametrize("kind", IN_FILES, ids=lambda kind: kind.name)
def test_the_kind_is_not_written(kind: Kind, academy: Academy) -> None:
    fields = LEAST[kind.name] | {"kind": kind.name}
    [fault] = refused(academy, place(kind), written(fields, kind))
    assert (fault.code, fault.message) == ("M202", "Do not write “kind” in the file.")
    assert fault.hint == "Delete this line. The folder says which kind it is."


def test_the_id_is_not_written(academy: Academy) -> None:
    catalogue, [finding] = read_catalogue(academy({"prototypes/x.yaml": f"id: y\n{IDEA}"}))
    assert finding.as_text() == (
        "prototypes/x.yaml:1:1: error M202: Do not write “id” in the file.\n"
        "    Delete this line. The id is the name of the file."
    )
    assert list(catalogue.records) == ["x"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: One\n",
            "1:1: error M201: “areas” is missing. (areas)\n"
            "    Add “areas: …”. Which areas is this for? Write the id of an area.",
        ),
        (
            IDEA + "partners:\n  - partner: ashby-council\n",
            "4:5: error M201: “role” is missing. (partners[1].role)\n"
            "    Add “role: …”. What does it do here?",
        ),
        (
            IDEA + "quotes:\n  - text: One knock.\n",
            "4:5: error M201: “role” is missing. (quotes[1].role)\n"
            "    Add “role: …”. Their job or role, not their name.",
        ),
        (
            IDEA + "sumary: Text\n",
            "3:1: error M202: “sumary” is not a field that you can use here. (sumary)\n"
            "    Did you mean “summary”?",
        ),
        (
            IDEA + "reach:\n  lives: 2\n",
            "4:3: error M202: “lives” is not a field that you can use here. (reach.lives)\n"
            "    Did you mean “live”?",
        ),
        (
            IDEA + "reach:\n  schools: 2\n",
            "4:3: error M202: “schools” is not a field that you can use here. (reach.schools)\n"
            "    The fields you can use here are unit, live, planned or coverage.",
        ),
        (
            IDEA + "stage: liv\n",
            "3:8: error M203: “liv” is not one of the allowed words. (stage)\n"
            "    Did you mean “live”? Use one of: idea, proposed, agreed, designing, procuring, "
            "testing, live, completed, stopped.",
        ),
        (
            IDEA + "type: thing\n",
            "3:7: error M203: “thing” is not one of the allowed words. (type)\n"
            "    Use one of: service, programme, joint-arrangement, platform.",
        ),
        (
            IDEA + "stage: [live]\n",
            "3:8: error M203: This is not one of the allowed words. (stage)\n"
            "    Use one of: idea, proposed, agreed, designing, procuring, testing, live, "
            "completed, stopped.",
        ),
        (
            "title:\nareas: [ashby]\n",
            "1:1: error M204: “title” is empty. (title)\n    You must fill this in. A short name.",
        ),
        (
            IDEA + "risks:\n  - ~\n",
            "4:5: error M204: “risks” is empty. (risks[1])\n"
            "    Fill it in, or delete the line if you do not know. What could go wrong?",
        ),
        (
            IDEA + "summary:\n  - Text\n",
            "4:3: error M205: “summary” must be one piece of text, but this is a list or has "
            "fields of its own. (summary)\n"
            "    Write “summary: text”. If the text has a colon, put it in quotes.",
        ),
        (
            "title: One\nareas: [{ashby: brookvale}]\n",
            "2:9: error M205: This item of “areas” contains a colon, so it is not read as text. "
            "(areas[1])\n"
            '    Put the whole text in quotes: - "Nights: too few staff".',
        ),
        (
            "title: One\nareas: ashby\n",
            "2:8: error M206: “areas” must be a list. (areas)\n"
            "    Write “areas:”. Below it, write each item on a new line that starts with “  - ”.",
        ),
        (
            IDEA + "lessons:\n  worked: Ask first.\n",
            "4:11: error M206: “worked” must be a list. (lessons.worked)\n"
            "    Write “worked:”. Below it, write each item on a new line that starts with “  - ”.",
        ),
        (
            IDEA + "lessons: Ask first.\n",
            "3:10: error M207: “lessons” must have fields of its own. (lessons)\n"
            "    Write each field on a new line: worked or not_worked.",
        ),
        (
            IDEA + "partners:\n  - ashby-council\n",
            "4:5: error M207: “partners” must have fields of its own. (partners[1])\n"
            "    Write each field on a new line: partner or role.",
        ),
        (
            IDEA + "started:\n  - 2020\n",
            "4:3: error M208: “started” has the wrong type of value. (started)\n"
            "    When did it start?",
        ),
        (
            IDEA + "started:\n  year: 2020\n  month: 13\n",
            "4:3: error M208: “started” has the wrong type of value. (started)\n"
            "    When did it start?",
        ),
        (
            IDEA + "reach: {live: [2]}\n",
            "3:15: error M208: “live” has the wrong type of value. (reach.live)\n"
            "    How many does it cover now?",
        ),
        (
            IDEA + MEASURE.replace("result", "result, value: [2]"),
            "4:60: error M208: “value” has the wrong type of value. (measures[1].value)\n"
            "    The number. Leave blank if there is none.",
        ),
        (
            IDEA + MEASURE.replace("result", "result, approximate: [yes]"),
            "4:66: error M208: “approximate” has the wrong type of value. "
            "(measures[1].approximate)\n"
            "    Is the figure rounded?",
        ),
        (
            IDEA + "owner: Ashby Council\n",
            "3:8: error M210: “Ashby Council” is not an id: small letters, digits and single "
            "hyphens only. (owner)\n"
            "    Write it like “ashby-council”.",
        ),
        (
            IDEA + "note: ' '\n",
            "3:7: error M211: The text is empty. (note)\n    Write it, or delete the line.",
        ),
        (
            IDEA + f"summary: {'a' * 401}\n",
            "3:10: error M212: The text has 401 characters; the most here is 400. (summary)\n"
            "    Shorten it, and put the detail in a longer field.",
        ),
        (
            IDEA + "started: last year\n",
            "3:10: error M213: “last year” is not a date. (started)\n"
            "    Write it like 2020, March 2020, 31 March 2020, 2019/20, 2019/20 Q3, spring 2020, "
            "about 2015 or 2017 to 2019.",
        ),
        (
            IDEA + MEASURE.replace("nature: result", "nature: result, value: 24%"),
            "4:60: error M214: “24%” is not a number. (measures[1].value)\n"
            "    Write 24, and “percent” as the unit.",
        ),
        (
            IDEA + "reach: {live: two}\n",
            "3:15: error M215: “two” is not a whole number. (reach.live)\n"
            "    Write digits only, such as 25.",
        ),
    ],
    ids=lambda part: re.sub(r"\W+", "-", part.split(". (")[0])[-40:],
)
def test_exact_words(text: str, expected: str, academy: Academy) -> None:
    assert prototype(academy, text) == [expected]


def test_every_fault_of_a_record_is_told_at_once(academy: Academy) -> None:
    text = "areas: ashby\nstage: liv\ncolour: red\n"
    faults = refused(academy, "prototypes/x.yaml", text)
    assert [one.code for one in faults] == ["M201", "M206", "M203", "M202"]


def test_more_than_fifty_faults_are_counted(academy: Academy) -> None:
    faults = refused(academy, "prototypes/x.yaml", IDEA + "risks:\n" + "  - ''\n" * 60)
    assert [one.code for one in faults].count("M211") == 50
    [last] = [one for one in faults if one.code == "M299"]
    assert last.message == "10 more errors in this file."
    assert last.hint == "Correct the first ones, then check again."


def test_one_more_fault_is_spoken_of_as_one(academy: Academy) -> None:
    faults = refused(academy, "prototypes/x.yaml", IDEA + "risks:\n" + "  - ''\n" * 51)
    assert "1 more error in this file." in [one.message for one in faults]


def test_a_persons_story_says_how_the_person_stands_to_real_life(academy: Academy) -> None:
    text = "---\ntitle: One\ntype: person-pathway\nareas: [ashby]\nproblem: Text.\n---\nText.\n"
    [fault] = refused(academy, "case_studies/x.md", text)
    assert fault.as_text() == (
        "case_studies/x.md:2:1: error M230: A person's story must say if it is about a "
        "real person.\n    Add “persona: fictional”, “composite” or “consented”."
    )


@pytest.mark.parametrize("persona", ["fictional", "composite", "consented"])
def test_a_declared_person(persona: str, academy: Academy) -> None:
    text = (
        "---\ntitle: One\ntype: person-pathway\nareas: [ashby]\nproblem: Text.\n"
        f"persona: {persona}\n---\n"
    )
    assert read_catalogue(academy({"case_studies/x.md": text}))[1] == ()


def test_braces_in_a_value_mean_nothing(academy: Academy) -> None:
    [fault] = prototype(academy, IDEA + "started: '{year} {0} %s'\n")
    assert fault.startswith("3:10: error M213: “{year} {0} %s” is not a date.")
