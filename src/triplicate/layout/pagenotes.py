"""Footnotes that begin anew on pages: ``@page { counter-reset: footnote }``.

WeasyPrint counts footnotes while it makes the boxes, before there are pages, and takes no notice
of such a rule (CSS Generated Content for Paged Media 3, 2.5 has it). So the pages are laid out,
the calls on each page counted, and the pages laid out again with these numbers, until they stay.
Written for WeasyPrint 70 (``layout.layout_document``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.layout.notes import is_note_mark
from triplicate.layout.references import generated_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.layout.tree import BoxTree

# Shorter numbers may move a line to another page, and its notes with it, and so on.
ROUNDS = 4


def lay_out(tree: BoxTree) -> list[Any]:
    """The boxes of the pages of ``tree``.

    The calls of notes that pages have numbered tell their number as text in ``number_text``.
    """
    from weasyprint.layout import layout_document

    context = tree.context
    footnotes = list(context.footnotes)
    pages = list(layout_document(tree.html, tree.root, context))
    for _ in range(ROUNDS):
        resets = [note_reset(page.style) for page in pages]
        if all(reset is None for reset in resets) or not _number(pages, resets, tree):
            break
        context.footnotes = list(footnotes)
        context.string_set.clear()
        context.running_elements.clear()
        pages = list(layout_document(tree.html, tree.root, context))
    return pages


def note_reset(page_style: Any) -> int | None:
    """The number that a page sets the counter of footnotes to, None where it does not."""
    for name in ("counter_reset", "counter_set"):
        for counter, number in () if page_style[name] == "auto" else page_style[name]:
            if counter == "footnote":
                return int(number)
    return None


def _number(pages: Sequence[Any], resets: Sequence[int | None], tree: BoxTree) -> bool:
    """Number the footnotes by their pages; whether any number changed."""
    calls = {id(box.footnote): box for box in tree.root.descendants() if box.footnote is not None}
    number, changed = 0, False
    for page, reset in zip(pages, resets, strict=True):
        number = number if reset is None else reset
        for box in page.descendants():
            # The header rows of a table call their notes on each page, the first one counts.
            call = calls.pop(id(box.footnote), None) if box.footnote is not None else None
            if call is not None:
                number += 1
                changed |= _show(number, call, tree)
                box.number_text = call.number_text
    return changed


def _show(number: int, call: Any, tree: BoxTree) -> bool:
    """Let a call and its note show a number; whether it is another one than before."""
    changed = False
    for box in (call, *(box for box in call.footnote.descendants() if is_note_mark(box))):
        # Without content there are no counters; the text in a mark counts as one, too.
        counters = None if hasattr(box, "text") else box.cached_counter_values
        if counters is not None:
            changed |= counters["footnote"] != [number]
            counters["footnote"] = [number]
            _write(box, tree)
    parts = generated_parts(call, tree) or ()
    call.number_text = next((part.text for part in parts if part.counter == "footnote"), "")
    return changed


def _write(box: Any, tree: BoxTree) -> None:
    """Write the content of a call or a mark anew."""
    parts = generated_parts(box, tree)
    texts = [child for child in box.descendants() if hasattr(child, "text")]
    if parts is not None and len(texts) == 1:
        texts[0].text = "".join(part.text for part in parts)
        box.process_text_transform()
