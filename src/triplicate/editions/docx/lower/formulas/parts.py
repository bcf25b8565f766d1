"""Lowering (stage 7c): fractions, roots, scripts and the like to Word's own.

Input: elements of MathML with arguments. Output: parts of `ir.Formula`; what is missing in them is
filled, as Word shows a dotted box for an empty argument.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.formulas.tokens import EMPTY, sign, token
from triplicate.elements import name
from triplicate.layout.mathml import ACCENTS, children

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.formulas.reader import Nodes, Reader

BRACES = {"⏞": ("top", "bot"), "⏟": ("bot", "top"), "⎴": ("top", "bot"), "⎵": ("bot", "top")}
LINES = set("_¯‾ˉ\u0332\u0305")
MOST_COLUMNS = 64  # of a matrix (ECMA-376 Part 1, 22.1.2.61, and the Open XML SDK)
SIDEWAYS = ("left", "right", "center")
# What of menclose Word has (ECMA-376 Part 1, 22.1.2.11), by its notation.
STRIKES = {
    "horizontalstrike": "strikeH",
    "verticalstrike": "strikeV",
    "updiagonalstrike": "strikeBLTR",
    "downdiagonalstrike": "strikeTLBR",
}
SIDES = {"top": "hideTop", "bottom": "hideBot", "left": "hideLeft", "right": "hideRight"}


def slot(element: Any, reader: Reader) -> Nodes:
    """An argument, which Word wants to hold something."""
    return reader.nodes(element) or EMPTY


def _slots(element: Any, reader: Reader, *names: str) -> tuple[tuple[str, Nodes], ...]:
    """The children of an element as arguments by name; what is missing is empty."""
    parts = children(element)
    given = [slot(part, reader) for part in parts[: len(names)]]
    given += [EMPTY] * (len(names) - len(given))
    return tuple(zip(names, given, strict=True))


def _fraction(element: Any, reader: Reader) -> ir.MathPart:
    thickness = (element.get("linethickness") or "").strip()
    kind = "skw" if element.get("bevelled") == "true" else ""
    kind = "noBar" if thickness.startswith("0") else kind
    properties = (("type", kind),) if kind else ()
    return ir.MathPart("f", properties, _slots(element, reader, "num", "den"))


def _square_root(element: Any, reader: Reader) -> ir.MathPart:
    inner = reader.row(children(element)) or EMPTY
    return ir.MathPart("rad", (("degHide", "1"),), (("deg", ()), ("e", inner)))


def _root(element: Any, reader: Reader) -> ir.MathPart:
    base, degree = _slots(element, reader, "e", "deg")
    return ir.MathPart("rad", (), (degree, base))


def _scripts(kind: str, *names: str) -> Any:
    def write(element: Any, reader: Reader) -> ir.MathPart:
        return ir.MathPart(kind, (), _slots(element, reader, *names))

    return write


def _under(element: Any, reader: Reader) -> ir.MathPart:
    return _limit(element, reader, "limLow", "bot")


def _over(element: Any, reader: Reader) -> ir.MathPart:
    parts = children(element)
    accent = sign(parts[1]) if len(parts) > 1 else ""
    if accent in ACCENTS and accent not in LINES:
        inner = slot(parts[0], reader)
        return ir.MathPart("acc", (("chr", ACCENTS[accent]),), (("e", inner),))
    return _limit(element, reader, "limUpp", "top")


def _limit(element: Any, reader: Reader, kind: str, side: str) -> ir.MathPart:
    """What stands above or below: a line, a brace, or anything else."""
    parts = children(element)
    mark = sign(parts[1]) if len(parts) > 1 else ""
    if mark in LINES:
        return ir.MathPart("bar", (("pos", side),), (("e", slot(parts[0], reader)),))
    if mark in BRACES:
        properties = (("chr", mark), ("pos", side), ("vertJc", BRACES[mark][1]))
        return ir.MathPart("groupChr", properties, (("e", slot(parts[0], reader)),))
    return ir.MathPart(kind, (), _slots(element, reader, "e", "lim"))


def _under_over(element: Any, reader: Reader) -> ir.MathPart:
    base, below, above = _slots(element, reader, "e", "lim", "lim")
    lower = ir.MathPart("limLow", (), (base, below))
    return ir.MathPart("limUpp", (), (("e", (lower,)), above))


def _fences(element: Any, reader: Reader) -> ir.MathPart:
    marks = element.get("open", "("), element.get("close", ")")
    separators = "".join(element.get("separators", ",").split())
    if len(set(separators)) > 1:
        reader.report("one separator", f'separators="{separators}"')
    inner = tuple(slot(child, reader) for child in children(element))
    return fenced(marks, inner or (EMPTY,), separators[:1])


def fenced(marks: tuple[str, str], inner: tuple[Nodes, ...], separator: str) -> ir.MathPart:
    """Brackets around parts with a separator between them."""
    properties = [("begChr", marks[0])]
    properties += [("sepChr", separator)] if separator and len(inner) > 1 else []
    properties += [("endChr", marks[1])]
    return ir.MathPart("d", tuple(properties), tuple(("e", nodes or EMPTY) for nodes in inner))


def _table(element: Any, reader: Reader) -> ir.MathPart:
    rows = [children(row) if name(row) != "mtd" else [row] for row in children(element)]
    count = max(map(len, rows), default=1) or 1
    if count > MOST_COLUMNS:
        reader.report(f"at most {MOST_COLUMNS} columns", f"{count}: the last one holds the others")
        count = MOST_COLUMNS
    aligned = (element.get("columnalign") or "center").split()
    given = [aligned[min(n, len(aligned) - 1)] for n in range(count)]
    sides = [side if side in SIDEWAYS else "center" for side in given]
    slots = tuple(("mr", (_cells(row, count, reader),)) for row in rows) or (
        ("mr", (_cells([], count, reader),)),
    )
    return ir.MathPart("m", (("plcHide", "1"), ("mcs", " ".join(sides))), slots)


def _cells(row: list[Any], count: int, reader: Reader) -> ir.MathPart:
    cells = [reader.row(children(cell)) or token(cell, "mtext") for cell in row]
    cells[count - 1 :] = [tuple(chain.from_iterable(cells[count - 1 :]))]
    cells += [()] * (count - len(cells))
    return ir.MathPart("", (), tuple(("e", cell or EMPTY) for cell in cells))


def _enclosed(element: Any, reader: Reader) -> ir.MathPart:
    """A box, or some lines around or through a formula."""
    notation = (element.get("notation") or "longdiv").split()
    inner = (("e", reader.row(children(element)) or EMPTY),)
    if "radical" in notation:
        return ir.MathPart("rad", (("degHide", "1"),), (("deg", ()), *inner))
    lost = set(notation) - {"box", "roundedbox", "circle", *STRIKES, *SIDES}
    rounded = {"roundedbox", "circle"} & set(notation)
    if lost or rounded:
        reader.report("boxes and lines", f'notation="{" ".join(sorted(lost | rounded))}"')
    around = {"box", "roundedbox", "circle"} & set(notation)
    hidden = [(hide, "1") for side, hide in SIDES.items() if not around and side not in notation]
    struck = [(strike, "1") for mark, strike in STRIKES.items() if mark in notation]
    return ir.MathPart("borderBox", (*hidden, *struck), inner)


def _phantom(element: Any, reader: Reader) -> ir.MathPart:
    inner = reader.row(children(element)) or EMPTY
    return ir.MathPart("phant", (("show", "0"),), (("e", inner),))


def multiscripts(element: Any, reader: Reader) -> Nodes:
    """Scripts at both sides; Word has a pair at each, around which others stand."""
    parts = children(element)
    kinds = [name(part) for part in parts]
    end = kinds.index("mprescripts") if "mprescripts" in kinds else len(parts)
    base, after, before = parts[:1], parts[1:end], parts[end + 1 :]
    if len(after) > 2 or len(before) > 2:
        reader.report("one pair of scripts at a side", "<mmultiscripts> with more")
    inner: Nodes = slot(base[0], reader) if base else EMPTY
    while after:
        inner = (_pair("sSubSup", inner, after[:2], reader),)
        after = after[2:]
    while before:
        inner = (_pair("sPre", inner, before[:2], reader),)
        before = before[2:]
    return inner


def _pair(kind: str, base: Nodes, scripts: list[Any], reader: Reader) -> ir.MathPart:
    below, above = ([slot(one, reader) for one in scripts] + [EMPTY, EMPTY])[:2]
    limits = (("sub", below), ("sup", above))
    slots = (*limits, ("e", base)) if kind == "sPre" else (("e", base), *limits)
    return ir.MathPart(kind, (), slots)


WRITERS: dict[str, Any] = {
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "msub": _scripts("sSub", "e", "sub"),
    "msup": _scripts("sSup", "e", "sup"),
    "msubsup": _scripts("sSubSup", "e", "sub", "sup"),
    "munder": _under,
    "mover": _over,
    "munderover": _under_over,
    "mfenced": _fences,
    "mtable": _table,
    "menclose": _enclosed,
    "mphantom": _phantom,
}
