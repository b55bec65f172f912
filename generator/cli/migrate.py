"""`academy migrate`: update records from an earlier schema."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.file_writes import write_all
from generator.cli.project_options import find_root, help_examples, project_option
from generator.english import counted
from generator.records.catalogue import read_schema
from generator.records.catalogue.folders import find_record_files
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE, migrate_text, schema_file_text


@click.command("migrate", epilog=help_examples("academy migrate", "academy migrate --dry-run"))
@click.option(
    "--dry-run", is_flag=True, help="List the files that would change, and change nothing."
)
@click.option("--from", "schema", type=int, help="The schema version of the records.")
@project_option
def migrate(project: Path, schema: int | None, *, dry_run: bool) -> None:
    """Update records from an earlier schema to this one.

    Only the lines of the fields that differ change. The file docs/schema.md says what each step
    does.
    """
    root = find_root(project)
    schema = schema or read_schema(root)[0]
    texts = migrated_texts(root, schema)
    for path in sorted(texts):
        click.echo(path)
    if not dry_run:
        if schema < CURRENT_SCHEMA or (root / SCHEMA_FILE).exists():
            texts_to_write = {**texts, SCHEMA_FILE: schema_file_text(CURRENT_SCHEMA)}
        else:
            texts_to_write = texts
        encoded = {
            p: t.encode("utf-8", errors="surrogateescape") for p, t in texts_to_write.items()
        }
        write_all(root, encoded)
    would = "would change" if dry_run else "changed"
    click.echo(f"From schema {schema} to {CURRENT_SCHEMA}: {counted(len(texts), 'file')} {would}.")


def migrated_texts(root: Path, schema: int) -> dict[str, str]:
    """Return the new text of each record that changes on the way from an earlier schema."""
    changed = {}
    for content_file in find_record_files(root)[0]:
        text = content_file.file.read_bytes().decode("utf-8", errors="surrogateescape")
        new = migrate_text(content_file.kind, text, content_file.path, schema)
        if new != text:
            changed[content_file.path] = new
    return changed
