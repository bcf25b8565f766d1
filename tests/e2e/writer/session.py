"""A LibreOffice of our own, and documents open in it."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import uno

PATIENCE = 60  # seconds until LibreOffice must answer
CONTEXT = "StarOffice.ComponentContext"


class Office:
    """A LibreOffice with its profile in ``folder``, which ends with the block.

    What does not end is ended by who started us: all of our processes are in our group.

    Raises:
        RuntimeError: there is no LibreOffice, or it does not answer.
    """

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        if program is None:
            raise RuntimeError("expected LibreOffice's soffice on PATH")
        self.pipe = f"triplicate{uuid4().hex}"
        self.process = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={(folder.resolve() / 'profile').as_uri()}",
                f"--accept=pipe,name={self.pipe};urp;",
                *("--headless", "--norestore", "--nologo", "--nodefault"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Any:
        here = uno.getComponentContext()
        resolver = service(here, "com.sun.star.bridge.UnoUrlResolver")
        refused = uno.getClass("com.sun.star.connection.NoConnectException")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;{CONTEXT}")
            except refused:
                time.sleep(0.1)
            else:
                return self.context
        raise RuntimeError("LibreOffice did not answer")

    def __exit__(self, *_: object) -> None:
        # The bridge goes down with the program, before it has answered.
        with suppress(uno.getClass("com.sun.star.lang.DisposedException")):
            service(self.context, "com.sun.star.frame.Desktop").terminate()
        self.process.wait(PATIENCE)


def service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def values(**named: Any) -> tuple[Any, ...]:
    """Arguments as UNO takes them."""
    found = []
    for name, value in named.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


class Document:
    """An open document, its cursor, and the commands of menus and keys."""

    def __init__(self, context: Any, path: str) -> None:
        desktop = service(context, "com.sun.star.frame.Desktop")
        address = Path(path).resolve().as_uri()
        # As a template: a document that is left open locks its file.
        hidden = values(Hidden=True, AsTemplate=True)
        self.model = desktop.loadComponentFromURL(address, "_blank", 0, hidden)
        self.cursor = self.model.CurrentController.ViewCursor
        self.dispatcher = service(context, "com.sun.star.frame.DispatchHelper")

    def do(self, command: str, **arguments: Any) -> None:
        """Run a command by its name without ".uno:"."""
        frame = self.model.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, values(**arguments))

    def go_to(self, place: Any) -> None:
        self.cursor.gotoRange(place, False)

    def here(self) -> Any:
        """The paragraph that the cursor is in."""
        return _paragraph_at(self.cursor.Text.createTextCursorByRange(self.cursor.Start))

    def above(self) -> Any:
        """The paragraph before it."""
        place = self.cursor.Text.createTextCursorByRange(self.cursor.Start)
        place.gotoPreviousParagraph(False)
        return _paragraph_at(place)

    def save(self, path: str) -> None:
        """Write the document as a Word file."""
        name = values(FilterName="MS Word 2007 XML")
        self.model.storeToURL(Path(path).resolve().as_uri(), name)

    def export(self, path: str) -> None:
        """Write the document as PDF/UA."""
        wanted = uno.Any("[]com.sun.star.beans.PropertyValue", values(PDFUACompliance=True))
        name = values(FilterName="writer_pdf_Export", FilterData=wanted)
        self.model.storeToURL(Path(path).resolve().as_uri(), name)

    def close(self) -> None:
        self.model.close(False)


def _paragraph_at(place: Any) -> Any:
    place.gotoStartOfParagraph(False)
    place.gotoEndOfParagraph(True)
    return place.createEnumeration().nextElement()
