"""`Insight`: a question of readers, the rule that answers it, and the answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.analysis.index import AdoptionIndex


@dataclass(frozen=True)
class Insight:
    """A question that the academy answers from its records.

    `key`: the name of the answer in the data files. `answer`: computes it. `view`: converts it for
    the data files, where they differ. The rule that readers see is the docstring of `answer`.
    """

    key: str
    question: str
    answer: Callable[[AdoptionIndex], Any]
    view: Callable[[Any], Any] | None = None

    def data(self, index: AdoptionIndex) -> Any:
        """Return the answer as it is in the data files."""
        answer = self.answer(index)
        return self.view(answer) if self.view else answer

    @property
    def rule(self) -> str:
        """The rule by which the answer is computed, as one paragraph."""
        return " ".join((inspect.getdoc(self.answer) or "").split())
