"""A second academy that states an identity of its own: another name, look, licence and country."""

from __future__ import annotations

from pathlib import Path

from tests.sites import copy_small

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
      home_heading: Kia ora
      home_introduction: See what other districts learned before you start.
      contact: https://exchange.example/contact
      feedback: https://exchange.example/feedback
      send_to: https://exchange.example/send
markdown_extensions:
  - tables
"""


def copy_second_brand(target: Path) -> Path:
    """The records of the small academy with the identity of another one."""
    copy_small(target)
    (target / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return target
