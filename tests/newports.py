"""A small academy with two areas, two partners and two groups of one title."""

from __future__ import annotations

from pathlib import Path

_SOURCE = "sources:\n  - resource: vale-handbook\n    section: The place\n"
_FILES = {
    "registry/areas/newport-iow.yaml": "title: Newport\ntype: place\nplace: Isle of Wight\n"
    "website: https://newport-iow.example/\n"
    "contact: Public health team, https://newport-iow.example/ask\n",
    "registry/areas/newport-wales.yaml": "title: Newport\ntype: place\npart_of: [gwent]\n"
    "short_name: Casnewydd\n",
    "registry/areas/gwent.yaml": "title: Gwent\ntype: region\n",
    "registry/partners/iow-council.yaml": "title: Newport Council\ntype: council\n"
    "serves: [newport-iow]\ncode: ABC12\ncode_scheme: ods\ncontact: The front desk team\n"
    "same_as: [https://register.example/council/7, island-academy/council]\n",
    "registry/partners/gwent-council.yaml": "title: Newport Council\ntype: council\n"
    "serves: [newport-wales]\nalso_known_as: [Cyngor Casnewydd]\n",
    "registry/groups/iow-board.yaml": "title: Care board\ntype: board\narea: newport-iow\n"
    "members: [iow-council]\n",
    "registry/groups/gwent-board.yaml": "title: Care board\ntype: board\narea: newport-wales\n"
    "members: [gwent-council]\n",
    "prototypes/newport-visits.yaml": "title: Visits\nareas: [newport-iow]\nstage: live\n"
    "practices: [shared-visits]\nsummary: Seen in [[newport-wales]] first.\n"
    "partners:\n  - partner: iow-council\n    role: lead\n",
    "prototypes/gwent-visits.yaml": "title: Visits\nareas: [newport-wales]\nstage: idea\n"
    "practices: [shared-visits]\n",
    "registry/adoptions/wales-from-iow.yaml": "area: newport-wales\npractice: shared-visits\n"
    "status: begun\nlevel: place-based\nfidelity_planned: not-stated\nlearnt_from:\n"
    "  - area: newport-iow\n",
}


def add_newports(root: Path) -> Path:
    """Add the files to the academy at `root`, and return `root`."""
    for path, text in _FILES.items():
        (root / path).write_text(text + _SOURCE, encoding="utf-8")
    return root
