"""A real Firefox, spoken to in its own WebDriver BiDi (a W3C standard) over a local socket."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

_NAMES = ("firefox-esr", "firefox")
_LISTENS = "WebDriver BiDi listening on "
_WAIT = 30  # seconds


@dataclass
class Firefox:
    """One tab. `asked` holds the address of every request that it made."""

    socket: ClientConnection
    tab: str = ""
    asked: list[str] = field(default_factory=list)
    _number: int = 0

    def call(self, method: str, **params: Any) -> Any:
        """What the browser answers. Raises RuntimeError with its words when it refuses."""
        self._number += 1
        self.socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=_WAIT))
            if message.get("method") == "network.beforeRequestSent":
                self.asked.append(message["params"]["request"]["url"])
            if message.get("id") == self._number:
                if message["type"] == "error":
                    raise RuntimeError(message["message"])
                return message["result"]

    def open(self, address: str) -> None:
        """Load a page and wait until all of it is there."""
        self.call("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        reply = self.call(
            "script.evaluate", expression=script, target={"context": self.tab}, awaitPromise=True
        )
        if reply["type"] == "exception":
            raise RuntimeError(reply["exceptionDetails"]["text"])
        return reply["result"].get("value")

    def answer(self, function: str, value: Any) -> Any:
        """What a function of the page answers, as a value of JSON."""
        return json.loads(self.run(f"JSON.stringify(({function})({json.dumps(value)}) ?? null)"))

    def choose_file(self, element: str, file: Path) -> None:
        """Choose a file for the field that an expression names, as its dialog would."""
        target = {"context": self.tab}
        reply = self.call("script.evaluate", expression=element, target=target, awaitPromise=False)
        node = {"sharedId": reply["result"]["sharedId"]}
        self.call("input.setFiles", context=self.tab, element=node, files=[str(file)])

    def downloaded(self, folder: Path) -> bytes:
        """The content of the one file that was saved in a folder, once it is whole."""
        for _ in range(100):
            files = list(folder.iterdir())
            if len(files) == 1 and files[0].stat().st_size:
                return files[0].read_bytes()
            time.sleep(0.1)
        raise RuntimeError("Firefox saved no file.")

    def until(self, script: str) -> Any:
        """The value of an expression as soon as it is not empty. Raises RuntimeError if never."""
        loop = f"""(async () => {{
            for (let turn = 0; turn < 100; turn++) {{
                const value = {script};
                if (value) return value;
                await new Promise((done) => setTimeout(done, 50));
            }}
            throw new Error("never");
        }})()"""
        return self.run(loop)


@contextmanager
def firefox(folder: Path, downloads: Path | None = None) -> Iterator[Firefox]:
    """Firefox without a window, with a profile of its own in `folder`.

    It saves files in `downloads` without asking.
    """
    folder.mkdir(exist_ok=True)
    if downloads:
        choices = {"browser.download.folderList": 2, "browser.download.dir": str(downloads)}
        preferences = [
            f"user_pref({json.dumps(name)}, {json.dumps(v)});" for name, v in choices.items()
        ]
        (folder / "user.js").write_text("\n".join(preferences), encoding="utf-8")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, "This test needs Firefox on the path."
    command = [path, "--headless", "--no-remote", "--profile", str(folder)]
    with subprocess.Popen(
        [*command, "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr
        try:
            lines = (line for line in process.stderr if _LISTENS in line)
            address = next(lines).partition(_LISTENS)[2]
            with connect(f"{address.strip()}/session", max_size=None) as socket:
                session = Firefox(socket)
                session.call("session.new", capabilities={})
                session.call("session.subscribe", events=["network.beforeRequestSent"])
                session.tab = session.call("browsingContext.create", type="tab")["context"]
                yield session
        finally:
            # also when the test has failed: else it would wait for ever
            process.terminate()
