"""Record the duration of each build stage as JSON, for the benchmark."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.progress import Progress

STAGES_VARIABLE = "ACADEMY_STAGES"  # environment variable with the path of the file to write


@contextmanager
def record_timings(progress: Progress) -> Iterator[Progress]:
    """Yield a progress callback that also records stages.

    If `ACADEMY_STAGES` names a file, the wall-clock seconds of each stage are written to it at the
    end.
    """
    target = os.environ.get(STAGES_VARIABLE)
    if not target:
        yield progress
        return
    starts: list[tuple[str, float]] = []

    def tell(what: str, done: int, total: int) -> None:
        if not starts or starts[-1][0] != what:
            starts.append((what, time.monotonic()))
        progress(what, done, total)

    yield tell
    ends = [*(start for _, start in starts[1:]), time.monotonic()]
    stages: dict[str, float] = {}
    for (what, start), end in zip(starts, ends, strict=True):
        stages[what] = round(stages.get(what, 0.0) + end - start, 3)
    Path(target).write_text(json.dumps(stages, indent=1) + "\n", encoding="utf-8")
