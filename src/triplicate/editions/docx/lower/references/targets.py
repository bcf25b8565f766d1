"""Lowering (stage 7c): references in the text, checked against what Word would show for them.

Input: all paragraphs of a document. A field stays where Word, updating it, shows the very text of
the PDF; a reference that it would change becomes plain text, which is still a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.drafts import FieldDraft, Piece
from triplicate.editions.docx.lower.references.fields import CAPTION_TAGS, CHAPTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

NUMBER = "REF {} \\n \\h"  # without the full stop at its end
TEXT = "REF {} \\h"


def targets(paragraphs: Iterable[ParagraphDraft], context: Context) -> dict[str, ParagraphDraft]:
    """The paragraph that an id stands for: of a table or figure, its caption."""
    found: dict[str, ParagraphDraft] = {}
    captions: dict[Any, ParagraphDraft] = {}
    for draft in paragraphs:
        for anchor in draft.anchors:
            found.setdefault(anchor, draft)
        if draft.element.tag in CAPTION_TAGS:
            captions.setdefault(draft.element, draft)
    for element in context.tree.html.etree_element.iter():
        if element.tag in ("table", "figure") and element.get("id"):
            caption = next((child for child in element if child.tag in CAPTION_TAGS), None)
            if caption in captions:
                found[element.get("id")] = captions[caption]
    return found


def settle_references(
    paragraphs: Iterable[ParagraphDraft], known: dict[str, ParagraphDraft]
) -> None:
    """Settle the fields that show the text or the number of the paragraphs in ``known``."""
    for draft in paragraphs:
        if any(piece.field and piece.field.anchor for piece in draft.pieces):
            pieces = _whole(draft.pieces, known)
            draft.pieces = [new for piece in pieces for new in _settled(piece, known)]


def _whole(pieces: list[Piece], known: dict[str, ParagraphDraft]) -> list[Piece]:
    """The pieces, references to the parts of one number, "2" and "1" of 2-1, as one."""
    result: list[Piece] = []
    for piece in pieces:
        result.append(piece)
        field = piece.field
        target = known.get(field.anchor) if field and field.instruction == NUMBER else None
        if target is not None:
            start = _begin(result)
            text = "".join(part.text for part in result[start:])
            if text.rstrip(".") in (shown_number(target).rstrip("."), _caption(target)):
                result[start:] = [piece._replace(text=text)]
    return result


def _begin(pieces: list[Piece]) -> int:
    """Where the references to one place begin of which the last piece is one."""
    last, found = pieces[-1], len(pieces) - 1
    for index in range(found - 1, -1, -1):
        piece = pieces[index]
        if piece.link != last.link or piece.field not in (None, last.field):
            break
        found = index if piece.field else found
    return found


def _settled(piece: Piece, known: dict[str, ParagraphDraft]) -> list[Piece]:
    field = piece.field
    if field is None or not field.anchor or field.numbers:
        return [piece]
    target = known.get(field.anchor)
    if target is None:
        return [piece._replace(field=None)]
    if field.instruction == NUMBER:
        return _number(piece, field, target)
    return _text(piece, field, target)


def _number(piece: Piece, field: FieldDraft, target: ParagraphDraft) -> list[Piece]:
    """A reference to a counter: a paragraph's number, or a caption's."""
    if shown_number(target).rstrip(".") == piece.text.rstrip("."):
        return _without_stop(piece)
    start, end = caption_number(target.pieces)
    for first in dict.fromkeys((end - 1, start)):
        if end and "".join(part.text for part in target.pieces[first:end]) == piece.text:
            mark = _mark(target.pieces, first, end - 1, f"{field.anchor} number")
            if mark:
                return [piece._replace(field=FieldDraft(TEXT, mark))]
    return [piece._replace(field=None)]


def _mark(pieces: list[Piece], first: int, last: int, mark: str) -> str:
    """Name what the fields from ``first`` to ``last`` show; the name that it has, "" for none.

    It keeps one that it has already, and none where a part of it has one.
    """
    edges = {first: "begin", last: "end"} if first != last else {first: ""}
    fields = {index: pieces[index].field for index in edges}
    if any(f is None or (f.mark and f.edge != edges[n]) for n, f in fields.items()):
        return ""
    for index, field in fields.items():
        if field is not None and field.mark:
            return field.mark
        if field is not None:
            named = field._replace(mark=mark, edge=edges[index])
            pieces[index] = pieces[index]._replace(field=named)
    return mark


def _caption(draft: ParagraphDraft) -> str:
    """The number of a caption, with that of its chapter."""
    start, end = caption_number(draft.pieces)
    return "".join(piece.text for piece in draft.pieces[start:end])


def caption_number(pieces: list[Piece]) -> tuple[int, int]:
    """Where a caption's number begins, with that of its chapter, and ends; (0, 0) for none."""
    begin = None
    for index, piece in enumerate(pieces):
        if piece.field and piece.field.instruction.startswith(CHAPTER):
            begin = index if begin is None else begin
        elif piece.field and piece.field.sequence:
            return (index if begin is None else begin), index + 1
    return 0, 0


def _text(piece: Piece, field: FieldDraft, target: ParagraphDraft) -> list[Piece]:
    """A reference to a paragraph's text, which in the PDF may begin with its number."""
    text, number = plain_text(target), shown_number(target)
    shown = " ".join(piece.text.split())
    if shown == text:
        return [piece._replace(text=text)]
    if number and shown == number:
        return _without_stop(piece._replace(field=field._replace(instruction=NUMBER)))
    if number and shown.startswith(number) and shown.removeprefix(number).strip() == text:
        between = shown[len(number) : len(shown) - len(text)]
        head = piece._replace(text=number, field=field._replace(instruction=NUMBER))
        space = [piece._replace(text=between, field=None)] if between else []
        return [*_without_stop(head), *space, piece._replace(text=text)]
    return [piece._replace(field=None)]


def _without_stop(piece: Piece) -> list[Piece]:
    """Word leaves the full stop at a number's end out; it follows as text."""
    number = piece.text.rstrip(".")
    stop = piece.text[len(number) :]
    rest = [piece._replace(text=stop, field=None)] if stop else []
    return [piece._replace(text=number), *rest]


def shown_number(draft: ParagraphDraft) -> str:
    """The number that Word shows before a paragraph, "" for none."""
    if draft.number is None or not draft.number.instance:
        return ""
    if draft.number_span is not None:
        return draft.number_span.text
    return draft.marker.text if draft.marker is not None else ""


def plain_text(draft: ParagraphDraft) -> str:
    """A paragraph's text without its number and the numbers of its notes."""
    return " ".join("".join(piece.text for piece in draft.pieces if not piece.note).split())
