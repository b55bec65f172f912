"""These tests, and no others, read the academy of this repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.documents import FirstRecords, first_records
from tests.reading import content_allowed
from tests.sites import PROJECT


# pytest calls this for every test, wherever it is
@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    if Path(__file__).parent not in item.path.parents:
        return (yield)
    with content_allowed():
        return (yield)


@pytest.fixture(scope="session")
def first() -> FirstRecords:
    """The records of this repository that cite the source documents."""
    return first_records(PROJECT)
