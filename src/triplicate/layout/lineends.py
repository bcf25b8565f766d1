"""How each line ended in the text: at a space, which layout drops, or at a hyphen that it adds.

A guarded patch of ``weasyprint.layout.block.iter_line_boxes`` (WeasyPrint 70), in force only
inside the context manager. The last text box of a line that does not end its block gets
``ends_at_space`` or ``ends_at_hyphen``; `triplicate.layout.drawing` writes both into the PDF.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = (b" ", b"\n", b"\t")
_NOTHING = b""
# Stands for pictures and boxes within a line, as in Unicode (U+FFFC).
_OBJECT = "\ufffc".encode()


@contextmanager
def noted_line_ends() -> Iterator[None]:
    """Note the ends of the lines that are laid out inside the block."""
    from weasyprint.layout import block

    lines_of = block.iter_line_boxes

    def noting(context: Any, box: Any, *rest: Any) -> Iterator[Any]:
        for line, resume_at in lines_of(context, box, *rest):
            if resume_at is not None and (text := _last_text(line)) is not None:
                _note(text, *_around(box, resume_at, _NOTHING))
            yield line, resume_at

    block.iter_line_boxes = noting
    try:
        yield
    finally:
        block.iter_line_boxes = lines_of


def _note(text: Any, before: bytes, after: bytes) -> None:
    text.ends_at_space = before[-1:] in _SPACES or after[:1] in _SPACES
    hyphen = text.style["hyphenate_character"]
    is_added = text.text.endswith(hyphen) and not before.endswith(hyphen.encode())
    text.ends_at_hyphen = is_added and not text.ends_at_space


def _last_text(line: Any) -> Any:
    """The text box at the end of a line; None where something else stands there."""
    from weasyprint.formatting_structure import boxes

    for child in reversed(line.children):
        if isinstance(child, boxes.TextBox):
            if child.text.strip():
                return child
        elif isinstance(child, boxes.InlineBox):
            if (found := _last_text(child)) is not None:
                return found
        elif child.is_in_normal_flow():
            return None
    return None


def _around(box: Any, place: dict[int, Any], before: bytes) -> tuple[bytes, bytes]:
    """What stands before and after a place in a line's boxes, each within one text.

    ``place`` is WeasyPrint's: an index of a child and the place in it, for text a byte's index.
    """
    ((index, inner),) = place.items()
    if hasattr(box, "text"):
        data = box.text.encode()
        return data[:index] or before, data[index:]
    before = next(filter(None, map(_end, reversed(box.children[:index]))), before)
    if inner is not None:
        return _around(box.children[index], inner, before)
    return before, next(filter(None, map(_start, box.children[index:])), _NOTHING)


def _end(box: Any) -> bytes:
    return _text(box, -1)


def _start(box: Any) -> bytes:
    return _text(box, 0)


def _text(box: Any, side: int) -> bytes:
    """The first or last text in a box; nothing where the box is not in the line."""
    from weasyprint.formatting_structure import boxes

    if not box.is_in_normal_flow():
        return _NOTHING
    if isinstance(box, boxes.TextBox):
        text: str = box.text
        return text.encode()
    if not isinstance(box, boxes.InlineBox):
        return _OBJECT
    children = box.children if side == 0 else reversed(box.children)
    return next(filter(None, (_text(child, side) for child in children)), _NOTHING)
