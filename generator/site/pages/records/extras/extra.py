"""What the insights add to the page of a record, beside its own fields and relations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.site.parts.blocks import Block, SummaryRow
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink


@dataclass(frozen=True)
class RecordExtras:
    """`facts` join the first screen; `blocks` stand first in their part of the page, by its id;
    `links` lead on from the first screen. Relations of the types `covered` are shown by `blocks`.
    """

    facts: tuple[SummaryRow, ...] = ()
    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    links: tuple[InternalLink, ...] = ()
    covered: frozenset[str] = frozenset()


ExtrasBuilder = Callable[[SiteContent, Any], RecordExtras]  # from a record of the kind it is for
