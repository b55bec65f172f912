"""`academy review`: records to look at again, by owner."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.upkeep import REASONS, ReviewReason, review_reasons_on
from generator.cli import report
from generator.cli.project_options import help_examples, project_option, read_academy
from generator.diagnostics import errors
from generator.english import counted
from generator.records.catalogue import Catalogue

_NO_OWNER = "Nobody recorded yet"


@click.command(
    "review", epilog=help_examples("academy review", "academy review --owner my-council")
)
@click.option(
    "--owner", help="Only records that this partner or group keeps up to date. Give its id."
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="List what needs a review on this day. [default: today]",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@project_option
def review(project: Path, owner: str | None, day: date | None, form: str) -> None:
    """List the records to review, with the reason and what to add to each next.

    A record is listed if its review is due, if it was last reviewed long ago or never, if the
    adopter has not confirmed it, or if it says little.
    """
    catalogue, findings = read_academy(project)
    if faults := errors(findings):
        report.show_findings(faults, gaps=False)
        raise click.ClickException("Correct these errors first.")
    when = day or date.today()  # noqa: DTZ011 - the day on this machine is what people mean
    reasons = review_reasons_on(AdoptionIndex(catalogue), date(when.year, when.month, when.day))
    if owner is not None:
        if catalogue.resolve(owner) is None:
            raise click.UsageError(f"There is no record “{owner}”.")
        reasons = tuple(reason for reason in reasons if reason.owner == catalogue.resolve(owner))
    click.echo(_as_json(reasons) if form == "json" else _as_text(catalogue, reasons), nl=False)


def _as_json(reasons: tuple[ReviewReason, ...]) -> str:
    rows = [
        {
            "record": reason.record,
            "owner": reason.owner,
            "reasons": list(reason.reasons),
            "next": reason.next,
        }
        for reason in reasons
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _as_text(catalogue: Catalogue, reasons: tuple[ReviewReason, ...]) -> str:
    def owner(review_reason: ReviewReason) -> str:
        return catalogue.title(review_reason.owner) if review_reason.owner else _NO_OWNER

    lines = []
    ordered = sorted(
        reasons, key=lambda reason: (reason.owner is None, owner(reason), reason.record)
    )
    for name, owned in groupby(ordered, key=owner):
        lines.append(name)
        lines += [f"  {_line(reason)}" for reason in owned]
    lines.append(
        f"{counted(len(reasons), 'record')} to review." if reasons else "No records to review."
    )
    return "\n".join(lines) + "\n"


def _line(review_reason: ReviewReason) -> str:
    reasons = ", ".join(REASONS.label(reason).lower() for reason in review_reason.reasons)
    return f"{review_reason.record}: {reasons}" + (
        f"; add “{review_reason.next}” next" if review_reason.next else ""
    )
