"""Numbers as English words, as printed at the start of a sentence (stage 4)."""

from __future__ import annotations

LIMIT = 1_000_000

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell_out(number: int) -> str:
    """Return ``number`` in words, British style: ``one hundred and thirty-eight``.

    ``number`` is from 0 to 999,999; raises ValueError beyond.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"can't spell out {number}: it is not between 0 and 999,999")
    if number < 1000:
        return _below_thousand(number)
    thousands, rest = divmod(number, 1000)
    words = f"{_below_thousand(thousands)} thousand"
    if not rest:
        return words
    return (
        f"{words} and {_below_hundred(rest)}" if rest < 100 else f"{words} {_below_thousand(rest)}"
    )


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    words = f"{_ONES[hundreds]} hundred"
    return f"{words} and {_below_hundred(rest)}" if rest else words


def _below_hundred(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
