"""Each rule of a finished site lets a sound one through and catches what is planted in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.privacy import Waiver
from generator.publish import (
    FILE_RULES,
    PERSONAL_DATA_RULE,
    POLICY,
    SITE_RULES,
    ExpectedPages,
    inspect_file,
    report_of_made_file,
    verify_site,
    write_file,
    write_manifest,
)
from generator.publish.verify.file_names import colliding_paths, name_fault
from generator.publish.verify.rule import SiteRule
from generator.site.sitemap import listed_addresses, sitemap_files
from generator.site.theme_files import engine_assets
from tests.sites import run_academy

PAGE = (
    '<!doctype html><html lang="en"><head>\n'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    f'<script src="{{base}}{engine_assets().script}"></script></head>\n'
    '<body><h1 id="top">T</h1> src=x href="y" &lt;a href="z"&gt;\n{body}</body></html>\n'
)
HOME = '<a href="areas/ashby.html">Ashby</a> <a href="other.html#top">Other</a>'
SCRIPT, STYLE = engine_assets().script, engine_assets().style
ROLL = ExpectedPages({"ashby": "areas/ashby.html"}, {"oldby": "areas/oldby.html"})


def page(body: str, base: str = "") -> str:
    return PAGE.replace("{base}", base).replace("{body}", body)


def sound() -> dict[str, str]:
    """The files of a small site that has nothing wrong."""
    return {
        "index.html": page(HOME),
        "other.html": page('<a href="index.html">Home</a>'),
        "areas/ashby.html": page('<a href="../index.html#top">Home</a>', "../"),
        "areas/oldby.html": page('<a href="ashby.html">Moved</a>', "../"),
        SCRIPT: engine_assets().files[SCRIPT].decode(),
        STYLE: engine_assets().files[STYLE].decode(),
        "find/d0.js": 'academy.find.addPart("abcdefghijkl","d0",["Ashby"]);\n',
        "share/names.js": 'academy.share.addPart("names",{"Ashby":1});\n',
        "data/areas.csv": "id,title\nashby,Ashby\n",
        "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n',
    }


def lay(folder: Path, files: dict[str, str], roll: ExpectedPages = ROLL) -> Path:
    for url, text in files.items():
        write_file(folder, url, text.encode())
    write_manifest(folder, roll)
    return folder


def codes(folder: Path) -> list[str]:
    return [found.code for found in verify_site(folder)]


def test_a_sound_site_has_no_fault(tmp_path: Path) -> None:
    assert verify_site(lay(tmp_path, sound())) == ()


def test_the_first_academy_has_no_fault(first_site: Path) -> None:
    """Personal data apart: `tests/privacy/test_academy.py` searches every source and many pages."""
    findings = verify_site(first_site, search_personal_data=False)
    assert [finding.as_text() for finding in findings] == []


@pytest.mark.proof
def test_no_file_of_the_first_academy_holds_personal_data(first_site: Path) -> None:
    assert [found.as_text() for found in verify_site(first_site)] == []


# the rule, the page, and what is planted in its body
PLANTED = [
    ("V501", '<a href="missing.html">', "there is no such page or file"),
    ("V501", "<a href=missing.html>", "there is no such page or file"),
    ("V501", '<a href="other.html#nowhere">', "that page has no such heading or section"),
    ("V501", '<a href="#nowhere">', "that page has no such heading or section"),
    ("V501", '<a href="/other.html">', "neither a web address nor an address in the site"),
    ("V501", '<a href="//elsewhere.example/">', "neither a web address nor an address in the site"),
    ("V501", '<a href="../../outside.html">', "there is no such page or file"),
    ("V501", '<a href="//[x">', "this is not an address"),
    ("V501", '<script src="missing.js"></script>', "there is no such page or file"),
    ("V503", '<img src="https://elsewhere.example/x.png">', "loads from another website"),
    ("V503", '<img src="//elsewhere.example/x.png">', "loads from another website"),
    ("V503", '<img src="data:image/png;base64,AA">', "loads from another"),
    ("V503", '<img srcset="https://elsewhere.example/x.png 2x">', "loads from another"),
    ("V503", '<link rel="preconnect" href="https://elsewhere.example">', "loads from another"),
    ("V503", '<form action="https://elsewhere.example/">', "loads from another"),
    ("V503", '<a href="index.html" ping="https://elsewhere.example">', "loads from another"),
    ("V503", '<svg><image xlink:href="https://elsewhere.example/x"/></svg>', "loads from another"),
    ("V504", '<a href="javascript:x">x</a>', "a script as the address in “href”"),
    ("V504", '<a href=" Java\tScript:x">x</a>', "a script as the address in “href”"),
    ("V504", '<svg><set attributeName="href" to="javascript:x"/></svg>', "the address in “to”"),
    ("V504", "<script>alert(1)</script>", "an inline script"),
    ("V504", '<script type="module">x</script>', "an inline script"),
    # a browser ends a comment at each of these
    ("V504", "<!--><script>alert(1)</script>-->", "an inline script"),
    ("V504", "<!---><script>alert(1)</script>-->", "an inline script"),
    ("V504", "<!-- --!><script>alert(1)</script>-->", "an inline script"),
    ("V504", "<style>a{}</style>", "the element “style”"),
    ("V504", '<p style="color:red">', "the attribute “style”"),
    ("V504", "<p ONCLICK=x()>", "the handler “onclick”"),
    # beside attributes that make a tag one that no rule asks for
    ("V504", '<p class="a" onclick="x()">', "the handler “onclick”"),
    ("V504", '<td data-sort="a" style="color:red">', "the attribute “style”"),
    ("V504", '<svg x="0" y="0" onload="x()"></svg>', "the handler “onload”"),
    ("V504", '<p class="a"\nonclick="x()">', "the handler “onclick”"),
    ("V504", '<a href=" JavaScript:x()">', "a script as the address in “href”"),
    ("V504", '<iframe src="other.html"></iframe>', "the element “iframe”"),
    ("V504", '<base href="x/">', "the element “base”"),
    ("V504", '<meta http-equiv="refresh" content="0;url=x">', "the attribute “http-equiv”"),
    ("V509", "<p>Ring 020 7946 0018 and ask.</p>", "looks like a phone number"),
    ("V509", "<p>anna.bell@elsewhere.example</p>", "looks like an email address"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "plant", "expected"), PLANTED)
def test_what_is_planted_in_a_page_is_caught(
    tmp_path: Path, code: str, plant: str, expected: str
) -> None:
    files = {**sound(), "other.html": page(f'<a href="index.html">Home</a>\n{plant}')}
    violations = [one for one in verify_site(lay(tmp_path, files)) if one.code == code]
    assert len(violations) == 1
    assert expected in violations[0].message
    # the plant stands on the sixth line of the page
    assert (violations[0].path, violations[0].line) == ("other.html", 6)


HARMLESS = [
    '<a href="https://elsewhere.example/">x</a>',
    '<a href="mailto:">x</a>',
    '<a title="src=x href=y onclick=z" href="other.html">x</a>',
    '<a href="oth%65r.html">x</a>',
    '<a href="?q=x">x</a>',
    '<!-- <script>alert(1)</script> <a href="missing.html"> -->',
    '<link rel="license" href="https://elsewhere.example/">',
    '<script type="application/ld+json">{"a": 1}</script>',
    '<svg><use href="#top"/></svg>',
]


@pytest.mark.parametrize("body", HARMLESS)
def test_what_is_harmless_is_let_through(tmp_path: Path, body: str) -> None:
    assert codes(lay(tmp_path, {**sound(), "index.html": page(HOME + body)})) == []


def unlinked(files: dict[str, str]) -> None:
    files["lost.html"] = page('<a href="index.html">Home</a>')


def unlinked_record(files: dict[str, str]) -> None:
    files["index.html"] = page('<a href="other.html">x</a>')


def no_record(files: dict[str, str]) -> None:
    del files["areas/ashby.html"]
    files["index.html"] = page('<a href="other.html">x</a>')
    files["areas/oldby.html"] = page("x", "../")


def no_earlier(files: dict[str, str]) -> None:
    del files["areas/oldby.html"]


def no_policy(files: dict[str, str]) -> None:
    files["other.html"] = page("x").replace("Content-Security-Policy", "x-ua-compatible")


def other_policy(files: dict[str, str]) -> None:
    files["other.html"] = page("x").replace("'none'", "*")


def late_policy(files: dict[str, str]) -> None:
    text = page("x")
    files["other.html"] = text.replace("<head>", f'<head><script src="{SCRIPT}"></script>')


def asking_script(files: dict[str, str]) -> None:
    files["assets/own.js"] = "const name = 'x'; fetch(name)\n"


def asking_after_data(files: dict[str, str]) -> None:
    files["find/x.js"] = 'academy.find.addPart("abcdefghijkl","x",["eval(1)"]);fetch("x");\n'


def asking_in_the_midst_of_data(files: dict[str, str]) -> None:
    files["find/x.js"] = 'academy.find.addPart("abcdefghijkl","x",[eval("1")]);\n'


def outside_style(files: dict[str, str]) -> None:
    files[STYLE] = "@import '//elsewhere.example/x.css';\n"


def hostile_drawing(files: dict[str, str]) -> None:
    files["icon.svg"] = "<svg onload='x()'></svg>"


def foreign_script(files: dict[str, str]) -> None:
    files["evil.js"] = "document.title;\n"


def foreign_style(files: dict[str, str]) -> None:
    files["evil.css"] = "a{color:red}\n"


def changed_script(files: dict[str, str]) -> None:
    files[SCRIPT] += "\n"


def moved_script(files: dict[str, str]) -> None:
    files["scheme.js"] = files[SCRIPT]


def data_of_another_name(files: dict[str, str]) -> None:
    files["find/d1.js"] = files["find/d0.js"]


def data_elsewhere(files: dict[str, str]) -> None:
    files["share/d0.js"] = files["find/d0.js"]


def active_page(files: dict[str, str]) -> None:
    files["evil.xhtml"] = "<html/>\n"


def active_data(files: dict[str, str]) -> None:
    files["evil.xml"] = "<html/>\n"


def picture_of_a_camera(files: dict[str, str]) -> None:
    files["media/team.jpg.webp"] = "\xff\xd8\xff Exif"


def page_as_a_document(files: dict[str, str]) -> None:
    files["media/paper.pdf"] = "<html><script>alert(1)</script></html>"


def twin(files: dict[str, str]) -> None:
    files["Icon.svg"] = files["icon.svg"]


def reserved(files: dict[str, str]) -> None:
    files["aux.txt"] = "1\n"


def overlong(files: dict[str, str]) -> None:
    files["x" * 121] = "1\n"


FILES: list[tuple[str, Callable[[dict[str, str]], None]]] = [
    ("V502", unlinked),
    ("V506", unlinked_record),
    ("V506", no_record),
    ("V506", no_earlier),
    ("V505", no_policy),
    ("V505", other_policy),
    ("V505", late_policy),
    ("V503", asking_script),
    ("V503", asking_after_data),
    ("V503", asking_in_the_midst_of_data),
    ("V503", outside_style),
    ("V504", hostile_drawing),
    ("V512", foreign_script),
    ("V512", foreign_style),
    ("V512", changed_script),
    ("V512", moved_script),
    ("V512", data_of_another_name),
    ("V512", data_elsewhere),
    ("V512", active_page),
    ("V512", active_data),
    ("V513", picture_of_a_camera),
    ("V514", page_as_a_document),
    ("V507", twin),
    ("V508", reserved),
    ("V508", overlong),
]


@pytest.mark.parametrize(("code", "plant"), FILES, ids=lambda one: getattr(one, "__name__", one))
def test_what_is_planted_in_the_files_is_caught(
    tmp_path: Path, code: str, plant: Callable[[dict[str, str]], None]
) -> None:
    files = sound()
    plant(files)
    assert code in codes(lay(tmp_path, files))


def test_what_records_say_is_data_and_never_taken_for_a_script(tmp_path: Path) -> None:
    files = sound()
    files["share/x.js"] = (
        'academy.share.addPart("x",["Say eval(1); or fetch(x) or new WebSocket"]);\n'
    )
    assert codes(lay(tmp_path, files)) == []


@pytest.mark.parametrize("name", ["title", "alt", "aria-label", "data-means", "content"])
def test_words_that_look_like_a_script_may_stand_where_no_address_does(
    tmp_path: Path, name: str
) -> None:
    files = sound()
    page = files["other.html"]
    files["other.html"] = page.replace("</body>", f'<p {name}="javascript:x">x</p></body>')
    assert files["other.html"] != page
    assert codes(lay(tmp_path, files)) == []


ADDRESS = "https://academy.example/sub/"
PUBLISHED = ExpectedPages(ROLL.records, ROLL.earlier, ADDRESS)


def published() -> dict[str, str]:
    """The files of the small site as it is published at an address."""
    files = {
        url: stating(text, "areas/ashby.html" if url == "areas/oldby.html" else url)
        for url, text in sound().items()
    }
    files["404.html"] = page('<a href="/sub/index.html">Home</a>', "/sub/")
    urls = ("index.html", "other.html", "areas/ashby.html")
    days = {"areas/ashby.html": "2024-02-29"}
    return files | {url: text.decode() for url, text in sitemap_files(ADDRESS, urls, days)}


def stating(text: str, url: str, address: str = ADDRESS) -> str:
    """A page that states where it is on the web."""
    own = f'<link rel="canonical" href="{address}{url}">'
    own += f'<meta property="og:url" content="{address}{url}">'
    own += f'<meta property="og:image" content="{address}icon.svg">'
    return text.replace("</head>", f"{own}</head>")


def test_a_sound_site_with_an_address_has_no_fault(tmp_path: Path) -> None:
    violations = verify_site(lay(tmp_path, published(), PUBLISHED))
    assert [one.as_text() for one in violations] == []


# the rule, the file, what is in it, and what is there instead
MISSTATED = [
    ("V501", "404.html", '"/sub/index.html"', '"index.html"', "must start with “/sub/”"),
    ("V501", "404.html", '"/sub/index.html"', '"/index.html"', "must start with “/sub/”"),
    ("V501", "404.html", '"/sub/index.html"', '"/sub/gone.html"', "no such page or file"),
    ("V515", "other.html", ADDRESS, "https://elsewhere.example/", "is not that of this page"),
    ("V515", "other.html", f"{ADDRESS}other", f"{ADDRESS}index", "is not that of this page"),
    ("V515", "other.html", "icon.svg", "lost.png", "is not that of a picture here"),
    ("V515", "other.html", 'rel="canonical"', 'rel="me"', "does not state its address"),
    ("V515", "areas/oldby.html", "sub/areas/ashby", "sub/areas/oldby", "not that of this page"),
    ("V516", "sitemap.xml", "/other.html", "/another.html", "is not a page of this site"),
    ("V516", "sitemap.xml", f"<url><loc>{ADDRESS}other.html</loc></url>\n", "", "No sitemap lists"),
    ("V516", "sitemap.xml", "<urlset", '<?xml-stylesheet href="x"?><urlset', "not the sitemap"),
    ("V516", "robots.txt", "Allow", "Disallow", "not the robots.txt"),
]  # fmt: skip


@pytest.mark.parametrize("misstated", MISSTATED)
def test_what_is_wrong_about_an_address_is_caught(
    tmp_path: Path, misstated: tuple[str, str, str, str, str]
) -> None:
    code, url, old, new, expected = misstated
    files = published()
    assert old in files[url]
    files[url] = files[url].replace(old, new)
    violations = verify_site(lay(tmp_path, files, PUBLISHED))
    messages = [one.message for one in violations if one.code == code]
    assert any(expected in message for message in messages), messages


def test_a_site_without_an_address_states_none(tmp_path: Path) -> None:
    files = published()
    del files["404.html"]
    assert {"V515", "V516"} == set(codes(lay(tmp_path, files)))


def test_a_lost_sitemap_is_caught(tmp_path: Path) -> None:
    files = published()
    del files["sitemap.xml"]
    assert "V516" in codes(lay(tmp_path, files, PUBLISHED))


def test_more_pages_than_a_sitemap_may_list_take_several() -> None:
    urls = [f"areas/a{number}.html" for number in range(5)]
    files = dict(sitemap_files(ADDRESS, urls, {}, most=2))
    assert set(files) == {"robots.txt", "sitemap.xml", *(f"sitemap-{n}.xml" for n in (1, 2, 3))}
    assert files["sitemap.xml"].decode().count("<sitemap><loc>") == 3
    listed = [listed_addresses(files[f"sitemap-{n}.xml"].decode()) for n in (1, 2, 3)]
    assert [address for part in listed for address in part] == [ADDRESS + url for url in urls]


def changed(site: Path) -> None:
    (site / SCRIPT).write_text(f"{sound()[SCRIPT][:-2]}!\n", encoding="utf-8")


def cut(site: Path) -> None:
    (site / SCRIPT).write_text("d", encoding="utf-8")


def lost(site: Path) -> None:
    (site / STYLE).unlink()


def added(site: Path) -> None:
    (site / "more.js").write_text("1", encoding="utf-8")


def no_manifest(site: Path) -> None:
    (site / "manifest.json").unlink()


def broken_manifest(site: Path) -> None:
    (site / "manifest.json").write_text('{"files": 3}', encoding="utf-8")


def later_manifest(site: Path) -> None:
    value = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    text = json.dumps({**value, "format": 99})
    (site / "manifest.json").write_text(text, encoding="utf-8")


def linked(site: Path) -> None:
    (site / STYLE).unlink()
    (site / STYLE).symlink_to(site / SCRIPT)


@pytest.mark.parametrize(
    ("code", "plant"),
    [
        ("V510", changed),
        ("V510", cut),
        ("V510", lost),
        ("V510", added),
        ("V510", no_manifest),
        ("V510", broken_manifest),
        ("V510", later_manifest),
        ("V511", linked),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_what_is_changed_afterwards_is_caught(
    tmp_path: Path, code: str, plant: Callable[[Path], None]
) -> None:
    site = lay(tmp_path / "site", sound())
    plant(site)
    assert code in codes(site)


LEFT = {
    ".DS_Store": b"\x00\x00\x00\x01Bud1",
    "areas/Thumbs.db": b"\xd0\xcf\x11\xe0",
    "areas/desktop.ini": b"[.ShellClassInfo]",
    "._index.html": b"\x00\x05\x16\x07rest",
    ".Trashes/1": b"",
}


@pytest.mark.parametrize("path", LEFT)
def test_what_a_system_leaves_is_named_and_is_no_fault(tmp_path: Path, path: str) -> None:
    site = lay(tmp_path / "site", sound())
    write_file(site, path, LEFT[path])
    (violation,) = verify_site(site)
    assert (violation.code, violation.path, violation.severity) == ("V512", path, Severity.WARNING)
    assert violation.message.startswith("This file was left here by ")
    done = run_academy("verify", str(site), folder=tmp_path)
    assert done.returncode == 0
    assert f"{path}:1:1: warning V512: " in done.stdout
    assert "No problems found in" in done.stdout


@pytest.mark.parametrize(
    "path", ["._page.html", "index.html.bak", ".Trashes/own.js", "__MACOSX/icon.svg", "new.txt"]
)
def test_a_name_of_the_systems_hides_no_page_and_no_script(tmp_path: Path, path: str) -> None:
    site = lay(tmp_path / "site", sound())
    write_file(site, path, page("").encode())
    assert "V510" in codes(site)


def test_a_site_is_sealed_without_what_a_system_left_meanwhile(tmp_path: Path) -> None:
    write_file(tmp_path, ".DS_Store", b"early")
    site = lay(tmp_path, sound())
    (site / ".DS_Store").write_bytes(b"later")
    assert codes(site) == ["V512"]


def planted_codes() -> Iterator[str]:
    yield from (code for code, *_ in PLANTED)
    yield from (code for code, _ in FILES)
    yield from (code for code, *_ in MISSTATED)
    yield from ("V510", "V511", "V512")


def test_every_rule_has_a_planted_fault_and_says_what_it_asks() -> None:
    rules: list[SiteRule[Any]] = [*FILE_RULES, *SITE_RULES, PERSONAL_DATA_RULE]
    assert {rule.code for rule in rules} == set(planted_codes())
    assert all(rule.summary.endswith(".") for rule in rules)


def test_a_waiver_lets_in_a_contact_wherever_its_record_is_shown(tmp_path: Path) -> None:
    files = {**sound(), "other.html": page("<p>team@elsewhere.example</p>")}
    site = lay(tmp_path, files)
    waiver = Waiver("registry/partners/team.yaml", "e-mail", "team@elsewhere.example", "why", "who")
    assert codes(site) == ["V509"]
    assert verify_site(site, [waiver]) == ()


def test_a_build_does_not_search_every_page_for_people(tmp_path: Path) -> None:
    site = lay(tmp_path, {**sound(), "other.html": page("<p>020 7946 0018</p>")})
    assert verify_site(site, search_personal_data=False) == ()


@pytest.mark.parametrize(
    "name",
    ["con", "NUL.txt", "a/com1.html", "lpt¹", "a:b", "a\\b", "a?", "x.", "x ", "a//b", "..",
     "a/../b", "e\u0301.html", "a\x07b", "x" * 121],
)  # fmt: skip
def test_names_that_some_system_cannot_hold(name: str) -> None:
    assert name_fault(name)


@pytest.mark.parametrize(
    "name", ["console.html", "a/b-c.html", "é.html", ".site", "aux-1", "com10"]
)
def test_names_that_every_system_can_hold(name: str) -> None:
    assert name_fault(name) == ""


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a", "b"], []),
        (["a/x", "a/y"], []),
        (["a", "A"], [("A", "a")]),
        (["a/x", "A/y"], [("A/y", "a")]),
        (["straße", "STRASSE"], [("STRASSE", "straße")]),
        (["é", "e\u0301"], [("e\u0301", "é")]),
        (["a", "a"], [("a", "a")]),
        (["a", "a/b"], [("a/b", "a")]),
        (["a/b", "a"], [("a", "a")]),
    ],
)
def test_twins(paths: list[str], expected: list[tuple[str, str]]) -> None:
    assert list(colliding_paths(paths)) == expected


def test_a_site_is_sound_wherever_it_is_carried(small_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(small_site, tmp_path / "elsewhere")
    assert verify_site(site, search_personal_data=False) == ()


def test_what_is_collected_from_a_page_just_made_is_what_reading_it_back_gives(
    first_site: Path,
) -> None:
    pages = {path.relative_to(first_site).as_posix() for path in first_site.rglob("*.html")}
    for url in sorted(pages):
        content = (first_site / url).read_bytes()
        assert report_of_made_file(url, content) == inspect_file(url, content), url
