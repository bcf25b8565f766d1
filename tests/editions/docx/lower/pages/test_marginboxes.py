"""Margin boxes stand where the layout of the PDF has them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import lowered, page, styled, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.pages.marginboxes import placed
from triplicate.layout import engine

SIZE, MARGIN = (600.0, 800.0), 60.0
PAGE = "@page { size: 600px 800px; margin: 60px; "


def drawn(tree: Any, where: str) -> Any:
    """The margin box on the first page that layout makes."""
    boxes = engine.paginate(tree).pages[0]._page_box.children
    (found,) = (box for box in boxes if getattr(box, "at_keyword", "") == f"@{where}")
    return found


@pytest.mark.parametrize("where", ["left-top", "left-middle", "right-bottom", "top-left-corner"])
@pytest.mark.parametrize(
    "css",
    [
        "",
        "width: 30px",
        "width: 20px; margin-left: 9px; margin-right: 5px",
        "margin: auto; width: 20px",
        "margin: 0 4px 0 9px; padding: 0 3px; border-left: 2px solid",
        "height: 40px",
        "box-sizing: border-box; width: 30px; padding: 0 5px",
        "width: 50%",
    ],
)
def test_boxes_beside_the_text_stand_where_layout_puts_them(where: str, css: str) -> None:
    tree = styled(page("<p>a</p>"), f"{PAGE} @{where} {{ content: 'x'; {css} }} }}")
    box = drawn(tree, where)
    margins = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    found = placed(box.style, where, SIZE, margins)
    shown = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    assert found.border == pytest.approx(shown, abs=0.1)
    inner = box.content_box_x(), box.content_box_y(), box.width, box.height
    assert found.content == pytest.approx(inner, abs=0.1)


def test_a_box_beside_the_text_is_a_frame_as_wide_as_it_is() -> None:
    css = PAGE + '@left-middle { content: "x"; width: 30px; margin-right: 10px } }'
    (aside, _) = lowered("<p>a</p>", css).section.headers.default or ()
    assert isinstance(aside, ir.Paragraph)
    assert text(aside) == "x"
    spot = aside.format.spot
    assert spot
    assert (spot.x, spot.width) == (300, 450)
