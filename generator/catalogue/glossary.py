"""The academy's own terms: one file of content that holds no records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.folders import GLOSSARY
from generator.catalogue.model import Catalogue
from generator.diagnostics import Diagnostic, clip, nearest
from generator.kinds.base import Part
from generator.kinds.faults import faults_of
from generator.kinds.glossary import Term
from generator.kinds.measure import GIVE_AN_ID, has_no_id, id_is_derived
from generator.source import Fault, FieldPath, Source, read_source


class Glossary(Part):
    """What the file holds."""

    terms: tuple[Term, ...]


def read_terms(root: Path, catalogue: Catalogue) -> tuple[tuple[Term, ...], tuple[Diagnostic, ...]]:
    """The terms of the academy at `root`, and every fault of their file.

    No file means no terms and no fault. The records of `catalogue` are those that terms may name.
    """
    file = root / GLOSSARY
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return (), ()
    source, faults = read_source(file, GLOSSARY)
    if source is None:
        return (), tuple(faults)
    try:
        terms = Glossary.model_validate(source.values()).terms
    except ValidationError as error:
        return (), (*faults, *(f.at(GLOSSARY) for f in faults_of(error, Glossary, source)))
    found = (*_twice(terms, source), *_unknown(terms, source, catalogue))
    return terms, (*faults, *(fault.at(GLOSSARY) for fault in found))


def _twice(terms: tuple[Term, ...], source: Source) -> Iterator[Fault]:
    """A reader would find two meanings for one word."""
    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        for path, name in _names(number, term):
            before = first.setdefault(name.casefold(), number)
            if before != number:
                line = source.place(("terms", before)).line
                message = f"“{clip(name)}” is explained already, in line {line}."
                hint = "Make one entry of the two, or delete the name from one of them."
                yield _fault(source, path, "M220", message, hint)


def _names(number: int, term: Term) -> Iterator[tuple[FieldPath, str]]:
    yield ("terms", number, "term"), term.term
    for at, name in enumerate(term.also):
        yield ("terms", number, "also", at), name


def _unknown(terms: tuple[Term, ...], source: Source, catalogue: Catalogue) -> Iterator[Fault]:
    """A term names records that exist."""
    known = tuple(catalogue.records)
    for number, term in enumerate(terms):
        for at, target in enumerate(term.about):
            path: FieldPath = ("terms", number, "about", at)
            found = catalogue.find(target)
            if found is not None and id_is_derived(found):
                yield _fault(source, path, "M223", has_no_id(target), GIVE_AN_ID)
            if found is not None or _in_a_refused_file(target, catalogue):
                continue
            near = nearest(target, known, parts=True)
            hint = f"Did you mean “{near}” ({clip(catalogue.title(near))})?" if near else ""
            message = f"There is no record “{clip(target)}”."
            hint = hint or "Correct the id, or add the record first."
            yield _fault(source, path, "M221", message, hint)


def _in_a_refused_file(target: str, catalogue: Catalogue) -> bool:
    # that file's own faults are the ones to mend
    return any(target == one or target.startswith(f"{one}-") for one in catalogue.refused)


def _fault(source: Source, path: FieldPath, code: str, message: str, hint: str) -> Fault:
    return Fault(source.place(path), code, message, hint, path)
