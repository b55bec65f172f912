"""Checks of `same_as`: the same thing in this academy and in one that it follows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.diagnostics import clip, did_you_mean
from generator.model.fields.full_names import academy_of, is_full_name
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, same_records

_SAME_AS = "same_as"
_REMEDY = "Write the full name of a record, such as their-academy/its-id, or a web address."


def same_as_names_a_record_of_the_kind(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A full name in “same as” that begins with a followed academy names a record of it.

    The record is of the same kind.
    """
    academies = {academy.id for academy in catalogue.academies}
    for record_id, number, name in _stated(catalogue):
        if not is_full_name(name) or academy_of(name) not in academies:
            continue
        path, target = (_SAME_AS, number), catalogue.find(name)
        if target is None:
            message = f"There is no record “{clip(name)}”."
            yield CheckFinding(record_id, path, message, _did_you_mean(catalogue, name))
        elif target.kind != (kind := catalogue.records[record_id].kind):
            theirs, ours = KIND_OF[target.kind].with_article, KIND_OF[kind].with_article
            message = f"“{name}” is {theirs}, and this is {ours}. They cannot be the same."
            yield CheckFinding(record_id, path, message, "Delete this line.")


def same_as_joins_one_record_of_each_academy(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A “same as” makes no two records of one academy one.

    If two places of an academy are both said to be one place of another, that academy must first
    say which of them is right.
    """
    refused = same_records(catalogue.statements, catalogue.resolve_statement).refused
    for claim, two in refused.items():
        first, second = (f"“{catalogue.statements[name].title}” ({name})" for name in sorted(two))
        message = f"This would make {first} and {second} one, and they are of one academy."
        yield CheckFinding(claim.record, (_SAME_AS, claim.number), message, "Delete what is wrong.")


def same_as_is_a_full_name_or_an_address(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A “same as” is the full name of a record of a followed academy, or a web address.

    Anything else joins nothing, and leads nowhere.
    """
    academies = [academy.id for academy in catalogue.academies]
    for record_id, number, name in _stated(catalogue):
        path, academy = (_SAME_AS, number), academy_of(name)
        if not is_full_name(name):
            if not name.startswith(("https://", "http://")):
                message = f"“{clip(name)}” is neither a full name nor a web address."
                yield CheckFinding(record_id, path, message, _REMEDY)
        elif academy not in academies:
            message = f"You follow no academy with the short name “{clip(academy)}”."
            hint = did_you_mean(academy, academies) or "Follow it, or delete this line."
            yield CheckFinding(record_id, path, message, hint)


def _stated(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    for record in catalogue.own.records.values():
        for number, name in enumerate(record.same_as):
            yield record.id, number, name


def _did_you_mean(catalogue: Catalogue, name: str) -> str:
    academy = f"{academy_of(name)}/"
    names = [known for known in catalogue.statements if known.startswith(academy)]
    return did_you_mean(name, names) or "Delete this line, or correct it."


CHECKS = (
    error("C384", same_as_names_a_record_of_the_kind),
    error("C385", same_as_joins_one_record_of_each_academy),
    warning("C386", same_as_is_a_full_name_or_an_address),
)
