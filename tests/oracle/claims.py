"""Ways of saying that something happened, and when the records bear them out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.oracle import rules
from tests.oracle.answers import Oracle
from tests.oracle.raw_records import Fields

# a sentence with one of these does not say that it happened
_HEDGED = re.compile(
    r"\b(no|not|none|nobody|nowhere|never|0|plans?|planned|intended|intends|interested|expected"
    r"|declined|paused|stopped|halted|could|would|when|whether|how|what counts)\b|\?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mentions:
    """The records that a sentence names, or that its page is about where it names none."""

    areas: frozenset[str]
    practices: frozenset[str]
    prototypes: frozenset[str]


@dataclass(frozen=True)
class Claim:
    """A way of saying that something happened; `holds` tells whether the records bear it out.

    `hedges`: a word of doubt, plan or halt in the same sentence takes the claim back.
    """

    name: str
    words: re.Pattern[str]
    holds: Callable[[Oracle, Mentions], bool]
    hedges: bool = True

    def is_made(self, sentence: str) -> bool:
        """Whether a sentence says so."""
        is_said = bool(self.words.search(sentence))
        return is_said and not (self.hedges and _HEDGED.search(sentence))


def _names_adoption(oracle: Oracle, adoption: Fields, mentions: Mentions) -> bool:
    named = _ends(oracle, adoption) & mentions.areas
    practice = adoption.get("practice")
    return (not mentions.areas or bool(named)) and (
        not mentions.practices or practice in mentions.practices
    )


def _ends(oracle: Oracle, adoption: Fields) -> set[str]:
    """The areas that adopt, and those from which they learn."""
    return oracle.academy.adopters(adoption) | rules.source_areas(adoption)


def _names_lesson(oracle: Oracle, adoption: Fields, mentions: Mentions) -> bool:
    named = _ends(oracle, adoption) & mentions.areas
    # a sentence that names several areas names both the learner and whom it learns from
    return _names_adoption(oracle, adoption, mentions) and (
        len(named) > 1 or len(mentions.areas) < 2
    )


def _learning_holds(oracle: Oracle, mentions: Mentions) -> bool:
    return any(
        rules.has_begun(adoption)
        and rules.is_from_others(adoption)
        and _names_lesson(oracle, adoption, mentions)
        for adoption in oracle.academy.adoptions.values()
    )


def _adoption_holds(oracle: Oracle, mentions: Mentions) -> bool:
    """An adoption that began in an area counts for those inside and around it."""
    near = frozenset(
        place
        for area in mentions.areas
        for place in {area} | oracle.places.around(area) | oracle.places.inside(area)
    )
    wider = Mentions(near, mentions.practices, mentions.prototypes)
    return any(
        rules.has_begun(adoption) and _names_adoption(oracle, adoption, wider)
        for adoption in oracle.academy.adoptions.values()
    )


def _use_holds(oracle: Oracle, mentions: Mentions) -> bool:
    areas = mentions.areas or set(oracle.academy.areas)
    practices = mentions.practices or set(oracle.academy.practices)
    return (
        any(oracle.practised(area, practice) != "no" for area in areas for practice in practices)
        or any(
            adoption["status"] in rules.ACTUAL and _names_adoption(oracle, adoption, mentions)
            for adoption in oracle.academy.adoptions.values()
        )
        or any(
            rules.is_in_practice(prototype) and _names_prototype(oracle, one, mentions)
            for one, prototype in oracle.academy.prototypes.items()
        )
    )


def _names_prototype(oracle: Oracle, prototype_id: str, mentions: Mentions) -> bool:
    prototype = oracle.academy.prototypes[prototype_id]
    return (
        (not mentions.prototypes or prototype_id in mentions.prototypes)
        and (not mentions.areas or _is_near(oracle, prototype["areas"], mentions.areas))
        and (
            not mentions.practices or bool(mentions.practices & set(prototype.get("practices", ())))
        )
    )


def _is_near(oracle: Oracle, places: list[str], areas: frozenset[str]) -> bool:
    return any(
        set(places) & ({area} | oracle.places.around(area) | oracle.places.inside(area))
        for area in areas
    )


def _trial_holds(oracle: Oracle, mentions: Mentions) -> bool:
    return _adoption_holds(oracle, mentions) or any(
        rules.was_in_practice(prototype) and _names_prototype(oracle, one, mentions)
        for one, prototype in oracle.academy.prototypes.items()
    )


def _barrier_holds(oracle: Oracle, mentions: Mentions) -> bool:
    return any(
        occurrence["status"] not in ("expected", "planned-for")
        and (not mentions.areas or _is_near(oracle, [occurrence["area"]], mentions.areas))
        and (not mentions.prototypes or occurrence.get("prototype") in mentions.prototypes)
        for barrier in oracle.academy.barriers.values()
        for occurrence in barrier["occurrences"]
    )


def _halt_holds(oracle: Oracle, mentions: Mentions) -> bool:
    return any(
        area in oracle.halts(area, practice) or bool(oracle.halted_itself(area, practice))
        for area in mentions.areas
        for practice in mentions.practices
    )


def _plan_holds(oracle: Oracle, mentions: Mentions) -> bool:
    return any(
        adoption["status"] in rules.PLANNED and _names_adoption(oracle, adoption, mentions)
        for adoption in oracle.academy.adoptions.values()
    ) or any(
        not rules.was_in_practice(prototype) and _names_prototype(oracle, one, mentions)
        for one, prototype in oracle.academy.prototypes.items()
    )


def _refusal_holds(oracle: Oracle, mentions: Mentions) -> bool:
    """A wider area's page tells what was declined inside it, and never the other way round."""
    inside = (oracle.places.inside(area) for area in mentions.areas)
    wider = Mentions(mentions.areas.union(*inside), mentions.practices, mentions.prototypes)
    return any(
        adoption["status"] == "declined" and _names_adoption(oracle, adoption, wider)
        for adoption in oracle.academy.adoptions.values()
    )


def _claim(
    name: str, words: str, holds: Callable[[Oracle, Mentions], bool], *, hedges: bool = True
) -> Claim:
    return Claim(name, re.compile(rf"\b({words})\b", re.IGNORECASE), holds, hedges)


CLAIMS = (
    _claim("learning", "learns?|learnt|learned|taught|teach(es)?", _learning_holds),
    _claim(
        "adoption",
        "taken (up|over)|takes (up|over)|took up|adopted|adopts|begun|in place",
        _adoption_holds,
    ),
    _claim("use", "in use|in practice|practised|used (here|there)|(who|that) uses? it", _use_holds),
    _claim("trial", "tried|try it|who did it|what was done|used it", _trial_holds),
    _claim("barrier", "barriers met|met a barrier", _barrier_holds),
    _claim("plan", "plans? to (learn|adopt|spread|use)", _plan_holds, hedges=False),
    _claim("refusal", "(?<!or )declined", _refusal_holds, hedges=False),
    _claim(
        "halt",
        "(?<=: )(paused, stopped or declined|stopped|paused|declined) here",
        _halt_holds,
        hedges=False,
    ),
)
