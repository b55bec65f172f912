"""The files of a new academy: the engine's, and those that are the academy's own from then on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.id_suggestions import suggest_id
from generator.model.identity import academy_id, is_email
from generator.model.kinds import KIND_OF
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE, schema_file_text
from generator.starter.default_pages import (
    ABOUT,
    default_page,
    plain_markdown,
)
from generator.starter.delivered import DELIVERED, delivered_text
from generator.starter.engine_files import HostName, engine_files
from generator.starter.program_files import FILES, filled_file

_SETTINGS = "mkdocs.yml"
_EXAMPLE = "example-drop-in.yaml"


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

    @property
    def id(self) -> str:
        """Its short name among academies, made from its title or else from its first place."""
        return academy_id(suggest_id(self.name), self.area)


def new_academy_files(
    new: NewAcademy, vocabulary: AcademyVocabulary, day: date
) -> Mapping[str, bytes]:
    """Return every file of a new academy by its path. `day` is the day on which it is started.

    Raises ValueError for a place whose name gives no id, and EngineWheelError when the engine
    cannot be packed.
    """
    texts = {
        _SETTINGS: filled_file("academy/mkdocs.yml", academy_id=new.id, **_quoted(new)),
        "README.md": _read_me(new),
        f"site_src/{ABOUT}": default_page(ABOUT),
        SCHEMA_FILE: schema_file_text(CURRENT_SCHEMA),
        "registry/vocabulary.yaml": filled_file("academy/vocabulary.yaml"),
        **_first_records(new),
    }
    if is_email(new.contact):
        texts["registry/waivers.yaml"] = filled_file(
            "academy/waivers.yaml", day=day.isoformat(), **_quoted(new)
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
        f"{place.folder}/{area_id}{place.suffix}": filled_file("academy/area.yaml", **_quoted(new)),
        f"{prototype.folder}/{_EXAMPLE}": filled_file(f"academy/{_EXAMPLE}", area_id=area_id),
    }


def _read_me(new: NewAcademy) -> str:
    publishing = filled_file(f"readme/{new.host}.md").rstrip()
    name = plain_markdown(new.name)
    return filled_file("academy/README.md", name=name, publishing=publishing, open="{{")


def _quoted(new: NewAcademy) -> dict[str, str]:
    """Return the answers as YAML: a JSON text is one, too."""
    answers = {"name": new.name, "about": new.about, "area": new.area, "contact": new.contact}
    return {key: json.dumps(answer, ensure_ascii=False) for key, answer in answers.items()}
