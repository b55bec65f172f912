"""What insights add to the page of a record, next to its own fields and relations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.site.parts.blocks import Block, SummaryRow
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.overview import NO_OVERVIEW, Overview


@dataclass(frozen=True)
class RecordExtras:
    """Content for the page of a record.

    `facts` are rows of the summary list at the top, `links` follow it. `blocks` come first in their
    section, by its id. They show the relations of the types `covered`, which the page then leaves
    out. `overview` is the first screen of the kinds that have one.
    """

    facts: tuple[SummaryRow, ...] = ()
    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    links: tuple[InternalLink, ...] = ()
    covered: frozenset[str] = frozenset()
    overview: Overview = NO_OVERVIEW


# The second argument is a record of the kind that the function is listed under.
ExtrasBuilder = Callable[[SiteContent, Any], RecordExtras]
