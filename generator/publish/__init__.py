"""From finished pages to a published site: staged beside it, verified, swapped in at one step.

Nothing else writes to the site.
"""

from __future__ import annotations

from generator.publish.links import broken_links
from generator.publish.policy import POLICY, SERVING
from generator.publish.stage import Stage, swap, write

__all__ = ["POLICY", "SERVING", "Stage", "broken_links", "swap", "write"]
