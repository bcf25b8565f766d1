"""Lowering (stage 7c): what a keyword puts higher or lower in its line (CSS 2.2, 10.8.1).

Input: how far things reach above and below their baselines, in pixels. Output: how far they are
raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.css.fonts import Fonts

X_HEIGHT = 0.5  # em, as CSS has it where a font does not say
KEYWORDS = ("middle", "top", "text-top", "bottom", "text-bottom")


class Reach(NamedTuple):
    """How far something reaches above and below its baseline; a line adds ``leading`` to both."""

    above: float
    below: float
    leading: float = 0.0


def reach(run: ir.RunFormat, size: float, pitch: float | None, fonts: Fonts) -> Reach:
    """How far text of a look and a size reaches; None is the line's pitch where fonts have it."""
    below = fonts.descent(run) * size
    line = fonts.line(run.font or "", bool(run.bold), bool(run.italic)) * size
    return Reach(line - below, below, 0.0 if pitch is None else (pitch - line) / 2)


def raised(keyword: str, own: Reach, around: Reach, size: float) -> float:
    """How far something in text of a ``size`` is raised, in pixels; below 0 it is lowered.

    The top of a line is taken for that of its text, which is the same where nothing is higher.
    """
    leading = around.leading if keyword in ("top", "bottom") else 0.0
    if keyword == "middle":
        return X_HEIGHT * size / 2 - (own.above - own.below) / 2
    if keyword in ("top", "text-top"):
        return around.above + leading - own.above - own.leading
    if keyword in ("bottom", "text-bottom"):
        return own.below + own.leading - around.below - leading
    return 0.0
