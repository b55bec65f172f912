"""The command `academy` and the table of its commands.

A command's module is imported when somebody runs it: each command loads only the libraries that it
needs, and `academy --help` loads none.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from generator.cli.output import MaskedGroup
from generator.parallel import gc_paused


class CommandEntry(NamedTuple):
    """Where a command is, and what it does in a sentence, as `academy --help` lists it."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "addresses": CommandEntry("addresses", "addresses", "Remember the addresses you publish."),
    "build": CommandEntry("build", "build", "Build the site."),
    "bundle": CommandEntry("publish", "bundle", "Put the academy and its site in one file."),
    "check": CommandEntry("check", "check", "Check the records."),
    "diff": CommandEntry("diff", "diff", "List what changed between two versions."),
    "event": CommandEntry("event", "event", "Read an event of a code host, for its jobs."),
    "export": CommandEntry("export", "export", "Save the data as files, without the site."),
    "follow": CommandEntry("follow", "follow", "Show the records of another academy beside yours."),
    "import": CommandEntry("spreadsheets", "import_records", "Create records from a spreadsheet."),
    "init": CommandEntry("init", "init", "Start an academy."),
    "migrate": CommandEntry("migrate", "migrate", "Update records from an earlier schema."),
    "new": CommandEntry("new", "new", "Create a file for a new record."),
    "receive": CommandEntry("receive", "receive", "Add records that people send."),
    "release": CommandEntry("release", "release", "Record what changed since the last release."),
    "rename": CommandEntry("rename", "rename_record", "Change the id of a record."),
    "review": CommandEntry("review", "review", "List the records to review."),
    "send": CommandEntry("send", "send", "Save what changed in a copy, to send it back."),
    "serve": CommandEntry("build", "serve", "Show the site on this computer as you edit."),
    "show": CommandEntry("show", "show", "Show a record and its links."),
    "template": CommandEntry("spreadsheets", "template", "Create an empty spreadsheet to fill in."),
    "unfollow": CommandEntry("follow", "unfollow", "Stop following an academy."),
    "unpack": CommandEntry("publish", "unpack_command", "Check a bundle and unpack it."),
    "upgrade": CommandEntry("upgrade", "upgrade", "Bring an academy to this program."),
    "verify": CommandEntry("publish", "verify", "Check a finished site or a bundle."),
}


class LazyGroup(MaskedGroup):
    """A group that imports a command of `COMMANDS` when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return super().get_command(ctx, cmd_name)
        with gc_paused():  # collecting while modules load is a fifth of the time of a start
            module = import_module(f"generator.cli.{entry.module}")
        command: click.Command = getattr(module, entry.function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands in the help, without importing any."""
        with formatter.section("Commands"):
            names = (name for name in self.list_commands(ctx) if name in COMMANDS)
            formatter.write_dl([(name, COMMANDS[name].summary) for name in names])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="learning-academy")
def academy() -> None:
    """Check, build and read a learning academy.

    An academy is a folder of records: prototypes, practices, areas and more, one file each.
    """
