"""Lowering (stage 7c): words with readings above them (``ruby``), as Word has them for East Asia.

Input: the box of a ``ruby`` element, its readings in brackets (`triplicate.layout.ruby`). Output:
a piece for each reading with its words; where there is more than words, the pieces in the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import half_points
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.ruby import READINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.editions.docx.lower.context import Context

    Read = Callable[[list[Any]], list[Piece]]

BRACKET = "rp"
LONGEST = 60  # letters, which Word keeps in one line
SHARE = 0.5  # of the size of the words, as browsers have it


def ruby_pieces(box: Any, style: Any, read: Read, context: Context) -> list[Piece]:
    """The pieces of a ruby box; ``read`` gives those of the boxes in it."""
    found: list[Piece] = []
    for words, line, reading in _groups(box.children):
        base = read(words)
        made = _above(base, read(reading), reading, style)
        if made is None:
            report_on(
                box,
                "ruby-position",
                "word-ruby",
                "expected readings above a few words of one look, found others in <ruby>",
                context,
            )
            found += [*base, *read(line)]
        else:
            found += made
    return found


def _groups(boxes: list[Any]) -> list[tuple[list[Any], list[Any], list[Any]]]:
    """Words, what stands after them in the line, and in that their reading."""
    groups: list[tuple[list[Any], list[Any], list[Any]]] = [([], [], [])]
    for box in boxes:
        words, line, reading = groups[-1]
        tag = box.element_tag if hasattr(box.style, "cascaded") else ""
        if tag in (*READINGS, BRACKET):
            line.append(box)
            if tag != BRACKET:
                reading.append(box)
        elif line:
            groups.append(([box], [], []))
        else:
            words.append(box)
    return groups


def _above(
    base: list[Piece], above: list[Piece], boxes: list[Any], style: Any
) -> list[Piece] | None:
    """The piece with a reading above it; None where Word has none like it."""
    reading = "".join(piece.text for piece in above).strip()
    if not reading:
        return base
    words = "".join(piece.text for piece in base)
    first = base[0] if base else None
    if first is None or not words.strip() or len(words) > LONGEST or "\n" in words + reading:
        return None
    if any(piece[1:] != first[1:] for piece in base) or any(map(_is_special, (*base, *above))):
        return None
    size = first.format.size or 0
    own = boxes[0].style
    small = half_points(own["font_size"]) if "font_size" in own.cascaded else round(size * SHARE)
    if any(piece.format != above[0].format for piece in above):
        return None
    language = str(style["lang"] or "ja")
    look = ir.difference(above[0].format, first.format)._replace(size=None, language=None)
    made = ir.Ruby(words, reading, size, max(2, small), language, reading_look=look)
    return [first._replace(text=words, inset=made)]


def _is_special(piece: Piece) -> bool:
    return bool(piece.picture or piece.field or piece.note or piece.inset)
