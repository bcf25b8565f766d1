"""What a page on the web shows and pages of paper cannot."""

from __future__ import annotations

from typing import Any, NamedTuple


class Lost(NamedTuple):
    """An element that layout cannot show as it is, and what stands for it."""

    element: Any
    message: str
