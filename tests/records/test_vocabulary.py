"""The terms of the world: what an academy adds, what it words in another way, what is refused."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds.area import Area
from generator.model.kinds.measure import Measure
from generator.records.catalogue import Catalogue, default_vocabulary, read_catalogue
from tests.conftest import Academy

VOCABULARY = "registry/vocabulary.yaml"
DEFAULT = default_vocabulary()


def read(academy: Academy, text: str, **files: str) -> tuple[Catalogue, list[str]]:
    more = {path.replace("__", "/") + ".yaml": content for path, content in files.items()}
    catalogue, diagnostics = read_catalogue(academy({VOCABULARY: text, **more}))
    lines = [
        f"{one.line}:{one.column} {one.code} {one.message} [{one.field}] {one.hint}"
        if one.path == VOCABULARY
        else f"{one.place} {one.code} {one.message} {one.hint}"
        for one in diagnostics
    ]
    return catalogue, lines


def area(kind: str) -> str:
    return f"title: Ashby\ntype: {kind}\n"


def test_without_a_file_the_terms_of_the_engine_serve(academy: Academy) -> None:
    catalogue, diagnostics = read_catalogue(academy({"registry/areas/a.yaml": area("ward")}))
    assert diagnostics == ()
    assert catalogue.vocabulary is DEFAULT
    [ward] = catalogue.records_of(Area)
    assert (ward.type, ward.type.label) == ("ward", "Ward")


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("area_types", "borough london-borough unitary district county combined-authority ward "
         "neighbourhood region nation country"),
        ("partner_types", "integrated-care-board integrated-care-system primary-care-network "
         "gp-federation care-provider university company health-board hsc-trust nhs-trust charity"),
        ("units", "percent per-1000-people per-100000-people days people"),
        ("currencies", "GBP EUR USD"),
    ],
)  # fmt: skip
def test_the_engine_ships_what_is_needed_now(section: Any, words: str) -> None:
    assert {*words.split()} <= {*DEFAULT.section(section)}


def test_each_shipped_term_is_whole_and_no_word_means_two() -> None:
    for name in DEFAULT.terms:
        terms = DEFAULT.section(name)
        assert len({term.label for term in terms}) == len(terms)
        assert all(term.label and term.definition.plural for term in terms)
    assert all(term.definition.facet for term in DEFAULT.section("topics"))
    typed = ("area_types", "partner_types")
    assert all(term.definition.schema_org for name in typed for term in DEFAULT.section(name))  # type: ignore[arg-type]


def test_an_academy_adds_terms_and_words_others_in_another_way(academy: Academy) -> None:
    text = (
        "area_types:\n  parish: {label: Parish, plural: Parishes, schema_org: Place}\n"
        "  borough: {label: Metropolitan borough}\n"
        "currencies:\n  NOK: {label: krone, plural: kroner, sign: kr}\n"
        "synonyms:\n  kids: [children, young people]\n"
        "related:\n  after school: [kids]\n"
        "exact_words: [clubs]\n"
        "financial_year_starts: 01-01\n"
    )
    catalogue, faults = read(academy, text, registry__areas__a=area("parish"))
    assert faults == []
    vocabulary = catalogue.vocabulary
    [parish] = catalogue.records_of(Area)
    known = parish.type.definition
    assert (known.id, known.plural, known.schema_org) == ("parish", "Parishes", "Place")
    borough = vocabulary.find("area_types", "borough")
    assert borough is not None
    assert borough.label == "Metropolitan borough"
    assert borough.definition.schema_org == "AdministrativeArea"  # as the engine says
    assert [*vocabulary.section("area_types")] == [*DEFAULT.section("area_types"), "parish"]
    assert vocabulary.find_unit("kr") == vocabulary.find_unit("Kroner") == "NOK"
    assert vocabulary.synonyms["kids"] == ("children", "young people")
    assert vocabulary.related["after school"] == ("kids",)
    assert vocabulary.exact_words == (*DEFAULT.exact_words, "clubs")
    assert vocabulary.financial_year_starts == (1, 1)
    assert DEFAULT.financial_year_starts == (4, 1)
    assert DEFAULT.find("area_types", "parish") is None  # nothing is shared


def test_a_term_that_was_renamed_still_reads(academy: Academy) -> None:
    text = "area_types:\n  parish: {label: Parish, was: [civil-parish]}\n"
    catalogue, faults = read(academy, text, registry__areas__a=area("civil-parish"))
    assert faults == []
    [parish] = catalogue.records_of(Area)
    assert parish.type == "parish"


def test_a_term_is_carried_between_processes() -> None:
    term = DEFAULT.find("area_types", "ward")
    carried = pickle.loads(pickle.dumps(term))  # noqa: S301 - what we pickled
    assert (carried, carried.definition) == (term, term.definition)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("bourough", "“bourough” is not a type of area of this academy. Did you mean “borough” "
         "(Borough)?"),
        ("London Borough", "“London Borough” is not a type of area of this academy. Did you mean "
         "“london-borough” (London borough)?"),
        ("zzz", "“zzz” is not a type of area of this academy. Use one of: borough, london"),
        ("[borough]", "“type” must be one piece of text, but this is a list"),
        ("", "“type” is empty. You must fill this in."),
        ("<script>", "“<script>” is not a type of area of this academy. Use one of"),
    ],
)  # fmt: skip
def test_an_unknown_word_is_one_fault(academy: Academy, word: str, fault: str) -> None:
    _, diagnostics = read_catalogue(
        academy({
            "registry/areas/a.yaml": area(word),
            "registry/areas/b.yaml": "title: B\ntype: ward\npart_of: [a]\n",
        })
    )  # fmt: skip
    [finding] = diagnostics
    assert finding.place.startswith("registry/areas/a.yaml:2:")
    assert f"{finding.message} {finding.hint}".startswith(fault)
    if finding.code == "M203":
        assert finding.hint.endswith(
            "You can add a type of area to registry/vocabulary.yaml, under “area_types”."
        )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("area_typs:\n  parish: {label: Parish}\n",
         "1:1 M202 “area_typs” is not a field that you can use here. [area_typs] Did you mean "
         "“area_types”?"),
        ("area_types:\n  parish: {lable: Parish, label: Parish}\n",
         "2:12 M202 “lable” is not a field that you can use here. [area_types.parish.lable] Did "
         "you mean “label”?"),
        ("area_types:\n  parish: {plural: Parishes}\n",
         "2:3 M201 “label” is missing. [area_types.parish.label] A type of area of your own needs "
         "“label: …”."),
        ("units:\n  hubs: {label: hub}\n",
         "2:3 M201 “plural” is missing. [units.hubs.plural] A unit of your own needs “plural: …”."),
        ("topics:\n  gout: {label: Gout}\n",
         "2:3 M201 “facet” is missing. [topics.gout.facet] A topic of your own needs “facet: …”."),
        ("topics:\n  gout: {label: Gout, facet: setings}\n",
         "2:30 M203 “setings” is not one of the allowed words. [topics.gout.facet] Did you mean "
         "“setting”? Use one of: condition, age-group, setting, theme."),
        ("area_types:\n  Civil Parish: {label: Parish}\n",
         "2:3 M210 “Civil Parish” is not an id: small letters, digits and single hyphens only. "
         "[area_types.Civil Parish] Write it like “civil-parish”."),
        ("area_types:\n  parish: Parish\n",
         "2:11 M207 “parish” must have fields of its own. [area_types.parish] Write each field on "
         "a new line: label, plural, schema_org or was."),
        ("area_types: [parish]\n",
         "1:13 M207 “area_types” must have fields of its own. [area_types] Write each entry on a "
         "new line: its id, a colon and its fields."),
        ("area_types:\n  parish: {label: Parish}\n  parish: {label: Parish}\n",
         "3:3 F122 “parish” is in the file twice. The first is on line 2. [area_types.parish] "
         "Delete one of the two."),
        ("area_types:\n  parish: {label: \"P\\u202eh\"}\n",
         "2:19 F105 "),
        ("area_types:\n  parish: {label: Parish, schema_org: \"<b>\"}\n",
         "2:39 M234 “<b>” is not the name of a type of schema.org. [area_types.parish.schema_org] "
         "Copy the name from schema.org, such as AdministrativeArea."),
        ("currencies:\n  kr: {label: krone, plural: kroner}\n",
         "2:3 M235 “kr” is not a currency code. [currencies.kr] Write the three capital letters of "
         "ISO 4217, such as GBP."),
        ("area_types:\n  parish: {label: Ward}\n",
         "2:19 M230 “Ward” already means “ward”. [area_types.parish.label] Use “ward”, or choose "
         "another word."),
        ("group_types:\n  governing-board: {label: Governing board, was: [board]}\n",
         "2:51 M230 “board” already means “board”. [group_types.governing-board.was[1]] Use "
         "“board”, or choose another word."),
        ("units:\n  shares: {label: share, plural: shares, also: [\"%\"]}\n",
         "2:49 M230 “%” already means “percent”. [units.shares.also[1]] Use “percent”, or choose "
         "another word."),
        ("synonyms:\n  kids: [children]\n  children: [kids]\n",
         "M232 "),
        ("synonyms:\n  kids: [kids]\n",
         "2:10 M232 “kids” leads back to “kids”. [synonyms.kids[1]] Search finds the words of an "
         "entry from each other. Keep one of the entries."),
        ("financial_year_starts: 02-29\n",
         "1:24 M233 “02-29” is not a month and a day on which a year can start. "
         "[financial_year_starts] Write it like 04-01, which is 1 April."),
        ("financial_year_starts: April\n", "1:24 M233 “April” is not a month and a day"),
        ("area_types:\n  parish: {label: " + "x" * 101 + "}\n",
         "2:19 M212 The text has 101 characters; the most here is 100."),
        ("area_types:\n  parish: {label: Ask Jane on 0191 496 0000}\n", "2:"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(academy: Academy, text: str, fault: str) -> None:
    _, faults = read(academy, text)
    assert len(faults) == 1, faults
    assert fault in faults[0]


def test_all_faults_are_told_at_once(academy: Academy) -> None:
    text = "area_types:\n  a: {}\n  b: {}\nunits:\n  c: {label: Day}\nsynonyms:\n  d: [d]\n"
    _, faults = read(academy, text)
    codes = [fault.split()[1] for fault in faults]
    assert codes == ["M201", "M201", "M201", "M230", "M232"]


def test_a_faulty_file_is_reported_and_not_the_records_that_use_its_terms(academy: Academy) -> None:
    text = "area_types:\n  parish: {lable: Parish}\n"
    _, faults = read(academy, text, registry__areas__a=area("parish"))
    assert [fault.split()[1] for fault in faults] == ["M202"]


def test_a_vocabulary_under_another_name_is_reported(academy: Academy) -> None:
    root = academy({"registry/vocabulary.yml": "area_types: {}\n"})
    [finding] = read_catalogue(root)[1]
    assert (finding.code, finding.hint) == ("F133", "Rename it to “vocabulary.yaml”.")


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("%", "percent"), ("per cent", "percent"), ("£", "GBP"), ("gbp", "GBP"), ("$", "USD"),
        ("care homes", "care-homes"), ("Day", "days"), ("per 1,000 people", "per-1000-people"),
        ("per 100,000 population", "per-100000-people"), ("hubs", None), ("£000s", None),
    ],
)  # fmt: skip
def test_a_unit_has_one_id_in_all_spellings(written: str, unit: str | None) -> None:
    assert DEFAULT.find_unit(written) == unit


def test_records_are_read_only_with_a_vocabulary() -> None:
    values = {"id": "a", "title": "A", "type": "ward"}
    with pytest.raises(LookupError, match="context"):
        Area.model_validate(values)
    assert Area.model_validate(values, context=DEFAULT).type == "ward"


def test_two_academies_are_read_side_by_side() -> None:
    own = AcademyVocabulary({**DEFAULT.terms, "units": {}})
    given = {"id": "m", "title": "-", "statement": "S", "outcome": "o", "nature": "result"}
    with_units = Measure.model_validate({**given, "unit": "%"}, context=DEFAULT)
    without = Measure.model_validate({**given, "unit": "%"}, context=own)
    assert (with_units.unit, without.unit) == ("percent", "%")


def test_dates_take_the_financial_year_of_the_academy(academy: Academy) -> None:
    prototype = "title: P\nareas: [a]\nstage: live\nsummary: S.\nstarted: 2019/20\n"
    catalogue, faults = read(
        academy,
        "financial_year_starts: 07-01\n",
        registry__areas__a=area("ward"),
        prototypes__p=prototype,
    )
    assert faults == []
    assert str(catalogue.records["p"].started.earliest) == "2019-07-01"  # type: ignore[attr-defined]
