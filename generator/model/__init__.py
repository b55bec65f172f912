"""The model of an academy's records: the kinds, their fields, and how people see them."""

from __future__ import annotations

import os

# Pydantic would look through every installed package for plugins, at each start. None may change
# how records are read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
