"""An academy in which made-up personal data stands wherever somebody can write: in each field of
each kind, in keys, names of files, settings and hand-written pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, questions_of, words_of
from generator.privacy import PersonalDataName
from generator.publish import write_file
from generator.records.catalogue import default_vocabulary, read_catalogue
from tests.conftest import SMALL
from tests.media.document_samples import DOCUMENTS
from tests.media.samples import SAMPLES


@dataclass(frozen=True)
class Datum:
    """Personal data as it is written, and what no output may hold: more than half of its letters
    and digits in a row. `before` makes a date one of birth.
    """

    sort: PersonalDataName
    text: str
    never: tuple[str, ...]
    before: str = ""

    @property
    def in_sentence(self) -> str:
        """The datum as it stands in a sentence."""
        return f"{self.before} {self.text}".strip()


DATA = (
    Datum("e-mail", "jane.q.doe@wards.example.org", ("janeqdoe", "janeqdoewards")),
    Datum("nhs-number", "943 476 5919", ("9434765",)),
    Datum("telephone", "01632 960 147", ("1632960",)),
    Datum("national-insurance", "AB 12 34 56 C", ("ab12345",)),
    Datum("postcode", "NE33 1AA", ("ne331a",)),
    Datum("date-of-birth", "17/03/1948", ("1703194", "1948031", "17march194"), "born"),
    Datum("patient-number", "0305 481 234", ("0305481",), "CHI number"),
    Datum("person", "Mary Fernlea, 82, of Acacia Avenue", ("maryfernlea",)),
)
# where a sentence of so many letters is cut, the datum stands on the cut
_FILLERS = (0, 30, 45, 52, 56)
_SOUND = {
    "date": "2020", "number": "3", "whole": "3", "yes-no": "yes", "web": "https://example.org/x",
    "p-value": "0.04", "picture-file": "media/bench.png",
    "document-file": "media/paper.pdf",
}  # fmt: skip
_TEXTS = ("line", "text", "story")


def leaks(output: str) -> list[str]:
    """What of the planted data an output holds, in whatever spelling."""
    letters = "".join(sign for sign in output.lower() if sign.isalnum())
    return [never for datum in DATA for never in datum.never if never in letters]


class Planter:
    """Writes records with the data in turn, from one of them on."""

    def __init__(self, first: int = 0) -> None:
        self._data = cycle((*DATA[first:], *DATA[:first]))
        self._fillers = cycle(_FILLERS)
        catalogue, _ = read_catalogue(SMALL)
        self._ids = {record.kind: record.id for record in catalogue.records.values()}
        self._any = next(iter(catalogue.records))

    def files(self) -> Iterator[tuple[str, str]]:
        """Each record by its path: whole ones, and for each field one in which it is wrong."""
        for kind in KINDS:
            if kind.folder is None:
                continue
            values = self._all_sound(questions_of(kind))
            yield f"{kind.folder}/planted-{kind.slug}{kind.suffix}", written(kind, values)
            for name, wrong in self._wrong(kind):
                yield f"{kind.folder}/wrong-{kind.slug}-{name}{kind.suffix}", written(kind, wrong)

    def _wrong(self, kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
        asked = {one.name: one for one in questions_of(kind)}
        for name in sorted({*kind.model.model_fields, *asked}):
            value = self._bare(asked[name]) if name in asked else [self._next(), self._next()]
            yield name.replace("_", "-"), {"title": "A title", name: value}
        personal = self._next()
        unknown = {
            personal.in_sentence: self._next(),
            "more": {self._next().in_sentence: [self._next()]},
        }
        yield "unknown", {"title": "A title", **unknown, personal.text: self._next()}
        yield "nested", {"title": "A title", "sources": [{self._next().in_sentence: self._next()}]}

    def _next(self) -> Datum:
        return next(self._data)

    def _prose(self) -> str:
        filler = "x" * next(self._fillers)
        return f"{filler} {self._next().in_sentence}".strip()

    def _all_sound(self, questions: Sequence[Question]) -> dict[str, Any]:
        """Every field; of those of which exactly one is filled, the last, which takes text."""
        return {
            one.name: self._sound(one)
            for one in questions
            if not one.one_of or one.name == one.one_of[-1]
        }

    def _sound(self, question: Question) -> Any:
        """What a field takes, with data in it where text may stand."""
        if question.inside:
            value: Any = self._all_sound(question.inside)
        elif question.shape in _TEXTS:
            value = self._prose()
        elif question.shape == "record":
            known = (self._ids[one] for one in question.kinds if one in self._ids)
            value = next(known, self._any)
        elif words := words_of(question, default_vocabulary()):
            value = words[0]
        else:
            value = _SOUND.get(question.shape, "planted-id")
        return [value] if question.many else value

    def _bare(self, question: Question) -> Any:
        """Data alone, whatever the field takes."""
        if not question.inside:
            return [self._next(), self._next()] if question.many else self._next()
        value = {one.name: self._bare(one) for one in question.inside}
        return [value, self._next()] if question.many else value


def written(kind: Kind, values: Mapping[str, Any]) -> str:
    """A file of a kind, with all its text in quotes."""
    if kind.suffix != ".md":
        return "".join(_lines(values, ""))
    fields = {name: value for name, value in values.items() if name != "story"}
    story = values.get("story", "Text.")
    body = story.in_sentence if isinstance(story, Datum) else str(story)
    return "---\n" + "".join(_lines(fields, "")) + f"---\n\n{body}\n"


def _lines(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _entry(f"{indent}{json.dumps(name, ensure_ascii=False)}:", inner, indent)
    else:
        for inner in value:
            yield from _entry(f"{indent}-", inner, indent)


def _entry(start: str, inner: Any, indent: str) -> Iterator[str]:
    if isinstance(inner, Mapping | list):
        yield f"{start}\n"
        yield from _lines(inner, f"{indent}  ")
    elif isinstance(inner, Datum):
        if inner.before:
            yield f"{indent}# {inner.before}\n"
        yield f"{start} {json.dumps(inner.text)}\n"
    else:
        yield f"{start} {json.dumps(inner, ensure_ascii=False)}\n"


def names() -> Iterator[str]:
    """The names that data give files: as written, and as ids."""
    for datum in DATA:
        yield datum.in_sentence.replace("/", "-")
        yield "-".join(datum.in_sentence.replace("/", " ").lower().split())


def plant(root: Path, first: int = 0) -> None:
    """Add to an academy files with personal data in each place that a record has."""
    for path, text in Planter(first).files():
        (root / path).write_text(text, encoding="utf-8")
    for name in names():
        for folder, suffix in (("prototypes", ".yaml"), ("registry/areas", ".yaml"),
                               ("case_studies", ".md"), ("registry", ""), (".", ".yaml"),
                               ("registry/areas", ".yml.txt"), ("media", ".png")):  # fmt: skip
            (root / folder).mkdir(exist_ok=True)
            (root / folder / f"{name}{suffix}").write_text("title: A title\n", encoding="utf-8")
    write_file(root, "media/bench.png", SAMPLES["png"]())
    write_file(root, "media/paper.pdf", DOCUMENTS["pdf"]())
    for number, datum in enumerate(DATA):
        _plant_oddities(root / "registry" / "areas", number, datum)
    (root / "registry" / "glossary.yaml").write_text(_glossary(), encoding="utf-8")
    (root / "registry" / "waivers.yaml").write_text(_waivers(), encoding="utf-8")


def _plant_oddities(folder: Path, number: int, datum: Datum) -> None:
    """What is no data yet to the reader: anchors, tags, doubles, references and broken files."""
    personal, word = datum.in_sentence, datum.text.replace(" ", "-")
    oddities = (
        f"title: &{word} x\n# {personal}\n", f"title: !{word} x\n# {personal}\n",
        f'"{personal}": a\n"{personal}": b\n', f'title: "{personal}\n', f"- {personal}\n",
        f"{personal}\n",
        f"title: A title\nsummary: See [[{personal}]] and [[{datum.text}|{personal}]].\n",
        f"title: {personal} # {personal}\n", f'title: "{personal}\\u200b"\n',
        f"title: a: {personal}\n",
    )  # fmt: skip
    for at, text in enumerate(oddities):
        (folder / f"odd-{number}-{at}.yaml").write_text(text, encoding="utf-8")


def _glossary() -> str:
    terms = [
        {
            "term": datum.in_sentence,
            "meaning": f"It is {datum.in_sentence}.",
            "also": [datum.in_sentence, "x"],
            "about": [datum],
            datum.in_sentence: datum,
        }
        for datum in DATA
    ]
    return "".join(_lines({"terms": terms}, ""))


def _waivers() -> str:
    waivers = [
        {"file": "x.yaml", "sort": datum, "text": datum, "reason": datum.in_sentence,
         "approved_by": datum.in_sentence, "approved_on": datum, datum.in_sentence: datum}
        for datum in DATA
    ]  # fmt: skip
    return "".join(_lines({"waivers": waivers}, ""))
