"""Paths of pictures and documents in the media folder of an academy.

Every file of the folder has a name that all systems can store: letters and digits of ASCII with
single signs between them, no device name of Windows, and an ending that says what it holds.

A file of a followed academy has a name that no own file can have: `media/~academy-id/…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import clip
from generator.model.fields.refusals import REFUSALS

MEDIA_FOLDER = "media"
MAX_MEDIA_PATH_LENGTH = 100
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
DOCUMENT_ENDINGS = (".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".csv", ".txt")


def _any_case(word: str) -> str:
    """Return a pattern for a word in small or capital letters, which every language reads alike."""
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)


def _endings(endings: Iterable[str]) -> str:
    return "|".join(_any_case(ending[1:]) for ending in endings)


_DEVICES = "|".join(map(_any_case, ("con", "prn", "aux", "nul")))
_DEVICE = rf"(?:{_DEVICES}|(?:{_any_case('com')}|{_any_case('lpt')})[0-9])(?:[./]|$)"
_NAME = rf"(?!{_DEVICE})[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*"
_PATH = rf"{MEDIA_FOLDER}(?:/{_NAME}){{0,3}}/{_NAME}"
PICTURE_FILE = re.compile(rf"{_PATH}\.(?:{_endings(PICTURE_ENDINGS)})")
DOCUMENT_FILE = re.compile(rf"{_PATH}\.(?:{_endings(DOCUMENT_ENDINGS)})")
_OF_ACADEMY = re.compile(rf"{MEDIA_FOLDER}/~(?P<academy>[a-z0-9-]+)/")
_MEDIA_NAME = re.compile(rf"(?:{_NAME}/){{0,3}}{_NAME}")
_FROM_THE_WEB = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE | re.ASCII)


def schema_pattern(endings: Iterable[str]) -> str:
    """Return the pattern of a path for JSON Schema. Names are checked more closely above."""
    return rf"^{MEDIA_FOLDER}/[A-Za-z0-9._/-]+\.(?:{_endings(endings)})$"


def name_among_academies(academy: str, path: str) -> str:
    """Return the name here of the file that a followed academy has at `path`."""
    return f"{MEDIA_FOLDER}/~{academy}/{path.removeprefix(f'{MEDIA_FOLDER}/')}"


def path_in_academy(name: str) -> str:
    """Return the path that a file has in its own academy."""
    return _OF_ACADEMY.sub(f"{MEDIA_FOLDER}/", name, count=1)


def academy_of_media(name: str) -> str:
    """Return the id of the academy that a file comes from; empty for this one."""
    match = _OF_ACADEMY.match(name)
    return match["academy"] if match else ""


def media_name_fault(name: str) -> str:
    """Return why no file in the media folder may be called `name`; empty for a good name.

    `name` is the path below the media folder, with “/” between folders.
    """
    if len(name) > MAX_MEDIA_PATH_LENGTH:
        return f"The name is longer than {MAX_MEDIA_PATH_LENGTH} characters."
    if any(re.match(_DEVICE, part) for part in name.split("/")):
        return "Windows does not allow this name."
    if not _MEDIA_NAME.fullmatch(name):
        return "The name has a space or a sign that a web address cannot hold."
    return ""


def plain_media_name(name: str) -> str:
    """Return the nearest name that the media folder accepts: “My café.JPG” → “My-caf.JPG”."""
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    plain = "-".join(re.findall(r"[A-Za-z0-9]+", stem)) or "picture"
    if re.match(_DEVICE, f"{plain}."):
        plain = f"file-{plain}"
    return f"{plain[:60]}{dot}{''.join(re.findall(r'[A-Za-z0-9]', ending))}"


def picture_file(value: str) -> str:
    """Return the path of a picture in the media folder. Raises the refusal of any other text."""
    return _file(value, PICTURE_FILE, "picture_file")


def document_file(value: str) -> str:
    """Return the path of a document in the media folder. Raises the refusal of any other text."""
    return _file(value, DOCUMENT_FILE, "document_file")


def _file(value: str, pattern: re.Pattern[str], refusal: str) -> str:
    text = value.strip()
    if len(text) <= MAX_MEDIA_PATH_LENGTH and pattern.fullmatch(text):
        return text
    raise REFUSALS[refusal].error(_better_hint(text, pattern), text=clip(text))


def _better_hint(text: str, pattern: re.Pattern[str]) -> str:
    """Return a hint for a path that is nearly right; empty where the usual hint is better."""
    if _FROM_THE_WEB.match(text):
        return f"Save the file in the folder {MEDIA_FOLDER}, if its owner allows it, and name it."
    name = text.replace("\\", "/").removeprefix("./").removeprefix(f"{MEDIA_FOLDER}/")
    near = f"{MEDIA_FOLDER}/{plain_media_name(name.rpartition('/')[2])}"
    if near != text and pattern.fullmatch(near):
        return f"Did you mean “{near}”? A name has letters, digits and hyphens, and no spaces."
    return ""
