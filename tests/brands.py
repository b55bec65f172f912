"""A second academy that states an identity of its own: another name, look, licence and country."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tests.sites import copy_small

COMMENT = "made on the computer of somebody"
NAME = "Te Ara Learning Exchange"
SETTINGS = f"""\
site_name: {NAME}
site_description: What districts of Aotearoa tried, and what came of it.
site_url: https://exchange.example/
docs_dir: site_src
site_dir: site
use_directory_urls: false
copyright: © Te Ara Trust
theme:
  name: material
  font: false
plugins:
  - academy:
      text_licence: CC-BY-4.0
      data_licence: CC-BY-SA-4.0
      language: en-NZ
      country: NZ
      currency: NZD
      home_heading: Kia ora
      home_introduction: See what other districts learned before you start.
      contact: https://exchange.example/contact
      feedback: https://exchange.example/feedback
      send_to: https://exchange.example/send
      logo: logo.png
      favicon: icon.svg
      typeface: serif
      colours:
        brand: "#7a1f5c"
        header: "#3d0f2e"
        header_text: "#fff4e0"
        accent: "#e8b04a"
markdown_extensions:
  - tables
"""


def add_logo(folder: Path) -> None:
    """Write a logo with a comment in it, and a drawing as the icon."""
    logo = Image.new("RGBA", (300, 120), "#00000000")
    draw = ImageDraw.Draw(logo)
    for left in (10, 70, 130):
        draw.ellipse((left, 10, left + 100, 110), outline="#e8b04a", width=12)
    comment = PngInfo()
    comment.add_text("Comment", COMMENT)
    logo.save(folder / "logo.png", pnginfo=comment)
    icon = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<circle cx="16" cy="16" r="14" fill="#7a1f5c"/></svg>'
    )
    (folder / "icon.svg").write_text(icon, encoding="utf-8")


def copy_second_brand(target: Path) -> Path:
    """The records of the small academy with the identity of another one."""
    copy_small(target)
    (target / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    add_logo(target / "site_src")
    return target
