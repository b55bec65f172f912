"""One process a file, each under a ceiling: a command, so that nothing else of the tests counts.

Reads lines of JSON, a path and a text, and answers for each with what was said, the seconds of
processor time and the KiB of memory that it took.
"""

from __future__ import annotations

import json
import os
import resource
import sys

from generator.records.source import parse_source
from generator.records.source.file_text import decode_text

_SECONDS = 2  # beyond what is asked of it, so that the parent can say by how much it was missed
_BYTES = 1 << 30


def answer(path: str, data: bytes) -> list[str]:
    """What reading a file says; empty when it is taken."""
    text, faults = decode_text(data)
    if text is None:
        return [fault.in_file(path).as_text() for fault in faults]
    source, findings = parse_source(text, path)
    if source is not None:
        source.values()
    return [one.as_text() for one in findings]


def measured(path: str, data: bytes) -> dict[str, object]:
    """The same in a process of its own."""
    coming, going = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        with os.fdopen(going, "w") as out:
            json.dump(answer(path, data)[:3], out)
        os._exit(0)
    os.close(going)
    with os.fdopen(coming) as pipe:
        text = pipe.read()
    _, status, usage = os.wait4(child, 0)
    return {
        "path": path,
        "said": json.loads(text) if text else None,
        "status": status,
        "seconds": usage.ru_utime + usage.ru_stime,
        "kib": usage.ru_maxrss,
    }


if __name__ == "__main__":
    for line in sys.stdin:
        name, content = json.loads(line)
        sys.stdout.write(
            json.dumps(measured(name, content.encode("utf-8", "surrogatepass"))) + "\n"
        )
