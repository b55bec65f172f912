"""Checks of the settings of the look: colours that can be read, and files that can be carried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from generator.diagnostics import clip, closest_word, did_you_mean, join_words
from generator.field_path import FieldPath, format_path
from generator.media.colours import colour_names, parse_colour
from generator.media.pictures import read_picture
from generator.media.refusal import MediaRefusedError
from generator.media.web_font import FontRefusedError, read_font
from generator.model.contrast import TEXT_CONTRAST
from generator.model.look import COLOUR_NAMES, TYPEFACES, ColourName, unreadable_colours
from generator.records.settings import settings_of_plugin
from generator.records.source import SourceFault, SourceFile
from generator.site.handwritten.setting_checks import Check, Faults, SettingFault

LOGO_ENDINGS = (".svg", ".png", ".jpg", ".webp")
FONT_ENDING = ".woff2"
MAX_LOGO_BYTES = 5_000_000
_QUOTE = 'Write it in quotation marks, such as "#0b5a55": after a space, # begins a comment.'


def _colour(value: Any, path: FieldPath) -> Faults:
    if not value:
        yield SettingFault(path, "is empty", _QUOTE)
    elif not (isinstance(value, str) and parse_colour(value)):
        near = closest_word(str(value).lower(), colour_names())
        meant = f"Did you mean “{near}”? " if near else ""
        hint = f'{meant}Write six digits such as "#0b5a55", or a name of CSS such as teal.'
        yield SettingFault(path, f"is no colour: “{clip(str(value))}”", hint)


def _colours(value: Any, path: FieldPath) -> Faults:
    if not isinstance(value, Mapping):
        hint = f"Name each below it: {join_words(COLOUR_NAMES, last='and')}."
        yield SettingFault(path, "must be a list of colours by name", hint)
        return
    for name, colour in value.items():
        if name in COLOUR_NAMES:
            yield from _colour(colour, (*path, name))
        else:
            near = did_you_mean(name, COLOUR_NAMES)
            hint = f"{near} The colours are {join_words(COLOUR_NAMES, last='and')}."
            yield SettingFault((*path, name), "is not known", hint.strip())


def _file_name(endings: tuple[str, ...]) -> Check:
    def check(value: Any, path: FieldPath) -> Faults:
        allowed = isinstance(value, str) and PurePosixPath(value).suffix.lower() in endings
        if not allowed:
            hint = f"Save it as a file whose name ends with {join_words(endings)}."
            yield SettingFault(path, f"cannot be “{clip(str(value))}”", hint)

    return check


def _typeface(value: Any, path: FieldPath) -> Faults:
    if value in TYPEFACES or (isinstance(value, str) and value.endswith(FONT_ENDING)):
        return
    near = did_you_mean(str(value).lower(), TYPEFACES)
    hint = (
        f"{near} Choose {join_words(TYPEFACES)}, or name a font file that ends with {FONT_ENDING}."
    )
    yield SettingFault(path, f"is not a typeface that we know: “{clip(str(value))}”", hint.strip())


LOOK: Mapping[str, Check] = {
    "colours": _colours,
    "typeface": _typeface,
    "logo": _file_name(LOGO_ENDINGS),
    "favicon": _file_name(LOGO_ENDINGS),
}


def look_faults(source: SourceFile, root: Path, docs: str) -> Iterator[SourceFault]:
    """Yield the colours that cannot be read, and the files of the look that cannot be used.

    `docs` is the folder of hand-written pages, in which the files are.
    """
    start, stated = settings_of_plugin(source)
    yield from _contrast_faults(source, (*start, "colours"), stated.get("colours"))
    for name in ("logo", "favicon", "typeface"):
        value = stated.get(name)
        if isinstance(value, str) and not list(LOOK[name](value, ())) and value not in TYPEFACES:
            path = (*start, name)
            for message, hint in _file_faults(root, docs, value):
                message_text = f"The setting “{format_path(path)}” cannot be used: {message}"
                yield SourceFault(source.place(path), "S705", message_text, hint)


def _contrast_faults(source: SourceFile, path: FieldPath, held: Any) -> Iterator[SourceFault]:
    written = held.items() if isinstance(held, Mapping) else ()
    colours: dict[ColourName, str] = {}
    for name in COLOUR_NAMES:
        colour = parse_colour(str(dict(written).get(name, "")))
        if colour:
            colours[name] = colour
    for wrong in unreadable_colours(colours):
        is_text = wrong.needed == TEXT_CONTRAST
        fault, needs = ("read", "text needs") if is_text else ("seen well", "shapes need")
        message = (
            f"The colour “{wrong.name}” ({wrong.colour}) cannot be {fault} {wrong.where}: its "
            f"contrast is {wrong.contrast:.1f}, and {needs} {wrong.needed}."
        )
        hint = (
            f'The nearest colour that passes is "{wrong.nearest}".'
            if wrong.nearest
            else "Choose another colour."
        )
        yield SourceFault(source.place((*path, wrong.name)), "S704", message, hint)


def _file_faults(root: Path, docs: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a file that the settings name, and what to do."""
    folder = root / docs if docs else root / "site_src"
    file = folder / name
    inside = ".." not in PurePosixPath(name).parts and not PurePosixPath(name).is_absolute()
    if not inside or _has_link(file, root):
        yield "it leads out of the academy.", f"Put the file into the folder “{folder.name}”."
    elif not file.is_file():
        here = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
        alike = [
            path for path in here if PurePosixPath(path).suffix in (*LOGO_ENDINGS, FONT_ENDING)
        ]
        near = did_you_mean(name.removeprefix(f"{folder.name}/"), alike)
        message = f"there is no file “{clip(name)}” in the folder “{folder.name}”."
        yield message, near or "Put the file there, or delete the line."
    else:
        yield from _content_faults(file)


def _has_link(file: Path, root: Path) -> bool:
    return any(part.is_symlink() for part in (file, *file.parents) if root in part.parents)


def _content_faults(file: Path) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the content of a file; a drawing is checked with the pages."""
    if file.stat().st_size > MAX_LOGO_BYTES:
        yield "it has more than 5 MB.", "Save it again in a smaller size."
    elif reader := _READERS.get(file.suffix.lower()):
        try:
            reader(file)
        except MediaRefusedError as refused:
            yield _begun(refused.refusal.message), refused.refusal.hint
        except FontRefusedError as refused:
            yield _begun(str(refused)), "Save the font again as WOFF2, with its letters only."


def _begun(sentence: str) -> str:
    """Return a sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def _read_picture(file: Path) -> None:
    read_picture(file.name, file.read_bytes())


def _read_font(file: Path) -> None:
    read_font(file.read_bytes())


_READERS: Mapping[str, Callable[[Path], None]] = {
    **dict.fromkeys((ending for ending in LOGO_ENDINGS if ending != ".svg"), _read_picture),
    FONT_ENDING: _read_font,
}
