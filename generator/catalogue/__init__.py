"""Folders of files to one `Catalogue` of typed records."""

from __future__ import annotations

from generator.catalogue.model import Catalogue, Origin
from generator.catalogue.read import read_catalogue

__all__ = ["Catalogue", "Origin", "read_catalogue"]
