"""Formulas (MathML) as one line of text, for a layout that has none.

Input: the root of a parsed page. Output: the same tree, where each formula is a line in the manner
of Unicode's plain text for mathematics (UTN 28), "(a+b)/2" and "x^2"; and the formulas as they
were, for the Word writer, which has mathematics of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.elements import name
from triplicate.layout.lost import Lost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
MATH = f"{NAMESPACE}math"
TOKENS = ("mi", "mn", "mo", "mtext", "ms", "mspace")
ROWS = ("math", "mrow", "mstyle", "mpadded", "merror", "menclose", "msqrt", "mphantom", "mtd")
# Of these the first child is shown, the others are for programs (MathML Core 2.3.1).
FIRST = ("semantics", "maction")
UNSEEN = ("annotation", "annotation-xml", "none", "mprescripts", "maligngroup", "malignmark")
RELATIONS = set("=<>≤≥≠≈≡∼≃≅∝→←↔⇒⇐⇔↦∈∉⊂⊃⊆⊇∣∥⊥⊢⊨≪≫≺≻:")
BINARY = set("+-−±∓×÷⋅·∗∘∪∩∧∨⊕⊗")
# Operators that nobody sees (U+2061 to U+2064).
INVISIBLE = {ord(sign): None for sign in "\u2061\u2062\u2063\u2064\u200b"}
# Signs over a letter, and the combining characters for them.
ACCENTS = {
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "¯": "\u0305",
    "‾": "\u0305",
    "ˉ": "\u0305",
    "→": "\u20d7",
    "⃗": "\u20d7",
    "˙": "\u0307",
    ".": "\u0307",
    "¨": "\u0308",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "´": "\u0301",
    "`": "\u0300",
}
_SIMPLE = re.compile(r"[\w.,′∞]*[\u0300-\u036f\u20d0-\u20ff]?")


def children(element: Any) -> list[Any]:
    """What an element shows one beside the other."""
    found = [child for child in element if isinstance(child.tag, str)]
    if name(element) in FIRST:
        return found[:1]
    return [child for child in found if name(child) not in ("annotation", "annotation-xml")]


def words(element: Any) -> str:
    """What a token says."""
    return " ".join("".join(element.itertext()).split()).translate(INVISIBLE)


def write_formulas(root: Any) -> dict[Any, Any]:
    """Replace the formulas under ``root`` by text; the formulas by the elements that hold it."""
    found: dict[Any, Any] = {}
    for math in list(root.iter(MATH)):
        kept = math.makeelement(math.tag, dict(math.attrib))
        kept.text = math.text
        for child in list(math):
            kept.append(child)
            math.remove(child)
        math.text = linear(kept).strip()
        found[math] = kept
        if math.get("display") == "block":  # MathML Core, appendix A
            look = "display: block; text-align: center; margin: 1em 0"
            math.set("style", f"{look}; {math.get('style', '')}")
    return found


def linear(element: Any) -> str:
    """A formula as a line of text."""
    kind = name(element)
    if kind in TOKENS:
        return _token(element, kind)
    writer = _WRITERS.get(kind)
    if writer is not None:
        return writer(children(element))
    if kind in UNSEEN:
        return ""
    return _row(element)


def _token(element: Any, kind: str) -> str:
    if kind == "mspace":
        return " "
    return f"“{words(element)}”" if kind == "ms" else words(element)


def _row(element: Any) -> str:
    kind = name(element)
    if kind == "mfenced":
        marks = element.get("separators", ",").split() or [""]
        parts = [linear(child) for child in children(element)]
        inner = parts[0] if parts else ""
        for place, part in enumerate(parts[1:]):
            inner += f"{marks[min(place, len(marks) - 1)]} {part}"
        return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"
    text = ""
    for child in children(element):
        part = linear(child)
        spaced = text and name(child) == "mo" and (part in RELATIONS or part in BINARY)
        text += f" {part} " if spaced and text[-1] not in "([{ " else part
    text = text or ("" if len(element) else words(element))
    return f"√{_grouped(text)}" if kind == "msqrt" else text


def _grouped(text: str) -> str:
    """Text in brackets, but for a number or a name."""
    text = text.strip()
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _arguments(parts: list[Any]) -> list[str]:
    """Three arguments as text, the missing ones empty."""
    texts = [linear(part).strip() for part in parts[:3]]
    return texts + [""] * (3 - len(texts))


def _fraction(parts: list[Any]) -> str:
    above, below, _ = _arguments(parts)
    return f"{_grouped(above)}/{_grouped(below)}"


def _root(parts: list[Any]) -> str:
    base, degree, _ = _arguments(parts)
    return f"{_grouped(base)}^(1/{_grouped(degree)})"


def _scripts(*signs: str) -> Callable[[list[Any]], str]:
    def write(parts: list[Any]) -> str:
        base, *scripts = _arguments(parts)
        if len(signs) == 1 and signs[0] == "^" and scripts[0] in ACCENTS:
            return base + ACCENTS[scripts[0]] if len(base) == 1 else f"{base}^{scripts[0]}"
        text = base if base.isalpha() else _based(base)
        for sign, script in zip(signs, scripts, strict=False):
            text += f"{sign}{_grouped(script)}" if script else ""
        return text

    return write


def _based(text: str) -> str:
    """A base: operators and what stands in brackets need none."""
    return text if len(text) == 1 or text[-1:] in ")]}|" else _grouped(text)


def _table(rows: list[Any]) -> str:
    lines = []
    for row in rows:
        cells = children(row) if name(row) in ("mtr", "mlabeledtr") else [row]
        lines.append(", ".join(filter(None, (linear(cell).strip() for cell in cells))))
    return f"[{'; '.join(lines)}]"


def _multiscripts(parts: list[Any]) -> str:
    kinds = [name(part) for part in parts]
    if not parts:
        return ""
    end = kinds.index("mprescripts") if "mprescripts" in kinds else len(parts)
    before, after = parts[end + 1 :], parts[1:end]
    return _pairs(before) + linear(parts[0]).strip() + _pairs(after)


def _pairs(parts: list[Any]) -> str:
    texts = [linear(part).strip() for part in parts]
    signs = ("_", "^")
    return "".join(f"{signs[n % 2]}{_grouped(text)}" for n, text in enumerate(texts) if text)


_WRITERS: dict[str, Callable[[list[Any]], str]] = {
    "mfrac": _fraction,
    "mroot": _root,
    "msub": _scripts("_"),
    "msup": _scripts("^"),
    "msubsup": _scripts("_", "^"),
    "munder": _scripts("_"),
    "mover": _scripts("^"),
    "munderover": _scripts("_", "^"),
    "mtable": _table,
    "mmultiscripts": _multiscripts,
    "mphantom": lambda parts: "",
}
KNOWN = {*TOKENS, *ROWS, *FIRST, *UNSEEN, *_WRITERS, "mfenced", "mtr", "mlabeledtr", "mglyph"}


def formula_losses(formulas: dict[Any, Any]) -> Iterator[Lost]:
    """What is lost of a page's formulas: once, how pages show them; what is not known in them."""
    for math, formula in formulas.items():
        if math is next(iter(formulas)):
            shown = " ".join(str(math.text).split())
            yield Lost(
                math,
                "expected words and pictures, found <math>: pages show formulas as lines of text "
                f'like "{shown[:60]}", Word as formulas',
            )
        for element in _shown(formula):
            if name(element) not in KNOWN:
                found = f"found <{name(element)}>: what is in it is shown"
                yield Lost(element, f"expected an element of MathML, {found}")


def _shown(formula: Any) -> Iterator[Any]:
    """The elements of a formula that are not for programs."""
    waiting = [formula]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += children(element)
