"""Lowering (stage 7c): scripts. Text to stretches of one direction, and the scripts it is in.

Input: pieces of a line. Output: pieces that run in one direction each: Word does not look at
characters, it wants to be told (ECMA-376 Part 1, 17.3.2.30 rtl).
"""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.drafts import Piece

EAST_ASIAN = "east_asian"
COMPLEX = "complex"
# Letters of each kind of script: by one of them a font shows that it has the script.
SAMPLES = {EAST_ASIAN: "中あ가", COMPLEX: "عאไअ"}
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_COMPLEX = re.compile("[\u0590-\u0dff\u0e00-\u0e7f\ufb1d-\ufdff\ufe70-\ufeff]")
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
# Unicode's bidirectional classes of characters with a direction of their own (UAX 9, table 4).
_DIRECTIONS = {"L": False, "R": True, "AL": True, "AN": True}
_NUMBER = "EN"
ISOLATE = "\ufffc"  # U+FFFC has no direction


def scripts(text: str) -> Iterator[str]:
    """The kinds of scripts, other than Latin and its like, that a text is in."""
    if text.isascii():
        return
    if _EAST_ASIAN.search(text):
        yield EAST_ASIAN
    if _COMPLEX.search(text):
        yield COMPLEX


def turned(pieces: list[Piece], right_to_left: bool) -> list[Piece]:
    """The pieces of an element that goes in another direction than the text around it."""
    return [p if p.turned is not None else p._replace(turned=right_to_left) for p in pieces]


def directed(pieces: list[Piece], right_to_left: bool) -> list[Piece]:
    """The pieces of a paragraph, parted where the direction of their characters changes.

    Fields and notes stay whole: their text is only what they show at the moment.
    """
    if not right_to_left and len(pieces) == 1 and pieces[0].text.isascii() and not pieces[0].turned:
        return pieces
    mixed = any(
        piece.turned or (not piece.text.isascii() and _RIGHT_TO_LEFT.search(piece.text))
        for piece in pieces
    )
    if not mixed and not right_to_left:
        return pieces
    directions = chain.from_iterable(_each_direction(pieces, right_to_left))
    result: list[Piece] = []
    for piece in pieces:
        stretches = list(_stretches(piece.text, directions))
        if piece.field or piece.note or piece.inset:
            stretches = [(stretches[0][0], piece.text)] if stretches else [(right_to_left, "")]
        for turned, text in stretches:
            look = piece.format._replace(right_to_left=turned)
            result.append(piece._replace(text=text, format=look))
    return result


def _each_direction(pieces: list[Piece], base: bool) -> Iterator[list[bool]]:
    """The directions of the characters, those of elements with one of their own by themselves.

    To the text around it such an element is a sign without a direction (UAX 9, X5a to X5c).
    """
    groups = [(own, list(group)) for own, group in groupby(pieces, key=lambda piece: piece.turned)]
    texts = ["".join(piece.text for piece in group) for _, group in groups]
    outer = "".join(
        text if own is None else ISOLATE * len(text)
        for (own, _), text in zip(groups, texts, strict=True)
    )
    around = _directions(outer, base)
    start = 0
    for (own, _), text in zip(groups, texts, strict=True):
        yield around[start : start + len(text)] if own is None else _directions(text, own)
        start += len(text)


def _stretches(text: str, directions: Iterator[bool]) -> Iterator[tuple[bool, str]]:
    start, current = 0, None
    # The text comes first: zip must not take a direction for a character that is not there.
    for index, (_, turned) in enumerate(zip(text, directions, strict=False)):
        if current is not None and turned != current:
            yield current, text[start:index]
            start = index
        current = turned
    if current is not None:
        yield current, text[start:]


def _directions(text: str, base: bool) -> list[bool]:
    """The direction of each character: from right to left, or not.

    Follows UAX 9's rules N1 and N2: what has no direction takes that of its neighbours where they
    agree, else that of the paragraph; digits go with the letters before them.
    """
    own = _own_directions(text, base)
    result = [base] * len(text)
    before, waiting = base, 0
    for index, direction in enumerate(own):
        if direction is None:
            continue
        between = direction if direction == before else base
        result[waiting:index] = [between] * (index - waiting)
        result[index] = before = direction
        waiting = index + 1
    between = before if before == base else base
    result[waiting:] = [between] * (len(text) - waiting)
    return result


def _own_directions(text: str, base: bool) -> Iterator[bool | None]:
    """The direction of letters and digits; None for spaces and punctuation."""
    from unicodedata import bidirectional

    letters = base
    for character in text:
        kind = bidirectional(character)
        direction = _DIRECTIONS.get(kind)
        if direction is not None:
            letters = direction
        yield letters if kind == _NUMBER else direction
