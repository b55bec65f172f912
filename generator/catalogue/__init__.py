"""Folders of files to one `Catalogue` of typed records."""

from __future__ import annotations

from generator.catalogue.folders import LEFT_BEHIND, WAIVERS
from generator.catalogue.gate import PersonalData, examine_name, examine_text
from generator.catalogue.memory import Memory
from generator.catalogue.model import Catalogue, Origin
from generator.catalogue.read import read_catalogue
from generator.catalogue.schema import read_schema
from generator.catalogue.waivers import read_waivers

__all__ = [
    "LEFT_BEHIND",
    "WAIVERS",
    "Catalogue",
    "Memory",
    "Origin",
    "PersonalData",
    "examine_name",
    "examine_text",
    "read_catalogue",
    "read_schema",
    "read_waivers",
]
