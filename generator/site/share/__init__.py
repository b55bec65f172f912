"""Share your work: what the form in the browser is made from, as script files beside its pages.

The form asks the questions of the model, knows every record by name, and can open each to change
it. Scripts load from a folder where nothing else does; see `find` for the same reason.
"""

from __future__ import annotations

from generator.site.share.files import FOLDER, share_files

__all__ = ["FOLDER", "share_files"]
