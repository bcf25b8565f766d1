"""Lowering (stage 7c): formulas to Word's own mathematics.

Input: MathML (`triplicate.layout.mathml`), whose layout is text in a line. Output: `ir.Formula`.
What stands in matching brackets becomes one part, so that they grow with it, and a sum's or an
integral's operand is what follows up to a relation: Word shows a dotted box without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.formulas.parts import WRITERS, fenced, multiscripts, slot
from triplicate.editions.docx.lower.formulas.reader import Reader
from triplicate.editions.docx.lower.formulas.tokens import EMPTY, MATCHING, sign, token
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.roles import declared
from triplicate.elements import name
from triplicate.layout.mathml import FIRST, RELATIONS, TOKENS, UNSEEN, children, linear, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.formulas.reader import Nodes

SUMS = set("∑∏∐∫∬∭∮∯∰⋃⋂⋁⋀⨁⨂⨀⨄⨆")
SCRIPTED = ("munder", "mover", "munderover", "msub", "msup", "msubsup")
# libxml2, with which LibreOffice reads files, stops at 256 elements inside each other; each part is
# two or three, and 25 tables around it are 75.
DEEPEST = 40
APPLICATION = "\u2061"
FUNCTIONS = re.compile(
    "(arc)?(cos|sin|tan)|(cos|cot|sin|tan)h|arg|cot|csc|deg|det|dim|exp|gcd|hom|inf|ker|lg|lim|"
    "lim ?inf|lim ?sup|ln|log|max|min|Pr|sec|sup"
)
_LETTERS = {"font_weight", "font_style", "text_transform"}  # Word sets them by what they mean
ALIGNED = {"start": "left", "left": "left", "end": "right", "right": "right"}


def formula(box: Any, context: Context) -> ir.Formula:
    """The formula that the box of a ``math`` element shows as text."""
    element = context.tree.formulas[box.element]
    display = element.get("display") == "block"
    align = ALIGNED.get(box.style["text_align_all"], "") if display else ""
    reader = Reader(box, context, row, nodes)
    found = row(children(element), reader) or token(element, "mtext") or EMPTY
    _report_letters(box, context)
    if _is_deep(found):
        reader.report(f"at most {DEEPEST} parts inside each other", "more: it is a line of text")
        found = (ir.MathText(linear(element)),)
    return ir.Formula(found, display, align)


def _is_deep(found: Nodes) -> bool:
    """Whether too many parts stand inside each other."""
    for _ in range(DEEPEST):
        parts = [node for node in found if isinstance(node, ir.MathPart)]
        found = tuple(node for part in parts for _, inner in part.slots for node in inner)
    return any(isinstance(node, ir.MathPart) for node in found)


def _report_letters(box: Any, context: Context) -> None:
    style = declared(box.style)
    for key in sorted(_LETTERS & style.cascaded.keys()):
        if style[key] != style.parent_style[key]:
            written = key.replace("_", "-")
            message = f"expected formulas in letters of their own, found {written} on <math>"
            report_on(box, written, "word-formula", message, context)


def row(elements: Sequence[Any], reader: Reader) -> Nodes:
    """What stands beside each other."""
    found: list[ir.MathNode] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        closing = _closing(elements, index)
        if closing is not None:
            inner = row(elements[index + 1 : closing], reader)
            marks = sign(element), sign(elements[closing])
            found.append(fenced(marks, (inner,), ""))
            index = closing + 1
            continue
        if beside := _beside_table(elements, index):
            table = elements[index + 1 if beside[0] else index]
            found.append(fenced(beside, (nodes(table, reader),), ""))
            index += 2
            continue
        argument = _argument(elements, index)
        if argument is not None:
            closing = _closing(elements, argument)
            end = 1 + (argument if closing is None else closing)
            inner = row(elements[argument:end], reader)
            slots = (("fName", nodes(element, reader)), ("e", inner or EMPTY))
            found.append(ir.MathPart("func", (), slots))
            index = end
            continue
        if _sum_of(element):
            end = _end_of_operand(elements, index + 1)
            operand = row(elements[index + 1 : end], reader)
            found.append(_sum(element, operand, reader))
            index = end
            continue
        found += nodes(element, reader)
        index += 1
    return tuple(found)


def _closing(elements: Sequence[Any], start: int) -> int | None:
    """The place of the bracket that matches the one at ``start``; None where that is none."""
    opening = sign(elements[start])
    wanted = MATCHING.get(opening)
    if wanted is None or elements[start].get("stretchy") == "false":
        return None
    depth = 0
    for index in range(start, len(elements)):
        found = sign(elements[index])
        if opening == wanted:  # lines say nothing of their side
            if found == wanted and index > start:
                whole = not start and index == len(elements) - 1
                around = index == start + 2 and _is_table(elements[start + 1])
                return index if whole or around else None
            continue
        depth += (found == opening) - (found == wanted)
        if not depth:
            return index
    return None


def _argument(elements: Sequence[Any], index: int) -> int | None:
    """The place of what the function at ``index`` is applied to; None where that is none.

    Word sets a space between them, but before brackets. MathML may have an invisible operator.
    """
    element, start = elements[index], index + 1
    applied = start < len(elements) and "".join(elements[start].itertext()).strip() == APPLICATION
    start += applied
    if start >= len(elements):
        return None
    base = next(iter(children(element)), element) if name(element) in SCRIPTED else element
    named = name(base) in ("mi", "mo") and FUNCTIONS.fullmatch(words(base))
    return start if applied or (named and not sign(elements[start])) else None


def _beside_table(elements: Sequence[Any], index: int) -> tuple[str, str] | None:
    """A bracket on one side of a table: that before or after it, "" where none is.

    A definition by cases has only a brace before it.
    """
    pair = elements[index : index + 2]
    if len(pair) < 2 or any(one.get("stretchy") == "false" for one in pair):
        return None
    first, second = map(sign, pair)
    if first in MATCHING and _is_table(pair[1]):
        return first, ""
    if second in MATCHING.values() and _is_table(pair[0]):
        return "", second
    return None


def _is_table(element: Any) -> bool:
    while name(element) in ("mrow", "mstyle", "mpadded") and len(element) == 1:
        element = element[0]
    return name(element) == "mtable"


def _sum_of(element: Any) -> str:
    """The large operator that an element is, with its limits or without; "" where it is none."""
    base = element
    if name(element) in SCRIPTED:
        base = next(iter(children(element)), element)
    found = sign(base)
    return found if found in SUMS else ""


def _end_of_operand(elements: Sequence[Any], start: int) -> int:
    for index in range(start, len(elements)):
        if sign(elements[index]) in RELATIONS | set(",;"):
            return index
    return len(elements)


def _sum(element: Any, operand: Nodes, reader: Reader) -> ir.MathPart:
    kind, parts = name(element), children(element)
    below = parts[1] if kind in ("munder", "munderover", "msub", "msubsup") else None
    above = parts[-1] if kind in ("mover", "munderover", "msup", "msubsup") else None
    character = _sum_of(element)
    where = "undOvr" if kind.startswith(("mu", "mo")) and kind != "mo" else "subSup"
    properties = [("chr", character), ("limLoc", where)]
    properties += [("subHide", "1")] * (below is None) + [("supHide", "1")] * (above is None)
    limits = [() if part is None else slot(part, reader) for part in (below, above)]
    slots = (("sub", limits[0]), ("sup", limits[1]), ("e", operand or EMPTY))
    return ir.MathPart("nary", tuple(properties), slots)


def nodes(element: Any, reader: Reader) -> Nodes:
    """What an element shows."""
    kind = name(element)
    if kind in TOKENS:
        return token(element, kind)
    if kind in UNSEEN:
        return ()
    if kind == "mmultiscripts":
        return multiscripts(element, reader)
    writer = WRITERS.get(kind)
    if writer is not None:
        return (writer(element, reader),)
    inner = children(element)
    if not inner and kind not in FIRST:
        return token(element, "mtext")
    return row(inner, reader)
