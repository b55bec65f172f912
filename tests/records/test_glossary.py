"""The academy's own terms: what is read, what is refused, and what the model adds."""

from __future__ import annotations

import pytest

from generator.analysis.graph import full_graph
from generator.build.examine import examine
from generator.model.glossary import GlossaryTerm, index_letter, merge_terms, term_anchors
from generator.model.method_terms import MODEL_TERMS, all_terms
from generator.records.catalogue import read_catalogue
from tests.conftest import Academy
from tests.sites import FIRST_ACADEMY

GLOSSARY = "registry/glossary.yaml"
AREA = {"registry/areas/ashby.yaml": "title: Ashby\ntype: borough\naliases: [old-ashby]\n"}
# requirement LE18
ASKED = ("LDA", "CCG", "RPIW", "3P", "Kaizen", "LEAN", "LTC", "IMPROVE", "TVC", "QIPP")


def term(name: str, *also: str, explained: bool = True) -> GlossaryTerm:
    return GlossaryTerm(term=name, also=also, meaning=f"What {name} means.", explained=explained)


def read(academy: Academy, text: str | bytes) -> tuple[tuple[GlossaryTerm, ...], list[str]]:
    catalogue, diagnostics = read_catalogue(academy({**AREA, GLOSSARY: text}))
    lines = [
        f"{one.place} {one.code} {one.message} [{one.field}] {one.hint}" for one in diagnostics
    ]
    return catalogue.terms, lines


def test_terms_are_read_with_everything_they_say(academy: Academy) -> None:
    text = (
        "terms:\n  - term: CCG\n    also: [clinical commissioning group]\n    meaning: A body.\n"
        "    about: [ashby, old-ashby]\n    explained: no\n  - term: fidelity\n    meaning: How.\n"
    )
    terms, faults = read(academy, text)
    assert faults == []
    assert terms == (
        GlossaryTerm(
            term="CCG",
            also=("clinical commissioning group",),
            meaning="A body.",
            about=("ashby", "old-ashby"),
            explained=False,
        ),
        GlossaryTerm(term="fidelity", meaning="How."),
    )


def test_no_file_is_no_fault(academy: Academy) -> None:
    catalogue, diagnostics = read_catalogue(academy(AREA))
    assert (catalogue.terms, diagnostics) == ((), ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "terms:\n  - term: CCG\n",
            f"{GLOSSARY}:2:5 M201 “meaning” is missing. [terms[1].meaning] "
            "Add “meaning: …”. Say what it means in one or two sentences.",
        ),
        (
            "terms:\n  - term: A\n    meaning: B\n    abuot: [ashby]\n",
            f"{GLOSSARY}:4:5 M202 “abuot” is not a field that you can use here. [terms[1].abuot] "
            "Did you mean “about”?",
        ),
        (
            "terms:\n  - term: A\n    meaning: B\n    about: [ashbi]\n",
            f"{GLOSSARY}:4:13 M221 There is no record “ashbi”. [terms[1].about[1]] "
            "Did you mean “ashby” (Ashby)?",
        ),
        (
            "terms:\n  - {term: A, meaning: B, about: [xyz]}\n",
            f"{GLOSSARY}:2:35 M221 There is no record “xyz”. [terms[1].about[1]] "
            "Correct the id, or add the record first.",
        ),
        (
            "terms:\n  - {term: A b, meaning: B}\n  - {term: C, also: [D, a B], meaning: E}\n",
            f"{GLOSSARY}:3:25 M220 “a B” is already explained on line 2. [terms[2].also[2]] "
            "Combine the two entries, or delete the name from one of them.",
        ),
        ("- term: A\n", f"{GLOSSARY}:1:1 F111"),
        (b"terms: \xff\n", f"{GLOSSARY}:1:8 F104"),
    ],
)
def test_faults_are_told_at_their_place(academy: Academy, text: str | bytes, fault: str) -> None:
    _, [line] = read(academy, text)
    assert line.startswith(fault)


def test_an_empty_meaning_and_one_too_long_are_refused(academy: Academy) -> None:
    _, faults = read(academy, f"terms:\n  - {{term: A, meaning: {'x' * 401}}}\n")
    assert [fault.split()[1] for fault in faults] == ["M212"]
    _, faults = read(academy, 'terms:\n  - {term: A, meaning: ""}\n')
    assert [fault.split()[1] for fault in faults] == ["M211"]


def test_a_record_that_cannot_be_read_is_not_told_twice(academy: Academy) -> None:
    root = academy({
        "registry/areas/ashby.yaml": "title: &x Ashby\n",
        GLOSSARY: "terms:\n  - {term: A, meaning: B, about: [ashby]}\n",
    })  # fmt: skip
    _, diagnostics = read_catalogue(root)
    assert [one.path for one in diagnostics] == ["registry/areas/ashby.yaml"]


def test_a_linked_glossary_is_not_read(academy: Academy) -> None:
    root = academy({**AREA, "elsewhere.txt": "terms: []\n"})
    (root / GLOSSARY).symlink_to(root / "elsewhere.txt")
    _, [finding] = read_catalogue(root)
    assert (finding.path, finding.code) == (GLOSSARY, "F101")


def test_only_the_glossary_s_own_name_is_taken(academy: Academy) -> None:
    text = "terms:\n  - {term: A, meaning: B}\n"
    catalogue, [finding] = read_catalogue(academy({**AREA, "registry/glossery.yaml": text}))
    assert catalogue.terms == ()
    assert (finding.path, finding.code) == ("registry/glossery.yaml", "F133")


def test_the_first_glossary_explains_what_was_asked_and_adds_no_record() -> None:
    catalogue, findings = examine(FIRST_ACADEMY)
    names = {name for one in catalogue.terms for name in one.names}
    assert names >= set(ASKED)
    assert GLOSSARY not in {found.path for found in findings}
    assert set(full_graph(catalogue)) == set(catalogue.records)


def test_own_terms_come_before_the_words_of_the_model() -> None:
    model = (term("fidelity"), term("core parts", "core part", "keep"), term("outlier"))
    own = (term("Model fidelity", "Fidelity"), term("keep"), term("Ändern"))
    merged = merge_terms(own, model)
    assert [one.term for one in merged] == [
        "Ändern",
        "core parts",
        "keep",
        "Model fidelity",
        "outlier",
    ]
    assert merged[1].also == ("core part",)


def test_the_words_of_the_model_do_not_clash() -> None:
    names = [name.casefold() for one in MODEL_TERMS for name in one.names]
    assert len(names) == len(set(names))
    assert len(all_terms(())) == len(MODEL_TERMS)
    assert not any(one.about for one in MODEL_TERMS)


def test_anchors_can_be_typed_and_are_never_the_same() -> None:
    anchors = term_anchors([term("A&E"), term("A e"), term("Café"), term("→"), term("日本")])
    assert list(anchors.values()) == [
        "term-a-e", "term-a-e-2", "term-cafe", "term-other", "term-other-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "under"), [("Élan", "E"), ("3P", "0 to 9"), ("baseline", "B"), ("→", "Other")]
)
def test_letters(name: str, under: str) -> None:
    assert index_letter(term(name)) == under


def test_a_term_does_not_lead_to_a_measure_without_an_id(academy: Academy) -> None:
    area = AREA["registry/areas/ashby.yaml"]
    rows = "measures:\n  - {statement: S, outcome: days, nature: result}\n"
    files = {"registry/areas/ashby.yaml": area + rows}
    catalogue, _ = read_catalogue(academy(files))
    [derived] = [one.id for one in catalogue.records.values() if one.kind == "measure"]
    terms = f"terms:\n  - {{term: A, meaning: B, about: [{derived}]}}\n"
    _, [fault] = read_catalogue(academy({**files, GLOSSARY: terms}))
    assert (fault.code, fault.field) == ("M223", "terms[1].about[1]")
    assert fault.hint.startswith("Give this result an id first")
