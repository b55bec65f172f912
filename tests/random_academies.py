"""Random academies: records added, changed and removed, in many languages, and their sites.

The words are those that get programs into trouble: other scripts, emoji, apostrophes, signs of
markup, and numbers that are nearly a telephone or an NHS number. What `check` refuses is undone, so
that each academy is one that somebody may have.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from generator.build import repeated_build
from generator.build.examine import examine
from generator.build.prepare import AcademyProject, prepare
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import SiteFiles, write_site_files
from generator.diagnostics import Diagnostic, errors
from generator.host_mkdocs import build_site
from generator.publish import (
    FileReport,
    inspect_file,
    verify_site,
    write_file,
    write_manifest,
)
from generator.site.find import StaticPage
from generator.site_paths import MANIFEST
from tests.conftest import SMALL
from tests.sites import copy_small, tree

WORDS = (
    "care", "team", "Fife", "Ashby’s", "O'Neill", "co-ordination", "R&D", "A&E", "24/7", "£5m",
    "Straße", "café", "Ærø", "naïve", "Łódź", "Iğdır", "İstanbul", "Đà", "Nẵng", "Ñuñoa",
    "在宅医療", "の試み", "돌봄", "สุขภาพ", "स्वास्थ्य", "বাংলা", "தமிழ்", "Здоровье", "Ελλάδα",
    "صحة", "בריאות", "ქართული", "Հայերեն", "ʻōlelo", "𐌰𐌱𐌲", "𠮷野家", "ﬁne", "ＡＢＣ",
    "🏥", "👩‍⚕️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "❤️", "№", "½", "²", "١٢٣", "३४५", "e.g.", "…", "—",
    "<b>", "</script>", "<!--", "&amp;", "&#64;", "{{ x }}", "{% raw %}", "`", "**", "__", "#",
    "|", "~~", "javascript:alert(1)", "onclick=x()", "](", "![x]", "$1", "%40", "\\", "@", "a@b",
    "@here", "x@2x.png", "name@1.2.3", "eval(1)", "fetch(x)", "url(//x)", "https://example.org/a@b",
    "?", "!", "'", '"', ";", ":", ",", ".", "(", ")", "call", "tel", "born", "nhs", "patient",
    "constructor", "__proto__", "null", "true", "index", "con", "aux",
)  # fmt: skip
_LONG = 12  # digits: as many as an UPRN has
Draw = Callable[[Random], str]


def _digits(chance: Random) -> str:
    return "".join(chance.choices("0123456789", k=chance.randint(1, _LONG)))


def _groups(chance: Random) -> str:
    sizes = chance.choice([(3, 3, 4), (5, 6), (4, 3, 4), (2, 2, 4), (4, 4), (3, 4)])
    between = chance.choice([" ", "-", ".", "/", " | ", ", ", "; ", "\n", "\n- ", "*"])
    return between.join("".join(chance.choices("0123456789", k=size)) for size in sizes)


def _code(chance: Random) -> str:
    letters = "ABCDEGLMNPRSTW"
    shape = chance.choice(["AA9 9AA", "A9-9AA", "AA999999A", "A99999999", "AA99", "9A9", "A9 9 AA"])
    kinds = {"A": letters, "9": "0123456789", " ": " ", "-": "-"}
    return "".join(chance.choice(kinds[sign]) for sign in shape)


def _day(chance: Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1900, 2030)
    return chance.choice([f"{day}/{month}/{year}", f"{year}-{month:02}-{day:02}", f"{year}"])


def random_text(chance: Random, most: int = 12) -> str:
    """A line of words, numbers, codes and dates."""
    draws: list[Draw] = [lambda chance: chance.choice(WORDS)] * 8
    draws += [_digits, _groups, _code, _day]
    between = chance.choice([" ", " ", " ", "", "-", "  "])
    parts = [chance.choice(draws)(chance) for _ in range(chance.randint(1, most))]
    return between.join(parts).strip()


def _random_prose(chance: Random) -> str:
    lines = [random_text(chance, 30) for _ in range(chance.randint(1, 5))]
    starts = ["", "", "- ", "# ", "> ", "1. ", "| a | b |\n|---|---|\n| ", "```\n"]
    return "\n\n".join(chance.choice(starts) + line for line in lines)


def _files(root: Path) -> list[Path]:
    return sorted(
        file
        for top in ("prototypes", "registry", "case_studies")
        for file in (root / top).rglob("*")
        if file.suffix in (".yaml", ".md")
    )


def _changed(value: Any, chance: Random) -> Any:
    """The value with some of its texts and numbers replaced; what is no id in it stays a text."""
    if isinstance(value, dict):
        return {name: _changed(inside, chance) for name, inside in value.items()}
    if isinstance(value, list):
        return [_changed(inside, chance) for inside in value]
    if chance.random() < 0.7:
        return value
    if isinstance(value, str) and (" " in value or value[:1].isupper()):
        return chance.choice([random_text, _random_prose])(chance)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return chance.choice([chance.randrange(10**10), round(chance.uniform(-1e6, 1e6), 3)])
    return value


def _parts(file: Path) -> tuple[dict[str, Any], str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        return yaml.safe_load(text), ""
    _, fields, body = text.split("---\n", 2)
    return yaml.safe_load(fields), body


def _save(file: Path, fields: dict[str, Any], body: str) -> None:
    written = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)
    text = f"---\n{written}---\n{body}" if file.suffix == ".md" else written
    file.write_text(text, encoding="utf-8")


def change(root: Path, chance: Random) -> None:
    """Give some fields of a record other words."""
    file = chance.choice(_files(root))
    fields, body = _parts(file)
    _save(file, _changed(fields, chance), f"\n{_random_prose(chance)}\n" if body else "")


def add(root: Path, chance: Random) -> None:
    """Add a record beside one of its kind."""
    file = chance.choice(_files(root))
    fields, body = _parts(file)
    fields = {**_changed(fields, chance), "title": random_text(chance, 5)}
    name = f"{chance.choice(['x', 'new', file.stem, 'fife', 'a1'])}-{chance.randrange(10**5)}"
    _save(file.with_stem(name), fields, body)


def add_area(root: Path, chance: Random) -> None:
    """Add the smallest record that there is."""
    file = root / "registry" / "areas" / f"area-{chance.randrange(10**5)}.yaml"
    _save(file, {"title": random_text(chance, 3), "type": "place"}, "")


def remove(root: Path, chance: Random) -> None:
    """Remove a record."""
    chance.choice(_files(root)).unlink()


def rename(root: Path, chance: Random) -> None:
    """Give a record another id, and keep the earlier one."""
    file = chance.choice(_files(root))
    fields, body = _parts(file)
    _save(file, {**fields, "aliases": [file.stem]}, body)
    file.rename(file.with_stem(f"{file.stem}-{chance.randrange(1000)}"))


STEPS = (change, change, change, add, add, add_area, add_area, remove, rename)


def random_academy(root: Path, chance: Random, steps: int = 12) -> None:
    """Make an academy at `root` that `check` accepts."""
    shutil.copytree(SMALL, root)
    for _ in range(steps):
        before = tree(root)
        chance.choice(STEPS)(root, chance)
        if errors(examine(root)[1]):
            _restore(root, before)


def _restore(root: Path, before: Mapping[str, bytes]) -> None:
    for url in tree(root).keys() - before.keys():
        (root / url).unlink()
    for url, content in before.items():
        if not (root / url).exists() or (root / url).read_bytes() != content:
            (root / url).write_bytes(content)


@dataclass(frozen=True)
class Host:
    """What MkDocs renders, which is the same for every academy: layouts, and files as they are."""

    layouts: Mapping[str, str]
    written: tuple[StaticPage, ...]
    files: Mapping[str, bytes]

    @cached_property
    def reports(self) -> Mapping[str, FileReport]:
        """What is wrong with these files by themselves."""
        return {
            url: inspect_file(url, text, search_personal_data=True)
            for url, text in self.files.items()
        }

    def site_of(self, academy: Path, folder: Path) -> tuple[Diagnostic, ...]:
        """Make the site of an academy in `folder`, and give all that is wrong with it."""
        self.write_site(academy, folder)
        return verify_site(folder, known=self.reports)

    def write_site(self, academy: Path, folder: Path) -> None:
        """Make the site of an academy in `folder`."""
        prepared = prepare(AcademyProject(academy, "Academy"))
        for url, content in self.files.items():
            write_file(folder, url, content)
        builder = SiteBuilder(prepared, self.layouts, partial(write_file, folder))
        write_site_files(builder, self.written)
        write_manifest(folder, prepared.expected_pages)


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    """What MkDocs renders, rendered once."""
    caught: dict[str, Any] = {}

    def catching(builder: SiteBuilder, written: Any, *rest: Any) -> SiteFiles:
        caught["layouts"], caught["written"] = builder.layouts, tuple(written)
        caught["made"] = write_site_files(builder, written, *rest)
        return caught["made"]

    project = copy_small(tmp_path_factory.mktemp("host") / "academy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeated_build, "write_site_files", catching)
        build_site(project / "mkdocs.yml")
    made = {report.url for report in caught["made"].reports}
    made.add(MANIFEST)
    files = {url: text for url, text in tree(project / "site").items() if url not in made}
    return Host(caught["layouts"], caught["written"], files)
