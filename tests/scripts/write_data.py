"""Write what Python hands over to the scripts, for the tests that run in Node.

`python -m tests.scripts.write_data FOLDER` builds the small academy into FOLDER/site, and writes
FOLDER/personal-data.json: texts with what the program finds in them.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from generator.privacy import scan
from tests.privacy.cases import LOOK_ALIKES, POSITIVES, WRITTEN
from tests.sites import copy_small, run_academy


def main(folder: Path) -> None:
    """Write both into an empty folder."""
    project = copy_small(folder / "project")
    done = run_academy("build", folder=project)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    shutil.move(project / "site", folder / "site")
    cases = [
        {
            "text": case.text,
            "matches": [[match.sort, match.text, match.shown] for match in scan(case.text)],
        }
        for case in (*POSITIVES, *LOOK_ALIKES, *WRITTEN)
    ]
    (folder / "personal-data.json").write_text(json.dumps(cases), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
