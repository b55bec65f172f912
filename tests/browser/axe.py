"""The axe testing tool in a page: what it finds wrong, and what it leaves to a person to judge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.conftest import PROJECT

AXE = (PROJECT / "tests" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async ([tags, off]) => {
    const found = await axe.run(document, {
        runOnly: tags, rules: Object.fromEntries(off.map((rule) => [rule, {enabled: false}])),
        resultTypes: ["violations", "incomplete"], iframes: false, preload: false,
    });
    const over = ".la-search__panel, .la-definition, .la-tray";
    const layers = [...document.querySelectorAll(over)]
        .filter((one) => one.checkVisibility());
    const beneath = (element) => layers.some((layer) => {
        const its = layer.getBoundingClientRect(), box = element.getBoundingClientRect();
        return !layer.contains(element) && box.left < its.right && box.right > its.left
            && box.top < its.bottom && box.bottom > its.top;
    });
    const told = (some) => some.flatMap((rule) => rule.nodes.map((node) => ({
        beneath: beneath(document.querySelector(node.target.join(" "))),
        rule: rule.id, target: node.target.join(" "), html: node.html.slice(0, 200),
        message: [...node.any, ...node.all, ...node.none].map((one) => one.message).join(" "),
    })));
    return [told(found.violations), told(found.incomplete)];
}"""


@dataclass(frozen=True)
class Explained:
    """What axe cannot decide and a person judged fine: where, why, and what proves it.

    `markup` is how the element begins, as a regular expression; `text` is part of axe's message.
    `opened`: only where something was opened; `beneath`: and lies over the element.
    """

    rule: str
    markup: str
    text: str
    why: str
    judged: str
    beneath: bool = False
    opened: bool = False


_IN_FIGURES = r'<text [^>]*class="fg-'
_MEASURED = "`contrast.js` works it out from what is painted behind each word, on every page"
EXPLAINED = (
    Explained(
        "color-contrast", _IN_FIGURES, "overlapped by another element",
        "A word of a figure on the shape that makes all of its link easy to hit.", _MEASURED,
    ),
    Explained(
        "color-contrast", _IN_FIGURES, "contains an image node",
        "A word of a figure: axe sees no further than that the figure is a picture.", _MEASURED,
    ),
    Explained(
        "color-contrast", _IN_FIGURES, "too short to determine",
        "A letter or a number in a cell of a figure.", _MEASURED,
    ),
    Explained(
        "color-contrast", "<", "overlapped by another element",
        "It lies beneath the open results or meaning, and is read when these are closed.",
        "axe judges every page with all of them closed", beneath=True,
        opened=True,
    ),
    Explained(
        "color-contrast", r'<p class="la-search__note"', "partially overlaps other elements",
        "Its lines lie over different parts of the page, all on the solid ground of the results.",
        "`test_accessible.py` works it out from the colours of the text and that ground",
        opened=True,
    ),
    Explained(
        "color-contrast", r'<button class="la-filter"', "partially overlaps other elements",
        "What is chosen for comparing, in a row that scrolls: its lines lie on the button alone.",
        "the same button is judged on the Find page, and decided", opened=True,
    ),
    Explained(
        "scrollable-region-focusable", r'<div class="la-search__panel" tabindex="-1"', "negative",
        "The results scroll as the arrow keys go through them; the focus stays in the search box.",
        "`test_find.py` walks to the last result and finds it in view", opened=True,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What axe says of a page: each violation, each thing left open and not explained, in words,
    and the explanations that were needed.
    """

    violations: list[str]
    open: list[str]
    used: set[Explained]


def asked(page: Page, *, off: tuple[str, ...] = ()) -> Found:
    """What axe says of a page as it is now; `off` are rules that it leaves out."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations, incomplete = page.evaluate(_RUN, [RULES, off])
    result = Found([_violation_text(one) for one in violations], [], set())
    for unsure in incomplete:
        reasons = {reason for reason in EXPLAINED if _covers(reason, unsure)}
        result.used.update(reasons)
        if not reasons:
            result.open.append(f"not decided: {_violation_text(unsure)} {unsure['message']}")
    return result


def _covers(reason: Explained, violation: dict[str, Any]) -> bool:
    here = re.match(reason.markup, violation["html"]) and (
        violation["beneath"] or not reason.beneath
    )
    return bool(here) and reason.rule == violation["rule"] and reason.text in violation["message"]


def _violation_text(violation: dict[str, Any]) -> str:
    return f"{violation['rule']}: {violation['target']}: {violation['html'][:120]}"
