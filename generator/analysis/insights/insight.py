"""What an insight is: a question of readers, the rule that answers it, and the answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.analysis.index import AdoptionIndex


@dataclass(frozen=True)
class Insight:
    """A question that the academy answers from its records.

    `key` names the answer in the data; `answer` works it out, and `view` turns it into what the
    data holds, where that is not the answer itself. The rule is the docstring of `answer`, so that
    what is said of it and what it does stand in one place.
    """

    key: str
    question: str
    answer: Callable[[AdoptionIndex], Any]
    view: Callable[[Any], Any] | None = None

    def data(self, index: AdoptionIndex) -> Any:
        """The answer as the data files hold it."""
        answer = self.answer(index)
        return self.view(answer) if self.view else answer

    @property
    def rule(self) -> str:
        """How the answer is worked out, in words."""
        return " ".join((inspect.getdoc(self.answer) or "").split())
