"""B. Practices and principles."""

from __future__ import annotations

from generator.kinds.adoption import Adoption
from generator.kinds.principle import Principle
from tests.requirements.registry import Reader, requirement

THEMES = {"Building mutual trust": 3, "Agreeing shared strategies": 7, "Delivering results": 7}


@requirement("PP01")
def a_practice_is_not_its_prototypes(reader: Reader) -> None:
    users = reader.record("joint-commissioning").below("Prototypes that use it").cards
    assert len(users) == 5
    areas = {area for one in users for area in reader.index.ids(_areas(reader, one.links[0]))}
    assert len(areas) == 4


def _areas(reader: Reader, url: str) -> tuple[str, ...]:
    return reader.index.prototype(url.removeprefix("prototypes/").removesuffix(".html")).areas


@requirement("PP02")
def a_principle_lists_its_prototypes(reader: Reader) -> None:
    for principle in reader.catalogue.of(Principle):
        shown = set(reader.record(principle.id).below("Put into practice by").links)
        wanted = {
            reader.url(one.id)
            for one in reader.index.prototypes
            if principle.id in reader.index.ids(one.principles)
        }
        assert wanted <= shown, principle.id


@requirement("PP03")
def a_copy_without_a_core_is_flagged(reader: Reader) -> None:
    planned = (o for o in reader.catalogue.of(Adoption) if o.fidelity_planned == "faithful")
    copied = {reader.index.id(one.practice) for one in planned if one.practice}
    bare = {one.title for one in reader.index.practices if one.id in copied and not one.core}
    assert {row["Record"] for row in reader.missing("G411")} == bare
    assert bare


@requirement("PP04")
def the_actions_of_leaders_stand_in_three_groups(reader: Reader) -> None:
    cards = reader.page("practices/index.html").cards
    found = {theme: len([one for one in cards if theme in one.text]) for theme in THEMES}
    assert found == THEMES
