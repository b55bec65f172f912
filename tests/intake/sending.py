"""Submissions as the format describes them, in both forms, to hand in."""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from generator.model.kinds import KINDS

KIND_AT = {kind.folder: kind.name for kind in KINDS if kind.folder}
LONG = 60  # characters; longer lines are listed, because programs wrap them
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sent:
    """A record to send: its path and text, and the text that it was made from."""

    path: str
    text: str
    original: str | None = None

    @property
    def state(self) -> str:
        return "new" if self.original is None else "changed"

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2].rpartition(".")[0]


def digest(data: bytes | str) -> str:
    return sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def contents(records: Iterable[Sent], media: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """The list of a submission: what `submission.json` holds."""
    listed = []
    for record in records:
        entry = {
            "kind": KIND_AT[record.path.rpartition("/")[0]],
            "id": record.id,
            "path": record.path,
            "state": record.state,
            "sha256": digest(record.text),
        }
        if record.original is not None:
            entry["original_sha256"] = digest(record.original)
        listed.append(entry)
    return {
        "format": "academy-submission",
        "version": 1,
        "academy": {"name": "A small academy", "edition": "0123456789abcdef"},
        "records": listed,
        "media": [{"path": path, "sha256": digest(data)} for path, data in (media or {}).items()],
    }


def zip_of(files: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A zip of files in this order, with the same bytes each time."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # some hold a name twice on purpose
        for name, data in files:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, _DAY)
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def zip_files(
    records: Iterable[Sent], media: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """The files of a zip by name."""
    records = tuple(records)
    listed = json.dumps(contents(records, media), ensure_ascii=False, indent=2) + "\n"
    files = {"submission.json": listed.encode()}
    files |= {f"records/{record.path}": record.text.encode() for record in records}
    files |= {
        f"originals/{record.path}": record.original.encode()
        for record in records
        if record.original is not None
    }
    return {**files, **(media or {})}


def submission_zip(records: Iterable[Sent], media: Mapping[str, bytes] | None = None) -> bytes:
    """A submission as a zip."""
    return zip_of(zip_files(records, media).items())


def submission_text(records: Iterable[Sent], *, with_originals: bool = True) -> str:
    """A submission as one text."""
    records = tuple(records)
    lines = [
        "# Records for A small academy",
        "",
        "Please send all of this text as it is.",
        "",
        "Format: academy-submission 1",
        "Academy: A small academy",
        "Edition: 0123456789abcdef",
        f"Records: {len(records)}",
    ]
    for record in records:
        kind = KIND_AT[record.path.rpartition("/")[0]].replace("_", " ")
        lines += ["", f"## {record.state.capitalize()} {kind}: {record.id}", ""]
        lines += [f"File: {record.path}", f"State: {record.state}"]
        lines += _block("SHA-256", "Long lines", record.text)
        if record.original is not None and with_originals:
            lines += ["", *_block("Original SHA-256", "Original long lines", record.original)]
        elif record.original is not None:
            lines += ["", f"Original SHA-256: {digest(record.original)}"]
    return "\n".join(lines) + "\n"


def _block(digest_name: str, long_name: str, text: str) -> list[str]:
    own = text.removesuffix("\n").split("\n")
    long = [f"{at}={len(line)}" for at, line in enumerate(own, 1) if len(line) > LONG]
    runs = re.findall(r"`{3,}", text)
    fence = "`" * (max(map(len, runs), default=2) + 1)
    head = [f"{digest_name}: {digest(text)}"]
    head += [f"{long_name}: {' '.join(long)}"] if long else []
    return [*head, "", f"{fence}yaml", *own, fence]
