"""`academy follow`: another academy's records stand beside the own ones, and go without a trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.records.catalogue import Catalogue
from generator.site.parts.content import SiteContent
from generator.site.share import share_files
from tests.federation.neighbours import VISITS, bundle_of, edit, run, small_academy, write
from tests.random_academies import Host, host
from tests.sites import tree

__all__ = ["host"]  # a fixture

ADOPTION = """\
area: brookvale
practice: vale-academy/shared-visits
learnt_from:
  - area: vale-academy/ashby
status: intended
"""


def catalogue(root: Path) -> Catalogue:
    return examine(root)[0]


def followed(root: Path, other: Path) -> str:
    code, printed = run(root, "follow", str(other))
    assert code == 0, printed
    return printed


def test_every_record_is_there_under_its_full_name_and_the_own_ones_stay(
    home: Path, vale: Path
) -> None:
    before = catalogue(home)
    files = tree(home)
    printed = followed(home, vale)
    assert printed.startswith("Follows Vale Academy, ")
    assert "Not signed." in printed
    after = catalogue(home)
    assert after.own.records == before.records
    assert after.records.keys() - before.records.keys() == {
        f"vale-academy/{name}" for name in before.records
    }
    assert {path: data for path, data in tree(home).items() if path in files} == files
    prototype = after.records["vale-academy/ashby-visits"]
    assert [after.resolve(area) for area in vars(prototype)["areas"]] == ["vale-academy/ashby"]
    assert run(home, "check")[0] == 0


def test_following_twice_changes_nothing(home: Path, vale: Path) -> None:
    followed(home, vale)
    before = tree(home)
    assert followed(home, vale).startswith("Nothing changes: you already follow Vale Academy")
    assert tree(home) == before


def test_a_newer_state_takes_the_place_of_the_older(home: Path, vale: Path) -> None:
    followed(home, vale)
    edit(vale, VISITS, "stage: live", "stage: completed")
    write(vale, {"registry/areas/fife.yaml": "title: Fife\ntype: place\n"})
    printed = followed(home, vale)
    assert "Brings Vale Academy up to date" in printed
    assert "Adds “Fife”." in printed
    assert "Changes “Shared visits in Ashby, Vale Academy”." in printed
    (vale / "registry/areas/fife.yaml").unlink()
    assert "Removes “Fife”." in followed(home, vale)
    assert "vale-academy/fife" not in catalogue(home).records


def test_unfollow_leaves_no_trace(home: Path, vale: Path) -> None:
    before = tree(home)
    followed(home, vale)
    code, printed = run(home, "unfollow", "vale-academy")
    assert (code, printed.splitlines()[0]) == (0, "No longer follows Vale Academy.")
    assert tree(home) == before
    assert not (home / "academies").exists()


def test_the_order_makes_no_difference(home: Path, vale: Path, tmp_path: Path) -> None:
    third = small_academy(tmp_path / "third", "Third Academy")
    other = small_academy(tmp_path / "other", "Home Academy")
    for root, order in ((home, (vale, third)), (other, (third, vale))):
        for academy in order:
            followed(root, academy)
    assert tree(home) == tree(other)


def test_a_bundle_and_its_folder_are_the_same_academy(
    home: Path, vale: Path, tmp_path: Path
) -> None:
    followed(home, bundle_of(vale, tmp_path / "vale.zip"))
    from_bundle = catalogue(home).records
    run(home, "unfollow", "vale-academy")
    followed(home, vale)
    assert catalogue(home).records == from_bundle


def test_academies_that_it_follows_are_not_pulled_in(
    home: Path, vale: Path, tmp_path: Path
) -> None:
    third = small_academy(tmp_path / "third", "Third Academy")
    followed(vale, third)
    write(vale, {"registry/adoptions/a.yaml": ADOPTION.replace("vale-", "third-")})
    followed(home, vale)
    names = catalogue(home).records
    assert not [name for name in names if name.startswith("third-academy/")]
    # it names a practice that nobody knows here
    assert "vale-academy/a" not in names
    assert run(home, "check")[0] == 0


def test_an_area_adopts_a_practice_of_another_academy_whose_home_sees_it(
    home: Path, vale: Path
) -> None:
    followed(home, vale)
    write(home, {"registry/adoptions/brookvale-visits-2.yaml": ADOPTION})
    assert run(home, "check")[0] == 0
    followed(vale, home)
    seen = catalogue(vale)
    adoption = seen.records["home-academy/brookvale-visits-2"]
    assert seen.resolve(vars(adoption)["practice"]) == "shared-visits"


def test_an_academy_that_own_records_name_cannot_be_left(home: Path, vale: Path) -> None:
    followed(home, vale)
    write(home, {"registry/adoptions/brookvale-visits-2.yaml": ADOPTION})
    before = tree(home)
    code, printed = run(home, "unfollow", "vale-academy")
    assert code == 1
    assert "registry/adoptions/brookvale-visits-2.yaml:2:11: error" in printed
    assert "Nothing was changed." in printed
    assert tree(home) == before


def test_a_file_that_was_altered_is_refused(home: Path, vale: Path) -> None:
    followed(home, vale)
    edit(home, f"academies/vale-academy/{VISITS}", "stage: live", "stage: completed")
    code, printed = run(home, "check")
    assert code == 1
    assert (
        f"academies/vale-academy/{VISITS}:1:1: error F150: This file is not as it was when the "
        "academy was followed."
    ) in printed
    followed(home, vale)
    assert run(home, "check")[0] == 0


def refused(root: Path, other: Path) -> str:
    """What is printed when an academy cannot be followed; nothing is written."""
    before = tree(root)
    code, printed = run(root, "follow", str(other))
    assert code in (1, 2), printed
    assert tree(root) == before
    return printed


def test_a_damaged_bundle_is_refused(home: Path, vale: Path, tmp_path: Path) -> None:
    file = bundle_of(vale, tmp_path / "vale.zip")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    printed = refused(home, file)
    assert "This bundle was changed or damaged after it was made." in printed
    assert "Nothing was followed." in printed


def test_a_file_that_is_no_bundle_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    assert "This is not a bundle" in refused(home, tmp_path / "x.zip")


def test_a_folder_that_is_no_academy_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert "is no academy: it has no mkdocs.yml" in refused(home, tmp_path / "x")


@pytest.mark.parametrize("part", ["records", "csv", "feed"])
def test_a_part_of_an_export_is_no_academy_to_follow(
    part: str, home: Path, vale: Path, tmp_path: Path
) -> None:
    run(vale, "export", "--only", part, "--to", str(tmp_path / "data"))
    assert "is an export without academy.zip. It is a part" in refused(home, tmp_path / "data")


def test_an_export_is_refused_as_a_bundle_is(home: Path, vale: Path, tmp_path: Path) -> None:
    printed = run(vale, "export", "--only", "academy", "--to", str(tmp_path / "data"))[1]
    assert "To follow this academy, others need academy.zip." in printed
    archive = tmp_path / "data/academy.zip"
    data = archive.read_bytes()
    archive.write_bytes(data[:-200])
    assert "Nothing was followed." in refused(home, tmp_path / "data")
    archive.write_bytes(data)
    fingerprint = next(line for line in printed.splitlines() if line.startswith("Fingerprint"))
    assert f"{fingerprint}." in followed(home, tmp_path / "data")


def test_a_later_schema_is_refused(home: Path, vale: Path) -> None:
    write(vale, {"registry/schema.yaml": "schema: 99\n"})
    assert "Nothing was followed. The other academy has to correct these errors" in refused(
        home, vale
    )


def test_personal_data_is_refused_whatever_the_other_academy_approved(
    home: Path, vale: Path
) -> None:
    edit(vale, VISITS, "A nurse and a carer", "Call 07700 900123. A nurse and a carer")
    waiver = (
        f"waivers:\n  - file: {VISITS}\n    sort: telephone\n    text: 07700 900123\n"
        "    reason: Ours.\n    approved_by: Manager\n    approved_on: 2026-01-01\n"
    )
    write(vale, {"registry/waivers.yaml": waiver})
    printed = refused(home, vale)
    assert f"academies/vale-academy/{VISITS}" in printed
    assert "900123" not in printed


def test_personal_data_in_the_name_of_an_academy_is_refused(home: Path, vale: Path) -> None:
    edit(vale, "mkdocs.yml", "site_name: Vale", "site_name: Call 07700 900123, Vale")
    waiver = (
        "waivers:\n  - file: mkdocs.yml\n    sort: telephone\n    text: 07700 900123\n"
        "    reason: Ours.\n    approved_by: Manager\n    approved_on: 2026-01-01\n"
    )
    write(vale, {"registry/waivers.yaml": waiver})
    printed = refused(home, vale)
    assert "This looks like a phone number" in printed
    assert "900123" not in printed


def test_a_copy_of_this_academy_is_refused(home: Path, tmp_path: Path) -> None:
    copy = small_academy(tmp_path / "copy", "Home Academy")
    assert "has the short name of this academy, “home-academy”" in refused(home, copy)


def test_two_academies_with_one_short_name_are_not_mixed(
    home: Path, vale: Path, tmp_path: Path
) -> None:
    followed(home, vale)
    other = small_academy(tmp_path / "other", "Vale, academy")
    assert "You follow another academy as “vale-academy”: Vale Academy." in refused(home, other)


def test_an_academy_that_nobody_follows_cannot_be_left(home: Path, vale: Path) -> None:
    followed(home, vale)
    code, printed = run(home, "unfollow", "valley")
    assert code == 1
    assert "You follow no academy with the short name “valley”. You follow vale-academy." in printed


def test_its_records_are_on_the_pages_and_say_where_they_come_from(
    home: Path, vale: Path, host: Host, tmp_path: Path
) -> None:
    followed(home, vale)
    site = tmp_path / "site"
    assert [finding.as_text() for finding in host.site_of(home, site)] == []
    page = (site / "prototypes/vale-academy.ashby-visits.html").read_text(encoding="utf-8")
    assert "From Vale Academy, " in page
    assert "Change or add to it" not in page
    own = (site / "prototypes/ashby-visits.html").read_text(encoding="utf-8")
    assert "From Vale Academy" not in own
    assert "Change or add to it" in own
    about = (site / "academies/index.html").read_text(encoding="utf-8")
    for words in ("Vale Academy", "2 prototypes", "Not signed", "Open Government Licence"):
        assert words in about
    assert '"academy","title":"Academy"' in (site / "find/head.js").read_text(encoding="utf-8")
    # the form changes own records only
    for file in (site / "share").glob("area-*.js"):
        assert "vale-academy" not in file.read_text(encoding="utf-8")


def test_links_and_figures_say_which_academy_a_record_is_from(home: Path, vale: Path) -> None:
    write(vale, {"registry/areas/fife.yaml": "title: Fife\ntype: place\n"})
    followed(home, vale)
    site = SiteContent("Home Academy", catalogue(home))
    assert site.link("vale-academy/fife").note == "from Vale Academy"
    assert site.link("vale-academy/fife", "page 3").note == "page 3, from Vale Academy"
    assert site.name_in_figures("vale-academy/fife")[0] == "Fife (from Vale Academy)"
    # its name says so already
    assert site.name_in_figures("vale-academy/ashby")[0] == "Ashby, Vale Academy"
    assert site.name_in_figures("ashby")[0] == "Ashby"


def test_the_form_offers_what_an_adoption_may_name(home: Path, vale: Path) -> None:
    followed(home, vale)
    site = SiteContent("Home Academy", catalogue(home))
    files = dict(share_files(site, "", ""))
    _, _, value = files["share/names.js"].decode().partition(",")
    names = json.loads(value.strip().removesuffix(");"))
    offered = names["followed"]
    assert [known[:2] for known in offered["practice"]] == [
        ["vale-academy/joint-work", "Joint work (from Vale Academy)"],
        ["vale-academy/shared-visits", "Shared visits (from Vale Academy)"],
    ]
    assert set(offered) == {"area", "partner", "practice", "prototype", "group", "resource"}
    assert not [known for known in names["kinds"]["area"] if "/" in known[0]]
