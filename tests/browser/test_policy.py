"""The policy in each page holds from a folder: what is not a file of the site never runs or loads.

That nothing of the site needs more is seen by every other browser test: a page that asks for what
the policy forbids says so on the console, and none may.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.firefox import firefox
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

_LISTEN = """() => {
    window.barred = [];
    document.addEventListener("securitypolicyviolation",
        (event) => window.barred.push(event.effectiveDirective));
}"""
# what is tried, and by which part of the policy it is barred
_TRIALS = {
    "an inline script": (
        "const one = document.createElement('script'); one.textContent = 'window.ran = 1';"
        "document.body.append(one);",
        "script-src-elem",
    ),
    "a handler": (
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click();",
        "script-src-attr",
    ),
    "text as script": (
        "setTimeout('window.ran = 1', 0);",
        "script-src",
    ),
    "an inline style": (
        "const one = document.createElement('style'); one.textContent = '* {}';"
        "document.head.append(one);",
        "style-src-elem",
    ),
    "a picture from elsewhere": (
        "new Image().src = 'https://elsewhere.example/x.png';",
        "img-src",
    ),
    "a picture in the text": (
        "new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';",
        "img-src",
    ),
    "a request": (
        "fetch('https://elsewhere.example/').catch(() => 0);",
        "connect-src",
    ),
    "a frame": (
        "const one = document.createElement('iframe'); one.src = 'https://elsewhere.example/';"
        "document.body.append(one);",
        "frame-src",
    ),
    "another base": (
        "const one = document.createElement('base'); one.href = 'https://elsewhere.example/';"
        "document.head.append(one);",
        "base-uri",
    ),
    "a form that sends elsewhere": (
        "const one = document.createElement('form'); one.action = 'https://elsewhere.example/';"
        "document.body.append(one); try { one.submit(); } catch { /* Firefox throws */ }",
        "form-action",
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize(("script", "part"), _TRIALS.values(), ids=_TRIALS.keys())


@pytest.fixture
def page(windows: Windows, small_site: Path) -> Page:
    watched = windows.open(f"({_LISTEN})()")
    return watched.open((small_site / "index.html").as_uri())


def barred(page: Page) -> list[str]:
    """What was barred, as soon as anything is; the policy forbids the driver's own way to wait."""
    for _ in range(100):
        if refused := page.evaluate("window.barred"):
            return refused
        page.wait_for_timeout(20)
    return []


@EACH
def test_chromium_bars_it(page: Page, script: str, part: str) -> None:
    page.evaluate(f"() => {{ {script} }}")
    assert barred(page)[:1] == [part]
    assert page.evaluate("window.ran") is None


def test_without_the_policy_the_same_would_run(
    browser: Browser, small_site: Path, tmp_path: Path
) -> None:
    html = (small_site / "about.html").read_text(encoding="utf-8")
    (tmp_path / "open.html").write_text(html.replace("Content-Security-Policy", "x"), "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "open.html").as_uri())
    page.evaluate(f"() => {{ {_TRIALS['an inline script'][0]} }}")
    assert page.evaluate("window.ran") == 1
    page.close()


@pytest.mark.proof
def test_firefox_bars_all_of_it(small_site: Path, tmp_path: Path) -> None:
    with firefox(tmp_path) as fox:
        fox.call("script.addPreloadScript", functionDeclaration=_LISTEN)
        for name, (script, part) in _TRIALS.items():
            fox.open((small_site / "index.html").as_uri())
            fox.run(f"(() => {{ {script} }})()")
            assert fox.until("window.barred[0]").startswith(part), name
            assert fox.run("window.ran ?? 0") == 0, name
