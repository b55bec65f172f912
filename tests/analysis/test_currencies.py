"""Amounts in any currency count, each with its own; no sum joins two of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from babel.numbers import list_currencies

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.money import money_figures
from generator.diagnostics import errors
from generator.model.display.vocabulary import format_amount
from generator.model.fields.currencies import ISO_4217
from generator.model.fields.written_figures import read_figure
from generator.records.catalogue import Catalogue, read_catalogue, read_vocabulary
from tests.sites import copy_small

_PARTS = [
    ("100", "NZD", "ashby-council"), ("50", "NZD", "vale-trust"), ("30", "GBP", "ashby-council"),
    ("20", "GBP", "vale-trust"), ("7", "CHF", "ashby-council"),
]  # fmt: skip
_MEASURE = """\
  - id: cost-{number}
    statement: What it cost
    outcome: {outcome}
    nature: result
    value: {value}
    unit: {unit}
    partner: {partner}
    financial_model: Paid invoices
    period: 2024
"""


def academy_in(root: Path, currency: str) -> Catalogue:
    """The small academy, with amounts in three currencies, and one currency of its own."""
    copy_small(root)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("  - academy:\n", f"  - academy:\n      currency: {currency}\n")
    settings.write_text(text, encoding="utf-8")
    outcome = sorted((root / "registry" / "outcomes").glob("*.yaml"))[0].stem
    partners = root / "registry" / "partners"
    partners.mkdir(exist_ok=True)
    for name in ("ashby-council", "vale-trust"):
        (partners / f"{name}.yaml").write_text(
            f"title: {name.title()}\ntype: council\n", encoding="utf-8"
        )
    area = next((root / "registry" / "areas").glob("*.yaml")).stem
    measures = "".join(
        _MEASURE.format(number=number, outcome=outcome, value=value, unit=unit, partner=partner)
        for number, (value, unit, partner) in enumerate(_PARTS)
    )
    (root / "prototypes" / "paid.yaml").write_text(
        f"title: Paid\nsummary: It cost money.\nareas: [{area}]\nstage: live\n"
        f"measures:\n{measures}",
        encoding="utf-8",
    )
    catalogue, findings = read_catalogue(root)
    assert errors(findings) == ()
    return catalogue


def test_every_amount_counts_and_each_currency_is_added_up_alone(tmp_path: Path) -> None:
    figures = money_figures(AdoptionIndex(academy_in(tmp_path / "academy", "NZD")))
    ours = [figure for figure in figures.sums if figure.measure.startswith("cost-")]
    assert [(figure.value, str(figure.currency)) for figure in ours] == [
        (Decimal(value), unit) for value, unit, _ in _PARTS
    ]
    totals = {
        str(total.currency): total.total
        for total in figures.totals
        if total.measures[0].startswith("cost-")
    }
    assert totals == {"NZD": Decimal(150), "GBP": Decimal(50)}


@pytest.mark.parametrize(
    ("currency", "nzd", "usd", "dollar"),
    [("NZD", "$100", "US$100", "NZD"), ("GBP", "NZ$100", "US$100", "USD"),
     ("USD", "NZ$100", "$100", "USD")],
)  # fmt: skip
def test_a_sign_means_the_currency_of_the_academy(
    tmp_path: Path, currency: str, nzd: str, usd: str, dollar: str
) -> None:
    vocabulary = academy_in(tmp_path / "academy", currency).vocabulary
    assert format_amount(Decimal(100), vocabulary.find_unit("NZD")) == nzd
    assert format_amount(Decimal(100), vocabulary.find_unit("USD")) == usd
    assert vocabulary.find_unit("$") == dollar
    assert vocabulary.find_unit("NZ$") == "NZD"
    assert read_figure("$1.2m", vocabulary.currency_signs)["unit"] == dollar
    assert read_figure("NZ$1.2m", vocabulary.currency_signs)["unit"] == "NZD"
    assert read_figure("£5", vocabulary.currency_signs)["unit"] == "GBP"


def test_a_currency_without_a_sign_is_written_by_its_code(tmp_path: Path) -> None:
    vocabulary, _ = read_vocabulary(tmp_path)
    assert format_amount(Decimal(1200), vocabulary.find_unit("CHF")) == "1,200 CHF"


def test_the_codes_are_those_of_the_standard() -> None:
    assert list_currencies() >= ISO_4217
