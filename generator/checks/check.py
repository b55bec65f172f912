"""`Check`: a generator of findings, whose docstring is the rule that people read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from generator.diagnostics import Diagnostic, Severity
from generator.field_path import FieldPath, format_path
from generator.records.catalogue import Catalogue, RecordLocation


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A finding of a check: the record and field, what is wrong, and what to do.

    `offset`: the character of the field's text that the finding is about; None for the whole field.
    """

    record: str
    path: FieldPath
    message: str
    hint: str = ""
    origin: RecordLocation | None = None  # the location, if not that of the record with this id
    offset: int | None = None


def not_stated(record: str, path: FieldPath, what: str) -> CheckFinding:
    """Return the finding that the field at `path` is empty; `what` is what it would state."""
    return CheckFinding(record, path, f"Not stated: {what}.", f"If you know, add “{path[-1]}:”.")


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
        """Yield every finding of this rule, with its position in the files."""
        for finding in self.rule(catalogue):
            origin = finding.origin or catalogue.origins[finding.record]
            whole = (*origin.inside, *finding.path)
            if finding.offset is None:
                place = origin.source.place(whole)
            else:
                place = origin.source.place_within(whole, finding.offset)
            yield Diagnostic(
                path=origin.source.path,
                line=place.line,
                column=place.column,
                code=self.code,
                message=finding.message,
                hint=finding.hint,
                field=format_path(whole),
                severity=self.severity,
            )

    def _text(self) -> str:
        return cleandoc(self.rule.__doc__ or "")


def error(code: str, rule: Rule) -> Check:
    """Return a check that refuses the build: its findings make a record false or unsafe."""
    return Check(code, Severity.ERROR, rule)


def warning(code: str, rule: Rule) -> Check:
    """Return a check of something that is probably a mistake, but may be true."""
    return Check(code, Severity.WARNING, rule)


def gap(code: str, rule: Rule) -> Check:
    """Return a check for something useful that is not stated yet."""
    return Check(code, Severity.GAP, rule)
