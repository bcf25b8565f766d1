"""Lowering (stage 7c): the spaces and ends of lines in a paragraph's text.

Input: pieces as the HTML has them. Output: pieces as they stand on lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.drafts import Piece

LEAST_WIDTH = 0.5  # of a character of prose on average, in em
KEPT = ("pre", "pre-wrap", "break-spaces")  # white space that is shown
UNBROKEN = str.maketrans(" -", "\u00a0\u2011")


def stays_in_line(style: Any) -> bool:
    """Whether an inline box says that its words stay on one line, where others around it break."""
    if "white_space" not in style.cascaded or style["white_space"] != "nowrap":
        return False
    return bool(style.parent_style["white_space"] not in ("nowrap", "pre"))


def overflows(found: list[Piece], style: Any, width: float) -> bool:
    """Whether text that no line breaks in is clearly longer than ``width``, in pixels."""
    if style["white_space"] not in ("nowrap", "pre"):
        return False
    lines = "".join(piece.text for piece in found).split("\n")
    longest = max(map(len, lines)) * LEAST_WIDTH * float(style["font_size"])
    return longest > width > 0


def unbroken(found: list[Piece]) -> list[Piece]:
    """The same words with spaces and hyphens that Word breaks no line at, but for those outside."""
    whole = "".join(piece.text for piece in found)
    begin, end = len(whole) - len(whole.lstrip(" ")), len(whole.rstrip(" "))
    result: list[Piece] = []
    at = 0
    for piece in found:
        first, last = (min(max(place - at, 0), len(piece.text)) for place in (begin, end))
        text = piece.text
        inner = text[first:last].translate(UNBROKEN)
        result.append(piece._replace(text=text[:first] + inner + text[max(first, last) :]))
        at += len(text)
    return result


def without_last_end(found: list[Piece]) -> list[Piece]:
    """Drop the line end at the end of preformatted text, which begins no line."""
    if not found or not found[-1].text.endswith("\n"):
        return found
    *others, last = found
    text = last.text.removesuffix("\n")
    return [*others, last._replace(text=text)] if text else others


def trimmed(found: list[Piece]) -> list[Piece]:
    """Drop the spaces at the ends of lines, and the line break at the end, which shows nothing."""
    if len(found) == 1 and _is_trim(found[0].text):
        return found
    result: list[Piece] = []
    for piece in found:
        for index, text in enumerate(piece.text.split("\n")):
            if index:
                _end_line(result)
                result.append(piece._replace(text="\n"))
            kept = text if result and result[-1].text != "\n" else text.lstrip(" ")
            if kept:
                result.append(piece if kept == piece.text else piece._replace(text=kept))
    _end_line(result)
    if result and result[-1].text == "\n":
        result.pop()
    return result


def _is_trim(text: str) -> bool:
    return bool(text) and "\n" not in text and text[0] != " " != text[-1]


def _end_line(result: list[Piece]) -> None:
    while result and result[-1].text.endswith(" "):
        last = result.pop()
        if text := last.text.rstrip(" "):
            result.append(last._replace(text=text))


def joined(found: list[Piece]) -> list[Piece]:
    """Neighbours of the same look as one piece."""
    if len(found) < 2:
        return found
    result: list[Piece] = []
    for piece in found:
        special = piece.picture or piece.field or piece.note or piece.inset
        if result and not special and result[-1][1:] == piece[1:]:
            result[-1] = piece._replace(text=result[-1].text + piece.text)
        else:
            result.append(piece)
    return result
