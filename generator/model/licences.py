"""The licences that an academy can state for its text and its data.

The ids are those of SPDX: https://spdx.org/licenses/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_CREDIT = "You can copy, change and share {what}, as long as you say where {from_} from."
_SAME = (
    "You can copy, change and share {what}, as long as you say where {from_} from and share what "
    "you make under the same licence."
)
_NOT_SOLD = (
    "You can copy, change and share {what}, but not for commercial purposes, as long as you say "
    "where {from_} from."
)
_NOT_SOLD_SAME = (
    "You can copy, change and share {what}, but not for commercial purposes, as long as you say "
    "where {from_} from and share what you make under the same licence."
)
_UNCHANGED = (
    "You can copy and share {what} unchanged, as long as you say where {from_} from. You cannot "
    "share a changed version."
)
_NOT_SOLD_UNCHANGED = (
    "You can copy and share {what} unchanged, but not for commercial purposes, as long as you say "
    "where {from_} from."
)
_FREE = "You can copy, change and share {what} without asking."


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX id, its title without an article, its web address, and what it allows.

    `article` is written before the title in a sentence: “the ” or nothing.
    """

    id: str
    title: str
    url: str
    allows: str
    article: str = "the "

    @property
    def in_a_sentence(self) -> str:
        """The title with its article."""
        return f"{self.article}{self.title}"

    def allowed(self, what: str, *, many: bool = False) -> str:
        """Return what people may do with `what`, which is one thing or `many`, as sentences."""
        return self.allows.format(what=what, from_="they come" if many else "it comes")


def _creative_commons() -> Iterator[Licence]:
    kinds = (
        ("BY", "Attribution", _CREDIT),
        ("BY-SA", "Attribution-ShareAlike", _SAME),
        ("BY-NC", "Attribution-NonCommercial", _NOT_SOLD),
        ("BY-NC-SA", "Attribution-NonCommercial-ShareAlike", _NOT_SOLD_SAME),
        ("BY-ND", "Attribution-NoDerivatives", _UNCHANGED),
        ("BY-NC-ND", "Attribution-NonCommercial-NoDerivatives", _NOT_SOLD_UNCHANGED),
    )
    for code, words, allows in kinds:
        title = f"Creative Commons {words} 4.0 licence"
        url = f"https://creativecommons.org/licenses/{code.lower()}/4.0/"
        yield Licence(f"CC-{code}-4.0", title, url, allows)


_OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
_OPEN_DATA = "https://opendatacommons.org/licenses"
_LICENCES = (
    Licence("OGL-UK-3.0", "Open Government Licence v3.0", _OGL, _CREDIT),
    *_creative_commons(),
    Licence(
        "CC0-1.0",
        "Creative Commons Zero 1.0 dedication",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        _FREE,
    ),
    Licence("ODC-By-1.0", "Open Data Commons Attribution License", f"{_OPEN_DATA}/by/", _CREDIT),
    Licence("ODbL-1.0", "Open Database License", f"{_OPEN_DATA}/odbl/", _SAME),
    Licence("PDDL-1.0", "Public Domain Dedication and License", f"{_OPEN_DATA}/pddl/", _FREE),
)
LICENCES: Mapping[str, Licence] = {licence.id: licence for licence in _LICENCES}
# as people write it, beside its id and its title
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "OGL-UK-3.0": ("OGL", "Open Government Licence"),
    "CC0-1.0": ("CC0",),
}
_NO_WORD = re.compile(r"[^a-z0-9.]+")


def licence_named_in(text: str) -> Licence | None:
    """Return the licence that a text such as “CC BY 4.0” names; None for none."""
    words = f" {_folded(text)} "
    names = (
        (name, licence)
        for licence in _LICENCES
        for name in (licence.id, licence.title, *_OTHER_NAMES.get(licence.id, ()))
    )
    candidates = [(len(name), licence) for name, licence in names if f" {_folded(name)} " in words]
    return max(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _folded(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower()).strip(" .")
