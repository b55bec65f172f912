"""How many records of each kind make an academy of N records."""

from __future__ import annotations

FEWEST = 50
# of 10,000; prototypes take what is left over
_SHARES = {
    "measure": 3_000,
    "adoption": 1_800,
    "practice": 500,
    "area": 500,
    "partner": 500,
    "resource": 300,
    "group": 250,
    "outcome": 200,
    "barrier": 150,
    "case_study": 140,
    "principle": 60,
}
_LEAST = {"area": 6, "resource": 2, "outcome": 5, "practice": 2, "partner": 2}


def quotas(count: int) -> dict[str, int]:
    """Records of each kind; they add up to `count`."""
    shares = {
        kind: max(count * share // 10_000, _LEAST.get(kind, 1)) for kind, share in _SHARES.items()
    }
    return {"prototype": count - sum(shares.values()), **shares}
