"""The worked example of docs/academies.md: two academies made from the first academy's records.

Each has the prototypes of its places, and every record that these lead to.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.build.examine import examine
from generator.records.catalogue import Catalogue
from tests.catalogues import first_catalogue
from tests.federation.copies import copy_of
from tests.federation.neighbours import bundle_of, edit, run, write
from tests.sites import FIRST_ACADEMY

PLACES = {
    "South Tyneside Academy": ("south-tyneside",),
    "Tees Valley Academy": ("darlington", "south-tees", "tees-valley-collaborative-area"),
}
ALLIANCE = "prototypes/south-tyneside-alliance-working.yaml"
ADOPTION = """\
summary: South Tyneside wants to try the improvement events of the Tees Valley.
area: south-tyneside
practice: tees-valley-academy/cross-organisational-improvement-event
learnt_from:
  - area: tees-valley-academy/darlington
status: interested
"""


SAME_AS = "same_as: [tees-valley-academy/darlington]\n"


def make_academy(root: Path, name: str) -> Path:
    """The academy of one name, in the folder `root`."""
    catalogue = first_catalogue()
    places = set(PLACES[name])
    seeds = [
        record.id
        for record in catalogue.records.values()
        if record.kind == "prototype" and places & set(vars(record)["areas"])
    ]
    for record_id in reached(catalogue, seeds):
        path = catalogue.origins[record_id].source.path
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIRST_ACADEMY / path, root / path)
    for path in ("mkdocs.yml", "site_src", "registry/vocabulary.yaml", "registry/schema.yaml"):
        source = FIRST_ACADEMY / path
        if source.is_dir():
            shutil.copytree(source, root / path)
        elif source.exists():
            shutil.copy(source, root / path)
    edit(root, "mkdocs.yml", "site_name: Learning Academy", f"site_name: {name}")
    return root


def reached(catalogue: Catalogue, seeds: Iterable[str]) -> set[str]:
    """The records that these records name, and what those name, and so on."""
    known: set[str] = set()
    waiting = list(seeds)
    while waiting:
        record_id = waiting.pop()
        if record_id in known:
            continue
        known.add(record_id)
        path = catalogue.origins[record_id].source.path
        inside = [name for name, origin in catalogue.origins.items() if origin.source.path == path]
        named = [reference.target for reference in catalogue.references[record_id]]
        named += [mention.target for mention in catalogue.mentions[record_id]]
        waiting += [*inside, *catalogue.resolve_all(named)]
    return known


def printed_steps(folder: Path) -> list[str]:
    """What is printed at each step of the example, in the folder `folder`."""
    south = make_academy(folder / "south-tyneside", "South Tyneside Academy")
    tees = make_academy(folder / "tees-valley", "Tees Valley Academy")
    steps = []
    # they follow each other
    bundle_of(tees, folder / "tees-valley.zip")
    steps.append(run(south, "follow", "../tees-valley.zip")[1])
    bundle_of(south, folder / "south-tyneside.zip")
    steps.append(run(tees, "follow", "../south-tyneside.zip")[1])
    # one uses a practice of the other, whose home sees it
    write(south, {"registry/adoptions/south-tyneside-improvement-events.yaml": ADOPTION})
    bundle_of(south, folder / "south-tyneside.zip")
    steps.append(run(tees, "follow", "../south-tyneside.zip")[1])
    # a person says that both describe one place
    darlington = south / "registry" / "areas" / "darlington.yaml"
    text = darlington.read_text(encoding="utf-8") + SAME_AS
    write(south, {"registry/areas/darlington.yaml": text})
    assert examine(south)[0].resolve("tees-valley-academy/darlington") == "darlington"
    # a copy comes back, with a prototype that was changed at home too
    copy = copy_of(south, folder / "copy", "South Tyneside Academy")
    edit(copy, ALLIANCE, "stage: live", "stage: completed")
    edit(copy, ALLIANCE, "residents of South Tyneside", "everyone in South Tyneside")
    edit(south, ALLIANCE, "stage: live", "stage: testing")
    steps.append(run(copy, "send", "--to", "../changes.zip")[1])
    steps.append(run(south, "receive", "../changes.zip", "--yes")[1])
    theirs = ("--theirs", "south-tyneside-alliance-working.stage")
    steps.append(run(south, "receive", "../changes.zip", "--yes", *theirs)[1])
    steps.append(run(south, "receive", "../changes.zip", "--yes", *theirs)[1])
    steps.append(run(south, "unfollow", "tees-valley-academy")[1])
    return steps
