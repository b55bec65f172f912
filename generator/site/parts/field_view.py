"""What pages need to know of a field of a model."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.display.field_display import ContextualLabel, FieldDisplay, vocabulary_of
from generator.model.display.inferred import is_inferred, mark_inferred
from generator.model.display.vocabulary import Option
from generator.model.fields.academy_vocabulary import AcademyVocabulary, section_of
from generator.model.fields.links import Link, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.prose import is_prose
from generator.model.fields.vocabulary_terms import VocabularyTerm


class FieldView:
    """What pages need to know about a field of a model: its label, links, words and type."""

    def __init__(self, name: str, info: FieldInfo) -> None:
        self.name = name
        self.shown = mark_of(info, FieldDisplay)
        self.link = mark_of(info, Link)
        self.model = nested_model(info.annotation)
        self.prose = is_prose(info.annotation, info.metadata)
        self.vocabulary = vocabulary_of(info)
        self.section = section_of(info)
        self._reads = mark_of(info, ContextualLabel)

    @property
    def label(self) -> str:
        """Return the label that people see."""
        return self.shown.label if self.shown else self.name

    def words(self, vocabulary: AcademyVocabulary) -> tuple[str, ...]:
        """Return the allowed words of the field, in order; empty for free text."""
        if self.section is not None:
            return vocabulary.section(self.section)
        return self.vocabulary.words if self.vocabulary else ()

    def option(self, holder: BaseModel) -> Option | None:
        """Return the option that the field of `holder` holds; None for a field without options."""
        word = getattr(holder, self.name)
        if isinstance(word, VocabularyTerm) and self.section is not None:
            return Option(word, word.label)
        if self.vocabulary is None or not isinstance(word, str):
            return None
        return self._reads.option(holder) if self._reads else self.vocabulary.option(word)

    def marked_option(self, holder: BaseModel) -> Option | None:
        """Return the same option, marked where it is inferred, for places that show no label."""
        option = self.option(holder)
        if option is None or (self._reads is not None and self._reads.tells_inferred):
            return option
        return mark_inferred(option, inferred=is_inferred(holder, self.name))


@cache
def field_views(model: type[BaseModel]) -> tuple[FieldView, ...]:
    """Return the fields of a model that have a `FieldDisplay`, in the order of the model."""
    fields = (FieldView(name, info) for name, info in model.model_fields.items())
    return tuple(view for view in fields if view.shown is not None)


@cache
def field_view(model: type[BaseModel], name: str) -> FieldView:
    """Return one field of a model by its name."""
    return FieldView(name, model.model_fields[name])
