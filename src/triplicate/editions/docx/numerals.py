"""Numbers as Word writes them, in the formats that it has for lists, pages and notes."""

from __future__ import annotations

from itertools import pairwise

from triplicate.editions.docx.scripts import VALUES, WRITTEN

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LARGEST = 32767  # what Word counts to
CHICAGO = "*†‡§"  # the Chicago Manual of Style's signs of notes
_ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
FORMATS = ("decimal", "upperLetter", "upperRoman", "lowerLetter", "lowerRoman", "decimalZero")


def show(number_format: str, value: int) -> str:
    """The number as Word writes it; "" for formats without numbers."""
    if number_format in WRITTEN:
        texts = WRITTEN[number_format]
        return texts[value - 1] if 0 < value <= len(texts) else ""
    if number_format == "decimalZero":
        return f"{value:02}"
    if number_format == "chicago":
        return CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1) if value > 0 else ""
    if number_format.endswith("Letter"):
        # Word goes on after z with aa, bb, cc, not with aa, ab, ac.
        text = LETTERS[(value - 1) % 26] * ((value - 1) // 26 + 1) if value > 0 else ""
    elif number_format.endswith("Roman"):
        text = _roman(value)
    else:
        return str(value) if number_format == "decimal" else ""
    return text.upper() if number_format.startswith("upper") else text


def value_of(number_format: str, text: str) -> int | None:
    """The number that a format writes as ``text``, or None."""
    if number_format in VALUES:
        return VALUES[number_format].get(text)
    if number_format.startswith("decimal"):
        value = int(text) if text.isdecimal() else 0
    elif number_format.endswith("Letter"):
        value = LETTERS.find(text[:1].lower()) + 1 + 26 * (len(text) - 1)
    elif number_format == "chicago":
        value = CHICAGO.find(text[:1]) + 1 + 4 * (len(text) - 1)
    else:
        value = _from_roman(text.lower())
    return value if 0 <= value <= LARGEST and text and show(number_format, value) == text else None


def guess(texts: list[str]) -> str:
    """The format in which most of ``texts`` count on; "" for none."""

    def explained(name: str) -> int:
        values = [value_of(name, text) for text in texts]
        steps = sum(a is not None and b == a + 1 for a, b in pairwise(values))
        return 2 * steps + (values[0] == 1) if values[0] is not None else -1

    scores = {name: explained(name) for name in FORMATS}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= 0 else ""


def _roman(value: int) -> str:
    parts = []
    for size, digits in _ROMAN:
        count, value = divmod(max(0, value), size)
        parts.append(digits * count)
    return "".join(parts)


def _from_roman(text: str) -> int:
    total = 0
    for size, digits in _ROMAN:
        while text.startswith(digits):
            total, text = total + size, text[len(digits) :]
    return 0 if text else total
