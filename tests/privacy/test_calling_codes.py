"""The table of calling codes is what the library says, and the form is at least as strict."""

from __future__ import annotations

from itertools import groupby

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

from generator.privacy.calling_codes import CALLING_CODES


def lengths(code: int, region: str) -> set[int]:
    """The lengths of numbers of a region, or of a code that belongs to no country."""
    if region == "001":
        metadata = PhoneMetadata.metadata_for_nongeo_region(code)
    else:
        metadata = PhoneMetadata.metadata_for_region(region)
    assert metadata
    assert metadata.general_desc
    return {length for length in metadata.general_desc.possible_length if length > 0}


def spans(numbers: set[int]) -> str:
    """Numbers as the table writes them: “7,9-11”."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
    ]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def test_the_table_is_that_of_the_library() -> None:
    entries = [
        f"{code}:{spans(set().union(*(lengths(code, region) for region in regions)))}"
        for code, regions in sorted(COUNTRY_CODE_TO_REGION_CODE.items())
    ]
    assert CALLING_CODES.split() == entries, "Write these in calling_codes.py: " + " ".join(entries)
