"""What has not changed is not read again; what has is, whatever its date says."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.model.record import Record
from generator.records.catalogue import Catalogue, ReadCache, read_catalogue

ASHBY = "registry/areas/ashby.yaml"


def read(root: Path, memory: ReadCache) -> Catalogue:
    return read_catalogue(root, None, memory)[0]


def area(root: Path, memory: ReadCache) -> Record:
    return read(root, memory).records["ashby"]


def test_a_record_whose_file_is_the_same_is_the_same_object(small: Path) -> None:
    memory = ReadCache()
    first = read(small, memory)
    again = read(small, memory)
    assert all(again.records[one] is record for one, record in first.records.items())


def test_a_new_date_alone_changes_nothing(small: Path) -> None:
    memory = ReadCache()
    before = area(small, memory)
    os.utime(small / ASHBY, (1, 1))
    assert area(small, memory) is before


def test_other_bytes_of_the_same_length_and_date_are_read(small: Path) -> None:
    memory = ReadCache()
    area(small, memory)
    file = small / ASHBY
    date = file.stat().st_mtime_ns
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Ashby", "title: Ashbi"), encoding="utf-8")
    os.utime(file, ns=(date, date))
    assert area(small, memory).title == "Ashbi"


def test_what_is_gone_is_forgotten_and_what_comes_back_is_read(small: Path) -> None:
    memory = ReadCache()
    before = area(small, memory)
    kept = shutil.copy(small / ASHBY, small / "kept")
    (small / ASHBY).unlink()
    assert "ashby" not in read(small, memory).records
    shutil.move(kept, small / ASHBY)
    assert area(small, memory) == before


def test_a_file_that_becomes_a_link_is_a_fault(small: Path) -> None:
    memory = ReadCache()
    area(small, memory)
    shutil.move(small / ASHBY, small / "elsewhere.txt")
    (small / ASHBY).symlink_to(small / "elsewhere.txt")
    catalogue, faults = read_catalogue(small, None, memory)
    assert "ashby" not in catalogue.records
    assert ("F101", ASHBY) in [(fault.code, fault.path) for fault in faults]


def test_faults_are_told_each_time(small: Path) -> None:
    memory = ReadCache()
    (small / ASHBY).write_text("title: Ashby\nnonsense: 1\n", encoding="utf-8")
    rounds = [read_catalogue(small, None, memory)[1] for _ in range(2)]
    assert rounds[0] == rounds[1]
    assert "M202" in {fault.code for fault in rounds[0]}


def test_a_new_waiver_holds_for_files_that_were_read_before(small: Path) -> None:
    memory = ReadCache()
    with (small / ASHBY).open("a", encoding="utf-8") as file:
        file.write("note: Write to desk@ashby.example.org for the form.\n")
    assert "P101" in {fault.code for fault in read_catalogue(small, None, memory)[1]}
    (small / "registry/waivers.yaml").write_text(
        f"waivers:\n  - file: {ASHBY}\n    sort: e-mail\n    text: desk@ashby.example.org\n"
        "    reason: The desk's own address.\n    approved_by: Data lead\n"
        "    approved_on: 2026-01-31\n",
        encoding="utf-8",
    )
    assert "P101" not in {fault.code for fault in read_catalogue(small, None, memory)[1]}
