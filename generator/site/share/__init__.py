"""The data of the form “Share your work”, as script files next to its pages.

The form asks the questions of the model, knows every record by name, and can open each to change
it. It is made of scripts because a page opened from a folder can load nothing else.
"""

from __future__ import annotations

from generator.site.share.files import academy_edition, share_files

__all__ = ["academy_edition", "share_files"]
