"""Who sits where, and what each body oversees."""

from __future__ import annotations

from generator.analysis.insights.governance import group_places, partner_places
from tests.analysis.conftest import Known, group, partner, prototype


def test_what_a_body_is_and_oversees(known: Known) -> None:
    index = known(
        board=group(area="vale", members=["council", "team"]),
        team=group(parent="board"),
        p=prototype(groups=["board"]),
        q=prototype(groups=["team", "board"]),
    )
    places = group_places(index)
    board = places["board"]
    assert (board.area, board.parent, board.members) == ("vale", None, ("council", "team"))
    assert (board.parts, board.oversees) == (("team",), ("p", "q"))
    assert (places["team"].parent, places["team"].oversees) == ("board", ("q",))


def test_where_a_partner_fits(known: Known) -> None:
    index = known(
        council=partner(serves=["ashby", "brook"]),
        board=group(members=["council"]),
        p=prototype(partners=[{"partner": "council", "role": "lead"}]),
        q=prototype(partners=[{"partner": "trust", "role": "funder"}]),
    )
    places = partner_places(index)
    assert places["council"].groups == ("board",)
    assert places["council"].prototypes == {"p": ("lead",)}
    assert places["council"].areas == ("ashby", "brook")
    assert (places["trust"].groups, places["trust"].prototypes) == ((), {"q": ("funder",)})


def test_a_partner_with_two_roles_keeps_both(known: Known) -> None:
    roles = [{"partner": "council", "role": "lead"}, {"partner": "council", "role": "funder"}]
    prototypes = partner_places(known(p=prototype(partners=roles)))["council"].prototypes
    assert "lead" in prototypes["p"]
    assert "funder" in prototypes["p"]


def test_wider_groups_near_and_far_by_being_part_and_by_sitting(known: Known) -> None:
    index = known(
        team=group(members=["council"], parent="board"),
        board=group(parent="union"),
        union=group(),
        network=group(members=["team"]),
        other=group(members=["trust"]),
    )
    place = partner_places(index)["council"]
    assert place.groups == ("team",)
    assert place.through == ("board", "network", "union")


def test_groups_it_sits_on_itself_are_not_reached_through_others(known: Known) -> None:
    index = known(team=group(members=["council"], parent="board"), board=group(members=["council"]))
    place = partner_places(index)["council"]
    assert (place.groups, place.through) == (("board", "team"), ())


def test_groups_that_are_part_of_each_other_do_not_hang(known: Known) -> None:
    index = known(
        g1=group(members=["council"], parent="g2"),
        g2=group(parent="g3", members=["g3"]),
        g3=group(parent="g1", members=["g2", "g3"]),
    )
    assert partner_places(index)["council"].through == ("g2", "g3")
