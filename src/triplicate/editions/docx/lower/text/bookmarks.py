"""Lowering (stage 7c): element ids to bookmark names.

Word takes letters, digits and underscores, at most 40 characters, the first a letter, and tells
names apart without regard to case. The same ids in the same order give the same names.
"""

from __future__ import annotations

import re

MAX_LENGTH = 40
_FOREIGN = re.compile(r"[^A-Za-z0-9_]")


class Bookmarks:
    """Names by id: asked again for the same id, `name` gives the same answer."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._names

    def name(self, anchor: str) -> str:
        """The bookmark name of an element id."""
        if anchor not in self._names:
            name = _plain(anchor)
            if len(name) > MAX_LENGTH or name.lower() in self._taken:
                name = self._distinct(name, anchor)
            self._taken.add(name.lower())
            self._names[anchor] = name
        return self._names[anchor]

    def _distinct(self, name: str, anchor: str) -> str:
        from hashlib import sha256

        digest = sha256(anchor.encode()).hexdigest()
        for size in range(8, MAX_LENGTH):
            distinct = f"{name[: MAX_LENGTH - 1 - size]}_{digest[:size]}"
            if distinct.lower() not in self._taken:
                return distinct
        raise AssertionError("two ids cannot share 39 digits of SHA-256")


def _plain(anchor: str) -> str:
    name = _FOREIGN.sub("_", anchor)
    return name if name[:1].isalpha() else f"b_{name}"
