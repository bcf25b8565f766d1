"""What WeasyPrint draws, in the order and with the spaces that readers of PDF files need.

Guarded patches of ``weasyprint.draw.draw_text`` and ``weasyprint.stacking._dispatch``
(WeasyPrint 70), in force only inside the context manager. The pages look the same:

- lines that ended at a space in the text end with a space, and blanks between two elements
  are drawn, so that words are apart for whoever does not guess from positions;
- a hyphen that layout added reads as a soft hyphen (ISO 32000-1, 14.8.2.2.3);
- the marker of a list item is drawn before the item, not after all text of the page.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLANKS = " \u00a0"
_SOFT_HYPHEN = "\u00ad"
_LAST_GLYPH = re.compile(rb"(?=[0-9a-f]{4}>[-0-9.]*\] TJ$)")


@contextmanager
def readable_drawing() -> Iterator[None]:
    """Draw for readers of the file inside the block."""
    from weasyprint import draw, stacking

    draw_text, dispatch = draw.draw_text, stacking._dispatch
    draw.draw_text = _readable(draw_text)
    stacking._dispatch = _markers_first(dispatch, stacking._dispatch_children)
    try:
        yield
    finally:
        draw.draw_text, stacking._dispatch = draw_text, dispatch


def _readable(draw_text: Callable[..., None]) -> Callable[..., None]:
    """``draw_text`` with the ends that `triplicate.layout.lineends` noted."""

    def drawing(stream: Any, box: Any, offset: float, overflow: str, ellipsis: Any) -> None:
        layout, text, shown = box.pango_layout, box.text, box.pango_layout.text
        is_whole = overflow == "clip" and ellipsis == "none"
        if text and not text.strip(_BLANKS):
            box.text = "\ufffc"  # WeasyPrint looks here for whether there is anything to draw
        elif is_whole and getattr(box, "ends_at_space", False):
            layout.text = _with_space(shown, box.style)
        first = len(stream.stream)
        try:
            draw_text(stream, box, offset, overflow, ellipsis)
        finally:
            box.text, layout.text = text, shown
        if is_whole and getattr(box, "ends_at_hyphen", False):
            _soften_hyphen(stream.stream, first)

    return drawing


def _with_space(text: str, style: Any) -> str:
    """``text`` with a space at its end, which layout has kept where elements meet.

    Right to left it would be the leftmost and shift the line.
    """
    return text if text.endswith(" ") or style["direction"] == "rtl" else f"{text} "


def _soften_hyphen(stream: list[Any], first: int) -> None:
    """Let the last glyph that was shown read as a soft hyphen."""
    for index in range(len(stream) - 1, first - 1, -1):
        if isinstance(stream[index], bytes) and (last := _LAST_GLYPH.search(stream[index])):
            before, glyph = stream[index][: last.start()], stream[index][last.start() :]
            soft = pydyf.Dictionary({"ActualText": pydyf.String(_SOFT_HYPHEN)})
            marked = ["/Span", soft, b"BDC", b"[<" + glyph, b"EMC"]
            stream[index : index + 1] = [before + b">] TJ", *marked]
            return


def _markers_first(
    dispatch: Callable[..., Any], dispatch_children: Callable[..., Any]
) -> Callable[..., Any]:
    """``_dispatch`` that draws a list item's marker as the first block of the item.

    WeasyPrint positions markers absolutely, and what is positioned is drawn last.
    """

    def dispatching(
        box: Any, page: Any, contexts: list[Any], blocks: list[Any], floats: list[Any], inner: Any
    ) -> Any:
        if not box.is_outside_marker or inner is None:
            return dispatch(box, page, contexts, blocks, floats, inner)
        of_marker: dict[Any, Any] = {}
        marker = dispatch_children(box._box, page, contexts, blocks, floats, of_marker)
        blocks.append(marker)
        inner[marker] = of_marker
        return None

    return dispatching
