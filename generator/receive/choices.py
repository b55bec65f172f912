"""Conflicts as two sentences to choose from, and the choices that people make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.intake.sheets.columns import column_for
from generator.intake.submission.record_paths import kind_at, record_id_at
from generator.model.questions import questions_of
from generator.records.merge import Choice, MergeConflict, conflict_name
from generator.records.source import PlainValue
from generator.records.source.writer import write_fields, write_items


@dataclass(frozen=True, slots=True)
class Choices:
    """The sides that people chose: names of fields, such as `falls-clinic.stage`.

    A name also chooses for all fields inside it: `falls-clinic` for the whole record.
    """

    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()

    def side(self, record_id: str, conflict: MergeConflict) -> Choice | None:
        """Return the side chosen for a conflict; the closest name decides."""
        name = f"{record_id}.{conflict_name(conflict.path)}"
        while name:
            if name in self.ours or name in self.theirs:
                return "ours" if name in self.ours else "theirs"
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return None

    def side_of_record(self, record_id: str) -> Choice | None:
        """Return the side chosen for a whole record."""
        if record_id in self.ours:
            return "ours"
        return "theirs" if record_id in self.theirs else None


_ANOTHER = "It was sent as a new record. If it is not the same one, ask for it under another id."


@dataclass(frozen=True, slots=True)
class ConflictSentence:
    """A conflict in words. `name` is what people type to choose.

    `is_taken`: the submission has a new record, and its id belongs to another one here.
    `removed_by`: one side removed the record, and the other changed it. `is_file`: it is about a
    picture or document, which both changed.
    """

    name: str
    label: str
    ours: str
    theirs: str
    is_taken: bool = False
    removed_by: Choice | None = None
    is_file: bool = False

    @property
    def question(self) -> str:
        """The two sentences to choose from."""
        if self.is_file:
            return f"{self.label} was changed here and in the submission. One of them can stay."
        if self.removed_by == "ours":
            return f"{self.label} was removed here. The submission changes it."
        if self.removed_by == "theirs":
            return f"{self.label} is removed in the submission. It was changed here since."
        text = (
            f"{self.label} is different here and in the submission.\n"
            f"  Here it says: {self.ours}\n"
            f"  The submission says: {self.theirs}"
        )
        return f"{text}\n  {_ANOTHER}" if self.is_taken else text

    def as_text(self) -> str:
        """Return the question, and how to choose on the command line."""
        return (
            f"{self.question}\n"
            f"  To keep what is here, add “--ours {self.name}”. To take what was sent, add "
            f"“--theirs {self.name}”."
        )


def conflict_sentences(
    path: str, title: str, conflicts: Iterable[MergeConflict], *, is_new: bool
) -> tuple[ConflictSentence, ...]:
    """Return the conflicts of the record in the file at `path`, in words.

    `is_new`: it was sent as a new record.
    """
    record_id = record_id_at(path)
    return tuple(
        ConflictSentence(
            f"{record_id}.{conflict_name(conflict.path)}",
            f"“{_label(path, conflict)}” of “{title}”",
            value_text(conflict.ours),
            value_text(conflict.theirs),
            is_taken=is_new and conflict.path == ("title",),
        )
        for conflict in conflicts
    )


def _label(path: str, conflict: MergeConflict) -> str:
    """Return the label of a field as people see it, or its name where it has none."""
    kind = kind_at(path)
    try:
        names = tuple(step for step in conflict.path if step in _names_in(path, conflict))
        return column_for(questions_of(kind), names).heading if kind else ""
    except (StopIteration, IndexError):
        return conflict_name(conflict.path)


def _names_in(path: str, conflict: MergeConflict) -> set[str | int]:
    """Return the steps of a conflict's path that are fields or numbers, and no ids of items."""
    kind = kind_at(path)
    questions = questions_of(kind) if kind else ()
    known: set[str | int] = set()
    for step in conflict.path:
        question = next((q for q in questions if q.name == step), None)
        if question is not None:
            known.add(step)
            questions = question.inside or questions
        elif isinstance(step, int):
            known.add(step)
    return known


def value_text(value: PlainValue) -> str:
    """Return a value in full, for people to read."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{value}”" if "\n" not in value else f"\n{_indented(value.split(chr(10)))}"
    lines = write_fields(value, "") if isinstance(value, dict) else write_items(value, "")
    return f"\n{_indented(lines)}"


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)
