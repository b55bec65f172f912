"""Who sits where, and what each body oversees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.group import Group
from generator.model.kinds.partner import Partner


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """A group: who sits on it, what it is part of, and what it oversees."""

    group: str
    area: str | None
    parent: str | None
    members: tuple[str, ...]
    parts: tuple[str, ...]
    oversees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerPlace:
    """Where a partner fits: the groups it sits on, straight or by a group that does, the
    prototypes it takes part in, with its roles, and the areas it serves.
    """

    partner: str
    groups: tuple[str, ...]
    through: tuple[str, ...]
    prototypes: dict[str, tuple[str, ...]]
    areas: tuple[str, ...]


@memoised
def group_places(index: AdoptionIndex) -> dict[str, GroupPlace]:
    """For each group: the partners and groups that sit on it, the group it is part of, the groups
    under it, and the prototypes that answer to it.
    """
    groups = index.catalogue.records_of(Group)
    under: dict[str, list[str]] = defaultdict(list)
    oversees: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        parent = index.id(group.parent)
        if parent:
            under[parent].append(group.id)
    for prototype in index.prototypes:
        for one in index.ids(prototype.groups):
            oversees[one].append(prototype.id)
    return {
        group.id: GroupPlace(
            group=group.id,
            area=index.id(group.area),
            parent=index.id(group.parent),
            members=index.ids(group.members),
            parts=tuple(under[group.id]),
            oversees=tuple(oversees[group.id]),
        )
        for group in groups
    }


@memoised
def partner_places(index: AdoptionIndex) -> dict[str, PartnerPlace]:
    """For each partner: its groups, the wider groups those belong to, the
    prototypes it takes part in with its role, and the areas it serves.
    """
    sits: dict[str, list[str]] = defaultdict(list)
    for body in group_places(index).values():
        for member in body.members:
            sits[member].append(body.group)
    roles: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for prototype in index.prototypes:
        for one in prototype.partners:
            for partner in index.ids((one.partner,)):
                held = roles[partner].get(prototype.id, ())
                roles[partner][prototype.id] = (*held, one.role)
    return {
        partner.id: PartnerPlace(
            partner=partner.id,
            groups=tuple(sits[partner.id]),
            through=_through(index, sits, tuple(sits[partner.id])),
            prototypes=roles[partner.id],
            areas=index.ids(partner.serves),
        )
        for partner in index.catalogue.records_of(Partner)
    }


def _through(
    index: AdoptionIndex, sits: dict[str, list[str]], groups: tuple[str, ...]
) -> tuple[str, ...]:
    """The wider groups that `groups` are part of or sit on, near or far, themselves left out."""
    found: dict[str, None] = {}
    ahead = list(groups)
    while ahead:
        group = ahead.pop(0)
        parent = group_places(index)[group].parent
        for wider in (*((parent,) if parent else ()), *sits[group]):
            if wider not in found and wider not in groups:
                found[wider] = None
                ahead.append(wider)
    return tuple(found)


INSIGHTS = (
    Insight("groups", "Who decides?", group_places),
    Insight("where_each_fits", "Where does an organisation fit?", partner_places),
)
