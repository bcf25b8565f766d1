"""Ids for every block (stage 4): stable when other blocks come or go, fit for Word's bookmarks.

At most 40 characters, letters, digits and hyphens, first a letter; unique without regard to case.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import normalize

from triplicate.report.readers import MAX_ID

RESERVED = frozenset(
    {
        "agenda-item",
        "authors",
        "content",
        "date",
        "distribution",
        "kind",
        "original-language",
        "session",
        "status",
        "symbol",
        "title",
        "venue",
    }
)
"""The ids that the built-in theme gives to what stands around the body."""

# Letters that Unicode doesn't decompose into an ASCII letter and a mark.
_FOLDED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i"}
)


class Ids:
    """Gives out ids, each once; ``taken`` are those that authors chose."""

    def __init__(self, taken: tuple[str, ...]) -> None:
        self._taken = {*RESERVED, *(id_.casefold() for id_ in taken)}
        self._repeats: dict[str, int] = {}

    def for_section(self, title: str) -> str:
        """Return an id that reads like ``title``."""
        return self._unique(slug(title) or f"section-{_digest(title)}")

    def for_block(self, prefix: str, text: str, section: str) -> str:
        """Return an id made of what the block says and of the section it stands in."""
        return self._unique(f"{prefix}-{_digest(section + chr(0) + text)}")

    def _unique(self, base: str) -> str:
        if base.casefold() not in self._taken:
            self._taken.add(base.casefold())
            return base
        number = self._repeats.get(base, 1)
        while True:
            number += 1
            suffix = f"-{number}"
            candidate = base[: MAX_ID - len(suffix)].rstrip("-") + suffix
            if candidate.casefold() not in self._taken:
                self._repeats[base] = number
                self._taken.add(candidate.casefold())
                return candidate


def slug(title: str) -> str:
    """Return ``title`` in lower-case ASCII words joined by hyphens; empty if none is left."""
    plain = normalize("NFKD", title.translate(_FOLDED)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > MAX_ID:
            break
        kept.append(word)
    joined = "-".join(kept) if kept else "".join(words)[:MAX_ID]
    # Too little is left of a title in another script to know it by.
    letters = sum(char.isalnum() for char in title)
    if not joined or len(joined) * 2 < min(letters, MAX_ID) or not joined[0].isalpha():
        return f"s-{joined}"[:MAX_ID] if joined[:1].isdigit() and len(joined) * 2 >= letters else ""
    return joined


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
