"""Findings and progress in the terminal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import Progress as Bars
from rich.text import Text

from generator.build.progress import Progress
from generator.diagnostics import Diagnostic, Severity
from generator.english import counted

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.GAP: "cyan"}
_NOUN = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "gap"}


def console(*, stderr: bool = False) -> Console:
    """Return a console that prints text unchanged: no markup, emoji codes or guessed colours."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Yield a progress callback that draws bars on a terminal, and does nothing elsewhere."""
    screen = console(stderr=True)
    shown = screen.is_terminal
    # no refresh thread: a process with threads cannot safely fork workers
    with Bars(console=screen, transient=True, disable=not shown, auto_refresh=False) as bars:
        tasks: dict[str, int] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total, refresh=shown)  # type: ignore[arg-type]

        yield tell


def as_json(findings: tuple[Diagnostic, ...], records: int) -> str:
    """Return all findings as one JSON object."""
    shown = [{**asdict(finding), "severity": finding.severity.value} for finding in findings]
    return json.dumps({"records": records, "findings": shown}, ensure_ascii=False, indent=2)


_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_annotations(findings: tuple[Diagnostic, ...]) -> str:
    """Return faults and warnings as GitHub workflow commands, which annotate lines.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{_LEVEL[finding.severity]} file={_escape_property(finding.path)},line={finding.line},"
        f"col={finding.column},title={_escape_property(finding.code)}::"
        f"{_escape_data(finding.message)}%0A{_escape_data(finding.hint)}\n"
        for finding in findings
        if finding.severity in _LEVEL
    )


def _escape_data(text: str) -> str:
    """Return text that cannot end a workflow command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def show_findings(findings: tuple[Diagnostic, ...], *, gaps: bool) -> None:
    """Print each finding with its position; gaps only if asked for."""
    screen = console()
    for finding in findings:
        if finding.severity is Severity.GAP and not gaps:
            continue
        text = Text(finding.place, style="bold")
        text.append(f": {finding.severity} {finding.code}: ", style=_STYLE[finding.severity])
        text.append(finding.message + (f" ({finding.field})" if finding.field else ""))
        screen.print(text)
        if finding.hint:
            screen.print(Text(f"    {finding.hint}"))


def summary_line(findings: tuple[Diagnostic, ...], records: int) -> str:
    """Return the counts in one line: “392 records: no errors, 1 warning, 138 gaps.”"""
    by_severity = Counter(finding.severity for finding in findings)
    parts = [counted(by_severity[severity], noun) for severity, noun in _NOUN.items()]
    return f"{counted(records, 'record')}: {', '.join(parts)}."
