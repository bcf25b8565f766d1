"""Lowering (stage 7c): what stands in a line box, as pieces of text of one look.

Input: a line box. Output: `Piece`s with spaces trimmed as on a line, and a heading's number.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.formats import SMALLEST
from triplicate.editions.docx.lower.css.scripts import directed, scripts
from triplicate.editions.docx.lower.css.units import computed, known_length, length
from triplicate.editions.docx.lower.drafts import NumberSpan, Piece
from triplicate.editions.docx.lower.formulas.rows import formula
from triplicate.editions.docx.lower.limits import check_box
from triplicate.editions.docx.lower.notes.calls import note_pieces
from triplicate.editions.docx.lower.numbers.markers import hanging, is_sign
from triplicate.editions.docx.lower.pictures.picture import picture
from triplicate.editions.docx.lower.references.fields import generated
from triplicate.editions.docx.lower.roles import CHARACTERS, declared
from triplicate.editions.docx.lower.text.elements import closed, roomed
from triplicate.editions.docx.lower.text.gaps import Outer, beside, picture_gaps
from triplicate.editions.docx.lower.text.linedblocks import report_blocks
from triplicate.editions.docx.lower.text.ruby import ruby_pieces
from triplicate.editions.docx.lower.text.spaces import KEPT, joined, trimmed, without_last_end

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context

# What the theme's HTML calls a number, and a paragraph that has one.
NUMBER_CLASS, NUMBERED_CLASS = "number", "numbered"
LINKED = CHARACTERS["a"]
CAPTIONS = ("caption", "figcaption")
SEEN = 1.0  # pixels
SPACE = 0.6  # of an em after a number, up to which that is a space, and not a tab
# What stands between blocks in a line and those before them.
BETWEEN = {
    "LineBox": "\n",
    "BlockBox": "\n",
    "TableBox": "\n",
    "TableRowGroupBox": "\n",
    "TableRowBox": "\n",
    "TableCellBox": "\t",
}


def pieces(
    line: Any, owner: Any, style: Any, context: Context
) -> tuple[list[Piece], NumberSpan | None]:
    """The text of a line box in ``owner``, which looks like ``style``; a heading's number apart."""
    if owner.element in context.tree.formulas:
        text = "".join(getattr(box, "text", "") for box in line.descendants())
        return [Piece(text, "", context.formats.run(style), inset=formula(owner, context))], None
    found: list[Piece] = []
    number = None
    children = list(line.children)
    if children and _has_number(owner, children[0], context):
        number = _number(children.pop(0), children, owner, context)
    link = context.link_around(owner.element)
    _collect_all(children, style, LINKED if link else "", link, context, found)
    found = without_last_end(found) if style["white_space"] in KEPT else joined(trimmed(found))
    if number and number.broken:
        found.insert(0, Piece("\n", "", context.formats.run(style)))
    return _scripted(found, style, context), number


def _number(first: Any, others: list[Any], owner: Any, context: Context) -> NumberSpan:
    """The number ``first`` of a line in ``owner``, which may hang before the ``others``."""
    number = number_span(first, others, context)
    if first.is_in_normal_flow():
        return number
    hang = hanging(first, owner)
    if hang > 0.0:
        return number._replace(width=hang, shift=-hang, broken=False)
    return number._replace(spaced=True, broken=False)


def _scripted(found: list[Piece], style: Any, context: Context) -> list[Piece]:
    """The pieces in the directions of their letters; their scripts are noted for the fonts."""
    for piece in found:
        context.fonts.scripts.update(scripts(piece.text))
    return directed(found, style["direction"] == "rtl")


def _collect(
    box: Any, style: Any, role: str, link: str, context: Context, found: list[Piece]
) -> None:
    """Add the pieces of an inline box; anonymous boxes look like the element around them."""
    if getattr(box, "text", None) is not None:
        found += _text(box, style, role, link, context)
        return
    outer = Outer(style, role, link, not found)
    if hasattr(box, "replacement"):
        made = picture(box, style, role, link, context)
        found += beside(made, picture_gaps(made, box, outer, context), outer, context)
        return
    if (read := note_pieces(box, style, context)) is not None:
        found += roomed(read, box, outer, context) if read else read
        return
    if (read := generated(box, role, link, context)) is not None:
        check_box(box, context)
        found += closed(read, box, outer, (role, link), context)
        return
    if not (box.is_in_normal_flow() or box.is_outside_marker):
        context.line_floats.append(box)
        return
    is_anonymous = not hasattr(box.style, "cascaded")  # and has no declarations
    if not is_anonymous:
        role, link = _begin(box, style, role, link, context)
        style = box.style
        if (read := _set_otherwise(box, role, link, context)) is not None:
            found += closed(read, box, outer, (role, link), context)
            return
    start = len(found)
    parted = _collect_all(box.children, style, role, link, context, found)
    if parted and "inline" in style["display"]:
        report_blocks(box, context)
    if not is_anonymous:
        found[start:] = closed(found[start:], box, outer, (role, link), context)


def _text(box: Any, style: Any, role: str, link: str, context: Context) -> list[Piece]:
    run = context.formats.run(style)
    if (run.size == SMALLEST or run.vertical != "baseline") and not style["font_size"]:
        return []
    written = getattr(box, "source_text", box.text) if run.caps else box.text
    return [Piece(written, role, run, link)]


def _begin(box: Any, around: Any, role: str, link: str, context: Context) -> tuple[str, str]:
    """Note what an element declares; its character style, and where a link in it leads."""
    style, tag = box.style, box.element_tag
    check_box(box, context)
    if anchor := style["anchor"]:
        context.anchors.append(anchor)
    if tag != "a":
        return context.style_named(style) or CHARACTERS.get(tag, role), link
    own = context.style_named(style) or _link_role(style, around, role, context)
    return own, box.element.get("href") or ""


def _set_otherwise(box: Any, role: str, link: str, context: Context) -> list[Piece] | None:
    """The pieces of a formula or of words with readings; None of all other elements."""
    style = box.style
    if box.element in context.tree.formulas:
        text = "".join(getattr(inner, "text", "") for inner in box.descendants())
        return [Piece(text, "", context.formats.run(style), link, inset=formula(box, context))]
    if box.element_tag == "ruby":
        return ruby_pieces(box, style, partial(_read, style, role, link, context), context)
    return None


def _link_role(style: Any, around: Any, role: str, context: Context) -> str:
    """The character style of a link: that of the text around, where it looks like that."""
    formats = context.formats
    return role if formats.run(style) == formats.run(around) else CHARACTERS["a"]


def _read(style: Any, role: str, link: str, context: Context, boxes: list[Any]) -> list[Piece]:
    found: list[Piece] = []
    _collect_all(boxes, style, role, link, context, found)
    return found


def _collect_all(
    boxes: list[Any], style: Any, role: str, link: str, context: Context, found: list[Piece]
) -> bool:
    """Add the pieces of boxes; whether there were blocks among them, each on a line of its own."""
    begun = parted = False
    for box in boxes:
        between = BETWEEN.get(type(box).__name__)
        if begun and between and box.is_in_normal_flow():
            found.append(Piece(between, role, context.formats.run(style), link))
            parted = True
        begun = begun or not box.is_outside_marker
        _collect(box, style, role, link, context, found)
    return parted


def _has_number(owner: Any, box: Any, context: Context) -> bool:
    """Whether ``box``, the first in ``owner``, is a number that Word is to count.

    Captions count figures and tables by fields instead.
    """
    if is_number(box) or (is_sign(box) and box.is_in_normal_flow()):
        return owner.element_tag not in CAPTIONS
    if box.element_tag != "span" or not _is_of(box, NUMBER_CLASS):
        return False
    return owner.element_tag in context.headings or _is_of(owner, NUMBERED_CLASS)


def _is_of(box: Any, name: str) -> bool:
    """Whether the element of a box is of a class."""
    element = getattr(box, "element", None)
    return element is not None and name in (element.get("class") or "").split()


def is_number(box: Any) -> bool:
    """Whether a box is a marker, or content before an element that shows a counter."""
    if box.element_tag.endswith("::marker"):
        return True
    content = box.style["content"] if box.element_tag.endswith("::before") else ""
    if not isinstance(content, tuple | list):
        return False
    return any(kind in ("counter()", "counters()") for kind, _ in content)


def number_span(box: Any, following: list[Any], context: Context) -> NumberSpan:
    """The number that ``box`` shows before what is ``following`` it."""
    inner: list[Piece] = []
    style = declared(box.style)
    for child in box.children:
        _collect(child, style, "", "", context, inner)
    text = "".join(piece.text for piece in inner)
    width = known_length(computed(style, "width"))
    start, end = (length(computed(style, f"margin_{side}")) for side in ("left", "right"))
    if style["direction"] == "rtl":
        start, end = end, start
    broken = "\n" in text[len(text.rstrip()) :] or BETWEEN.get(type(box).__name__) == "\n"
    spaced = text[-1:].isspace() or _first_text(following)[:1].isspace()
    run = context.formats.run(style)
    whole = None if width is None else width + end
    if width is None and not broken:
        whole, spaced = _room_after(text.strip(), run, style, end, context) or (None, spaced)
    return NumberSpan(text.strip(), run, whole, spaced, start, broken)


def _room_after(
    text: str, run: ir.RunFormat, style: Any, margin: float, context: Context
) -> tuple[float | None, bool] | None:
    """The width of a number with the margin and padding after it; None without, for a space."""
    side = "left" if style["direction"] == "rtl" else "right"
    room = margin + length(computed(style, f"padding_{side}"))
    size = style["font_size"]
    if room < SEEN:
        return None
    if room <= SPACE * size:
        return None, True
    return context.fonts.width(run, text) * size + room, False


def _first_text(boxes: list[Any]) -> str:
    for box in boxes:
        text = getattr(box, "text", None)
        if text is None:
            text = _first_text(list(getattr(box, "children", [])))
        if text:
            return str(text)
    return ""
