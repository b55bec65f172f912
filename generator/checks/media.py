"""Checks of the files in the media folder, and of the places that show them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.checks.prose import pictures_in_texts_have_words
from generator.diagnostics import clip, did_you_mean
from generator.markdown.pictures import pictures_in
from generator.media.refusal import RefusalType
from generator.model.fields.prose import prose_texts
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue, MediaFile, MediaUse, RecordLocation, pictures_of
from generator.records.source import START, Mapping, SourceFile

MAX_PICTURES = 10  # of a page: more would not fit into its weight
PEOPLE = re.compile(
    r"\b(?:adults?|baby|babies|boys?|carers?|child|children|clients?|colleagues?|crowd|doctors?"
    r"|famil(?:y|ies)|girls?|leaders?|man|men|mothers?|fathers?|neighbours?|nurses?|parents?"
    r"|patients?|people|persons?|portrait|pupils?|residents?|staff|students?|teams?|visitors?"
    r"|volunteers?|wom[ae]n|workers?)\b",
    re.IGNORECASE | re.ASCII,
)


def files_are_there(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A file that a record shows is in the folder media, with the same small and capital letters.

    Some systems tell these apart and others do not, so that a page might lack the picture there.
    """
    for record_id, use in _uses(catalogue):
        if use.file not in catalogue.media:
            message, hint = RECORD_REFUSALS["file_missing"].words(text=clip(use.file))
            near = did_you_mean(use.file, list(catalogue.own.media))
            yield _finding(record_id, use, message, near or hint)


def people_agreed(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A picture whose words say that it shows people says how they agreed to it."""
    for record in catalogue.records.values():
        for number, picture in enumerate(record.pictures):
            match = PEOPLE.search(f"{picture.alt} {picture.caption or ''}")
            if match and picture.consent is None:
                words = RECORD_REFUSALS["people"].words(word=match[0])
                yield CheckFinding(record.id, ("pictures", number), *words)


def people_in_texts_agreed(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A picture of people in a text is listed under `pictures` too, where consent is stated."""
    for record in catalogue.records.values():
        listed = {picture.file for picture in record.pictures}
        for path, text in prose_texts(record):
            for picture in pictures_in(text):
                words = PEOPLE.search(f"{picture.alt} {picture.caption}")
                if words and picture.file not in listed:
                    message = f"The picture seems to show people (“{words[0]}”)."
                    hint = "List it under “pictures”, and say in “consent” how they agreed."
                    yield CheckFinding(record.id, path, message, hint, offset=picture.offset)


def files_are_used(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record shows each file of the folder media: others are not part of the site."""
    used = {use.file for _, use in _uses(catalogue)}
    for path, file in catalogue.media.items():
        if path not in used:
            message = "No record shows this file, so it is not part of the site."
            hint = f"Name it in a record (“file: {path}”), or delete it."
            yield _file_finding(file, message, hint)


def few_pictures_a_page(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record shows at most ten pictures, so that its page stays light for slow networks."""
    for record in catalogue.records.values():
        if len(pictures := pictures_of(record)) > MAX_PICTURES:
            uses = catalogue.media_uses[record.id]
            use = next(use for use in uses if use.file == pictures[MAX_PICTURES])
            words = RECORD_REFUSALS["pictures"].words(count=len(pictures), most=MAX_PICTURES)
            yield _finding(record.id, use, *words)


def files_have_their_type(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A file is of the type that its name says."""
    return _refused(catalogue, RefusalType.TYPE)


def files_are_small_enough(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A file has at most 20 MB, and a picture at most 40 megapixels."""
    return _refused(catalogue, RefusalType.SIZE)


def files_are_whole(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A file can be read to its end."""
    return _refused(catalogue, RefusalType.DAMAGED)


def pictures_are_still(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A picture does not move: moving pictures distract, and many people cannot stop them."""
    return _refused(catalogue, RefusalType.ANIMATED)


def documents_are_open(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A document has no password: the academy must be able to check what it says."""
    return _refused(catalogue, RefusalType.PROTECTED)


def documents_hold_no_programs(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A document holds no program, macro, form or other file, which could harm who opens it."""
    return _refused(catalogue, RefusalType.ACTIVE)


def documents_load_nothing(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A document loads nothing from elsewhere, which would tell others that somebody reads it."""
    return _refused(catalogue, RefusalType.OUTSIDE)


def documents_name_no_reviewers(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A document has no comments or tracked changes, which say who made them."""
    return _refused(catalogue, RefusalType.NAMES)


def _refused(catalogue: Catalogue, refusal_type: RefusalType) -> Iterator[CheckFinding]:
    """Yield the refused files of a type: at each place that shows one, else at the file."""
    uses: dict[str, list[tuple[str, MediaUse]]] = {}
    for record_id, use in _uses(catalogue):
        uses.setdefault(use.file, []).append((record_id, use))
    for path, file in catalogue.media.items():
        if file.refusal is None or file.refusal.type is not refusal_type:
            continue
        for record_id, use in uses.get(path, ()):
            message = f"{clip(path, 100)}: {file.refusal.message}"
            yield _finding(record_id, use, message, file.refusal.hint)
        if path not in uses:
            yield _file_finding(file, file.refusal.message, file.refusal.hint)


def _uses(catalogue: Catalogue) -> Iterator[tuple[str, MediaUse]]:
    for record_id, uses in catalogue.media_uses.items():
        for use in uses:
            yield record_id, use


def _finding(record_id: str, use: MediaUse, message: str, hint: str) -> CheckFinding:
    return CheckFinding(record_id, use.path, message, hint, offset=use.offset)


def _file_finding(file: MediaFile, message: str, hint: str) -> CheckFinding:
    """Return a finding about a file that no record shows; it has no lines."""
    nothing = SourceFile(file.path, Mapping((), START), "")
    return CheckFinding("", (), message, hint, RecordLocation(nothing))


CHECKS = (
    error("C370", files_are_there),
    error("C371", pictures_in_texts_have_words),
    error("C372", people_agreed),
    warning("C373", people_in_texts_agreed),
    warning("C374", files_are_used),
    error("C375", files_have_their_type),
    error("C376", files_are_small_enough),
    error("C377", files_are_whole),
    error("C378", pictures_are_still),
    error("C379", few_pictures_a_page),
    error("C391", documents_are_open),
    error("C392", documents_hold_no_programs),
    error("C393", documents_load_nothing),
    error("C394", documents_name_no_reviewers),
)
