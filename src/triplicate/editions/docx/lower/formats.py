"""Lowering (stage 7c): computed CSS styles to run and paragraph formats.

Input: WeasyPrint's style objects. Output: complete `ir.RunFormat` and `ir.ParagraphFormat`. A new
CSS property of text or paragraphs is added here. Equal styles are read once: WeasyPrint gives
each element with an id a style object of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.fonts import BOLD_FROM
from triplicate.editions.docx.lower.units import color, half_points, length, twips

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.fonts import Fonts

LEFT_TO_RIGHT = {"start": "left", "end": "right", "justify": "both", "justify-all": "both"}
RIGHT_TO_LEFT = {"start": "right", "end": "left", "justify": "both", "justify-all": "both"}
BORDER_STYLES = {"solid": "single", "double": "double", "dotted": "dotted", "dashed": "dashed"}
MAX_SPACE = 31  # points between border and text (ECMA-376 Part 1, 17.3.4, @space)
BREAKS = ("page", "left", "right", "recto", "verso", "always")


class Formats:
    """Reads computed styles; ``language`` is the document's, which runs need not repeat."""

    def __init__(self, fonts: Fonts, language: str) -> None:
        self._fonts = fonts
        self._language = language
        self._keys: dict[int, int] = {}
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._runs: dict[int, ir.RunFormat] = {}
        self._paragraphs: dict[int, ir.ParagraphFormat] = {}
        self._boxes: dict[int, Box] = {}

    def key(self, style: Any) -> int:
        """A number that styles share when they have the same declarations all the way up."""
        known = self._keys.get(id(style))
        if known is None:
            parent = style.parent_style
            above = self.key(parent) if parent is not None else 0
            declared = [(n, id(v[0])) for n, v in style.cascaded.items() if n != "anchor"]
            known = self._numbers.setdefault((above, *declared), len(self._numbers) + 1)
            self._keys[id(style)] = known
        return known

    def run(self, style: Any) -> ir.RunFormat:
        """All that a style says of characters."""
        key = self.key(style)
        if key not in self._runs:
            self._runs[key] = self._read_run(style)
        return self._runs[key]

    def paragraph(self, style: Any) -> ir.ParagraphFormat:
        """All that a style says of a paragraph, but for its indents and space around it."""
        key = self.key(style)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._read_paragraph(style)
        return self._paragraphs[key]

    def box(self, style: Any) -> Box:
        """The room around a box. Anonymous boxes have none, but may be given margins."""
        if not hasattr(style, "cascaded"):
            return _box(style)
        key = self.key(style)
        if key not in self._boxes:
            self._boxes[key] = _box(style)
        return self._boxes[key]

    def _read_run(self, style: Any) -> ir.RunFormat:
        lines = style["text_decoration_line"]
        decorated = () if lines == "none" else lines
        spacing = style["letter_spacing"]
        inline = "inline" in style["display"]
        vertical, position = _raised(style) if inline else ("baseline", 0)
        shade = color(style, "background_color") if inline else None
        # Word makes raised and lowered characters smaller by itself.
        sized = style if vertical == "baseline" else style.parent_style
        return ir.RunFormat(
            font=self._fonts.family(style["font_family"]),
            bold=style["font_weight"] >= BOLD_FROM,
            italic=style["font_style"] != "normal",
            caps=style["text_transform"] == "uppercase",
            small_caps=style["font_variant_caps"] in ("small-caps", "all-small-caps"),
            strike="line-through" in decorated,
            color=color(style, "color") or "auto",
            spacing=0 if spacing == "normal" else twips(spacing),
            position=position,
            size=half_points(sized["font_size"]),
            underline="underline" in decorated,
            shade=shade or "",
            vertical=vertical,
            right_to_left=False,
            language=self._other_language(style["lang"]),
            figures=_figures(style["font_variant_numeric"]),
        )

    def _other_language(self, language: str | None) -> str:
        return language if language and language != self._language else ""

    def _read_paragraph(self, style: Any) -> ir.ParagraphFormat:
        rtl = style["direction"] == "rtl"
        align = style["text_align_all"]
        return ir.ParagraphFormat(
            keep_next=style["break_after"] in ("avoid", "avoid-page"),
            keep_lines=style["break_inside"] in ("avoid", "avoid-page"),
            page_break_before=style["break_before"] in BREAKS,
            widow_control=style["widows"] > 1 or style["orphans"] > 1,
            top=border(style, "top"),
            left_edge=border(style, "left"),
            bottom=border(style, "bottom"),
            right_edge=border(style, "right"),
            shade=color(style, "background_color") or "",
            tabs=(),
            right_to_left=rtl,
            line=self._line(style),
            align=(RIGHT_TO_LEFT if rtl else LEFT_TO_RIGHT).get(align, align),
        )

    def _line(self, style: Any) -> ir.Line:
        """The line pitch. Word and CSS place text alike when the font fits into the pitch."""
        run = self.run(style)
        natural = self._fonts.line(run.font or "", bool(run.bold), bool(run.italic))
        height = style["line_height"]
        size = style["font_size"]
        if height == "normal":
            return ir.Line(twips(natural * size), "atLeast")
        pixels = height * size if isinstance(height, float | int) else height.value
        return ir.Line(twips(pixels), "exact" if natural * size > pixels else "atLeast")


class Sides(NamedTuple):
    """A computed value for each side of a box."""

    top: Any
    right: Any
    bottom: Any
    left: Any


class Box(NamedTuple):
    """What a style says of the room around a box, computed but not yet used: percentages stay."""

    margin: Sides
    edge: Sides
    padding: Sides
    width: Any
    max_width: Any
    indent: Any


def border(style: Any, side: str) -> ir.Border:
    """One edge of a box; `ir.NO_BORDER` where there is nothing to see."""
    width = length(style[f"border_{side}_width"])
    name = BORDER_STYLES.get(style[f"border_{side}_style"]) if width else None
    shade = color(style, f"border_{side}_color") if name else None
    if name is None or shade is None:
        return ir.NO_BORDER
    space = min(MAX_SPACE, round(length(style[f"padding_{side}"]) * 0.75))
    # Eighths of a point, from 2 to 96 (ECMA-376 Part 1, 17.3.4, @sz).
    return ir.Border(name, min(96, max(2, round(width * 6))), shade, space)


def _box(style: Any) -> Box:
    return Box(
        Sides(*(style[f"margin_{side}"] for side in Sides._fields)),
        Sides(*(length(style[f"border_{side}_width"]) for side in Sides._fields)),
        Sides(*(style[f"padding_{side}"] for side in Sides._fields)),
        style["width"],
        style["max_width"],
        style["text_indent"],
    )


def _figures(value: Any) -> str:
    return next(
        (name for name in ("tabular", "proportional") if f"{name}-nums" in value), "default"
    )


def _raised(style: Any) -> tuple[str, int]:
    """Word's name for super and sub, which compute to half an em; else a shift in half-points."""
    shift = style["vertical_align"]
    if not isinstance(shift, int | float):
        return "baseline", 0
    if abs(shift) == style["font_size"] * 0.5:
        return ("superscript" if shift > 0 else "subscript"), 0
    return "baseline", half_points(shift)
