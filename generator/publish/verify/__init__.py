"""The rules that a finished site is held to, before it is published and whenever one asks.

`LEAF_RULES` look at one file at a time, `SITE_RULES` at the whole. Codes are permanent: V5xx.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, in_order
from generator.privacy import Waiver
from generator.publish.manifest import files_below
from generator.publish.verify import contents, links, names, safety
from generator.publish.verify.base import Leaf, Link, Rule, Whole
from generator.publish.verify.markup import position, tags

__all__ = ["LEAF_RULES", "PERSONAL", "SITE_RULES", "verify_site"]

LEAF_RULES: tuple[Rule[Leaf], ...] = (
    Rule("V503", safety.outside),
    Rule("V504", safety.inline),
    Rule("V505", safety.policy),
)
SITE_RULES: tuple[Rule[Whole], ...] = (
    Rule("V501", links.broken),
    Rule("V502", links.orphans),
    Rule("V506", links.records),
    Rule("V507", names.collisions),
    Rule("V508", names.names),
    Rule("V510", contents.as_listed),
    Rule("V511", names.kept_apart),
)
PERSONAL = Rule("V509", contents.personal)
_MARKUP = (".html", ".svg")
_TEXT = (*_MARKUP, ".css", ".js")
# what holds no words of anybody
_NO_WORDS = (".woff2", ".png", ".jpg", ".ico")

Watch = Callable[[int, int], None]


def verify_site(
    folder: Path,
    waivers: Collection[Waiver] = (),
    *,
    search_people: bool = True,
    watch: Watch | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the site in `folder`, sorted; nothing when it is sound.

    A build leaves out `search_people`: it has searched every source already, and searching every
    page takes as long as making them.
    """
    files = files_below(folder)
    kept_links: dict[str, tuple[Link, ...]] = {}
    kept_parts: dict[str, frozenset[str]] = {}
    found: list[Diagnostic] = []
    rules = (*LEAF_RULES, PERSONAL) if search_people else LEAF_RULES
    for number, url in enumerate(files, 1):
        if leaf := _leaf(folder, url, waivers, everything=search_people):
            found += _in_leaf(leaf, rules)
            if leaf.is_page:
                kept_links[url], kept_parts[url] = links.links_of(leaf), links.parts_of(leaf)
        if watch:
            watch(number, len(files))
    roll, reached = links.roll_of(folder), links.reached_in(kept_links)
    found += _in_whole(Whole(folder, files, kept_links, kept_parts, roll, reached))
    return in_order(found)


def _leaf(folder: Path, url: str, waivers: Collection[Waiver], *, everything: bool) -> Leaf | None:
    if url.endswith(_NO_WORDS) or not (everything or url.endswith(_TEXT)):
        return None
    text = (folder / url).read_bytes().decode("utf-8", errors="replace")
    return Leaf(url, text, tuple(tags(text)) if url.endswith(_MARKUP) else (), waivers)


def _in_leaf(leaf: Leaf, rules: Iterable[Rule[Leaf]]) -> Iterator[Diagnostic]:
    for rule in rules:
        for found in rule.find(leaf):
            yield rule.at(found, *position(leaf.text, found.start))


def _in_whole(site: Whole) -> Iterator[Diagnostic]:
    for rule in SITE_RULES:
        for found in rule.find(site):
            text = (site.folder / found.path).read_text("utf-8") if found.start else ""
            yield rule.at(found, *position(text, found.start))
