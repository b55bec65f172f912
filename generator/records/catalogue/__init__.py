"""Read the folders of an academy into one `Catalogue` of typed records."""

from __future__ import annotations

from generator.records.catalogue.catalogue import Catalogue, RecordLocation
from generator.records.catalogue.display_names import identical_namesakes
from generator.records.catalogue.folders import LEFTOVER_CODE
from generator.records.catalogue.media_folder import MediaCache, MediaFile, read_media_files
from generator.records.catalogue.media_privacy import examine_documents
from generator.records.catalogue.media_uses import MediaUse, media_uses, pictures_of
from generator.records.catalogue.name_index import NameIndex, fold_name, other_names
from generator.records.catalogue.privacy_gate import PersonalData, examine_name, examine_text
from generator.records.catalogue.published_file import (
    MovedPage,
    PublishedAddress,
    read_published,
)
from generator.records.catalogue.read_cache import ReadCache
from generator.records.catalogue.reader import digest_of_rules, read_catalogue, read_files
from generator.records.catalogue.releases_folder import LAST_RELEASE_FILE
from generator.records.catalogue.same_records import SameAsClaim, same_records
from generator.records.catalogue.schema_version import read_schema
from generator.records.catalogue.vocabulary_file import (
    default_vocabulary,
    read_vocabulary,
    vocabulary_in_currency,
)
from generator.records.catalogue.waiver_file import read_waivers

__all__ = [
    "LAST_RELEASE_FILE",
    "LEFTOVER_CODE",
    "Catalogue",
    "MediaCache",
    "MediaFile",
    "MediaUse",
    "MovedPage",
    "NameIndex",
    "PersonalData",
    "PublishedAddress",
    "ReadCache",
    "RecordLocation",
    "SameAsClaim",
    "default_vocabulary",
    "digest_of_rules",
    "examine_documents",
    "examine_name",
    "examine_text",
    "fold_name",
    "identical_namesakes",
    "media_uses",
    "other_names",
    "pictures_of",
    "read_catalogue",
    "read_files",
    "read_media_files",
    "read_published",
    "read_schema",
    "read_vocabulary",
    "read_waivers",
    "same_records",
    "vocabulary_in_currency",
]
