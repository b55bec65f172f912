"""What the insights add to the page of a record, beside its own fields and relations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.pages.model import Block, Fact, To
from generator.pages.site import Site


@dataclass(frozen=True)
class Answers:
    """`facts` join the first screen; `blocks` stand first in their part of the page, by its id;
    `links` lead on from the first screen. Relations of the types `covered` are shown by `blocks`.
    """

    facts: tuple[Fact, ...] = ()
    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    links: tuple[To, ...] = ()
    covered: frozenset[str] = frozenset()


Answer = Callable[[Site, Any], Answers]  # from a record of the kind it is for
