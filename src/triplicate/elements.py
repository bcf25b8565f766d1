"""Elements of parsed pages and drawings, whichever parser has made them."""

from __future__ import annotations

from typing import Any


def name(element: Any) -> str:
    """An element's name without its namespace; "" of comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
