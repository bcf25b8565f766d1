"""The patches that make PDF files readable; they fail on a WeasyPrint that moved their parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from weasyprint import draw, stacking
from weasyprint.layout import block

from tests.layout.test_engine import tree
from triplicate.layout import engine
from triplicate.layout.drawing import readable_drawing
from triplicate.layout.lineends import noted_line_ends

CSS = "@page { size: 200px; margin: 50px } html { font: 10px/15px serif }"


def ends(body: str, folder: Path) -> list[tuple[str, bool, bool]]:
    """The text of each line that does not end its block, and whether at space or hyphen."""
    html = f'<!DOCTYPE html><html lang="en"><body>{body}</body></html>'
    pages = engine.paginate(tree(html, CSS, folder)).pages
    found: list[Any] = [box for page in pages for box in page._page_box.descendants()]
    return [
        (box.text.strip(), box.ends_at_space, box.ends_at_hyphen)
        for box in found
        if hasattr(box, "ends_at_space")
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>one<br>two", [("one", True, False)]),
        ("<p>one <br> <i>two</i><br>", [("one", True, False), ("two", True, False)]),
        ("<p><i>one</i> <span style='white-space: nowrap'>two two two two two two</span>",
         [("one", True, False)]),
        ("<p>one\u200btwotwotwotwotwotwotwotwotwo", [("one\u200b", False, False)]),
        ("<p>one-twotwotwotwotwotwotwotwotwo", [("one-", False, False)]),
        ("<p>one\u00adtwotwotwotwotwotwotwotwotwo", [("one\u00ad‐", False, True)]),
        ("<p>one<b style='display: inline-block'>x</b><br>two", []),
        ("<p>one<b style='float: right'>two two two two two</b>",
         [("two two two two", True, False)]),
    ],
)  # fmt: skip
def test_lines_know_how_they_ended(
    body: str, wanted: list[tuple[str, bool, bool]], tmp_path: Path
) -> None:
    assert ends(body, tmp_path) == wanted


def test_weasyprint_is_left_as_it_was() -> None:
    before = (block.iter_line_boxes, draw.draw_text, stacking._dispatch)
    with noted_line_ends(), readable_drawing():
        changed = (block.iter_line_boxes, draw.draw_text, stacking._dispatch)
        assert not set(before) & set(changed)
    assert (block.iter_line_boxes, draw.draw_text, stacking._dispatch) == before
