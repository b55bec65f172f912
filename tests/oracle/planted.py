"""Records for small academies in which one case is planted."""

from __future__ import annotations

from typing import Any

import yaml

Files = dict[str, str]
CITED = [{"resource": "ledger", "section": "Page one"}]
IMPROVED = {
    "statement": "Calm rose by a half",
    "outcome": "calm",
    "nature": "result",
    "change": "improved",
    "evidence_level": "data",
}


def record(folder: str, record_id: str, **fields: Any) -> Files:
    """One record's file. The title is the id with a capital letter."""
    title = {} if folder.endswith("adoptions") else {"title": record_id.capitalize()}
    text = yaml.safe_dump({**title, **fields, "sources": CITED}, sort_keys=False)
    return {f"{folder}/{record_id}.yaml": text}


def county_of_two_towns() -> Files:
    """Wexmoor contains Quorby and Tarnley; Hasketh lies outside. One practice, one outcome."""
    return {
        **record("registry/resources", "ledger", type="paper", availability="available"),
        **record("registry/outcomes", "calm", type="outcome", better="up"),
        **record("registry/practices", "lanternry", type="service"),
        **record("registry/areas", "wexmoor", type="county"),
        **record("registry/areas", "quorby", type="place", part_of=["wexmoor"]),
        **record("registry/areas", "tarnley", type="place", part_of=["wexmoor"]),
        **record("registry/areas", "hasketh", type="place"),
    }


def adoption(adopter: str, source: str, status: str, *earlier: str, reason: str = "") -> Files:
    """An adoption of Lanternry. `earlier` statuses come before a halt, which has a reason."""
    fields: dict[str, Any] = {
        "area": adopter,
        "practice": "lanternry",
        "learnt_from": [{"area": source}],
        "status": status,
    }
    if earlier or reason:
        steps = [{"status": one, "date": str(2015 + n)} for n, one in enumerate(earlier)]
        last = {"status": status, "date": "2019", **({"reason": reason} if reason else {})}
        fields["history"] = [*steps, last]
    return record("registry/adoptions", f"{adopter}-from-{source}", **fields)


def prototype(record_id: str, area: str, stage: str, **more: Any) -> Files:
    """A prototype that uses Lanternry."""
    fields = {"areas": [area], "stage": stage, "practices": ["lanternry"], **more}
    return record("prototypes", record_id, **fields)


def proven_in(area: str) -> Files:
    """A live prototype that worked, with figures."""
    return prototype(
        "kestrelin",
        area,
        "live",
        verdict="worked",
        verdict_basis="The team counted.",
        measures=[IMPROVED],
    )


def barrier(record_id: str, *occurrences: tuple[str, str]) -> Files:
    """A barrier, with the area and the status of each occurrence."""
    return record(
        "registry/barriers",
        record_id,
        domain="inner-setting",
        statement="It stands between two doors.",
        occurrences=[{"area": area, "status": status} for area, status in occurrences],
    )
