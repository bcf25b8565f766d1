"""Texts made to fit where they stand: cut at a word, or held together (stages 4 and 5)."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
_BEFORE_ELLIPSIS = " ,;:–—-«\u00a0\u202f"
_SHORT_END = 12


def shorten(text: str, length: int) -> str:
    """Return ``text``, cut after a word if it has more than ``length`` characters, and an ellipsis.

    A first word that is longer alone stays whole.
    """
    if len(text) <= length:
        return text
    words = text[: max(1, length)].rsplit(" ", 1)[0] if " " in text[:length] else text.split(" ")[0]
    return words.rstrip(_BEFORE_ELLIPSIS) + "…"


def tie_last_word(text: str) -> str:
    """Return ``text`` with a no-break space before a short last word, which would stand alone."""
    head, _, last = text.rpartition(" ")
    return f"{head}{NO_BREAK_SPACE}{last}" if head and 0 < len(last) <= _SHORT_END else text


def unbroken_date(text: str) -> str:
    """Return a date in words that no line breaks, or two that may be parted after their dash.

    CLDR's narrow space of Russian dates, which many fonts lack, becomes one of the usual width.
    """
    unbroken = text.replace(" ", NO_BREAK_SPACE).replace("\u202f", NO_BREAK_SPACE)
    return unbroken.replace(f"–{NO_BREAK_SPACE}", "– ")
