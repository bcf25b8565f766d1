"""What the tests of silence ask of small documents: which declarations change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Container

PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 "
    "height=%2220%22%3E%3Crect width=%2240%22 height=%2220%22/%3E%3C/svg%3E"
)
WORDS = "Words of a text that goes on so that it breaks into lines of a narrow page, as text does."


def lost(
    body: str,
    own: str,
    rule: str,
    names: str,
    sets: dict[str, str],
    without_effect: Container[str] = (),
) -> list[str]:
    """The declarations of sets that, put into ``rule``, neither change the file nor are reported.

    ``own`` is the document's own CSS. Those that are ``without_effect`` change no page.
    """
    without = written(body, own)
    return [
        declared
        for declared in declarations(names, sets)
        if declared not in without_effect
        and written(body, f"{own} {rule.format(declared)}") == without
    ]


def declarations(names: str, sets: dict[str, str]) -> list[str]:
    """Those of the sets; what `&` parts belongs together, as `position: relative` with the next."""
    parts = [part.strip() for name in names.split() for part in sets[name].split(";")]
    found: list[str] = []
    for part in parts:
        if found and found[-1] == "position: relative":
            found[-1] += f"; {part}"
        else:
            found.append(part.replace(" &", ";"))
    return found


def written(body: str, css: str) -> tuple[bytes, list[str]]:
    said = Diagnostics()
    page = "@page { size: 300pt 400pt; margin: 50pt } html { font: 10pt/1.5 serif }"
    html = f"<!DOCTYPE html><html lang=en><title>T</title><style>{page}{css}</style>{body}"
    data = html_to_docx(html, embed_fonts=False, machine_fonts=False, diagnostics=said)
    return data, [one.message for one in said]
