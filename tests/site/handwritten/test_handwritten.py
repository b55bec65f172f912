"""What a contribution can bring besides records: each thing that could run is refused, at its line.

`check` and `build` read the same findings; that a build refuses too is tried once for each sort.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.host_mkdocs import FaultsError, build_site_once
from generator.publish import verify_site
from tests.sites import run_academy

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>\n'


def messages_of(project: Path) -> list[str]:
    """Each fault as place, code and message."""
    return [f"{one.place} {one.code} {one.message}" for one in errors(examine(project)[1])]


def put(project: Path, name: str, content: str | bytes) -> None:
    file = project / "site_src" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_plain_files_are_taken(small_project: Path) -> None:
    put(small_project, "pictures/team.png", PNG)
    put(small_project, "pictures/map.svg", SVG.format('<path d="M0 0"/><use href="#a"/>'))
    put(small_project, "notes.txt", "Plain text.\n")
    put(small_project, "table.csv", "a,b\n1,2\n")
    assert messages_of(small_project) == []
    build_site_once(small_project / "mkdocs.yml")
    assert (small_project / "site" / "notes.txt").is_file()


@pytest.mark.parametrize(
    "name",
    ["evil.js", "evil.mjs", "evil.css", "evil.html", "evil.htm", "evil.xhtml", "evil.xml",
     "evil.pdf", "evil.wasm", "evil.JS", "evil.MD", "evil"],
)  # fmt: skip
def test_files_of_other_types_are_refused(small_project: Path, name: str) -> None:
    put(small_project, name, "x")
    suffix = Path(name).suffix
    assert messages_of(small_project) == [
        f"site_src/{name}:1:1 H801 A file of this type (“{suffix}”) cannot be part of the site."
    ]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("assets/academy/academy.js", "assets/academy/academy.js"),
        ("Assets/Academy/academy.txt", "Assets/Academy/academy.txt"),
        ("find/d0.js", "find/d0.js"),
        ("index.md", "index.html"),
        ("glossary.md", "glossary.html"),
        ("areas/mine.md", "areas/mine.html"),
        ("academy-site.txt", "academy-site.txt"),
    ],
)
def test_nothing_takes_the_place_of_what_the_engine_makes(
    small_project: Path, name: str, url: str
) -> None:
    put(small_project, name, "x")
    assert messages_of(small_project) == [
        f"site_src/{name}:1:1 H803 The build makes “{url}”, or everything in its folder."
    ]


def test_a_build_refuses_a_script_in_place_of_the_sites_own(small_project: Path) -> None:
    put(small_project, "assets/academy/academy.js", "alert(1)\n")
    with pytest.raises(FaultsError, match="H803") as refused:
        build_site_once(small_project / "mkdocs.yml")
    assert refused.value.findings[0].hint == "Give the file or its folder another name."
    assert not (small_project / "site").exists()


def test_check_and_build_name_a_script_and_the_tag_that_loads_it(small_project: Path) -> None:
    put(small_project, "evil.js", "alert(1)\n")
    put(small_project, "about.md", '# About\n\n<script src="evil.js"></script>\n')
    for command in ("check", "build"):
        done = run_academy(command, folder=small_project)
        assert done.returncode == 1
        assert "site_src/evil.js:1:1: error H801: A file of this type (“.js”)" in done.stdout
        assert "site_src/about.md:3:1: error H805: “<script>” is not a tag" in done.stdout


def test_links_are_never_followed(small_project: Path, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "a.txt").write_text("secret\n", encoding="utf-8")
    (small_project / "site_src" / "folder").symlink_to(tmp_path / "secrets")
    (small_project / "site_src" / "file.txt").symlink_to(tmp_path / "secrets" / "a.txt")
    (small_project / "site_src" / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert messages_of(small_project) == [
        f"site_src/{name}:1:1 H802 This is a symbolic link."
        for name in ("file.txt", "folder", "gone.txt")
    ]
    with pytest.raises(FaultsError, match="symbolic link"):
        build_site_once(small_project / "mkdocs.yml")


def test_the_folder_itself_is_no_link(small_project: Path, tmp_path: Path) -> None:
    (small_project / "site_src").rename(tmp_path / "pages")
    (small_project / "site_src").symlink_to(tmp_path / "pages")
    assert messages_of(small_project) == ["site_src:1:1 H802 This is a symbolic link."]


@pytest.mark.parametrize("name", ["note.txt", "table.csv", "drawing.svg", "about.md"])
def test_the_privacy_gate_holds_for_every_text(small_project: Path, name: str) -> None:
    number = "943 476 5919"
    texts = {"drawing.svg": SVG.format(f"<text>{number}</text>"), "about.md": f"# A\n\n{number}\n"}
    put(small_project, name, texts.get(name, f"{number}\n"))
    messages = messages_of(small_project)
    assert len(messages) == 1
    assert messages[0].endswith("P103 This looks like an NHS number (“9** *** ****”).")


def test_the_privacy_gate_holds_for_the_names_of_files(small_project: Path) -> None:
    put(small_project, "notes-943-476-5919.txt", "x\n")
    assert [one.code for one in errors(examine(small_project)[1])] == ["P103"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<script/>", "“<script>” is not an element that a drawing can have."),
        ("<foreignObject/>", "“<foreignObject>” is not an element that a drawing can have."),
        ("<style>a{}</style>", "“<style>” is not an element that a drawing can have."),
        ("<animate/>", "“<animate>” is not an element that a drawing can have."),
        ('<a href="#x"/>', "“<a>” is not an element that a drawing can have."),
        ('<g onload="x()"/>', "“onload” is not an attribute that a drawing can have."),
        ('<g OnLoad="x()"/>', "“OnLoad” is not an attribute that a drawing can have."),
        ('<g style="fill:red"/>', "“style” is not an attribute that a drawing can have."),
        ('<use href="x.svg#a"/>', "“href” is not an attribute that a drawing can have."),
        ('<g fill="url(//x.example/a)"/>', "“fill” is not an attribute that a drawing can have."),
        ('<script xmlns="http://www.w3.org/1999/xhtml"/>',
         "“<script>” is not an element that a drawing can have."),
        ("<?xml-stylesheet href='x'?>", "A drawing cannot give instructions to programs."),
    ],
)  # fmt: skip
def test_drawings_hold_nothing_active(small_project: Path, body: str, message: str) -> None:
    put(small_project, "drawing.svg", SVG.format(f"\n{body}"))
    assert messages_of(small_project) == [f"site_src/drawing.svg:2:1 H805 {message}"]


def test_a_drawing_declares_no_entities(small_project: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n' + SVG.format("&a;")
    put(small_project, "drawing.svg", bomb)
    assert messages_of(small_project) == [
        "site_src/drawing.svg:1:15 H805 A drawing cannot declare a document type."
    ]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.jpeg", "a.gif", "a.webp"])
def test_a_picture_is_what_its_name_says(small_project: Path, name: str) -> None:
    put(small_project, name, "<script>alert(1)</script>")
    suffix = Path(name).suffix
    assert messages_of(small_project) == [
        f"site_src/{name}:1:1 H804 This is not a picture of the type “{suffix}”."
    ]


def test_a_broken_drawing_is_refused(small_project: Path) -> None:
    put(small_project, "drawing.svg", "<svg")
    assert messages_of(small_project) == [
        "site_src/drawing.svg:1:1 H804 This SVG drawing has an error and cannot be read."
    ]


TEXTS = [
    ("<script>alert(1)</script>", "“<script>” is not a tag that a page can have."),
    ("a <SCRIPT src=x>", "“<SCRIPT>” is not a tag that a page can have."),
    ("<iframe src='x'></iframe>", "“<iframe>” is not a tag that a page can have."),
    ("<link rel=stylesheet href=x>", "“<link>” is not a tag that a page can have."),
    ("<form>", "“<form>” is not a tag that a page can have."),
    ("<svg>", "“<svg>” is not a tag that a page can have."),
    ("<b onclick='x()'>", "“onclick” is not an attribute that a page can have."),
    ("<p style='color:red'>", "“style” is not an attribute that a page can have."),
    ("<a href='javascript:x'>", "An address cannot start with “javascript:”."),
    ("<a href=' java\tscript:x'>", "An address cannot start with “javascript:”."),
    ("<a href='&#106;avascript:x'>", "An address cannot start with “javascript:”."),
    ("[x](javascript:x)", "An address cannot start with “javascript:”."),
    ("[x](<data:text/html,x>)", "An address cannot start with “data:”."),
    ("[x]: vbscript:x", "An address cannot start with “vbscript:”."),
    ("![x](https://elsewhere.example/x.png)",
     "A picture whose address starts with “https:” loads from another website."),
    ("<img src='//elsewhere.example/x.png'>",
     "A picture whose address starts with “//” loads from another website."),
    ("<!-- --!><b>", "“<” does not start a tag that a page can have."),
    ("<b title='>", "“<” does not start a tag that a page can have."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), TEXTS)
def test_a_page_holds_no_active_markup(small_project: Path, text: str, message: str) -> None:
    put(small_project, "about.md", f"# About\n\nText.\n\n{text}\n")
    messages = [one for one in messages_of(small_project) if message in one]
    assert len(messages) == 1
    assert messages[0].startswith("site_src/about.md:5:")
    assert " H805 " in messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 and 3 > 2", "<b>bold</b>, H<sub>2</sub>O<br>", "<https://elsewhere.example/>",
        "[x](https://elsewhere.example/) [y](about.md#why) <a href='mailto:x'>z</a>",
        "<!-- a note -->", "`<script>`", "``<script> ` x``", "```html\n<script>\n```",
        "<details open><summary>More</summary></details>",
    ],
)  # fmt: skip
def test_a_page_may_hold_plain_markup_and_code(small_project: Path, text: str) -> None:
    put(small_project, "about.md", f"# About\n\n{text}\n")
    assert messages_of(small_project) == []


def test_code_that_has_no_end_is_no_code(small_project: Path) -> None:
    put(small_project, "about.md", "# About\n\n```\n<script>\n")
    assert [one.partition(" ")[2][:4] for one in messages_of(small_project)] == ["H805"]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("---\ndescription: x\ntemplate: nosuch.html\n---\n", 3),
        ("---\n{template: nosuch.html}\n---\n", 2),
        ("template: nosuch.html\n\n", 1),
        ("description: x\ntemplate: nosuch.html\n\n", 2),
    ],
)
def test_a_page_has_no_template_of_its_own(small_project: Path, head: str, line: int) -> None:
    put(small_project, "about.md", f"{head}# About\n")
    messages = [one for one in messages_of(small_project) if "template" in one or "F1" in one]
    assert messages
    assert messages[0].startswith(f"site_src/about.md:{line}:")
    with pytest.raises(FaultsError, match=f"site_src/about.md:{line}:"):
        build_site_once(small_project / "mkdocs.yml")


def test_the_message_for_a_template_says_what_a_page_can_set(small_project: Path) -> None:
    put(small_project, "about.md", "---\ntemplate: nosuch.html\n---\n# About\n")
    [finding] = errors(examine(small_project)[1])
    assert finding.as_text() == (
        "site_src/about.md:2:1: error H806: A page cannot set “template”.\n"
        "    Delete the line. A page can only set its title and its description."
    )


SETTINGS = [
    ("extra_javascript: [x.js]\n", 'S701 There is no setting “extra_javascript”.'),
    ("extra_css: [x.css]\n", "S701 There is no setting “extra_css”."),
    ("hooks: [x.py]\n", "S701 There is no setting “hooks”."),
    ("INHERIT: ../x.yml\n", "S701 There is no setting “INHERIT”."),
    ("theme:\n  name: material\n  custom_dir: x\n",
     "S702 The setting “theme.custom_dir” is not known."),
    ("theme: readthedocs\n", "S702 The setting “theme” can only be “material”."),
    ("theme:\n  name: material\n  font:\n    text: X\n",
     "S702 The setting “theme.font” can only be “false”."),
    ("plugins: [academy, macros]\n",
     "S702 The setting “plugins[2]” can only be academy, not “macros”."),
    ("markdown_extensions: [pymdownx.snippets]\n",
     "S702 The setting “markdown_extensions[1]” can only be abbr, admonition, def_list, "
     "sane_lists, smarty, tables or toc, not “pymdownx.snippets”."),
    ("markdown_extensions:\n  - toc:\n      slugify: x\n",
     "S702 The setting “markdown_extensions[1].toc.slugify” is not known."),
    ("docs_dir: ../elsewhere\n",
     "S702 The setting “docs_dir” must be the name of a folder in this academy."),
    ("docs_dir: /etc\n",
     "S702 The setting “docs_dir” must be the name of a folder in this academy."),
    ("site_url: javascript:x\n",
     "S702 The setting “site_url” must be a web address that starts with https://."),
    ("copyright: <script src=x></script>\n",
     "S702 The setting “copyright” cannot be used: “<script>” is not a tag that a page can have."),
    ("nav:\n  - X: javascript:x\n",
     "S702 The setting “nav[1].X” cannot be used: an address cannot start with “javascript:”."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message"), SETTINGS)
def test_settings_bring_no_code(small_project: Path, line: str, message: str) -> None:
    text = f"site_name: A\n{line}"
    (small_project / "mkdocs.yml").write_text(text, encoding="utf-8")
    messages = messages_of(small_project)
    assert any(one.startswith("mkdocs.yml:") and one.endswith(message) for one in messages), (
        messages
    )
    with pytest.raises(FaultsError, match=r"mkdocs\.yml"):
        build_site_once(small_project / "mkdocs.yml")


def test_settings_run_no_code_before_they_are_refused(small_project: Path) -> None:
    made = small_project / "made-by-code"
    text = f'site_name: !!python/object/apply:os.mkdir ["{made}"]\n'
    (small_project / "mkdocs.yml").write_text(text, encoding="utf-8")
    for command in ("check", "build"):
        done = run_academy(command, folder=small_project)
        assert done.returncode == 1
        assert "mkdocs.yml:1:12: error" in done.stdout
    assert not made.exists()


def test_what_systems_leave_behind_is_no_part_of_the_site(small_project: Path) -> None:
    put(small_project, "Thumbs.db", b"\0")
    put(small_project, ".DS_Store", b"\0")
    build_site_once(small_project / "mkdocs.yml")
    names = [file.name for file in (small_project / "site").rglob("*")]
    assert "Thumbs.db" not in names
    assert ".DS_Store" not in names


def hash_of(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


def test_a_picture_of_a_page_has_a_name_that_changes_with_it(small_project: Path) -> None:
    svg = SVG.format("")
    put(small_project, "a b.png", PNG)
    put(small_project, "guides/c.svg", svg)
    put(small_project, "table.csv", "a,b\n")
    text = (
        "# Guide\n\n![One](../a%20b.png) [c](c.svg) [Table](../table.csv)\n\n"
        "<p><img alt='x' src='../a b.png'> <img alt=y src=c.svg></p>\n\n"
        '`src="c.svg"` and src="c.svg"\n'
    )
    put(small_project, "guides/new.md", text)
    settings = small_project / "mkdocs.yml"
    nav = settings.read_text("utf-8").replace("nav:\n", "nav:\n  - guides/new.md\n")
    settings.write_text(nav, encoding="utf-8")
    site = build_site_once(settings).folder
    assert [finding.as_text() for finding in verify_site(site)] == []
    bitmap, drawing = f"a b.{hash_of(PNG)}.png", f"c.{hash_of(svg.encode())}.svg"
    assert (site / bitmap).read_bytes() == PNG
    assert not (site / "a b.png").exists()
    assert (site / "table.csv").is_file()
    page = (site / "guides" / "new.html").read_text("utf-8")
    assert page.count(f'src="../{bitmap.replace(" ", "%20")}"') == 2
    assert page.count(f'href="{drawing}"') == 1
    assert page.count(f'src="{drawing}"') == 1
    assert '<code>src="c.svg"</code> and src="c.svg"' in page
