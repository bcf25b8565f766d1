"""Lowering (stage 7c): the paragraphs that pictures hang on, and keep with.

Input: pieces that hold a picture, and drafts. Output: the same drafts with these pictures.
"""

from __future__ import annotations

from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, Piece, in_flow


def hang(floating: list[Piece], draft: Draft) -> list[Piece]:
    """Give floating pictures to the paragraph after them; those that are still without one."""
    if not isinstance(draft, ParagraphDraft) or draft.floating:
        return floating
    draft.pieces[:0] = floating
    return []


def hang_on_last(pinned: list[Piece], drafts: list[Draft]) -> bool:
    """Give pictures with places of their own to the paragraph before them; whether there is one."""
    last = in_flow(drafts)[-1] if drafts else None
    if not isinstance(last, ParagraphDraft) or last.floating:
        return False
    if not all(piece.picture and piece.picture.pin for piece in pinned):
        return False
    last.pieces += pinned
    return True
