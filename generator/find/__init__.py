"""Find: the search index, made with the site and read by a small script in the browser.

Libraries that search in the browser were measured first. MiniSearch holds its whole index in
memory: 22.8 MB for 10,000 records, over a second to load. Pagefind and Stork fetch, which
`file://` forbids. lunr is slower than MiniSearch and larger. So the index is ours, and the one
thing that takes expert knowledge, the stemmer, is a library on both sides.
"""

from __future__ import annotations

from generator.find.docs import Doc, Written, of_page, of_records, of_terms, of_written
from generator.find.files import FOLDER, Found, found_as, search_files
from generator.find.reading import index_words, texts_in

__all__ = [
    "FOLDER",
    "Doc",
    "Found",
    "Written",
    "found_as",
    "index_words",
    "of_page",
    "of_records",
    "of_terms",
    "of_written",
    "search_files",
    "texts_in",
]
