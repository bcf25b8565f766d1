"""Packaging (stage 7c): text that is safe in XML, and the formats that all parts share.

Input: IR formats. Output: WordprocessingML as text, children in the order that the schema wants.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id
from triplicate.editions.docx.package.languages import regional, slot

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"'
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

# XML 1.0, 2.2: characters that no document may hold, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_ESCAPE = re.compile(f'[{_FORBIDDEN.pattern[1:-1]}&<>"]')
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
LONGEST = 31680  # twips: 22 inches
_EDGES = (("top", "top"), ("left_edge", "left"), ("bottom", "bottom"), ("right_edge", "right"))


def namespaces(inner: str) -> str:
    """The declarations for the root of a part that holds ``inner``.

    Those of mathematics and of drawings too where they are used: pandoc knows the root's alone,
    and would lose formulas and pictures' texts.
    """
    used = (("m", M, "<m:oMath"), ("wp", WP, "<w:drawing>"))
    return NAMESPACES + "".join(
        f' xmlns:{prefix}="{name}"' for prefix, name, sign in used if sign in inner
    )


def escape(text: str) -> str:
    """Text for element content or a quoted attribute; forbidden characters become U+FFFD."""
    if not _TO_ESCAPE.search(text):
        return text
    return _FORBIDDEN.sub("\ufffd", text).translate(_SPECIAL)


def flag(name: str, value: bool | None) -> str:
    """An on/off property, or nothing where it is not stated."""
    if value is None:
        return ""
    return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


class Theme(NamedTuple):
    """Word's names of what the theme holds: fonts by family, colours by RRGGBB."""

    fonts: dict[str, str]
    colors: dict[str, str]


NO_THEME = Theme({}, {})


def run_properties(run: ir.RunFormat, style: str = "", theme: Theme = NO_THEME) -> str:
    """``<w:rPr>``, or nothing where nothing is stated."""
    inner = (f'<w:rStyle w:val="{style_id(style)}"/>' if style else "") + run_format(run, theme)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run_format(run: ir.RunFormat, theme: Theme = NO_THEME) -> str:
    """The children of ``<w:rPr>`` in schema order (CT_RPr)."""
    if run == _PLAIN:
        return ""
    parts = []
    parts.append(_fonts(run, theme))
    for name, value in (("b", run.bold), ("bCs", run.bold), ("i", run.italic), ("iCs", run.italic)):
        parts.append(flag(name, value))
    parts.append(flag("caps", run.caps))
    parts.append(flag("smallCaps", run.small_caps))
    parts.append(flag("strike", run.strike))
    if run.color is not None:
        parts.append(_color(run.color, theme))
    if run.spacing is not None:
        parts.append(f'<w:spacing w:val="{within(run.spacing)}"/>')
    if run.position is not None:
        parts.append(f'<w:position w:val="{run.position}"/>')
    if run.size is not None:
        parts.append(f'<w:sz w:val="{run.size}"/><w:szCs w:val="{run.size}"/>')
    if run.underline is not None:
        shade = f' w:color="{run.underline_color}"' if run.underline_color else ""
        parts.append(f'<w:u w:val="{run.underline}"{shade}/>')
    parts.append(border("bdr", run.border))
    if run.shade is not None:
        parts.append(_shade(run.shade))
    if run.vertical is not None:
        parts.append(f'<w:vertAlign w:val="{run.vertical}"/>')
    parts.append(flag("rtl", run.right_to_left))
    if run.language:
        parts.append(attributes("lang", {slot(run.language): regional(run.language)}))
    if run.figures is not None:
        parts.append(f'<w14:numSpacing w14:val="{run.figures}"/>')
    return "".join(parts)


class Held(NamedTuple):
    """Properties in the place of a format's own, or marks for what only the layout tells.

    They are a ``<w:framePr>``, a ``<w:tabs>`` and a ``<w:ind>``; "" where the format's own count.
    """

    frame: str = ""
    tabs: str = ""
    indents: str = ""


NOTHING_HELD = Held()


def paragraph_format(
    look: ir.ParagraphFormat, number: ir.Number | None = None, held: Held = NOTHING_HELD
) -> str:
    """The children of ``<w:pPr>`` after the style, in schema order (CT_PPrBase)."""
    parts = [
        flag("keepNext", look.keep_next),
        flag("keepLines", look.keep_lines),
        flag("pageBreakBefore", look.page_break_before),
        held.frame or (_spot(look.spot) if look.spot else ""),
        flag("widowControl", look.widow_control),
    ]
    if number is not None:
        level = f'<w:ilvl w:val="{number.level}"/>' if number.instance else ""
        parts.append(f'<w:numPr>{level}<w:numId w:val="{number.instance}"/></w:numPr>')
    edges = [(tag, getattr(look, name)) for name, tag in _EDGES]
    if any(edge is not None for _, edge in edges):
        parts.append(f"<w:pBdr>{''.join(border(tag, edge) for tag, edge in edges)}</w:pBdr>")
    if look.shade is not None:
        parts.append(_shade(look.shade))
    parts.append(held.tabs or tab_stops(look.tabs or ()))
    if look.hyphens is not None:
        parts.append(flag("suppressAutoHyphens", not look.hyphens))
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        parts.append(flag(name, look.east_asian))
    parts.append(flag("bidi", look.right_to_left))
    parts.append(_spacing(look))
    parts.append(held.indents or indentation(look))
    parts.append(flag("contextualSpacing", look.contextual))
    if look.align is not None:
        parts.append(f'<w:jc w:val="{look.align}"/>')
    return "".join(parts)


def _fonts(run: ir.RunFormat, theme: Theme) -> str:
    """Fonts by kind of script; Word goes by the character, and by w:rtl."""
    themed = theme.fonts.get(run.font or "")
    names = {
        "asciiTheme": themed,
        "hAnsiTheme": themed,
        "ascii": run.font,
        "hAnsi": run.font,
        "eastAsia": run.font_east_asian,
        "cs": run.font_complex,
    }
    stated = (f'w:{slot}="{escape(name)}"' for slot, name in names.items() if name is not None)
    inner = " ".join(stated)
    return f"<w:rFonts {inner}/>" if inner else ""


def _color(color: str, theme: Theme) -> str:
    themed = theme.colors.get(color)
    return f'<w:color w:val="{color}"' + (f' w:themeColor="{themed}"/>' if themed else "/>")


def attributes(name: str, values: dict[str, str]) -> str:
    """An element, such as ``<w:lang>``, with values by attribute."""
    stated = " ".join(f'w:{key}="{escape(value)}"' for key, value in values.items())
    return f"<w:{name} {stated}/>"


def border(tag: str, edge: ir.Border | None) -> str:
    """One edge of a paragraph, table or cell."""
    if edge is None:
        return ""
    if edge.style == "nil":
        return f'<w:{tag} w:val="nil"/>'
    return (
        f'<w:{tag} w:val="{edge.style}" w:sz="{edge.size}" '
        f'w:space="{edge.space}" w:color="{edge.color}"/>'
    )


def _spot(spot: ir.Spot) -> str:
    """A frame at a place on the page; Word takes an offset of 0 for none."""
    return (
        f'<w:framePr w:w="{spot.width}" w:hSpace="0" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:x="{spot.x or 1}" w:y="{spot.y or 1}"/>'
    )


def tab_stops(tabs: tuple[ir.Tab, ...]) -> str:
    """``<w:tabs>``, or nothing where there are none."""
    return f"<w:tabs>{''.join(map(_tab, tabs))}</w:tabs>" if tabs else ""


def _tab(tab: ir.Tab) -> str:
    leader = "" if tab.leader == "none" else f' w:leader="{tab.leader}"'
    return f'<w:tab w:val="{tab.align}"{leader} w:pos="{tab.position}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill or "auto"}"/>'


def _spacing(look: ir.ParagraphFormat) -> str:
    values = {
        "before": look.before,
        "after": look.after,
        "line": look.line.pitch if look.line else None,
        "lineRule": look.line.rule if look.line else None,
    }
    return _element("spacing", values)


def indentation(look: ir.ParagraphFormat) -> str:
    """``<w:ind>``, or nothing where nothing is stated."""
    values: dict[str, int | None] = {"left": look.left, "right": look.right}
    if look.first_line is not None:
        name = "hanging" if look.first_line < 0 else "firstLine"
        values[name] = abs(look.first_line)
    return _element("ind", values)


def _element(name: str, values: dict[str, int | str | None] | dict[str, int | None]) -> str:
    stated = [
        f'w:{key}="{within(value) if isinstance(value, int) else value}"'
        for key, value in values.items()
        if value is not None
    ]
    return f"<w:{name} {' '.join(stated)}/>" if stated else ""


def within(length: int) -> int:
    """The nearest length that Word takes, in twips."""
    return max(-LONGEST, min(LONGEST, length))


_PLAIN = ir.RunFormat()
