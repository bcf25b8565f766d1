"""Lowering (stage 7c): what an element in a line makes of the text in it.

Input: the pieces of an inline box. Output: them with its room, its link, its named strings and its
direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.scripts import turned
from triplicate.editions.docx.lower.limits import report_on, report_page_name
from triplicate.editions.docx.lower.notes.links import link_pieces
from triplicate.editions.docx.lower.text.blanks import blank
from triplicate.editions.docx.lower.text.gaps import beside, gaps, within
from triplicate.editions.docx.lower.text.spaces import stays_in_line, unbroken
from triplicate.layout.spots import BESIDE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Piece
    from triplicate.editions.docx.lower.text.gaps import Outer


def closed(
    found: list[Piece], box: Any, outer: Outer, inside: tuple[str, str], context: Context
) -> list[Piece]:
    """The pieces ``found`` in an inline box, as all of it; ``inside`` are its role and link."""
    role, link = inside
    if outer.begins and box.style["page"] != outer.style["page"]:
        report_page_name(box.style["page"], box, context)
    room = gaps(found, box, outer, context)
    held = found or blank(box, role, link, context)
    held = within(held, room, box, outer._replace(role=role, link=link), context)
    held = _ended(held, box, link, context)
    direction = box.style["direction"]
    if direction != outer.style["direction"]:
        _report_leader(held, box, "direction", context)
        held = turned(held, direction == "rtl")
    if type(box).__name__ in BESIDE:
        _report_leader(held, box, "display", context)
    return beside(held, room, outer, context)


def roomed(found: list[Piece], box: Any, outer: Outer, context: Context) -> list[Piece]:
    """The pieces of a call or a mark of a note with the room in and around its box."""
    room = gaps(found, box, outer, context)
    return beside(within(found, room, box, outer, context), room, outer, context)


def _report_leader(pieces: list[Piece], box: Any, name: str, context: Context) -> None:
    """Report a leader that goes to the end of a box of its own: Word's goes to that of the line."""
    if any(piece.leader for piece in pieces):
        message = f"expected leaders to the end of their lines, found {name} on <{box.element_tag}>"
        report_on(box, name, "word-css", message, context)


def _ended(pieces: list[Piece], box: Any, link: str, context: Context) -> list[Piece]:
    """The pieces of an element as a link, without breaks, and as the named string that it sets."""
    if link and box.element_tag == "a":
        pieces = link_pieces(pieces, box.element, context)
        if title := " ".join(box.element.get("title", "").split()):
            pieces = [piece._replace(tip=title) for piece in pieces]
    if stays_in_line(box.style):
        if box.element_tag == "code":  # people copy it, character by character
            message = "expected code that may break, found `white-space: nowrap` on <code>"
            report_on(box, "white-space", "word-css", message, context)
        else:
            pieces = unbroken(pieces)
    for name, text in box.string_set or ():
        context.line_strings.append((name, text))
        pieces = [piece._replace(sets=name) for piece in pieces]
    return pieces
