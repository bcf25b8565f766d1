"""Packaging (stage 7c): what only the finished pages tell, written before they are finished.

A value is held as a mark in the text of a part, so that all parts can be written while the pages
are laid out; the marks are replaced at the very end. A mark is a number between characters that
XML forbids, so no text of a document can look like one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.layout.facts import LayoutFacts

    Read = Callable[[LayoutFacts], str]

_MARK = re.compile(rb"\x00([0-9]+)\x00")


class Late:
    """Values that wait for the layout. ``facts`` is asked once; None means there will be none.

    What it answers may be None, too: then there are no pages after all.
    """

    def __init__(self, facts: Callable[[], LayoutFacts | None] | None) -> None:
        self._facts = cache(facts) if facts else None
        self._reads: list[tuple[Read, str]] = []

    def hold(self, read: Read, fallback: str) -> str:
        """A mark for what ``read`` makes of the facts, ``fallback`` without any.

        Both are XML, which may have marks in its turn.
        """
        if self._facts is None:
            return fallback
        self._reads.append((read, fallback))
        return f"\x00{len(self._reads) - 1}\x00"

    def is_in(self, part: Any) -> bool:
        """Whether a part of the package has marks; fonts hold zeros of their own."""
        return part.partname.ext == "xml" and b"\x00" in part.blob

    def settle(self, content: bytes) -> bytes:
        """The XML of a part with all marks replaced."""
        return _MARK.sub(self._value, content) if b"\x00" in content else content

    def _value(self, match: re.Match[bytes]) -> bytes:
        assert self._facts is not None
        read, fallback = self._reads[int(match[1])]
        facts = self._facts()
        return self.settle((fallback if facts is None else read(facts)).encode())
