"""Groups and partners: who belongs to what, and who oversees which prototypes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.group import Group
from generator.model.kinds.partner import Partner


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """A group: its members, its parent and sub-groups, and the prototypes that it oversees."""

    group: str
    area: str | None
    parent: str | None
    members: tuple[str, ...]
    parts: tuple[str, ...]
    oversees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerPlace:
    """A partner: its groups, the wider groups of those (`through`), its roles in prototypes by
    prototype, and the areas that it serves.
    """

    partner: str
    groups: tuple[str, ...]
    through: tuple[str, ...]
    prototypes: dict[str, tuple[str, ...]]
    areas: tuple[str, ...]


@memoised
def group_places(index: AdoptionIndex) -> dict[str, GroupPlace]:
    """For each group: the partners and groups that are its members, the group it is part of, the
    groups under it, and the prototypes it oversees.
    """
    groups = index.catalogue.records_of(Group)
    under: dict[str, list[str]] = defaultdict(list)
    oversees: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        parent = index.id(group.parent)
        if parent:
            under[parent].append(group.id)
    for prototype in index.prototypes:
        for group_id in index.ids(prototype.groups):
            oversees[group_id].append(prototype.id)
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
    """For each partner: its groups, the wider groups that they belong to, the prototypes it takes
    part in and its role, and the areas it serves.
    """
    groups_of: dict[str, list[str]] = defaultdict(list)
    for body in group_places(index).values():
        for member in body.members:
            groups_of[member].append(body.group)
    roles: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for prototype in index.prototypes:
        for participant in prototype.partners:
            for partner in index.ids((participant.partner,)):
                held = roles[partner].get(prototype.id, ())
                roles[partner][prototype.id] = (*held, participant.role)
    return {
        partner.id: PartnerPlace(
            partner=partner.id,
            groups=tuple(groups_of[partner.id]),
            through=_through(index, groups_of, tuple(groups_of[partner.id])),
            prototypes=roles[partner.id],
            areas=index.ids(partner.serves),
        )
        for partner in index.catalogue.records_of(Partner)
    }


def _through(
    index: AdoptionIndex, groups_of: dict[str, list[str]], groups: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the groups above `groups`, as parents or by membership, at any distance."""
    wider_groups: dict[str, None] = {}
    queue = list(groups)
    while queue:
        group = queue.pop(0)
        parent = group_places(index)[group].parent
        for wider in (*((parent,) if parent else ()), *groups_of[group]):
            if wider not in wider_groups and wider not in groups:
                wider_groups[wider] = None
                queue.append(wider)
    return tuple(wider_groups)


INSIGHTS = (
    Insight("groups", "Who decides?", group_places),
    Insight("where_each_fits", "Where does an organisation fit?", partner_places),
)
