"""The templates, and what they can ask for. The only module that knows Jinja."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.render.leaves import Leaves
from generator.render.marks import Marks
from generator.render.safe import safe

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def environment(base: str, explain: Callable[[str], str], leaves: Leaves) -> Environment:
    """Templates for pages from which `base` leads back to the root. They escape all that is not
    already safe markup, and fail on any value that is not there.
    """
    found = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["base"] = base
    found.filters["explain"] = lambda text: Markup(explain(safe(text)))  # noqa: S704 - made safe
    found.filters["pieces"] = leaves.pieces
    found.filters["rows"] = lambda rows, columns: leaves.rows(columns, rows)
    found.filters["cards"] = leaves.cards
    found.filters["marks"] = Marks(base)
    return found
