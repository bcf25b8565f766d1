"""Lowering (stage 7c): computed CSS styles to run and paragraph formats.

Input: WeasyPrint's style objects. Output: complete `ir.RunFormat` and `ir.ParagraphFormat`. Equal
styles are read once, as WeasyPrint gives each element with an id a style object of its own; and
of a style only what it declares is read, on top of its parent's format: computed values are made
when they are asked for, which costs more than all the rest.

A new CSS property is one more entry in ``RUN``, or in ``PARAGRAPH`` and `_read_paragraph`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.alignments import KEYWORDS, Reach, raised, reach
from triplicate.editions.docx.lower.css.borders import BORDERS, EDGES, border
from triplicate.editions.docx.lower.css.breaks import AVOID, BREAKS
from triplicate.editions.docx.lower.css.fonts import BOLD_FROM
from triplicate.editions.docx.lower.css.inlinelooks import (
    DECORATIONS,
    OWN_OF_INLINES,
    figures,
    inline_look,
    lowered,
    underline,
)
from triplicate.editions.docx.lower.css.room import Room, read_room
from triplicate.editions.docx.lower.css.scripts import SAMPLES
from triplicate.editions.docx.lower.css.textalign import text_align
from triplicate.editions.docx.lower.css.units import color, half_points, twips
from triplicate.layout.alike import original

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.editions.docx.lower.css.fonts import Fonts

# Sizes of characters that Word takes, in half-points. One of 0 it takes for none.
SMALLEST, LARGEST = 2, 3276
# A field of a run's format, the CSS property behind it, and how its computed value is read.
RUN: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "bold": ("font_weight", lambda weight: weight >= BOLD_FROM),
    "italic": ("font_style", lambda style: style != "normal"),
    "caps": ("text_transform", lambda transform: transform == "uppercase"),
    "small_caps": ("font_variant_caps", lambda caps: caps in ("small-caps", "all-small-caps")),
    "strike": ("text_decoration_line", lambda lines: "line-through" in lines),
    "spacing": ("letter_spacing", lambda space: 0 if space == "normal" else twips(space)),
    "size": ("font_size", lambda size: max(SMALLEST, min(LARGEST, half_points(size)))),
    "figures": ("font_variant_numeric", lambda value: figures(value)),
}
ALIGNED = ("text_align_all", "direction", "white_space")
PARAGRAPH = (
    frozenset(
        [
            "line_height",
            *ALIGNED,
            "hyphens",
            "widows",
            "orphans",
            "background_color",
        ]
        + [f"break_{where}" for where in ("before", "inside", "after")]
    )
) | BORDERS
T = TypeVar("T")


class _Known(Generic[T]):
    """What has been read of styles; those that differ in their elements' ids alone share it."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self._found: dict[int, T] = {}
        # Those of notes are copies that nothing else keeps: their ids must not be given again.
        self._styles: list[Any] = []

    def of(self, style: Any) -> T:
        found = self._found.get(id(style))
        if found is None:
            same = original(style)
            found = self._found[id(style)] = self._read(style) if same is style else self.of(same)
            self._styles.append(style)
        return found


class Formats:
    """Reads computed styles; ``language`` is the document's, which runs need not repeat."""

    def __init__(self, fonts: Fonts, language: str) -> None:
        self._fonts = fonts
        self._language = language
        self._runs = _Known(self._read_run)
        self._paragraphs = _Known(self._read_paragraph)
        self._rooms = _Known(self._read_room)

    def key(self, style: Any) -> int:
        """A number that styles share when they differ in their elements' ids alone."""
        return id(original(style))

    def run(self, style: Any) -> ir.RunFormat:
        """All that a style says of characters; anonymous boxes have what they inherit."""
        if not hasattr(style, "cascaded"):
            return self.run(style.parent_style)
        return self._runs.of(style)

    def paragraph(self, style: Any) -> ir.ParagraphFormat:
        """All that a style says of a paragraph, but for its indents and space around it.

        Anonymous boxes, such as rows that the HTML leaves out, have what they inherit.
        """
        if not hasattr(style, "cascaded"):
            return self.paragraph(style.parent_style)._replace(**NOT_INHERITED)
        return self._paragraphs.of(style)

    def room(self, style: Any) -> Room:
        """The room around a box. Anonymous boxes have none, but may be given margins."""
        if not hasattr(style, "cascaded"):
            return read_room(style, None)
        return self._rooms.of(style)

    def _read_room(self, style: Any) -> Room:
        parent = style.parent_style
        return read_room(style, None if parent is None else self.room(parent))

    def _read_run(self, style: Any) -> ir.RunFormat:
        declared, parent = style.cascaded, style.parent_style
        root = parent is None
        run = ir.RunFormat() if root else self.run(parent)
        read = {
            field: reader(style[name])
            for field, (name, reader) in RUN.items()
            if root or name in declared
        }
        if root or "font_family" in declared:
            read["font"] = self._fonts.family(style["font_family"])
            for kind in SAMPLES:
                read[f"font_{kind}"] = self._fonts.family_for(kind, style["font_family"])
        if root or "color" in declared:
            read["color"] = color(style, "color") or "auto"
        if root or not DECORATIONS.isdisjoint(declared):
            read |= underline(style)
        if root or "direction" in declared:
            read["right_to_left"] = style["direction"] == "rtl"
        if root or "lang" in declared:
            read["language"] = self._other_language(style["lang"])
        if root or "inline" not in style["display"]:
            read |= OWN_OF_INLINES
        else:
            read |= inline_look(style, run)
            if style["vertical_align"] in KEYWORDS and "vertical_align" in declared:
                own = reach(run._replace(**read), style["font_size"], pitch(style), self._fonts)
                read["position"] = half_points(self.raised(style, own))
            if down := lowered(style):
                read["position"] = read.get("position", run.position or 0) - down
        return run._replace(**read) if read else run

    def raised(self, style: Any, own: Reach) -> float:
        """How far a keyword raises what reaches so far in the line around it, in pixels."""
        size = style.parent_style["font_size"]
        return raised(style["vertical_align"], own, self.reach(style.parent_style), size)

    def reach(self, style: Any) -> Reach:
        """How far text and its lines reach."""
        return reach(self.run(style), style["font_size"], pitch(style), self._fonts)

    def _other_language(self, language: str | None) -> str:
        return language if language and language != self._language else ""

    def _read_paragraph(self, style: Any) -> ir.ParagraphFormat:
        declared, parent = style.cascaded, style.parent_style
        root = parent is None
        around = PLAIN if root else self.paragraph(parent)
        own = dict(NOT_INHERITED)
        if root or "line_height" in declared or self.run(style) != self.run(parent):
            own["line"] = self._line(style)
        if root or not PARAGRAPH.isdisjoint(declared):
            own |= _inherited(style, root) | _own_of_blocks(style)
        return around._replace(**own)

    def _line(self, style: Any) -> ir.Line:
        """The line pitch. Word and CSS place text alike when the font fits into the pitch."""
        run = self.run(style)
        font = run.font_complex if run.right_to_left else run.font
        natural = self._fonts.line(font or "", bool(run.bold), bool(run.italic))
        size, pixels = style["font_size"], pitch(style)
        if pixels is None:
            return ir.Line(twips(natural * size), "atLeast")
        return ir.Line(twips(pixels), "exact" if natural * size > pixels else "atLeast")


def pitch(style: Any) -> float | None:
    """The line height in pixels that a style states; None where it is the font's."""
    height = style["line_height"]
    if height == "normal":
        return None
    return float(height * style["font_size"] if isinstance(height, float | int) else height.value)


NOT_INHERITED: dict[str, Any] = {
    "keep_next": False,
    "keep_lines": False,
    "page_break_before": False,
    "shade": "",
    **dict.fromkeys(EDGES.values(), ir.NO_BORDER),
}
PLAIN = ir.ParagraphFormat(tabs=())._replace(**NOT_INHERITED)


def _inherited(style: Any, root: bool) -> dict[str, Any]:
    """What a box declares for its children too, the ``root`` all of it."""
    declared = style.cascaded
    own: dict[str, Any] = {}
    if root or "widows" in declared or "orphans" in declared:
        own["widow_control"] = style["widows"] > 1 or style["orphans"] > 1
    if root or "hyphens" in declared:
        own["hyphens"] = style["hyphens"] == "auto"
    if root or any(name in declared for name in ALIGNED):
        own["right_to_left"] = style["direction"] == "rtl"
        own["align"] = text_align(style)
    return own


def _own_of_blocks(style: Any) -> dict[str, Any]:
    """What a box declares and its children do not inherit: breaks, fill, borders."""
    declared = style.cascaded
    own: dict[str, Any] = {}
    if "break_after" in declared:
        own["keep_next"] = style["break_after"] in AVOID
    if "break_inside" in declared:
        own["keep_lines"] = style["break_inside"] in AVOID
    if "break_before" in declared:
        own["page_break_before"] = style["break_before"] in BREAKS
    if "background_color" in declared:
        own["shade"] = color(style, "background_color") or ""
    if not BORDERS.isdisjoint(declared):
        fill = own.get("shade", "")
        own |= {field: border(style, side, fill) for side, field in EDGES.items()}
    return own


def undirected(run: ir.RunFormat) -> ir.RunFormat:
    """A look as styles may have it: Word wants each run to say that it goes from right to left.

    Its schema has no rtl in styles (CT_RPrStyle, CT_RPrBaseStyleable in the Open XML SDK).
    """
    return run._replace(right_to_left=False)
