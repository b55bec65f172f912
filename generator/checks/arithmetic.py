"""Checks of figures that can be recomputed, and of money that must not be added up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext

from generator.checks.check import CheckFinding, error, warning
from generator.model.fields.units import is_money
from generator.model.kinds.measure import Measure
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue


def shares_compute(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A share that names its part and its whole equals the part divided by the whole.

    We work out the value and the starting value again, to the same number of decimals. The page
    keeps the figure in the source and says what we worked out.
    """
    for share in catalogue.records_of(Measure):
        part = _measure(catalogue, share.share_part)
        whole = _measure(catalogue, share.share_of)
        if part is None or whole is None:
            continue
        for path, value_of in _VALUES:
            written, above, below = value_of(share), value_of(part), value_of(whole)
            if written is None or above is None or not below:
                continue
            with localcontext(prec=60):
                computed = _rounded(above / below * 100, written)
            if computed != written:
                message = f"The share is {written}, but we worked it out as {computed}."
                hint = f"{above} of {below}. If the source says {written}, keep it and add a note."
                yield CheckFinding(share.id, path, message, hint)


def totals_compute(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A total that names its parts equals the sum of the parts."""
    for total in catalogue.records_of(Measure):
        parts = [_measure(catalogue, part) for part in total.sum_of]
        if not parts or any(part is None for part in parts):
            continue
        for path, value_of in _VALUES:
            values = [value_of(part) for part in parts if part]
            written = value_of(total)
            units = {measure.unit for measure in (total, *parts) if measure and measure.unit}
            if written is None or any(value is None for value in values) or len(units) > 1:
                continue  # `sums_stay_inside_one_unit` reports several units
            computed = sum((value for value in values if value is not None), Decimal(0))
            if computed != written:
                message = f"The total is {written}, but its parts add up to {computed}."
                hint = "Correct the figure. If the source says this, keep it and add a note."
                yield CheckFinding(total.id, path, message, hint)


def money_is_not_mixed(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Money is added up only within one stated financial model.

    A financial model is the way in which a cost or saving was worked out. Amounts worked out in
    different ways, or in ways that nobody has stated, do not make a total.
    """
    for total in catalogue.records_of(Measure):
        if not total.sum_of or not is_money(total.unit):
            continue
        parts = [_measure(catalogue, part) for part in total.sum_of]
        models = {part.financial_model for part in parts if part} | {total.financial_model}
        if len(models) > 1 or None in models:
            names = ", ".join(sorted(model or "not stated" for model in models))
            words = RECORD_REFUSALS["mixed_money"].words(names=names)
            yield CheckFinding(total.id, ("sum_of",), *words)


def illustrations_are_not_results(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A made-up figure (an illustration) is not recorded as a result.

    A result is something that has happened.
    """
    for measure in catalogue.records_of(Measure):
        if measure.nature == "result" and measure.evidence_level == "illustration":
            yield CheckFinding(measure.id, ("nature",), *RECORD_REFUSALS["made_up_result"].words())


def _value(measure: Measure) -> Decimal | None:
    return measure.value


def _start(measure: Measure) -> Decimal | None:
    baseline = measure.baseline
    return baseline.value if baseline and baseline.unit in (None, measure.unit) else None


_VALUES = ((("value",), _value), (("baseline", "value"), _start))


def _measure(catalogue: Catalogue, target: str | None) -> Measure | None:
    record = catalogue.find(target) if target else None
    return record if isinstance(record, Measure) else None


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    return value.quantize(Decimal(1).scaleb(int(like.as_tuple().exponent)), ROUND_HALF_UP)


CHECKS = (
    warning("C311", shares_compute),
    warning("C312", totals_compute),
    error("C313", money_is_not_mixed),
    error("C318", illustrations_are_not_results),
)
