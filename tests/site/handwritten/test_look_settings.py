"""Colours that cannot be read and files that cannot be carried are refused in a sentence each."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.host_mkdocs import FaultsError, build_site_once
from generator.model.contrast import SHAPE_CONTRAST, contrast, least_contrast, nearest_passing
from generator.model.look import DARK_GROUNDS, LIGHT_GROUNDS
from generator.site.handwritten import settings_findings
from generator.site.theme_files import THEME

START = "site_name: A\ndocs_dir: site_src\nplugins:\n  - academy:\n"
COLOURS = [
    ('brand: "#ff9999"', "6:16: error S704: The colour “brand” (#ff9999) cannot be read on a light "
     "page: its contrast is 1.8, and text needs 4.5.\n    The nearest colour that passes is "
     '"#dc0000".'),
    ("brand_dark: navy", "6:21: error S704: The colour “brand_dark” (#000080) cannot be read on a "
     "dark page: its contrast is 1.0, and text needs 4.5.\n    The nearest colour that passes is "
     '"#7f7fff".'),
    ('accent: "#000"', "6:17: error S704: The colour “accent” (#000000) cannot be seen well on the "
     "header (#083f3c): its contrast is 1.8, and shapes need 3.0.\n    The nearest colour that "
     'passes is "#818181".'),
    ("brand: trukwoise", "6:16: error S702: The setting “plugins[1].academy.colours.brand” is no "
     "colour: “trukwoise”.\n    Did you mean “turquoise”? Write six digits such as \"#0b5a55\", or "
     "a name of CSS such as teal."),
    ("brand: #0b5a55", "6:16: error F127: The text after “ #” on this line would be left out. "
     "(plugins[1].academy.colours.brand)\n    To keep it, put the whole text in quotes. Put a "
     "comment on its own line."),
    ("brnad: teal", "6:16: error S702: The setting “plugins[1].academy.colours.brnad” is not "
     "known.\n    Did you mean “brand”? The colours are brand, brand_dark, header, header_text and "
     "accent."),
]  # fmt: skip
FILES = [
    ("logo: logo.png", "there is no file “logo.png” in the folder “site_src”.",
     "Put the file there, or delete the line."),
    ("logo: site_src/mark.svg", "there is no file “site_src/mark.svg” in the folder “site_src”.",
     "Did you mean “mark.svg”?"),
    ("logo: ../logo.png", "it leads out of the academy.", "Put the file into the folder"),
    ("logo: text.png", "the file is named as PNG, but is no PNG, JPEG or WebP picture.",
     "Open it in a picture program"),
    ("typeface: text.woff2", "the file is not a font of the type WOFF2.", "Save the font again"),
    ("typeface: cut.woff2", "the font is damaged or incomplete.", "Save the font again"),
]  # fmt: skip


def written(root: Path, line: str) -> Path:
    (root / "site_src").mkdir()
    (root / "mkdocs.yml").write_text(f"{START}      {line}\n", encoding="utf-8")
    (root / "site_src" / "text.png").write_text("no picture", encoding="utf-8")
    (root / "site_src" / "text.woff2").write_text("no font", encoding="utf-8")
    (root / "site_src" / "cut.woff2").write_bytes(b"wOF2" + bytes(60))
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    (root / "site_src" / "mark.svg").write_text(drawing, encoding="utf-8")
    return root


@pytest.mark.parametrize(("line", "message"), COLOURS)
def test_a_colour_that_cannot_be_used_is_refused(tmp_path: Path, line: str, message: str) -> None:
    root = written(tmp_path, f"colours:\n        {line}")
    messages = [finding.as_text() for finding in settings_findings(root)[1]]
    assert messages == [f"mkdocs.yml:{message}"]


@pytest.mark.parametrize(("line", "problem", "hint"), FILES)
def test_a_file_that_cannot_be_used_is_refused(
    tmp_path: Path, line: str, problem: str, hint: str
) -> None:
    [finding] = settings_findings(written(tmp_path, line))[1]
    name, _, _ = line.partition(":")
    assert finding.message == f"The setting “plugins[1].academy.{name}” cannot be used: {problem}"
    assert finding.hint.startswith(hint)
    assert (finding.code, finding.line) == ("S705", 5)


def test_a_logo_with_a_script_is_refused_at_its_line(small_project: Path) -> None:
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("  - academy:\n", "  - academy:\n      logo: x.svg\n")
    settings.write_text(text, encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>x()</script></svg>'
    (small_project / "site_src" / "x.svg").write_text(drawing, encoding="utf-8")
    [finding] = errors(examine(small_project)[1])
    assert finding.as_text() == (
        "site_src/x.svg:2:1: error H805: “<script>” is not an element that a drawing can have.\n"
        "    Save it as a plain SVG without scripts, styles or links, or as a PNG."
    )
    with pytest.raises(FaultsError, match="H805"):
        build_site_once(settings)


def test_a_typeface_is_one_that_can_be_carried(tmp_path: Path) -> None:
    [finding] = settings_findings(written(tmp_path, "typeface: Serrif"))[1]
    assert finding.hint == (
        "Did you mean “serif”? Choose atkinson, sans or serif, or name a font file that ends with "
        ".woff2."
    )


def test_contrast_is_that_of_the_standard() -> None:
    # the extremes, and grey #767676: the palest that passes on white, as WebAIM says
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("grounds", "card"), [(LIGHT_GROUNDS, "#ffffff"), (DARK_GROUNDS, "#182120")]
)
def test_lines_of_charts_can_be_seen_in_the_palest_colour_that_is_taken(
    grounds: tuple[str, ...], card: str
) -> None:
    style = (THEME / "assets/academy/figures.css").read_text(encoding="utf-8")
    shares = re.findall(r"color-mix\(in srgb, var\(--brand\) (\d+)%, var\(--card\)\)", style)
    assert shares
    assert "--accent" not in style  # it can be pale: see `unreadable_colours`
    for hue in range(0, 360, 5):
        rgb = hls_to_rgb(hue / 360, 0.5, 1)
        palest = nearest_passing(hexadecimal(rgb), grounds)
        for share in shares:
            line = mixed(palest, card, int(share) / 100)
            assert least_contrast(line, grounds[:2]) >= SHAPE_CONTRAST, palest


def mixed(first: str, second: str, share: float) -> str:
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return hexadecimal(tuple((a * share + b * (1 - share)) / 255 for a, b in pairs))


def hexadecimal(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
