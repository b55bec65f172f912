"""Find: the search index, made with the site and read by a small script in the browser.

Libraries that search in the browser were measured first. MiniSearch holds its whole index in
memory: 22.8 MB for 10,000 records, over a second to load. Pagefind and Stork fetch, which
`file://` forbids. lunr is slower than MiniSearch and larger. So the index is ours, and the one
thing that takes expert knowledge, the stemmer, is a library on both sides.
"""

from __future__ import annotations

from generator.site.find.documents import (
    SearchDocument,
    StaticPage,
    page_document,
    record_documents,
    static_page_document,
    term_documents,
)
from generator.site.find.index_entry import IndexEntry, index_entry
from generator.site.find.index_files import FOLDER, search_files
from generator.site.find.index_text import index_words, json_texts

__all__ = [
    "FOLDER",
    "IndexEntry",
    "SearchDocument",
    "StaticPage",
    "index_entry",
    "index_words",
    "json_texts",
    "page_document",
    "record_documents",
    "search_files",
    "static_page_document",
    "term_documents",
]
