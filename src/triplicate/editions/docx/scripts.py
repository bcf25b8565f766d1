"""Numbers in the letters of other scripts, as far as Word, LibreOffice and CSS write them alike.

The names are Word's (ECMA-376 Part 1, 17.18.59). After the last that is listed each goes on in a
way of its own: CSS with "子子" and "一〇", Word with 子 again, LibreOffice 7.4 with "13" and "十".
"""

from __future__ import annotations

_DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")
_TENS: tuple[str, ...] = ("", *"יכלמנסעפצ")
_ONES: tuple[str, ...] = ("", *"אבגדהוזחט")


def _hebrew(value: int) -> str:
    # 15 and 16 would be the beginning of a name that one does not write.
    unspoken = {15: "טו", 16: "טז"}
    return unspoken.get(value) or _TENS[value // 10] + _ONES[value % 10]


def _counted(value: int) -> str:
    tens, ones = divmod(value, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + _DIGITS[ones]


WRITTEN: dict[str, tuple[str, ...]] = {
    "hebrew1": tuple(map(_hebrew, range(1, 100))),
    "japaneseCounting": tuple(map(_counted, range(1, 100))),
    "ideographDigital": _DIGITS[1:],
    "ideographZodiac": tuple("子丑寅卯辰巳午未申酉戌亥"),
    "ideographTraditional": tuple("甲乙丙丁戊己庚辛壬癸"),
    "aiueoFullWidth": tuple(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
    ),
    "irohaFullWidth": tuple(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
    ),
}
VALUES = {
    name: {text: value for value, text in enumerate(texts, 1)} for name, texts in WRITTEN.items()
}
LETTERS = "א-תぁ-ヿ〇一-鿿"  # a range for regular expressions
