"""Whatever a text holds is on the page, or there is a finding at its line."""

from __future__ import annotations

import html
import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.markdown.fault_types import FaultType
from generator.markdown.faults import prose_faults
from generator.site.render.markdown import ProseRenderer

TABLE = "| a | b |\n|---|---|\n"
FAULTY = {
    "![The team](media/the team.png)": (FaultType.PICTURE, 1, 1),
    "Words, ![ ](media/team.png)": (FaultType.ALT, 1, 8),
    "Some words.\n\nA ![x](https://a.example/x.png)": (FaultType.PICTURE, 3, 3),
    "Some <b>bold</b> words": (FaultType.HTML, 1, 6),
    "Words\n<!-- hidden -->": (FaultType.HTML, 2, 1),
    "See [x](../y.html).": (FaultType.LINK, 1, 5),
    "See [a](#b).": (FaultType.LINK, 1, 5),
    TABLE + "| 1 | 2 | 3 |": (FaultType.LOST, 3, 11),
    "```python\nx\n```": (FaultType.LOST, 1, 4),
    "[note]: https://a.example": (FaultType.LOST, 1, 2),
    '[x](https://a.example "Title")': (FaultType.LOST, 1, 24),
    "1. a\n4. b": (FaultType.LOST, 2, 1),
    "Calls:\n\n- 24% fewer calls": (FaultType.SIGN, 3, 1),
    "+ 5 more": (FaultType.SIGN, 1, 1),
    "> 65 years": (FaultType.SIGN, 1, 1),
    "Words[^1].": (FaultType.NOTE, 1, 6),
    "Words\n\n[^1]: A note.": (FaultType.NOTE, 3, 1),
    "A[^1]\n\n[^1]: B.\n[^1]: C.": (FaultType.NOTE, 3, 1),
    "The ==team== met": (FaultType.UNSUPPORTED, 1, 5),
    "H~2~O": (FaultType.UNSUPPORTED, 1, 2),
    "10 m^2^": (FaultType.UNSUPPORTED, 1, 5),
    "Words\n\n$$x = 2$$": (FaultType.UNSUPPORTED, 3, 1),
    "Words\n\n[TOC]": (FaultType.UNSUPPORTED, 3, 1),
    "!!! note": (FaultType.UNSUPPORTED, 1, 1),
    "# Words {.wide}": (FaultType.UNSUPPORTED, 1, 9),
    "Well done :smile:": (FaultType.UNSUPPORTED, 1, 11),
    "See [the page][page].": (FaultType.UNSUPPORTED, 1, 5),
    "Words\n\n| a | b |\n| 1 | 2 |": (FaultType.UNSUPPORTED, 3, 1),
}
SOUND = (
    "One[^1].\n\n[^1]: A note.", "- [x] done\n- [ ] to do", "Term\n: Words", "~~old~~",
    "See https://a.example/x?a=1&b=2.", "•\t24 calls\n•\t3 visits", "- 24 calls\n- 3 visits",
    TABLE + "| [[x|y]] | 2 |", TABLE + "| [[x\\|y]] | 2 |", "100*1.2*3", "1. a\n2. b\n3. c",
    "1. a\n1. b", "7. a\n8. b", "`<b>` and `![x](y)`", "p < 0.05 & <5", "[x](https://a.example)",
    "&copy; 2020 &amp; on", "# Heading\n\nA *b*c\n===", "> Words\n> more", "* 24% fewer calls",
    "a == b", "At 10:30:00", "~20 to ~30", "[^1][^2]\n\n[^1]: A.\n[^2]: B.", "`==a==`", "{a}",
    "\\==a==", "https://a.example/~jo/x~y", "Costs: $5 and $6", "well!!! yes",
    "- a\n  1. b\n  2. c\n- d", "<https://a.example>", "\\<b>", "−24% fewer", "-24% fewer",
)  # fmt: skip


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_has_its_type_line_and_column(text: str) -> None:
    fault = prose_faults(text)[0]
    before = text[: fault.offset]
    place = (before.count("\n") + 1, fault.offset - (before.rfind("\n") + 1) + 1)
    assert (fault.type, *place) == FAULTY[text]
    assert fault.message.endswith(".")
    assert fault.hint


@pytest.mark.parametrize("text", SOUND)
def test_what_people_write_has_no_fault(text: str) -> None:
    assert prose_faults(text) == ()


PIECES = st.sampled_from([
    "a", "7", "word", " ", " | ", "\n", "\n\n", "| a | b |\n|---|---|\n| ", "- ", "- 24%", "1. ",
    "3) ", "> ", "# ", "*", "**", "_", "~~", "`", "```\n", "~ 20", "[^1]", "\n[^1]: ",
    "[[x|y]]", "[x](b)",
    "[x](https://a.example/b)", "https://a.example/c1 ", "<b>", "&amp;", "    ", ": ", "•\t", "\\",
    "![x](y)", "100*2*3", "==a==", ":b:", "[r]: z", "[x]", "- [x] ",
    "\t", "(", ")", '"t"', "<", "é",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
@example("`\n[^1]: a`")
def test_every_letter_and_digit_is_on_the_page_or_has_a_finding(text: str) -> None:
    page = str(ProseRenderer(lambda _: None)(text))
    words = "".join([re.sub(r"<[^>]*>", " ", page), *re.findall(r'href="([^#"][^"]*)"', page)])
    shown = Counter(re.findall(r"[^\W_]", html.unescape(words) + "1" * text.count("[^1]")))
    shown.update(Counter("x" * text.count("[x]") + "".join(re.findall(r"\d+(?=[.)])", text))))
    written = Counter(re.findall(r"[^\W_]", html.unescape(text)))
    if written - shown:
        assert prose_faults(text)
