"""Documents from the record to the page, the search, the bundle and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.build.examine import examine
from generator.build.progress import no_progress
from generator.build.serve import LiveSite
from generator.diagnostics import Diagnostic
from generator.host_mkdocs.serving import MkDocsHost
from generator.publish import write_file
from generator.publish.bundle import unpack_bundle
from tests.browser.windows import Windows
from tests.media.document_samples import DOCUMENTS, heavy_pdf, office
from tests.publish.bundles import all_bytes
from tests.sites import copy_small, run_academy, tree

PAPER = """title: How visits began
type: paper
availability: available
file: media/{}
sources:
  - resource: vale-handbook
    section: Front page
"""


def offer(root: Path, name: str, content: bytes, record: str = "paper") -> None:
    """Add a document to an academy, with the record that offers it."""
    write_file(root / "media", name, content)
    (root / f"registry/resources/{record}.yaml").write_text(PAPER.format(name), encoding="utf-8")


def publish_documents(root: Path) -> Path:
    """The small academy with a heavy PDF and a Word document, built."""
    copy_small(root)
    offer(root, "handbook.pdf", heavy_pdf("quokka", 5_000_000), "handbook")
    offer(root, "Report_2.docx", office(".docx", "About wombats.", {"docProps/core.xml": "<x/>"}))
    offer(root, "named.pdf", DOCUMENTS["named pdf"](), "named")
    done = run_academy("build", folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_documents(tmp_path_factory.mktemp("documents") / "academy") / "site"


def faults_in(root: Path) -> list[Diagnostic]:
    return [one for one in examine(root)[1] if one.code[0] in "PFM" or one.code[:2] == "C3"]


def test_the_page_links_to_the_document_and_gives_its_type_and_size(site: Path) -> None:
    page = (site / "learning/handbook.html").read_text(encoding="utf-8")
    assert '<a href="../media/handbook.pdf">handbook.pdf (PDF, 5.0 MB)</a>' in page
    page = (site / "learning/paper.html").read_text(encoding="utf-8")
    assert '<a href="../media/Report_2.docx">Report_2.docx (Word document, ' in page
    assert "Mentioned in the document" not in page


def test_the_site_has_the_documents_without_names(site: Path) -> None:
    academy = tree(site.parent / "media")
    here = tree(site / "media")
    assert here.keys() == academy.keys()
    assert {name for name in here if here[name] != academy[name]} == {"named.pdf"}
    assert b"Jane" not in here["named.pdf"]
    assert run_academy("verify", "site", folder=site.parent).returncode == 0


def test_the_data_say_where_the_document_is(site: Path) -> None:
    records = json.loads((site / "data/records.json").read_text(encoding="utf-8"))["records"]
    files = {one["id"]: one["file"] for one in records if "file" in one}
    assert files["handbook"] == "media/handbook.pdf"
    assert all((site / file).is_file() for file in files.values())
    assert ",media/handbook.pdf," in (site / "data/csv/learning.csv").read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(("word", "record"), [("quokka", "handbook"), ("wombats", "paper")])
def test_a_word_inside_a_document_finds_it(
    word: str, record: str, windows: Windows, site: Path
) -> None:
    page = windows.open().open((site / "find/index.html").as_uri())
    page.get_by_label("Words to look for").fill(word)
    expect(page.locator(".la-results__count")).to_have_text("1 result")
    page.locator(".la-results__list .la-card a").first.click()
    expect(page).to_have_url((site / f"learning/{record}.html").as_uri())


def test_what_a_bundle_holds_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "b.zip"
    done = run_academy("bundle", "--for", "none", "--to", str(bundle), folder=site.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"Jane Doe" not in all_bytes(bundle)
    unpack_bundle(bundle, tmp_path / "out")
    assert tree(tmp_path / "out" / "academy" / "media") == tree(site / "media")
    assert examine(tmp_path / "out" / "academy")[0].media["media/named.pdf"].document is not None


def test_a_served_site_sends_a_document(site: Path, tmp_path: Path) -> None:
    settings, printed = site.parent / "mkdocs.yml", list[str]()
    live = LiveSite(MkDocsHost(settings), settings, tmp_path, no_progress, printed.append)
    live.rebuild()
    assert live.content("media/named.pdf") == (site / "media/named.pdf").read_bytes()
    assert live.content("media/other.pdf") is None


def test_personal_data_in_a_document_is_told_where_a_record_offers_it(small: Path) -> None:
    offer(small, "paper.pdf", DOCUMENTS["personal pdf"]())
    (finding,) = faults_in(small)
    assert (finding.path, finding.line, finding.column, finding.code) == (
        "registry/resources/paper.yaml", 4, 7, "P103",
    )  # fmt: skip
    assert (
        finding.message == "media/paper.pdf holds what looks like an NHS number (“9** *** ****”)."
    )
    (small / "registry/resources/paper.yaml").unlink()
    assert [(one.path, one.code) for one in faults_in(small)] == [
        ("media/paper.pdf", "C374"),
        ("media/paper.pdf", "P103"),
    ]


@pytest.mark.parametrize("named", ["media/paper.docx", "registry/resources/paper.yaml"])
def test_a_waiver_names_the_document_or_the_record_that_offers_it(small: Path, named: str) -> None:
    offer(small, "paper.docx", office(".docx", "Write to team@ashby.example."))
    assert [one.code for one in faults_in(small)] == ["P101"]
    (small / "registry/waivers.yaml").write_text(
        f"waivers:\n  - file: {named}\n    sort: e-mail\n    text: team@ashby.example\n"
        "    reason: Readers ask there.\n    approved_by: editor\n    approved_on: 2024-05-01\n",
        encoding="utf-8",
    )
    assert faults_in(small) == []


def test_all_documents_together_have_a_limit_that_the_academy_sets(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "academy")
    offer(root, "paper.pdf", heavy_pdf("quokka", 1_100_000))
    assert faults_in(root) == []
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - academy:\n", "  - academy:\n      documents_mb: 1\n"), encoding="utf-8"
    )
    (finding,) = faults_in(root)
    assert (finding.path, finding.code) == ("media", "F154")
    assert finding.message == "All documents together are 1.1 MB. The limit is 1.0 MB."
    settings.write_text(
        text.replace("  - academy:\n", "  - academy:\n      documents_mb: lots\n"), encoding="utf-8"
    )
    assert [one.code for one in examine(root)[1] if one.code[0] == "S"] == ["S702"]


def test_a_document_that_is_not_there_is_told(small: Path) -> None:
    offer(small, "paper.pdf", DOCUMENTS["pdf"]())
    (small / "media/paper.pdf").rename(small / "media/papers.pdf")
    assert [(one.code, one.hint) for one in faults_in(small)] == [
        ("C374", "Name it in a record (“file: media/papers.pdf”), or delete it."),
        ("C370", "Did you mean “media/papers.pdf”?"),
    ]
