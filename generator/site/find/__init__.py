"""The search index, written with the site and read by a small script in the browser.

Existing libraries were measured first. MiniSearch loads its whole index: 22.8 MB for 10,000
records, over a second. Pagefind and Stork use `fetch`, which `file://` forbids. lunr is slower and
larger than MiniSearch. So the index is our own; the stemmer is a library on both sides.
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
from generator.site.find.index_files import search_files
from generator.site.find.index_text import index_words, json_texts
from generator.site.find.synonyms import indexed_phrases

__all__ = [
    "IndexEntry",
    "SearchDocument",
    "StaticPage",
    "index_entry",
    "index_words",
    "indexed_phrases",
    "json_texts",
    "page_document",
    "record_documents",
    "search_files",
    "static_page_document",
    "term_documents",
]
