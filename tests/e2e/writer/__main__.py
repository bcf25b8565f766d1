"""Run the tasks that come as JSON, [[task, file, …], …], and print what each found as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.writer.editing import edited
from tests.e2e.writer.restyling import restyled
from tests.e2e.writer.session import Document, Office
from tests.e2e.writer.updating import updated

TASKS: dict[str, Callable[..., Any]] = {
    "edit": edited,
    "export": Document.export,
    "restyle": restyled,
    "update": updated,
}


def main() -> None:
    found = []
    with Office(Path(sys.argv[1])) as context:
        for task, path, *arguments in json.load(sys.stdin):
            document = Document(context, path)
            try:
                found.append(TASKS[task](document, *arguments))
            finally:
                document.close()
    json.dump(found, sys.stdout)


main()
