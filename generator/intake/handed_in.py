"""Read whatever somebody hands in, as one submission.

That is a submission, the file or text of one record, a spreadsheet, or a saved issue.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.english import file_size
from generator.intake.issue_answers import issue_kind, issue_sheet
from generator.intake.issue_text import IssueText, read_issue
from generator.intake.receiving_academy import ReceivingAcademy
from generator.intake.record_text import read_record_text
from generator.intake.sheet_submission import (
    answers_submission,
    sheet_submission,
    spreadsheet_kind,
)
from generator.intake.submission import (
    Submission,
    SubmissionError,
    is_submission_text,
    is_zip,
    read_submission_text,
    read_submission_zip,
    refusal,
)
from generator.model.kinds import Kind

MAX_BYTES = 250_000_000
MAX_TEXT_BYTES = 5_000_000
_SHEET_ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"  # Excel before 2007, or encrypted
_WORKBOOK_PART = b"[Content_Types].xml"
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe")


def read_handed_in(
    data: bytes, path: str, academy: ReceivingAcademy, kind: Kind | None = None
) -> Submission:
    """Return what is in a file or in pasted text as a submission.

    `path` is that of the file, or says what was pasted. `kind` is the kind of the record or sheet,
    where that does not say it. Raises SubmissionError with every fault.
    """
    name = path.rpartition("/")[2]
    if len(data) > MAX_BYTES:
        raise SubmissionError([_too_large(name, MAX_BYTES)])
    if data.startswith(_PROGRAMS):
        message = "This is a program, not a submission. It was not opened."
        raise SubmissionError([refusal(name, "R801", message, "Delete it.")])
    if _is_sheet(data, name):
        return _sheet(data, name, academy, kind)
    if kind is not None and kind.folder is None:
        message = f"{kind.labels} are written inside other records. A spreadsheet can add them."
        raise SubmissionError(
            [refusal(name, "R811", message, "Leave out --kind, or send a sheet.")]
        )
    if is_zip(data):
        return read_submission_zip(data, name)
    if len(data) > MAX_TEXT_BYTES:
        raise SubmissionError([_too_large(name, MAX_TEXT_BYTES)])
    text = data.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("{"):
        return _issue(read_issue(data, name), name, academy, kind)
    if is_submission_text(text):
        return read_submission_text(text, name)
    if form := kind if "### " in text and kind else issue_kind(IssueText("", text)):
        return _answers(IssueText("", text), name, academy, form)
    record = read_record_text(data, path, kind, academy.catalogue.vocabulary)
    return Submission((record,))


def _is_sheet(data: bytes, name: str) -> bool:
    if data.startswith(_OLE_SIGNATURE) or name.lower().endswith(_SHEET_ENDINGS):
        return True
    return is_zip(data) and _WORKBOOK_PART in data[:4096]


def _sheet(data: bytes, name: str, academy: ReceivingAcademy, kind: Kind | None) -> Submission:
    sheet_kind = kind or spreadsheet_kind(data, name)
    if sheet_kind is None:
        message = "The spreadsheet does not say what kind of records it has."
        hint = "Say it, such as “--kind prototype”."
        raise SubmissionError([refusal(name, "R811", message, hint)])
    return sheet_submission(data, name, sheet_kind, academy)


def _issue(issue: IssueText, name: str, academy: ReceivingAcademy, kind: Kind | None) -> Submission:
    if is_submission_text(issue.body):
        return read_submission_text(issue.body, name)
    if form := kind or issue_kind(issue):
        return _answers(issue, name, academy, form)
    if "```" in issue.body or "~~~" in issue.body:
        fenced = issue.body[min(at for at in map(issue.body.find, ("```", "~~~")) if at >= 0) :]
        record = read_record_text(fenced.encode(), name, kind, academy.catalogue.vocabulary)
        return Submission((record,))
    message = "The issue holds no submission and no answers to a form."
    hint = "Ask the person to fill in one of the forms, or to send what the site's form makes."
    raise SubmissionError([refusal(name, "R812", message, hint)])


def _answers(issue: IssueText, name: str, academy: ReceivingAcademy, kind: Kind) -> Submission:
    sheet = issue_sheet(issue, kind, academy.catalogue)
    return answers_submission(sheet, name, kind, academy)


def _too_large(name: str, limit: int) -> Diagnostic:
    message = f"It is too large to be read. The limit is {file_size(limit)}."
    return refusal(name, "R803", message, "Ask for it in several submissions.")
