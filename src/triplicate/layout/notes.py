"""Footnotes and other notes before layout, which alone makes boxes of their lines.

Written for WeasyPrint 70 (``build.element_to_box``): the box of a call holds its note.
"""

from __future__ import annotations

from typing import Any


def called_note(box: Any) -> tuple[str, Any] | None:
    """The note that ``box`` calls: "footnote" or "endnote", and its block box with line boxes.

    ``float: footnote`` makes footnotes, ``position: note()`` endnotes. The box is a copy.
    """
    for kind, name in (("footnote", "footnote"), ("endnote", "note")):
        note = getattr(box, name, None)
        if note is not None and box.element_tag.endswith(f"::{name}-call"):
            return kind, _with_lines(note)
    return None


def is_note_mark(box: Any) -> bool:
    """Whether ``box`` is the number at the beginning of a note."""
    return str(box.element_tag).endswith(("::footnote-marker", "::note-marker"))


def is_way_back(box: Any) -> bool:
    """Whether ``box`` is the link from a note's end back to its call, which Word has by itself."""
    return str(box.element_tag).endswith("::note-callback")


def as_block(note: Any) -> Any:
    """The box of a note in the text as a block box with line boxes.

    An inline block and the wrapper of an inline table have their lines already.
    """
    from weasyprint.formatting_structure import boxes

    if isinstance(note, boxes.BlockBox):
        return note
    if not isinstance(note, boxes.InlineBlockBox):
        return _with_lines(note)
    block = boxes.BlockBox(note.element_tag, note.style, note.element, note.deepcopy().children)
    block.is_table_wrapper = note.is_table_wrapper
    return block


def transform_note(note: Any) -> None:
    """Let a note show its text as ``text-transform`` has it, which WeasyPrint leaves undone."""
    for box in note.descendants():
        if hasattr(box, "text") and box.style["text_transform"] != "none":
            box.source_text = box.text
    for child in note.children:
        child.process_text_transform()


def _with_lines(note: Any) -> Any:
    from weasyprint.formatting_structure import boxes, build

    style = note.style.copy()
    style["position"] = "static"  # else it would be left alone as a thing apart
    block = boxes.BlockBox(note.element_tag, style, note.element, note.deepcopy().children)
    block.process_whitespace()
    return build.create_anonymous_boxes(block)
