"""The files of a new academy: the engine's, and those that are the academy's own from then on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.id_suggestions import suggest_id
from generator.model.kinds import KIND_OF
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE, schema_file_text
from generator.starter.default_pages import ABOUT, AcademyWords, default_page, plain_markdown
from generator.starter.delivered import DELIVERED, delivered_text
from generator.starter.engine_files import HostName, engine_files
from generator.starter.program_files import FILES

_SETTINGS = "mkdocs.yml"
_EXAMPLE = "example-drop-in.yaml"
_PLACEHOLDER = re.compile(r"\{\{ ([a-z_]+) \}\}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(frozen=True, slots=True)
class NewAcademy:
    """The answers from which an academy is started.

    `name` is its title, `about` its purpose in a sentence, `area` the first place, `host` where its
    files will be kept, and `contact` where people write to, which can be empty.
    """

    name: str
    about: str
    area: str
    host: HostName
    contact: str = ""


def new_academy_files(
    new: NewAcademy, vocabulary: AcademyVocabulary, day: date
) -> Mapping[str, bytes]:
    """Return every file of a new academy by its path. `day` is the day on which it is started.

    Raises ValueError for a place whose name gives no id, and EngineWheelError when the engine
    cannot be packed.
    """
    texts = {
        _SETTINGS: _filled("mkdocs.yml", **_quoted(new)),
        "README.md": _read_me(new),
        f"site_src/{ABOUT}": default_page(ABOUT, AcademyWords(new.name, new.about)),
        SCHEMA_FILE: schema_file_text(CURRENT_SCHEMA),
        "registry/vocabulary.yaml": _filled("vocabulary.yaml"),
        **_first_records(new),
    }
    if _EMAIL.fullmatch(new.contact):
        texts["registry/waivers.yaml"] = _filled(
            "waivers.yaml", day=day.isoformat(), **_quoted(new)
        )
    copied = {f".{name}": (FILES / name).read_bytes() for name in ("gitignore", "gitattributes")}
    own = {path: text.encode() for path, text in texts.items()}
    engine = engine_files(new.host, vocabulary)
    return {**engine, DELIVERED: delivered_text(new.host, engine).encode(), **copied, **own}


def _first_records(new: NewAcademy) -> Mapping[str, str]:
    area_id = suggest_id(new.area)
    if not area_id:
        raise ValueError(f"No id can be made from “{new.area}”. Use letters or digits.")
    place, prototype = KIND_OF["area"], KIND_OF["prototype"]
    return {
        f"{place.folder}/{area_id}{place.suffix}": _filled("area.yaml", **_quoted(new)),
        f"{prototype.folder}/{_EXAMPLE}": _filled(_EXAMPLE, area_id=area_id),
    }


def _read_me(new: NewAcademy) -> str:
    publishing = (FILES / "readme" / f"{new.host}.md").read_text(encoding="utf-8").rstrip()
    name, about = plain_markdown(new.name), plain_markdown(new.about)
    return _filled("README.md", name=name, about=about, publishing=publishing)


def _quoted(new: NewAcademy) -> dict[str, str]:
    """Return the answers as YAML: a JSON text is one, too."""
    answers = {"name": new.name, "about": new.about, "area": new.area, "contact": new.contact}
    return {key: json.dumps(answer, ensure_ascii=False) for key, answer in answers.items()}


def _filled(file: str, **values: str) -> str:
    """Return a file of the folder `academy` with a value for each `{{ name }}`."""
    text = (FILES / "academy" / file).read_text(encoding="utf-8")
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)
