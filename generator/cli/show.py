"""`academy show`: a record with both ends of its relations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from generator.cli import report
from generator.cli.project_options import help_examples, project_option, read_academy
from generator.diagnostics import clip, did_you_mean, errors
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue
from generator.site.parts.blocks import (
    Block,
    BulletList,
    CardList,
    NumberedList,
    PictureList,
    Quotations,
    SourceList,
    SummaryList,
    TextBlock,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_blocks import key_rows
from generator.site.parts.inlines import Inlines
from generator.site.parts.record_sections import record_sections


@click.command(epilog=help_examples("academy show carers-cafe", 'academy show "Carers\' café"'))
@click.argument("record")
@project_option
def show(record: str, project: Path) -> None:
    """Show the record with the id or title RECORD, and its links to and from other records."""
    catalogue, findings = read_academy(project)
    record_id = catalogue.resolve(record) or record_named(catalogue, record)
    if faults := errors(findings):
        report.show_findings(faults, gaps=False)
        raise click.ClickException("Correct these errors first.")
    show_record(SiteContent("", catalogue), record_id)


def record_named(catalogue: Catalogue, name: str) -> str:
    """Return the id of the record that people call `name`.

    Raises UsageError where there is none, or more than one: it then lists them.
    """
    meant = catalogue.named(name)
    if len(meant) == 1:
        return meant[0]
    if meant:
        listed = "".join(
            f"\n  {record_id}  ({_described(catalogue, record_id)})" for record_id in meant
        )
        raise click.UsageError(
            f"{len(meant)} records are called “{clip(name)}”. Which one? Give its id:{listed}"
        )
    near = did_you_mean(name, tuple(catalogue.records), parts=True)
    raise click.UsageError(f"There is no record “{clip(name)}”. {near}".strip())


def _described(catalogue: Catalogue, record_id: str) -> str:
    kind = KIND_OF[catalogue.records[record_id].kind]
    return f"{kind.label.lower()}, {clip(catalogue.title(record_id))}"


def show_record(site: SiteContent, record_id: str) -> None:
    """Print the facts and sections of a record's page."""
    record = site.catalogue.records[record_id]
    kind = KIND_OF[record.kind]
    screen = report.console()
    screen.print(Text(site.catalogue.title(record_id), style="bold"))
    path, _ = site.catalogue.place(record_id)
    screen.print(f"{kind.label} · {record_id} · {path}")
    if record.summary:
        screen.print(f"\n{record.summary}")
    screen.print()
    for fact in key_rows(site, record):
        screen.print(f"  {fact.label}: {_inline_text(fact.value)}")
    for picture in record.pictures[:1]:
        screen.print(f"  Picture: {picture.alt} ({picture.file})")
    page = record_sections(site, record, kind)
    for part in page.sections:
        screen.print(Text(f"\n{part.title}", style="bold underline"))
        for block in part.blocks:
            for line in _block_lines(block):
                screen.print(f"  {line}")
    if page.missing:
        screen.print(Text("\nNot recorded yet", style="bold underline"))
        for missing in page.missing:
            screen.print(f"  {missing.text}")


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Quotations):
        yield from (f"“{quotation.text}” – {quotation.role}" for quotation in block.items)
    elif isinstance(block, SourceList):
        for source in block.items:
            yield f"- {_inline_text((source.document,))}: {source.where}"
    elif isinstance(block, TextBlock):
        yield f"{block.label}: {block.value.text}" if block.label else block.value.text
    elif isinstance(block, PictureList):
        yield from (f"- {picture.alt} ({picture.version.url})" for picture in block.items)
    elif isinstance(block, SummaryList):
        yield from (f"{fact.label}: {_inline_text(fact.value)}" for fact in block.items)
    else:
        yield from _list_lines(block)


def _list_lines(block: Block) -> Iterator[str]:
    if getattr(block, "label", ""):
        yield f"{block.label}:"  # type: ignore[union-attr]
    if isinstance(block, CardList):
        yield from (f"- {card.link.title} [{_record_id(card.link.url)}]" for card in block.items)
    elif isinstance(block, NumberedList):
        steps = enumerate(block.items, 1)
        yield from (f"{number}. {_inline_text(item)}" for number, item in steps)
    elif isinstance(block, BulletList):
        yield from (f"- {_inline_text(item)}" for item in block.items)
    else:
        for row in block.rows:  # type: ignore[union-attr]
            yield "- " + " | ".join(_inline_text(cell) for cell in row.cells)


def _inline_text(pieces: Inlines) -> str:
    words = []
    for piece in pieces:
        text = getattr(piece, "text", "") or getattr(piece, "title", "")
        words.append(text or str(getattr(piece, "url", "not stated")))
    return ", ".join(words)


def _record_id(url: str) -> str:
    return url.rpartition("/")[2].removesuffix(".html")
