"""Attacks packed, several to a field, and how they stand in prose.

A line takes 400 characters and most attacks are short, so a record carries a pack of some five in
each of its fields. A list holds each as an item of its own; prose each in a block of its own. Of
attacks that differ only in the number which they would show, one stands in lines; lists and prose
hold them all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.fields.types import MAX_LINE_LENGTH
from tests.hostile.gate import Verdicts
from tests.hostile.vectors import sources

STREAMS = 6  # two academies, one record in three: see proof.py
_BETWEEN = " · "


_SHOWN = re.compile(r"\(\d+\)")


@dataclass(frozen=True, slots=True)
class Pack:
    """Attacks that go together: as one line, as the items of a list, and in prose."""

    lines: tuple[str, ...]
    items: tuple[str, ...]
    prose: tuple[str, ...]

    def line(self, turn: int) -> str:
        """All of them as one line; each `turn` lets another stand first."""
        return _BETWEEN.join(_turned(self.lines, turn))

    def of_prose(self, turn: int) -> tuple[str, ...]:
        """Each as it stands in prose, in the two ways of that `turn`; the longest in one."""
        one_of_them = turn // len(WAYS) % 2
        return tuple(
            WAYS[way](one)
            for n, way in enumerate(ways(turn))
            for one in self.prose
            if len(one) <= MAX_LINE_LENGTH or n == one_of_them
        )


def ways(turn: int) -> tuple[int, int]:
    """The numbers of the two ways of prose of a turn."""
    return 2 * turn % len(WAYS), (2 * turn + 1) % len(WAYS)


def packed(verdicts: Verdicts) -> tuple[Pack, ...]:
    """Everything that some field takes, in packs.

    The attacks of a source are dealt out to as many streams as there are academies times records
    left out, so that a field that meets one pack in three still meets each source.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for attack in verdicts.taken["line"]:
        if attack.strip():
            alike[_SHOWN.sub("(1)", attack)].append(attack)
    prose = set(verdicts.taken["text"])
    known = {one for some in alike.values() for one in some}
    # those that only prose takes are long: one more for as many packs
    longer = [one for one in verdicts.taken["text"] if one not in known]
    streams = _even(
        [list(_packs(stream)) for stream in _dealt({some[0] for some in alike.values()})]
    )
    lines_of_all = tuple(lines for turn in zip(*streams, strict=True) for lines in turn)
    assert len(longer) <= len(lines_of_all), "there are packs enough for the long ones"
    return tuple(
        _pack(lines, alike, prose, longer[n : n + 1]) for n, lines in enumerate(lines_of_all)
    )


def _dealt(attacks: set[str]) -> list[list[str]]:
    streams: list[list[str]] = [[] for _ in range(STREAMS)]
    left = set(attacks)
    for source in sources():
        mine = [one for one in dict.fromkeys(source.attacks) if one in left]
        left -= set(mine)
        for number, attack in enumerate(mine):
            streams[number % STREAMS].append(attack)
    assert not left, "every attack is of a source"
    return [stream for stream in streams if stream]


def _even(streams: list[list[tuple[str, ...]]]) -> list[list[tuple[str, ...]]]:
    """As many packs in each stream: the fullest of a shorter one are cut in two."""
    most = max(map(len, streams))
    for stream in streams:
        while len(stream) < most:
            fullest = max(stream, key=len)
            at = stream.index(fullest)
            half = len(fullest) // 2
            stream[at : at + 1] = [fullest[:half], fullest[half:]] if half else [fullest, fullest]
    return streams


def _pack(
    lines: tuple[str, ...], alike: dict[str, list[str]], prose: set[str], longer: list[str]
) -> Pack:
    items = tuple(one for line in lines for one in alike[_SHOWN.sub("(1)", line)])
    return Pack(lines, items, (*(one for one in items if one in prose), *longer))


def _packs(attacks: Iterable[str]) -> Iterator[tuple[str, ...]]:
    packs: list[str] = []
    size = 0
    for attack in attacks:
        if packs and size + len(attack) > MAX_LINE_LENGTH:
            yield tuple(packs)
            packs, size = [], 0
        packs.append(attack)
        size += len(attack) + len(_BETWEEN)
    yield tuple(packs)


def _turned(attacks: tuple[str, ...], turn: int) -> tuple[str, ...]:
    start = turn % len(attacks)
    return attacks[start:] + attacks[:start]


def _nested(lead: str, attack: str) -> str:
    return lead + attack.replace("\n", "\n" + " " * len(lead))


# the ways in which an attack stands in prose: by itself, and inside each thing that Markdown makes
WAYS = (
    lambda one: one,
    lambda one: f"Before {one} after.",
    lambda one: _nested("- ", one),
    lambda one: _nested("> ", one),
    lambda one: f"### {one}",
    lambda one: f"| Head |\n|---|\n| {one} |",
    lambda one: f"[words {one}](https://a.example)",
    lambda one: f"[words]({one})",
    lambda one: f"[words](<{one}>)",
    lambda one: f"[words](https://a.example '{one}')",
    lambda one: f"**{one}**",
    lambda one: f"`{one}`",
    lambda one: f"[[ashby|{one}]]",
    lambda one: f"```{one}\nwords\n```",
    lambda one: f"``` words\n{one}\n```",
    lambda one: f"<{one}>",
)
