"""What readers do besides reading: they search, narrow, send addresses and open the form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from tests.hostile.plan import Planted
from tests.hostile.watch import Watch

# the same page takes the next address without being loaded again
_NEXT = """(async () => {
  history.pushState(null, "", location.pathname + "?" + %s);
  dispatchEvent(new PopStateEvent("popstate"));
  await new Promise((done) => setTimeout(done, 30));
})()"""
# what is typed into the box on every page, and what it then shows
_TYPE = """(async () => {
  const box = document.querySelector("form[data-find] input");
  box.value = %s;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 200));
})()"""
_OPEN_FACETS = """(async () => {
  document.querySelectorAll(".la-find details").forEach((one) => { one.open = true; });
  await new Promise((done) => setTimeout(done, 300));
  const boxes = document.querySelectorAll(".la-facet input");
  boxes.forEach((one, n) => { if (n % 7 === 0) one.click(); });
  await new Promise((done) => setTimeout(done, 300));
})()"""
_CHECK = """(async () => {
  const form = document.querySelector(".la-form__form");
  form.requestSubmit();
  form.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 50));
  return [document.querySelector("h1").textContent, academy.share.form.text()];
})()"""
_FOUND = "academyFound(%s, []).found"


def search(watch: Watch, site: Path, attacks: Sequence[str], every: int) -> None:
    """Look for each attack: as an address sent on, one in so many loaded anew, and typed."""
    find = (site / "find" / "index.html").as_uri()
    for attack in attacks[::every]:
        watch.open(
            f"{find}?q={_quoted(attack)}&sort={_quoted(attack)}&kind={_quoted(attack)}#{_quoted(attack)}"
        )
        _settled(watch)
        _note(watch)
    watch.open(find)
    _settled(watch)
    watch.run(_OPEN_FACETS)
    for attack in attacks:
        watch.run(_NEXT % json.dumps(f"q={_quoted(attack)}&area={_quoted(attack)}"))
        _note(watch)
    watch.open((site / "index.html").as_uri())
    for attack in attacks[::every]:
        watch.run(_TYPE % json.dumps(attack))
        _note(watch)


def write(watch: Watch, site: Path, records: Iterable[Planted]) -> list[str]:
    """Open records in the form, check them, and come back to the draft; what it did not show."""
    lost = []
    for record in records:
        page = (site / "share" / f"{record.kind.name.replace('_', '-')}.html").as_uri()
        for _ in ("as it is", "as a draft"):
            watch.open(f"{page}?record={record.id}")
            watch.wait('document.querySelector("[data-share][data-ready=yes]")')
            title, _text = watch.run(_CHECK) or ("", "")
            _note(watch)
            if " ".join(record.fields["title"].split()) not in title:
                lost.append(record.page)
    return lost


def _settled(watch: Watch) -> None:
    watch.wait('document.querySelector(".la-results__count:not(:empty)")')


def _note(watch: Watch) -> None:
    watch.faults[watch.at] += watch.run(_FOUND % json.dumps(watch.root)) or []


def _quoted(attack: str) -> str:
    return quote(attack.encode("utf-8", "surrogatepass"))
