"""What the form and the checker say of the same answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.checks import CHECKS
from generator.diagnostics import Diagnostic, Severity
from generator.model.fields.types import id_fault
from generator.model.kinds import Kind
from generator.records.catalogue import Catalogue, read_catalogue
from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.privacy_gate import examine_name
from generator.records.catalogue.record_file import read_file
from tests.conftest import SMALL

# Set the answers of a new record, and ask for the file and for what is wrong.
SCRIPT = """(answers) => {
    const form = academy.share.form;
    academy.share.isInAcademy = () => true; // whether a file is there is not compared
    form.setAnswers(answers);
    form.check();
    const problems = [...document.querySelectorAll("[role=alert] li")];
    const [{ path, text }] = form.files();
    return [path, text, problems.map((problem) => problem.textContent)];
}"""
# A date that may be meant otherwise is a warning in a file; people at the form are asked.
ASKED = "C350"
# Rules that other files decide: pictures that are not there yet, and figures of other records.
OF_OTHER_FILES = frozenset({"C370", "C313", "C331"})
_CHECKS = [
    check
    for check in CHECKS
    if check.code not in OF_OTHER_FILES
    and (check.severity is Severity.ERROR or check.code == ASKED)
]


class Checker:
    """`academy check`, for one new record of the small academy at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.catalogue: Catalogue = read_catalogue(SMALL)[0]

    def findings(self, kind: Kind, path: str, text: str) -> list[Diagnostic]:
        """Return the errors of a record in a file that the form has made."""
        name = Path(path).stem
        if fault := id_fault(name):
            return [Diagnostic(path, 1, 1, "F130", *fault)]
        return [*examine_name(path, 1, 1).findings, *self._findings(kind, path, text)]

    def _findings(self, kind: Kind, path: str, text: str) -> list[Diagnostic]:
        file = self._folder / Path(path).name
        file.write_text(text, encoding="utf-8")
        read = read_file(RecordFile(kind, file, path), (), self.catalogue.vocabulary)
        file.unlink()
        if not read.records:
            return [*read.faults, *read.personal.findings]
        new = {record.id: record for record, _ in read.records}
        places = {record.id: place for record, place in read.records}
        catalogue = replace(
            self.catalogue,
            records={**self.catalogue.records, **new},
            origins={**self.catalogue.origins, **places},
            duplicates=tuple(pair for pair in read.records if pair[0].id in self.catalogue.records),
        )
        checked = (finding for check in _CHECKS for finding in check.run(catalogue))
        return [
            *read.faults,
            *read.personal.findings,
            *(finding for finding in checked if finding.path == path),
        ]
