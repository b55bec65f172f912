"""What the pages of the first academy show."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from generator.analysis.relations import edges
from generator.checks import CHECKS
from generator.host_mkdocs import build_site_once
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF, KINDS
from generator.records.catalogue import Catalogue
from generator.site.parts.field_view import field_views
from tests.catalogues import first_catalogue
from tests.readable import words_in


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return first_catalogue()


def page(site: Path, url: str) -> str:
    return (site / url).read_text(encoding="utf-8")


def words(text: str) -> str:
    """The text of some HTML, with single spaces; an explained term stays part of its sentence."""
    text = re.sub(r'<a class="la-term"[^>]*>(.*?)</a>', r"\1", text)
    return words_in(text)


def test_every_relation_is_shown_from_both_ends(first_site: Path, catalogue: Catalogue) -> None:
    pages = {
        record.id: page(first_site, url_of(KIND_OF[record.kind], record.id))
        for record in catalogue.records.values()
    }
    urls = {
        record.id: url_of(KIND_OF[record.kind], record.id) for record in catalogue.records.values()
    }
    for edge in edges(catalogue):
        for here, there in ((edge.writer, edge.reader), (edge.reader, edge.writer)):
            assert f'href="../{urls[there]}"' in pages[here], f"{here} does not show {there}"


def test_every_source_is_shown_with_section_and_lines(
    first_site: Path, catalogue: Catalogue
) -> None:
    for record in catalogue.records.values():
        shown = words(page(first_site, url_of(KIND_OF[record.kind], record.id)))
        for source in record.sources:
            assert f"{source.section}, lines {source.lines}" in shown, record.id


def test_a_document_shows_what_rests_on_it(first_site: Path, catalogue: Catalogue) -> None:
    for record in catalogue.records.values():
        for source in record.sources:
            shown = page(first_site, f"learning/{source.resource}.html")
            assert f'href="../{url_of(KIND_OF[record.kind], record.id)}"' in shown, record.id


def test_quotes_stand_with_role_and_never_alone(first_site: Path, catalogue: Catalogue) -> None:
    for record in catalogue.records.values():
        shown = words(page(first_site, url_of(KIND_OF[record.kind], record.id)))
        for quote in record.quotes:
            assert f"{quote.text} {quote.role}" in shown, record.id


def test_a_prototype_page_answers_on_its_first_screen(first_site: Path) -> None:
    text = page(first_site, "prototypes/south-tyneside-end-of-life-care.html")
    head = words(text.partition('<header class="la-page-header">')[2].partition("</header>")[0])
    for answer in ("Where South Tyneside", "Stage Live", "Did it work?", "Worked", "Read next"):
        assert answer in head


def test_what_nobody_stated_is_named_once_at_the_end(first_site: Path) -> None:
    text = words(page(first_site, "prototypes/darlington-dementia-collaborative.html"))
    missing = text.partition("Not recorded yet:")[2]
    for silent in ("starting point, how people were involved (in “Starting", " why, how, when and"):
        assert silent in missing
    assert "Can you add it?" in missing
    assert "Starting point Not stated" not in text


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("measures/dementia-length-of-stay.html", "Reported, with figures"),
        ("measures/st-delayed-transfers.html", "Reported in words"),
        ("measures/good-friends-target.html", "Planned"),
        ("measures/darlington-population-65-plus.html", "Planned"),
        ("measures/tom-length-of-stay.html", "Illustration, not data"),
        ("case-studies/tom-stroke-pathway.html", "Illustration, not data"),
        ("prototypes/tees-valley-innovation-lab.html", "Planned"),
        ("prototypes/darlington-dementia-collaborative.html", "Reported, with figures"),
        ("prototypes/south-tyneside-end-of-life-care.html", "Reported in words"),
        ("prototypes/stroke-rehabilitation-at-home.html", "Illustration, not data"),
        ("adoptions/hartlepool-collaborative-products.html", "Planned"),
    ],
)
def test_claims_are_labelled_by_nature(first_site: Path, url: str, label: str) -> None:
    head = (
        page(first_site, url)
        .partition('<header class="la-page-header">')[2]
        .partition("</header>")[0]
    )
    assert f"Type of evidence: {label}" in words(head)


def test_organisations_that_ended_say_so_and_lead_on(first_site: Path) -> None:
    url = "partners/county-durham-and-darlington-primary-care-trust.html"
    text = page(first_site, url)
    assert "Ended 31 March 2013 inferred" in words(text)
    assert "Ended 31 March 2013" in words(page(first_site, "partners/index.html"))
    assert "Succeeded by" in text
    assert 'href="../partners/darlington-ccg.html"' in text


def test_a_share_that_does_not_compute_is_on_the_gaps_page(first_site: Path) -> None:
    text = words(page(first_site, "gaps/c311.html"))
    assert "The share is 3.20, but we worked it out as 3.19." in text


def test_lists_hold_every_record_once_and_count_them(
    first_site: Path, catalogue: Catalogue
) -> None:
    for kind in KINDS:
        text = page(first_site, f"{kind.slug}/index.html")
        records = catalogue.records_of_kind(kind)
        for record in records:
            assert text.count(f'href="../{url_of(kind, record.id)}"') == 1, record.id
        assert f"{kind.labels} {len(records)}" in words(text)


def test_lists_start_with_what_readers_look_for(first_site: Path) -> None:
    wanted = {
        "adoptions": "In place",
        "barriers": "Worked through",
        "prototypes": "Live",
        "measures": "Result",
    }
    for url, first in wanted.items():
        text = page(first_site, f"{url}/index.html")
        heading = re.findall(r'<h2 id="list-[^"]*">(.*?) \(', text)[0]
        assert heading == first


def test_the_reader_sees_where_a_page_stands(first_site: Path) -> None:
    text = page(first_site, "barriers/information-sharing.html")
    assert 'aria-current="true">Spread</a>' in text
    trail = text.partition('<nav class="la-breadcrumbs"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', trail) == ["../index.html", "../barriers/index.html"]


def test_every_check_is_explained_from_its_docstring(first_site: Path) -> None:
    text = words(page(first_site, "reference/checks.html"))
    for check in CHECKS:
        assert f"{check.code} {check.summary}" in text
        assert check.why in text


def test_every_field_is_explained(first_site: Path) -> None:
    for kind in KINDS:
        text = words(page(first_site, f"reference/fields-{kind.slug}.html"))
        for field in field_views(kind.written_model):
            assert f"{field.name} {field.label}" in text, (kind.name, field.name)


def test_home_counts_what_is_there(first_site: Path) -> None:
    text = words(page(first_site, "index.html"))
    for count in ("25 prototypes", "17 of them in practice", "77 practices", "14 adoptions"):
        assert count in text
    assert "20 results reported" in text


def test_newcomers_get_one_story_principle_practice_and_prototype(first_site: Path) -> None:
    path = page(first_site, "index.html").partition('<ol class="la-path">')[2].partition("</ol>")[0]
    folders = [url.partition("/")[0] for url in re.findall(r'href="([^"]+)"', path)]
    assert folders == ["case-studies", "principles", "practices", "prototypes"]


def test_newcomers_may_start_with_a_prototype_that_has_figures(small_project: Path) -> None:
    for file in (small_project / "prototypes").glob("*.yaml"):
        plan = re.sub(r"^stage: .*$", "stage: idea", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(plan, encoding="utf-8")
    (small_project / "prototypes" / "first.yaml").write_text(
        "title: First\nsummary: A sentence.\nareas: [ashby]\nstage: live\nmeasures:\n"
        "  - statement: Days rose\n    outcome: days-at-home\n    nature: result\n"
        "    evidence_level: data\n",
        encoding="utf-8",
    )
    build_site_once(small_project / "mkdocs.yml")
    home = page(small_project / "site", "index.html")
    path = home.partition('<ol class="la-path">')[2].partition("</ol>")[0]
    assert 'href="prototypes/first.html"' in path


def test_every_list_and_board_is_at_most_two_clicks_away(first_site: Path) -> None:
    pages = {path.relative_to(first_site).as_posix(): path for path in first_site.rglob("*.html")}
    links = {url: _links(first_site, path) for url, path in pages.items()}
    wanted = {url for url in pages if url.endswith("/index.html") or url.startswith("boards/")}
    far = {}
    for url in pages.keys() - {"404.html"}:
        near = links[url].union(*(links.get(target, set()) for target in links[url]))
        missing = wanted - near - {url}
        if missing and 'http-equiv="refresh"' not in pages[url].read_text(encoding="utf-8"):
            far[url] = sorted(missing)
    assert not far


def _links(site: Path, path: Path) -> set[str]:
    """The pages of the site that a page links to."""
    targets = re.findall(r'<a [^>]*?href="([^"#?:]+\.html)', path.read_text(encoding="utf-8"))
    folder = path.parent.relative_to(site).as_posix()
    return {posixpath.normpath(posixpath.join(folder, target)) for target in targets}
