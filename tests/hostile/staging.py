"""Real sites of hostile academies, as the host builds them, laid bare for the browser."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.host_mkdocs import FaultsError, build_site_once
from tests.hostile.gate import ASHBY, write
from tests.hostile.plan import Plan
from tests.sites import copy_small

_CONTENT = ("prototypes", "case_studies", "registry")
_POLICY = re.compile(r"<meta[^>]+http-equiv=[\"']?Content-Security-Policy[^>]*>", re.IGNORECASE)


def empty_project(folder: Path) -> Path:
    """An academy with the settings of the first one and hand-written pages, and no record."""
    project = copy_small(folder)
    for name in _CONTENT:
        shutil.rmtree(project / name)
    return project


def built(folder: Path, plan: Plan) -> Path:
    """The site of a plan."""
    project = empty_project(folder)
    plan.write(project)
    return _site(project)


def _site(project: Path) -> Path:
    try:
        build_site_once(project / "mkdocs.yml")
    except FaultsError as error:
        # another process is told of it, and this exception cannot travel
        raise AssertionError(str(error)) from None
    return project / "site"


def lexicon(folder: Path, attacks: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """A site whose glossary explains attacks, and the words in it: all but those that differ from
    another in capitals or spaces alone, which no glossary takes twice.

    They stand as words, as other spellings and in what is meant; records name each of the words,
    so that they are explained in place too.
    """
    project = empty_project(folder)
    write(project, "registry/areas/ashby.yaml", ASHBY)
    words = tuple({" ".join(one.split()).casefold(): one for one in attacks}.values())
    turned = words[1:] + words[:1]
    terms = [
        {"term": one, "meaning": f"Means {means}", "also": [f"Also {one}"[:400]]}
        for one, means in zip(words, turned, strict=True)
    ]
    write(project, "registry/glossary.yaml", {"terms": terms})
    for number, start in enumerate(range(0, len(words), 40)):
        text = "\n\n".join(f"Say {one} here." for one in words[start : start + 40])
        fields = {"title": f"Words {number}", "statement": text[:9_900]}
        write(project, f"registry/principles/words-{number}.yaml", fields)
    return _site(project), words


def bare(site: Path) -> int:
    """Take the policy out of every page, so that escaping alone is on trial; how many had one."""
    count = 0
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        without = _POLICY.sub("", text)
        if without != text:
            count += 1
            page.write_text(without, encoding="utf-8")
    return count
