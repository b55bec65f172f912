"""The template environment and its filters. The only module that uses Jinja."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.site.render.escaping import escape_html
from generator.site.render.html_fragments import HtmlFragments
from generator.site.render.svg_renderer import SvgRenderer

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class _CompiledTemplates(BytecodeCache):
    """A cache of compiled templates that all environments share."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _CompiledTemplates()


def template_environment(
    base: str, explain: Callable[[str], str], fragments: HtmlFragments
) -> Environment:
    """Return the templates for pages whose path to the root is `base`.

    Templates escape every value that is not `Markup`, and raise for an undefined value.
    """
    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["base"] = base
    templates.filters["explain"] = lambda text: Markup(explain(escape_html(text)))  # noqa: S704 - made safe
    templates.filters["inlines"] = fragments.inlines
    templates.filters["rows"] = fragments.rows
    templates.filters["cards"] = fragments.cards
    templates.filters["figure"] = fragments.figure
    templates.filters["shapes"] = SvgRenderer(base)
    return templates
