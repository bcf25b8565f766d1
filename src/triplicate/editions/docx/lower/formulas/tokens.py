"""Lowering (stage 7c): the letters, numbers and signs of formulas.

Input: MathML's tokens. Output: `ir.MathText` in the face that MathML means: letters that stand
alone as identifiers are italic, names of functions, letters of operators and numbers upright.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx import ir
from triplicate.elements import name
from triplicate.layout.mathml import words

# An argument without anything: Word shows a dotted box for none.
EMPTY = (ir.MathText("\u200b"),)
MATCHING = {
    "(": ")",
    "[": "]",
    "{": "}",
    "⟨": "⟩",
    "⌈": "⌉",
    "⌊": "⌋",
    "|": "|",
    "‖": "‖",
}
# Faces and scripts of OMML (ECMA-376 Part 1, 22.1.2.111 and 22.1.2.94) by mathvariant.
VARIANTS = {
    "normal": ("p", ""),
    "bold": ("b", ""),
    "italic": ("i", ""),
    "bold-italic": ("bi", ""),
    "double-struck": ("p", "double-struck"),
    "script": ("p", "script"),
    "bold-script": ("b", "script"),
    "fraktur": ("p", "fraktur"),
    "bold-fraktur": ("b", "fraktur"),
    "sans-serif": ("p", "sans-serif"),
    "bold-sans-serif": ("b", "sans-serif"),
    "sans-serif-italic": ("i", "sans-serif"),
    "sans-serif-bold-italic": ("bi", "sans-serif"),
    "monospace": ("p", "monospace"),
}
# Spaces by their width in em, widest first.
SPACES = (
    (1.5, "\u2003\u2003"),
    (0.75, "\u2003"),
    (0.4, "\u2002"),
    (0.2, "\u2005"),
    (0.05, "\u2009"),
)
UNITS = {"em": 1.0, "ex": 0.5, "px": 1 / 16, "pt": 1 / 12, "mu": 1 / 18, "%": 0.01, "rem": 1.0}


def sign(element: Any) -> str:
    """The operator that an element is, "" where it is none."""
    while name(element) in ("mrow", "mstyle", "mpadded") and len(element) == 1:
        element = element[0]
    return words(element) if name(element) == "mo" else ""


def token(element: Any, kind: str) -> tuple[ir.MathText, ...]:
    """The characters of a token; nothing where it has none."""
    if kind == "mspace":
        return _space(element.get("width") or "")
    text = words(element)
    if not text:
        return ()
    if kind == "mtext":
        return (ir.MathText("".join(element.itertext()).replace("\n", " "), normal=True),)
    if kind == "ms":
        return (ir.MathText(f"“{text}”", normal=True),)
    face, script = VARIANTS.get(element.get("mathvariant") or "", ("", ""))
    if not face and (len(text) > 1 if kind == "mi" else any(map(str.isalpha, text))):
        face = "p"
    return (ir.MathText(text, face, script),)


def _space(width: str) -> tuple[ir.MathText, ...]:
    number = width.rstrip("abcdefghijklmnopqrstuvwxyz%")
    try:
        wide = float(number) * UNITS.get(width[len(number) :], 0.0)
    except ValueError:
        return ()
    text = next((space for least, space in SPACES if wide >= least), "")
    return (ir.MathText(text, normal=True),) if text else ()
