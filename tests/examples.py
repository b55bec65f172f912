"""How many examples a property is tried on: all of them in the proofs, some in the quick tests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings

_ALL, _QUICK = 100, 25  # examples of a property that states no number


def register_profiles() -> None:
    """Say how examples are found.

    The quick tests try the same examples each time, so that a change is judged on itself. The long
    proofs look for new ones.
    """
    settings.register_profile("quick", deadline=None, derandomize=True, max_examples=_QUICK)
    settings.register_profile("proof", deadline=None, max_examples=_ALL)


def examples(count: int, quick: int | None = None, **others: Any) -> settings:
    """The settings of a property that the proofs try on `count` examples.

    The quick tests try `quick`, or a quarter of all.
    """
    share = settings().max_examples / _ALL
    few = quick if quick and share < 1 else max(int(count * share), 1)
    return settings(max_examples=few, **others)


def prove_properties(items: list[pytest.Item]) -> None:
    """Make every property one of the proofs."""
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.function):
            item.add_marker(pytest.mark.proof)
