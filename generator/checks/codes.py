"""Checks of the official codes of areas and partners."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error
from generator.model.kinds.area import Area
from generator.model.kinds.code_schemes import code_fault
from generator.model.kinds.partner import Partner
from generator.records.catalogue import Catalogue


def codes_have_the_form_of_their_scheme(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A code has the form of its scheme.

    GSS: a capital letter and 8 digits. ODS: 3 to 10 capital letters and digits. A code with one
    wrong sign, such as the letter l for the digit 1, matches no other data. Without a scheme, a
    code is refused that can only be a slip in a GSS code.
    """
    coded: tuple[Area | Partner, ...] = (
        *catalogue.records_of(Area),
        *catalogue.records_of(Partner),
    )
    for record in coded:
        if record.code and (fault := code_fault(record.code, record.code_scheme)):
            yield CheckFinding(record.id, ("code",), *fault)


CHECKS = (error("C382", codes_have_the_form_of_their_scheme),)
