"""The proof as a command, which prints a table by source.

python -m tests.hostile         every attack, in a third of the fields each: some minutes
python -m tests.hostile whole   every attack in every field: some three times as long
python -m tests.hostile 20      one attack in 20 of every source
"""

from __future__ import annotations

import sys
from time import monotonic

from tests.hostile.proof import STEP, prove, rows
from tests.hostile.vectors import attacks, sample

_HEAD = ("source", "attacks", "refused", "seen", "ran", "requests", "control ran")


def table(table_rows: list[tuple[str, int, int, int, int, int, int]]) -> str:
    """Rows as Markdown, with a last one for all."""
    _, *columns = zip(*table_rows, strict=True)
    total = ("all", *(sum(map(int, column)) for column in columns))
    lines = [_HEAD, ("---",) * len(_HEAD), *table_rows, total]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def main(words: list[str]) -> int:
    """Print what came of it; the exit code."""
    start = monotonic()
    selected = sample(int(words[0])) if words and words != ["whole"] else attacks()
    verdicts, out = prove(selected, step=1 if words == ["whole"] else STEP)
    sys.stdout.write(f"{table(rows(verdicts, out))}\n\n{out.pages} pages, ")
    sys.stdout.write(f"{monotonic() - start:.0f} s: ")
    sys.stdout.write(", ".join(f"{name} {took:.0f} s" for name, took in out.took.items()))
    sys.stdout.write("\n" + "".join(f"{at}: {some[:5]}\n" for at, some in out.reported.items()))
    return int(bool(out.reported))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
