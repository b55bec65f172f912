"""Each wrong setting of an academy's identity is refused in one sentence that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.site.handwritten import settings_findings
from generator.site.handwritten.identity_checks import IDENTITY
from generator.site.handwritten.look_checks import LOOK
from tests.sites import PROJECT

_OURS = "Delete it. Write “{}:” under “plugins: - academy:” instead."
# lines under `plugins: - academy:`, the position, the message, and how the hint starts
REFUSED = [
    ("id: South Tyneside", "4:11", "is no id: “South Tyneside”",
     "Write it like “south-tyneside”."),
    ("text_licence: CC BY 4.0", "4:21", "is not a licence that we know: “CC BY 4.0”",
     "Did you mean “CC-BY-4.0”? The licences are OGL-UK-3.0, "),
    ("data_licence: Crown", "4:21", "is not a licence that we know: “Crown”", "The licences are"),
    ("data_licence: OGL", "4:21", "is not a licence that we know: “OGL”",
     "Did you mean “OGL-UK-3.0”?"),
    ("language: en_nz", "4:17", "must be “en”, or “en-” and a country such as NZ",
     "Did you mean “en-NZ”?"),
    ("language: UK", "4:17", "must be “en”, or “en-” and a country such as NZ",
     "Did you mean “en-GB”?"),
    ("language: mi", "4:17", "must be “en”, or “en-” and a country such as NZ",
     "The program writes its pages in English."),
    ("currency: NDZ", "4:17", "is no currency that we know: “NDZ”", "Write the three"),
    ("currency: nzd", "4:17", "is no currency that we know: “nzd”", "Did you mean “NZD”?"),
    ("country: UK", "4:16", "is no country that we know: “UK”",
     "Did you mean “GB”? The countries are GB (the United Kingdom) and NZ (New Zealand)."),
    ("country: New Zeeland", "4:16", "is no country that we know: “New Zeeland”",
     "Did you mean “NZ”?"),
    ("feedback: on the intranet", "4:17", "must be a web address or an email address",
     "Write a web address that starts with https://, or an email address."),
    ("licence: CC-BY-4.0", "4:16", "is not known", "Did you mean “text_licence”?"),
    ("contct: x", "4:15", "is not known", "Did you mean “contact”?"),
]  # fmt: skip


def findings(root: Path, text: str) -> list[str]:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [finding.as_text() for finding in settings_findings(root)[1]]


@pytest.mark.parametrize(("line", "place", "problem", "hint"), REFUSED)
def test_a_wrong_identity_is_refused(
    tmp_path: Path, line: str, place: str, problem: str, hint: str
) -> None:
    name = line.partition(":")[0]
    [message] = findings(tmp_path, f"site_name: A\nplugins:\n  - academy:\n      {line}\n")
    first, _, second = message.partition("\n    ")
    assert first == (
        f"mkdocs.yml:{place}: error S702: The setting “plugins[1].academy.{name}” {problem}."
    )
    assert second.startswith(hint)


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("theme:\n  name: material\n  logo: x.png", "logo"),
        ("theme:\n  name: material\n  favicon: x.png", "favicon"),
        ("theme:\n  name: material\n  palette:\n    primary: red", "colours"),
        ("theme:\n  name: material\n  language: mi", "language"),
        ("extra_css: [x.css]", "colours"),
    ],
)
def test_a_setting_of_the_host_is_refused_by_the_name_of_ours(
    tmp_path: Path, line: str, ours: str
) -> None:
    [message] = findings(tmp_path, f"site_name: A\n{line}\n")
    assert message.endswith(_OURS.format(ours))


def test_a_font_of_the_host_is_refused_by_the_name_of_ours(tmp_path: Path) -> None:
    [message] = findings(tmp_path, "site_name: A\ntheme:\n  name: material\n  font:\n    text: X\n")
    assert "Write “typeface:” under “plugins: - academy:” instead." in message


def test_a_setting_in_the_wrong_place_is_shown_the_right_one(tmp_path: Path) -> None:
    [message] = findings(tmp_path, "site_name: A\nlanguage: en-NZ\n")
    assert message.endswith(
        "There is no setting “language”.\n    Write it under “plugins: - academy:”."
    )
    [message] = findings(tmp_path, "site_nam: A\n")
    assert message.endswith("Did you mean “site_name”?")


def test_the_documentation_lists_every_setting() -> None:
    listed = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    starter = (PROJECT / "generator/starter/files/academy/mkdocs.yml").read_text(encoding="utf-8")
    for name in (*IDENTITY, *LOOK):
        assert f"| `{name}` |" in listed
        assert re.search(rf"^ +(?:# )?{name}:", starter, re.MULTILINE)
