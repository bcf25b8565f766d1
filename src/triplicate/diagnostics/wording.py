"""Words for messages: values quoted harmlessly, and the nearest name to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SHOWN = 3  # names in one message

# Characters that move the cursor or reorder text in a terminal (Unicode bidi controls).
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_CONTROLS = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    | dict.fromkeys((0x2028, 0x2029), "\u2424")
)
HARMLESS = _CONTROLS | _BIDI


def harmless(text: str) -> str:
    """Return ``text`` with control characters as pictures, so that it prints on one line."""
    return text.translate(HARMLESS)


def quoted(text: str, limit: int = 60) -> str:
    """Return ``text`` between double quotes, cut to ``limit`` characters, controls as pictures."""
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'"{harmless(text)}"'


def listed(names: Sequence[str]) -> str:
    """Return the first few of ``names``, and how many more there are."""
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that is most like ``name``, if any is like it at all."""
    from difflib import get_close_matches

    known = {candidate.casefold(): candidate for candidate in names}
    matches = get_close_matches(name[:100].casefold(), known, n=1, cutoff=0.6)
    return known[matches[0]] if matches else None


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return a hint that names the nearest of ``names``, or else all of them."""
    known = list(names)
    match = nearest(name, known)
    if match is not None:
        return f"did you mean {quoted(match)}?"
    return f"known are: {', '.join(known)}" if known else ""
