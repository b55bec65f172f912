"""The theme's style, less what stands on no page, in a layer that never outweighs the academy's.

A browser tries each rule of the theme on what each page holds. Half of its trying was for parts of
the theme that the academy's frame replaces, and for what an extension of Markdown would make that
is not in use.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

# classes of the theme's own parts begin so; `theme/main.html` has others in their place
_REPLACED = (
    "md-annotation", "md-banner", "md-clipboard", "md-consent", "md-feedback", "md-footer",
    "md-header", "md-nav", "md-option", "md-pagination", "md-path", "md-post", "md-progress",
    "md-search", "md-select", "md-sidebar", "md-social", "md-source", "md-status", "md-tabs",
    "md-tooltip", "md-top", "md-version",
)  # fmt: skip
# how classes begin that only this extension makes
_MADE_BY = {
    "arithmatex": "pymdownx.arithmatex",
    "critic": "pymdownx.critic",
    "footnote": "footnotes",
    "keys": "pymdownx.keys",
    "tabbed-": "pymdownx.tabbed",
    "task-list": "pymdownx.tasklist",
}
_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_CHOICE = re.compile(r":(?:is|where|not|has)\([^()]*\)")
# our policy lets no picture load from within a style, and what such a one masks is not seen
_UNSEEN = "linear-gradient(#0000,#0000)"
_PICTURE = re.compile(r"url\((?:'data:[^']*'|\"data:[^\"]*\"|data:[^)]*)\)")
_EMPTY = re.compile(r"@media[^{};]*\{\}")


def layered(css: str, extensions: Collection[str]) -> str:
    """The theme's minified style sheet as a layer. `extensions` are those of Markdown in use."""
    absent = (*_REPLACED, *_unused(extensions))
    names = re.compile(rf"\.(?:{'|'.join(absent)})")

    def kept(rule: re.Match[str]) -> str:
        # a choice may be met by its other members
        selectors = _CHOICE.sub("", rule.group(1)).split(",")
        return "" if all(names.search(one) for one in selectors) else rule.group()

    body = _PICTURE.sub(_UNSEEN, css.removeprefix('@charset "UTF-8";'))
    return f"@layer theme{{{_EMPTY.sub('', _RULE.sub(kept, body))}}}\n"


def _unused(extensions: Collection[str]) -> Iterator[str]:
    yield from (start for start, extension in _MADE_BY.items() if extension not in extensions)
