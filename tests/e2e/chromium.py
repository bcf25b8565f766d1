"""Drive headless Chromium through its DevTools protocol, on a pipe: no driver, no port.

Input: a page's URL. Output: values of JavaScript expressions, requests made, messages logged.
https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PROGRAMS = ("chromium", "google-chrome", "chromium-browser")
FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # as root, in containers, there is no other way
    "--no-first-run",
    "--disable-gpu",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--hide-scrollbars",
)


class Page:
    """One tab, and everything it has requested and logged since it was opened."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = os.fdopen(commands, "wb")
        self._answers = os.fdopen(answers, "rb")
        self._pending = b""
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        self.messages: list[str] = []
        self._loaded = False
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._call(f"{domain}.enable")

    def open(self, path: Path) -> None:
        """Load a file and wait until it has loaded."""
        self._loaded = False
        self._call("Page.navigate", url=path.resolve().as_uri())
        while not self._loaded:
            self._take()

    def resize(self, width: int, height: int = 900, scale: float = 1) -> None:
        """Make the viewport so many CSS pixels wide and high, with ``scale`` dots a pixel."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=False,
        )

    def prefer(self, scheme: str) -> None:
        """Ask for the colour scheme `light` or `dark`."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._call("Emulation.setEmulatedMedia", features=[feature])

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, waiting for it if it is a promise."""
        answer = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def accessible(self) -> list[tuple[str, str, int]]:
        """What assistive technology is given: role, name and level of each node."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""), _level(node))
            for node in nodes
            if not node["ignored"]
        ]

    def print_to_pdf(self) -> bytes:
        """Print the page as a reader would, on the paper that its style sheet names."""
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(printed["data"])

    def screenshot(self) -> bytes:
        """A PNG of the viewport."""
        return b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    def close(self) -> None:
        """End the browser."""
        self._session = ""
        self._call("Browser.close")
        self._commands.close()
        self._answers.close()

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        while (answer := self._take()).get("id") != self._number:
            pass
        assert "error" not in answer, f"{method}: {answer['error']}"
        result: dict[str, Any] = answer["result"]
        return result

    def _take(self) -> dict[str, Any]:
        while b"\0" not in self._pending:
            read = self._answers.read1(1 << 16)
            assert read, "Chromium ended before it answered"
            self._pending += read
        raw, _, self._pending = self._pending.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, details: dict[str, Any]) -> None:
        if event == "Page.loadEventFired":
            self._loaded = True
        elif event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif event == "Log.entryAdded":
            self.messages.append(details["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.messages.append(details["exceptionDetails"]["text"])


def _level(node: dict[str, Any]) -> int:
    """The level of a heading in the accessibility tree, 0 for what has none."""
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    return int(properties.get("level") or 0)


@contextmanager
def browser() -> Iterator[Page]:
    """Start Chromium with a profile of its own, and end it afterwards."""
    program = next(filter(None, map(shutil.which, PROGRAMS)))
    takes_commands, commands = os.pipe()
    answers, gives_answers = os.pipe()
    with TemporaryDirectory() as profile:
        # Chromium reads commands from descriptor 3 and answers on 4.
        script = f'exec "$@" 3<&{takes_commands} 4>&{gives_answers}'
        command = ["bash", "-c", script, "bash", program, *FLAGS, f"--user-data-dir={profile}"]
        with subprocess.Popen(
            command, pass_fds=(takes_commands, gives_answers), stderr=subprocess.DEVNULL
        ) as process:
            os.close(takes_commands)
            os.close(gives_answers)
            page = Page(commands, answers)
            try:
                yield page
            finally:
                page.close()
                process.wait(timeout=20)
