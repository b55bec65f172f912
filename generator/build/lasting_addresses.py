"""The addresses of a built site that must stay, as its manifest names them."""

from __future__ import annotations

from pathlib import Path

from generator.model.fields.full_names import is_own
from generator.model.kinds.measure import Measure, has_derived_id
from generator.publish.manifest import read_manifest
from generator.records.catalogue import Catalogue
from generator.site.engine_paths import engine_paths, menu_addresses
from generator.site_paths import MANIFEST


def lasting_addresses(site: Path, catalogue: Catalogue) -> frozenset[str]:
    """Return the URLs in a built site that people link to: records, earlier ids, hand-written pages
    and the pages of the menu.

    A figure whose id is made from its value has another address once the value is corrected, so its
    page is left out, and so are the records of followed academies. `catalogue` holds the records
    that the site was built from.
    Raises ManifestError for a manifest that this program did not make, and OSError where there is
    none.
    """
    manifest = read_manifest((site / MANIFEST).read_text(encoding="utf-8"))
    pages = {url for url in manifest.files if url.endswith(".html")}
    expected = manifest.expected_pages
    taken = engine_paths()
    pages -= expected.moved.keys()  # they are in the list, with where they lead
    handwritten = {url for url in pages if url not in taken and f"{_top(url)}/" not in taken}
    passing = {record.id for record in catalogue.records_of(Measure) if has_derived_id(record)}
    own = {name: url for name, url in expected.records.items() if is_own(name)}
    records = (url for record_id, url in own.items() if record_id not in passing)
    earlier = (url for name, url in expected.earlier.items() if is_own(name))
    known = {*records, *earlier, *menu_addresses()}
    return frozenset((pages & known) | handwritten)


def _top(url: str) -> str:
    return url.partition("/")[0]
