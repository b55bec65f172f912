"""Small random academies: the same seed gives the same files.

Every title is an invented word, and no text uses a verb of use, trial or learning, so that what a
page claims comes from the product alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

AREAS = ("Quorby", "Tarnley", "Wexmoor", "Brindlow", "Hasketh", "Olmstead", "Farrowby", "Ickleden")
PRACTICES = ("Lanternry", "Copperow", "Thistlage", "Harbournel", "Saltmere")
PROTOTYPES = ("Kestrelin", "Curlewan", "Plovery", "Dunnockle", "Siskinet", "Merlinge", "Whinchet")
PARTNERS = ("wrenhouse", "larkward")
BARRIERS = ("Bramblewall", "Gorsegate", "Nettlefence")
OUTCOMES = (("calm", "outcome"), ("pace-of-care", "process"), ("spend", "cost"))

ADOPTION_STATUSES = (
    "interested", "intended", "begun", "in-place", "paused", "stopped", "declined",
)  # fmt: skip
STAGES = ("idea", "proposed", "agreed", "designing", "testing", "live", "completed", "stopped")
HALT_REASON = "Money ran short."


@dataclass(frozen=True)
class Theme:
    """What may occur in an academy; a narrow one makes absences that pages must respect."""

    statuses: tuple[str, ...]
    stages: tuple[str, ...]


THEMES: dict[str, Theme] = {
    "everything": Theme(ADOPTION_STATUSES, STAGES),
    "only refusals": Theme(("declined",), ("idea", "proposed")),
    "only plans": Theme(("interested", "intended"), ("idea", "agreed")),
    "only halts": Theme(("paused", "stopped", "declined"), ("stopped",)),
    "halts beside use": Theme(("in-place", "paused", "stopped"), ("live", "stopped")),
    "use and plans": Theme(("in-place", "begun", "intended"), ("live", "testing", "idea")),
    "no adoption begun": Theme(("interested", "declined"), ("live", "completed", "idea")),
}


class _Writer:
    """Gathers the records of one academy."""

    def __init__(self, seed: int, theme: Theme) -> None:
        self.draw = random.Random(seed)
        self.theme = theme
        self.files: dict[str, str] = {}
        self.areas: list[str] = []
        self.practices: list[str] = []
        self.prototypes: list[str] = []

    def put(self, folder: str, record_id: str, **fields: Any) -> str:
        fields = {name: value for name, value in fields.items() if value not in (None, [], ())}
        fields["sources"] = [{"resource": "ledger", "section": "Page one"}]
        self.files[f"{folder}/{record_id}.yaml"] = yaml.safe_dump(fields, sort_keys=False)
        return record_id

    def choose(self, choices: list[str], most: int, least: int = 0) -> list[str]:
        """A few of the choices, in random order."""
        number = min(len(choices), self.draw.randint(least, most))
        return self.draw.sample(choices, number)

    def chance(self, share: float) -> bool:
        return self.draw.random() < share


def random_academy(seed: int) -> tuple[str, dict[str, str]]:
    """The theme's name and the text of every file, by its path."""
    name = list(THEMES)[seed % len(THEMES)]
    writer = _Writer(seed, THEMES[name])
    for step in _STEPS:
        step(writer)
    return name, writer.files


def _basics(writer: _Writer) -> None:
    ledger = {"title": "The ledger", "type": "paper", "availability": "available"}
    writer.put("registry/resources", "ledger", **ledger)
    for outcome, kind in OUTCOMES:
        title = outcome.replace("-", " ").capitalize()
        better = writer.draw.choice(["up", "down"])
        writer.put("registry/outcomes", outcome, title=title, type=kind, better=better)
    writer.put("registry/principles", "candour", title="Candour", statement="Say how it is.")


def _areas(writer: _Writer) -> None:
    titles = writer.draw.sample(AREAS, writer.draw.randint(4, len(AREAS)))
    for title in titles:
        wider = writer.choose(writer.areas, 2 if writer.chance(0.2) else 1)
        size = "place" if wider else "region"
        area = writer.put("registry/areas", title.lower(), title=title, type=size, part_of=wider)
        writer.areas.append(area)


def _practices(writer: _Writer) -> None:
    for title in writer.draw.sample(PRACTICES, writer.draw.randint(2, len(PRACTICES))):
        fields: dict[str, Any] = {"title": title, "type": "service", "core": ["Two people."]}
        if writer.chance(0.4):
            fields["principles"] = ["candour"]
        writer.practices.append(writer.put("registry/practices", title.lower(), **fields))


def _measure(writer: _Writer, number: int) -> dict[str, Any]:
    outcome = writer.draw.choice(OUTCOMES)[0]
    nature = writer.draw.choice(["result", "result", "result", "target", "projection"])
    measure: dict[str, Any] = {
        "statement": f"Figure {number} of {outcome}",
        "outcome": outcome,
        "nature": nature,
    }
    if nature == "result":
        changes = ["improved", "stable", "worsened", "no-clear-difference"]
        measure["change"] = writer.draw.choice(changes)
        measure["evidence_level"] = writer.draw.choice(["account", "data", "compared"])
        if writer.chance(0.3):
            measure["inferred"] = ["change"]
    return measure


def _prototypes(writer: _Writer) -> None:
    for title in writer.draw.sample(PROTOTYPES, writer.draw.randint(3, len(PROTOTYPES))):
        stage = writer.draw.choice(writer.theme.stages)
        practices = writer.choose(writer.practices, 2)
        begun = stage in ("testing", "live", "completed", "stopped")
        verdict = writer.draw.choice(["worked", "not-worked", "not-reported"]) if begun else None
        fields: dict[str, Any] = {
            "title": title,
            "areas": writer.choose(writer.areas, 2, least=1),
            "stage": stage,
            "practices": practices,
            "outcomes_aimed": ["calm"] if writer.chance(0.5) else None,
            "verdict": verdict,
        }
        if begun and writer.chance(0.15):
            fields["ended"] = "2018"
        if verdict in ("worked", "not-worked"):
            fields["verdict_basis"] = "The team said so."
        if stage == "stopped" or verdict == "not-worked":
            fields["lessons"] = {"not_worked": ["The door was too narrow."]}
        if begun:
            fields["measures"] = [_measure(writer, n) for n in range(writer.draw.randint(0, 3))]
        inferred = [f"practices.{one}" for one in practices if writer.chance(0.3)]
        fields["inferred"] = inferred
        writer.prototypes.append(writer.put("prototypes", title.lower(), **fields))


def _history(writer: _Writer, status: str) -> list[dict[str, str]]:
    if status in ("interested", "intended", "begun", "in-place"):
        return []
    steps = {
        "paused": [["begun"], ["intended", "begun"], ["intended"], []],
        "stopped": [["begun"], ["in-place"], ["intended"], []],
        "declined": [["interested"], ["intended"], []],
    }
    dated = [
        {"status": step, "date": str(2015 + year)}
        for year, step in enumerate(writer.draw.choice(steps[status]))
    ]
    return [*dated, {"status": status, "date": "2019", "reason": HALT_REASON}]


def _adopter(writer: _Writer) -> dict[str, str]:
    if writer.chance(0.25):
        return {"partner": writer.draw.choice(PARTNERS)}
    return {"area": writer.draw.choice(writer.areas)}


def _learnt_from(writer: _Writer) -> list[dict[str, str]]:
    if writer.chance(0.15):
        return [{"partner": writer.draw.choice(PARTNERS)}, {"described": "A book of rhymes"}]
    return [{"area": area} for area in writer.choose(writer.areas, 2, least=1)]


def _partners(writer: _Writer) -> None:
    for partner in PARTNERS:
        serves = writer.choose(writer.areas, 2)
        title = partner.capitalize()
        writer.put("registry/partners", partner, title=title, type="nhs-trust", serves=serves)


def _adoptions(writer: _Writer) -> None:
    for number in range(writer.draw.randint(1, 8)):
        status = writer.draw.choice(writer.theme.statuses)
        fields: dict[str, Any] = {
            **_adopter(writer),
            "practice": writer.draw.choice(writer.practices) if writer.chance(0.9) else None,
            "learnt_from": _learnt_from(writer),
            "status": status,
            "history": _history(writer, status),
        }
        if "area" in fields and writer.chance(0.1):
            fields["unnamed_adopters"] = "2"
        writer.put("registry/adoptions", f"adoption-{number}", **fields)


def _barriers(writer: _Writer) -> None:
    words = ["expected", "ongoing", "unresolved", "planned-for", "worked-through"]
    for title in writer.draw.sample(BARRIERS, writer.draw.randint(0, len(BARRIERS))):
        occurrences = []
        for _ in range(writer.draw.randint(1, 3)):
            status = writer.draw.choice(words)
            prototypes = writer.choose(writer.prototypes, 1)
            area = writer.draw.choice(writer.areas)
            occurrence: dict[str, Any] = {"area": area, "status": status}
            if prototypes:
                occurrence["prototype"] = prototypes[0]
            if status == "worked-through" and writer.chance(0.7):
                occurrence["resolved_by"] = writer.choose(writer.practices, 1)
            occurrences.append(occurrence)
        writer.put(
            "registry/barriers", title.lower(), title=title, domain="inner-setting",
            statement=f"{title} stands between two doors.", occurrences=occurrences,
        )  # fmt: skip


_STEPS: tuple[Callable[[_Writer], None], ...] = (
    _basics, _areas, _partners, _practices, _prototypes, _adoptions, _barriers,
)  # fmt: skip
