"""Named strings and what sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.drafts.blocks import Draft


class StringSource(NamedTuple):
    """A named string's text, and the first draft and the id of the element that sets it.

    It is ``inside`` where it is a part of its paragraph.
    """

    name: str
    text: str
    draft: Draft
    anchor: str = ""
    inside: bool = False
