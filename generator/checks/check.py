"""What a check is: a generator of findings whose docstring is its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from generator.diagnostics import Diagnostic, Severity
from generator.field_path import FieldPath, format_path
from generator.records.catalogue import Catalogue, RecordLocation


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """What a check found: in which record, at which field, what is wrong and what to do."""

    record: str
    path: FieldPath
    message: str
    hint: str = ""
    origin: RecordLocation | None = None  # where it is written, if not where the id's record is


def not_stated(record: str, path: FieldPath, what: str) -> CheckFinding:
    """The finding that nobody has written the field at `path`, which says `what`."""
    return CheckFinding(
        record, path, f"Nobody has stated {what}.", f"Add “{path[-1]}:” if you know."
    )


Rule = Callable[[Catalogue], Iterator[CheckFinding]]


@dataclass(frozen=True)
class Check:
    """A rule with its permanent code. `summary` and `why` are the rule's docstring."""

    code: str
    severity: Severity
    rule: Rule

    @property
    def summary(self) -> str:
        """The rule in one sentence."""
        return self._text().split("\n\n", 1)[0].replace("\n", " ")

    @property
    def why(self) -> str:
        """The reason for the rule, or an empty text."""
        return self._text().partition("\n\n")[2].replace("\n", " ")

    def run(self, catalogue: Catalogue) -> Iterator[Diagnostic]:
        """Every finding of this rule, with its place in the files."""
        for found in self.rule(catalogue):
            origin = found.origin or catalogue.origins[found.record]
            whole = (*origin.inside, *found.path)
            place = origin.source.place(whole)
            yield Diagnostic(
                path=origin.source.path,
                line=place.line,
                column=place.column,
                code=self.code,
                message=found.message,
                hint=found.hint,
                field=format_path(whole),
                severity=self.severity,
            )

    def _text(self) -> str:
        return cleandoc(self.rule.__doc__ or "")


def error(code: str, rule: Rule) -> Check:
    """A check that refuses the build: what it finds makes a record false, unsafe or unlinkable."""
    return Check(code, Severity.ERROR, rule)


def warning(code: str, rule: Rule) -> Check:
    """A check of something that is probably a slip, but may be true."""
    return Check(code, Severity.WARNING, rule)


def gap(code: str, rule: Rule) -> Check:
    """A check of something useful that nobody has stated yet."""
    return Check(code, Severity.GAP, rule)
