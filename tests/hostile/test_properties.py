"""What holds whatever is written: it is taken or told of, comes back as it was, stays clean."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.build.examine import examine
from generator.model.kinds import Kind
from generator.records.catalogue import default_vocabulary
from generator.records.source import hidden_characters, parse_source
from generator.records.source.writer import write_record
from generator.site.render.markdown import ProseRenderer, sanitise
from tests.examples import examples
from tests.hostile.places import WRITTEN
from tests.hostile.vectors import attacks
from tests.test_robust import values

PATHS = [
    *(f"{kind.folder}/some{kind.suffix}" for kind in WRITTEN),
    "registry/glossary.yaml", "registry/waivers.yaml", "registry/schema.yaml",
    "registry/vocabulary.yaml",
]  # fmt: skip
# the beginnings of files that are nearly right, so that what follows is read at all
BEGUN = st.sampled_from([
    b"", b"---\n", b"title: ", b"title: x\n", b"\xef\xbb\xbf", b"\xff\xfe", b"terms:\n  - term: ",
    b"waivers:\n  - file: ", b"area_types:\n  a: {label: ", b"schema: ", b"---\ntitle: x\n---\n",
])  # fmt: skip
BYTES = st.binary(max_size=200) | st.text(max_size=100).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
ATTACK = st.sampled_from(attacks())


@examples(120)
@given(st.dictionaries(st.sampled_from(PATHS), st.tuples(BEGUN, BYTES), min_size=1, max_size=5))
def test_any_bytes_in_any_files_of_an_academy_are_told_of(
    files: dict[str, tuple[bytes, bytes]],
) -> None:
    with TemporaryDirectory() as root:
        for path, (begun, rest) in files.items():
            file = Path(root, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(begun + rest)
        catalogue, findings = examine(Path(root))
    taken = {origin.source.path for origin in catalogue.origins.values()}
    reported = {one.path for one in findings}
    for path in files:
        # glossary, waivers, schema and vocabulary may be sound without giving a record
        assert path in taken | reported or path in PATHS[-4:]
    for finding in findings:
        assert re.fullmatch(r"[FMCGP]\d{3}", finding.code)
        assert min(finding.line, finding.column) >= 1
        assert finding.as_text().encode("utf-8")


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
@examples(25)
@given(data=st.data())
def test_a_record_comes_back_from_its_file(kind: Kind, data: st.DataObject) -> None:
    fields: dict[str, Any] = data.draw(values(kind.model))
    written = {name: value for name, value in fields.items() if name in kind.model.model_fields}
    if written.get("title") is not None:
        written["title"] = data.draw(ATTACK)
    try:
        before = kind.model.model_validate({**written, "id": "some"}, context=default_vocabulary())
    except ValidationError:
        reject()  # not every combination is a record
    # what is hidden is refused when it is read
    assume(not any(hidden_characters(str(value)) for value in written.values()))
    source, findings = parse_source(write_record(written, kind.suffix), f"some{kind.suffix}")
    assert findings == []
    assert source is not None
    assert (
        kind.model.model_validate({**source.values(), "id": "some"}, context=default_vocabulary())
        == before
    )


@given(ATTACK | st.text(max_size=200) | st.tuples(ATTACK, ATTACK).map("".join))
@example("&#13;<blink/>a&#13;b")
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)
    prose = str(ProseRenderer(lambda _: ("<i>A</i>", "../a/a.html"))(text))
    assert sanitise(prose) == prose
