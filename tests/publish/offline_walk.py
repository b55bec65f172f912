"""A walk through an unpacked bundle in both browsers, where there is no network at all.

A program of its own, to be run in a network namespace of its own: `unshare -n`. Only its own
loopback is brought up there, by which Firefox is spoken to. It prints what it saw as JSON.
"""

from __future__ import annotations

import fcntl
import json
import re
import socket
import struct
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import chromium_path
from tests.browser.firefox import firefox
from tests.browser.kinds import kinds_of_page

_TYPE = """(() => {
    const box = document.querySelector(".la-search input");
    box.focus();
    box.value = "pooled bud";
    box.dispatchEvent(new Event("input", {bubbles: true}));
})()"""
_FIRST = "document.querySelector('[role=option] .la-search__title')?.textContent"
_COUNT = "document.querySelector('.la-results__count')?.textContent"
_READY = "document.querySelector('[data-share][data-ready=yes]') && 'ready'"
_WRITE = """(() => {
    academy.share.form.setAnswers({title: "Carers' café", summary: "A drop-in.", stage: "idea"});
    return academy.share.form.text();
})()"""


def main(bundle: Path) -> None:
    """Walk through the bundle unpacked in `bundle`."""
    loopback_up()
    report = {"network": network(), "chromium": chromium(bundle), "firefox": fox(bundle)}
    sys.stdout.write(json.dumps(report) + "\n")


def loopback_up() -> None:
    """Bring up the loopback of this name space, and nothing else."""
    # https://man7.org/linux/man-pages/man7/netdevice.7.html
    set_flags, up_and_running = 0x8914, 0x41
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        fcntl.ioctl(sock, set_flags, struct.pack("16sH14x", b"lo", up_and_running))


def network() -> list[str]:
    """Every network that this machine has but its loopback; there should be none."""
    return [name for _, name in socket.if_nameindex() if name != "lo"]


def chromium(bundle: Path) -> dict[str, object]:
    """What Chromium finds, and every request that it makes outside the folder."""
    asked: list[str] = []
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda one: wrong.append(one.text))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        walked = walk(page, bundle)
        browser.close()
    outside = [url for url in asked if not url.startswith("file:")]
    return {**walked, "asked": outside, "wrong": wrong}


def walk(page: Page, bundle: Path) -> dict[str, object]:
    """From START HERE through every kind of page, a search, a filter and the form."""
    page.goto((bundle / "START HERE.html").as_uri())
    page.get_by_role("link", name="Open the academy").click()
    first = page.title()
    urls = kinds_of_page(bundle / "site")
    for url in urls:
        page.goto((bundle / "site" / url).as_uri())
    page.goto((bundle / "site" / "areas" / "index.html").as_uri())
    page.evaluate(_TYPE)
    searched = page.locator("[role=option] .la-search__title").first.text_content()
    page.goto((bundle / "site" / "find" / "index.html").as_uri() + "?kind=prototype")
    expect(page.locator(".la-results__count")).to_contain_text("25 ")
    page.locator(".la-facet input[value=worked]").click()
    expect(page.locator(".la-results__count")).to_have_text(re.compile("^5 "))
    page.goto((bundle / "site" / "share" / "prototype.html").as_uri())
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    page.get_by_label("Title").fill("Carers' café")
    page.get_by_label("Summary").fill("A drop-in.")
    page.get_by_label("Area 1", exact=True).fill("Darlington")
    page.get_by_label("Stage", exact=False).first.select_option("Idea")
    page.get_by_role("button", name="Check your answers").click()
    written = page.locator(".la-form__text").text_content()
    return {"home": first, "pages": len(urls), "searched": searched, "written": written}


def fox(bundle: Path) -> dict[str, object]:
    """What Firefox finds, and every request that it makes outside the folder."""
    site = bundle / "site"
    with tempfile.TemporaryDirectory() as profile, firefox(Path(profile)) as session:
        session.open((bundle / "START HERE.html").as_uri())
        urls = kinds_of_page(site)
        for url in urls:
            session.open((site / url).as_uri())
        session.open((site / "areas" / "index.html").as_uri())
        session.run(_TYPE)
        searched = session.until(_FIRST)
        session.open((site / "find" / "index.html").as_uri() + "?kind=prototype")
        session.until(f"{_COUNT}?.startsWith('25 ')")
        session.run("document.querySelector('.la-facet input[value=worked]').click()")
        session.until(f"{_COUNT}.startsWith('5 ')")
        session.open((site / "share" / "prototype.html").as_uri())
        session.until(_READY)
        written = session.run(_WRITE)
        local = ("file:", "about:", "chrome:", "resource:", "data:", "moz-extension:")
        asked = [url for url in session.asked if not url.startswith(local)]
    return {"pages": len(urls), "searched": searched, "written": written, "asked": asked}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
