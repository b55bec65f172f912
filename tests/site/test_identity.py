"""What an academy states about itself is used wherever readers and programs meet it."""

from __future__ import annotations

import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.diagnostics import errors
from generator.host_mkdocs import build_site_once
from generator.model.look import DARK_GROUNDS, LIGHT_GROUNDS, USUAL_COLOURS, unreadable_colours
from generator.publish import verify_site
from generator.publish.verify.scripts import parse_script_call
from generator.site.theme_files import THEME
from tests.brands import COMMENT, NAME, copy_second_brand
from tests.sites import copy_small, run_academy

BY, BY_SA = (f"https://creativecommons.org/licenses/{code}/4.0/" for code in ("by", "by-sa"))
OGL = "Open Government"


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second brand."""
    root = copy_second_brand(tmp_path_factory.mktemp("brands") / "academy")
    return build_site_once(root / "mkdocs.yml").folder


def page(site: Path, url: str) -> str:
    return (site / url).read_text(encoding="utf-8")


def asset(site: Path, name: str) -> Path:
    """The file of a look that is called `name`, but for the hash of its content."""
    stem, _, suffix = name.rpartition(".")
    (file,) = (site / "assets/academy").glob(f"{stem}.*.{suffix}")
    assert f".{sha256(file.read_bytes()).hexdigest()[:10]}." in file.name
    return file


def linked_data(site: Path, url: str) -> list[dict[str, Any]]:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(site, url))
    assert block
    graph: list[dict[str, Any]] = json.loads(block[1])["@graph"]
    return graph


def test_no_file_states_a_licence_or_language_of_another_academy(brand: Path) -> None:
    own = [file for file in brand.rglob("*") if file.suffix in (".html", ".json", ".xml", ".csv")]
    for file in (*own, *(brand / "share").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        assert OGL not in text, file
        assert "OGL-UK" not in text, file
        assert "en-GB" not in text, file


def test_every_page_says_whose_it_is_and_how_to_use_it(brand: Path) -> None:
    for url in ("index.html", "about.html", "prototypes/index.html", "share/prototype.html"):
        html = page(brand, url)
        assert '<html lang="en-NZ"' in html
        assert f"<span>{NAME}</span>" in html
        footer = re.sub(r"\s+", " ", html.partition("<footer")[2])
        assert f'Text under the <a href="{BY}" rel="noopener noreferrer">' in footer
        assert f', data under the <a href="{BY_SA}" rel="noopener noreferrer">' in footer
        assert "© Te Ara Trust" in footer
        assert 'href="https://exchange.example/contact"' in footer
        assert 'href="https://exchange.example/feedback"' in footer


def test_home_has_the_words_of_the_academy(brand: Path) -> None:
    html = page(brand, "index.html")
    assert '<h1 id="content">Kia ora</h1>' in html
    assert "See what other districts learned before you start." in html
    assert '<meta property="og:locale" content="en_NZ">' in html


def test_programs_read_the_licences_and_the_language(brand: Path) -> None:
    [about] = [item for item in linked_data(brand, "index.html") if item["@type"] == "WebPage"]
    assert (about["license"], about["inLanguage"]) == (BY, "en-NZ")
    [data] = [item for item in linked_data(brand, "data/index.html") if item["@type"] == "Dataset"]
    assert data["license"] == BY_SA
    package = json.loads(page(brand, "data/datapackage.json"))
    assert package["name"] == "te-ara-learning-exchange"
    assert [licence["path"] for licence in package["licenses"]] == [BY_SA]
    assert json.loads(page(brand, "data/records.json"))["licence"] == "CC-BY-SA-4.0"
    assert 'xml:lang="en-NZ"' in page(brand, "data/feed.xml")


def test_the_page_of_the_data_says_what_its_licence_allows(brand: Path) -> None:
    text = re.sub(r"\s+", " ", page(brand, "data/index.html"))
    assert "under the Creative Commons Attribution-ShareAlike 4.0 licence." in text
    assert "share what you make under the same licence." in text


def test_the_form_names_the_licence_of_the_academy(brand: Path) -> None:
    call = parse_script_call(page(brand, "share/questions.js"))
    assert call
    questions = call.value
    asked = {q["name"]: q for q in questions["kinds"]["prototype"]["questions"]}
    assert asked["licence"]["help"].endswith("(CC-BY-4.0).")
    assert questions["academy"]["name"] == NAME


def test_the_bundle_states_the_licences(tmp_path: Path) -> None:
    root = copy_second_brand(tmp_path / "academy")
    done = run_academy("bundle", "--for", "none", folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    [file] = (root / "dist").iterdir()
    with zipfile.ZipFile(file) as bundle:
        start, licence, read_me = (
            bundle.read(name).decode() for name in ("START HERE.html", "LICENCE.txt", "READ ME.txt")
        )
    assert '<html lang="en-NZ">' in start
    assert BY in licence
    assert BY_SA in licence
    assert OGL not in start + licence.partition("THE PROGRAM")[0] + read_me
    assert f"<h1>{NAME}</h1>" in start


def test_an_academy_without_a_licence_claims_none(tmp_path: Path) -> None:
    root = copy_small(tmp_path / "academy")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    unstated = re.sub(r" +(text|data)_licence: .*\n", "", settings)
    text = unstated.replace("docs_dir:", "copyright: CC BY 4.0\ndocs_dir:")
    text += "site_url: https://academy.example/\n"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    site = build_site_once(root / "mkdocs.yml").folder
    assert all("license" not in item for item in linked_data(site, "data/index.html"))
    assert "licenses" not in json.loads(page(site, "data/datapackage.json"))
    assert "licence" not in json.loads(page(site, "data/records.json"))
    assert "Nobody has stated a licence for them" in page(site, "data/index.html")
    assert "CC BY 4.0" in page(site, "index.html")
    checked = run_academy("check", folder=root).stdout
    assert "mkdocs.yml:7:1: warning S703: “copyright” is only shown at the end" in checked
    assert "Write “text_licence: CC-BY-4.0” and “data_licence: CC-BY-4.0” under" in " ".join(
        checked.split()
    )


def test_the_look_is_carried_with_the_site(brand: Path) -> None:
    html = page(brand, "prototypes/index.html")
    own = {name: asset(brand, name) for name in ("brand.css", "brand/icon.svg", "brand/logo.webp")}
    urls = {name: f"../{file.relative_to(brand).as_posix()}" for name, file in own.items()}
    assert f'<link rel="stylesheet" href="{urls["brand.css"]}">' in html
    assert f'href="{urls["brand/icon.svg"]}" type="image/svg+xml"' in html
    assert f'src="{urls["brand/logo.webp"]}" alt=""' in html
    style = own["brand.css"].read_text(encoding="utf-8")
    assert "--brand: #7a1f5c;" in style
    assert "--sans: Georgia" in style
    assert "url(" not in style
    assert COMMENT.encode() not in own["brand/logo.webp"].read_bytes()
    assert [name for name in ("logo.png", "icon.svg") if (brand / name).exists()] == []
    with Image.open(asset(brand, "card.png")) as card:
        assert card.size == (1200, 630)
        assert card.convert("RGB").getpixel((0, 0)) == (0x3D, 0x0F, 0x2E)


def test_the_verifier_knows_the_style_of_a_brand_to_the_last_byte(brand: Path) -> None:
    assert errors(verify_site(brand)) == ()
    style = asset(brand, "brand.css")
    sound = style.read_text(encoding="utf-8")
    for wrong in (sound + "/**/", sound.replace("#7a1f5c", "red"), "", "body{}"):
        style.write_text(wrong, encoding="utf-8")
        findings = verify_site(brand, search_personal_data=False)
        codes = [finding.code for finding in errors(findings)]
        assert "V512" in codes
    style.write_text(sound, encoding="utf-8")


def test_a_font_file_of_the_academy_is_carried(tmp_path: Path) -> None:
    root = copy_second_brand(tmp_path / "academy")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("typeface: serif", "typeface: own.woff2")
    settings.write_text(text, encoding="utf-8")
    [font] = (THEME / "assets/academy/fonts").glob("*-normal.woff2")
    (root / "site_src" / "own.woff2").write_bytes(font.read_bytes())
    site = build_site_once(settings).folder
    carried = asset(site, "brand/typeface.woff2")
    assert carried.read_bytes() == font.read_bytes()
    style = asset(site, "brand.css").read_text(encoding="utf-8")
    assert f'src: url("brand/{carried.name}")' in style
    assert not (site / "own.woff2").exists()
    assert errors(verify_site(site, search_personal_data=False)) == ()


def test_the_usual_look_needs_no_style_of_its_own(small_site: Path) -> None:
    assert "/brand." not in page(small_site, "index.html")
    assert not (small_site / "assets/academy/brand").exists()


def test_the_engine_knows_the_colours_of_its_own_style() -> None:
    style = (THEME / "assets/academy/academy.css").read_text(encoding="utf-8")
    names = {"paper": 0, "card": 1, "sunk": 2}
    for name, number in names.items():
        assert f"--{name}: {LIGHT_GROUNDS[number]};" in style
        assert style.count(f"--{name}: {DARK_GROUNDS[number]};") == 2
    variables = {"brand": "brand", "brand_dark": "brand", "header": "brand-deep",
                 "header_text": "on-brand", "accent": "accent"}  # fmt: skip
    for colour, value in USUAL_COLOURS.items():
        assert f"--{variables[colour]}: {value};" in style
    assert unreadable_colours(USUAL_COLOURS) == ()
