"""Read the academy's glossary, a file of terms among the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, clip, closest_word
from generator.field_path import FieldPath
from generator.model.glossary import GlossaryTerm
from generator.model.kinds.measure import GIVE_AN_ID_HINT, derived_id_message, has_derived_id
from generator.model.record import Model
from generator.records.catalogue.catalogue import Catalogue
from generator.records.catalogue.folders import GLOSSARY_FILE
from generator.records.model_faults import validation_faults
from generator.records.source import SourceFault, SourceFile, read_source


class GlossaryFile(Model):
    """The content of the glossary file."""

    terms: tuple[GlossaryTerm, ...]


def read_terms(
    root: Path, catalogue: Catalogue
) -> tuple[tuple[GlossaryTerm, ...], tuple[Diagnostic, ...]]:
    """Return the terms of the academy at `root`, and every fault of their file.

    No file means no terms and no fault. Terms may refer to the records of `catalogue`.
    """
    file = root / GLOSSARY_FILE
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return (), ()
    source, faults = read_source(file, GLOSSARY_FILE)
    if source is None:
        return (), tuple(faults)
    try:
        terms = GlossaryFile.model_validate(source.values()).terms
    except ValidationError as error:
        return (), (
            *faults,
            *(f.in_file(GLOSSARY_FILE) for f in validation_faults(error, GlossaryFile, source)),
        )
    wrong = (*_twice(terms, source), *_unknown(terms, source, catalogue))
    return terms, (*faults, *(fault.in_file(GLOSSARY_FILE) for fault in wrong))


def _twice(terms: tuple[GlossaryTerm, ...], source: SourceFile) -> Iterator[SourceFault]:
    """Yield a fault for each name that two terms have."""
    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        for path, name in _names(number, term):
            before = first.setdefault(name.casefold(), number)
            if before != number:
                line = source.place(("terms", before)).line
                message = f"“{clip(name)}” is already explained on line {line}."
                hint = "Combine the two entries, or delete the name from one of them."
                yield _fault(source, path, "M220", message, hint)


def _names(number: int, term: GlossaryTerm) -> Iterator[tuple[FieldPath, str]]:
    yield ("terms", number, "term"), term.term
    for at, name in enumerate(term.also):
        yield ("terms", number, "also", at), name


def _unknown(
    terms: tuple[GlossaryTerm, ...], source: SourceFile, catalogue: Catalogue
) -> Iterator[SourceFault]:
    """Yield a fault for each reference to an unknown record, or to a derived id."""
    known = tuple(catalogue.records)
    for number, term in enumerate(terms):
        for at, target in enumerate(term.about):
            path: FieldPath = ("terms", number, "about", at)
            record = catalogue.find(target)
            if record is not None and has_derived_id(record):
                yield _fault(source, path, "M223", derived_id_message(target), GIVE_AN_ID_HINT)
            if record is not None or _in_a_refused_file(target, catalogue):
                continue
            near = closest_word(target, known, parts=True)
            hint = f"Did you mean “{near}” ({clip(catalogue.title(near))})?" if near else ""
            message = f"There is no record “{clip(target)}”."
            hint = hint or "Correct the id, or add the record first."
            yield _fault(source, path, "M221", message, hint)


def _in_a_refused_file(target: str, catalogue: Catalogue) -> bool:
    # The faults of that file are reported already.
    return any(target == stem or target.startswith(f"{stem}-") for stem in catalogue.refused)


def _fault(source: SourceFile, path: FieldPath, code: str, message: str, hint: str) -> SourceFault:
    return SourceFault(source.place(path), code, message, hint, path)
