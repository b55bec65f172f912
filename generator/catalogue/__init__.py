"""Folders of files to one `Catalogue` of typed records."""

from __future__ import annotations

from generator.catalogue.gate import personal_data
from generator.catalogue.model import Catalogue, Origin
from generator.catalogue.read import read_catalogue
from generator.catalogue.schema import read_schema
from generator.catalogue.waivers import read_waivers

__all__ = ["Catalogue", "Origin", "personal_data", "read_catalogue", "read_schema", "read_waivers"]
