"""Packaging (stage 7c): theme1.xml, the fonts and colours that Word's menus offer.

Styles refer to them (``w:asciiTheme``, ``w:themeColor``), so that Design > Fonts and Design >
Colors change the document, and name them as well for programs that know no themes.
"""

from __future__ import annotations

from typing import NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import HEADING_STYLES, HYPERLINK
from triplicate.editions.docx.package.xml import HEAD, Theme, escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
ACCENTS = 6
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# DrawingML wants three of each; a text document uses none.
_FORMATS = (
    f'<a:fmtScheme name="triplicate"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


class Scheme(NamedTuple):
    """The fonts of headings and of text, and colours as RRGGBB by their DrawingML names."""

    heading: str
    text: str
    colors: dict[str, str]


def scheme(document: ir.Document) -> Scheme:
    """The fonts and colours of the document's own styles."""
    ink = _color(document.base.run.color, "000000")
    found = [style.run.color for style in document.styles]
    accents = [color for color in dict.fromkeys(found) if color not in (None, "auto", ink)]
    accents = (accents or [ink]) * ACCENTS
    known = {style.name: style.run for style in document.styles}
    link = known[HYPERLINK].color if HYPERLINK in known else None
    colors = {"dk1": ink, "lt1": "FFFFFF", "dk2": accents[0], "lt2": "FFFFFF"}
    colors |= {f"accent{index + 1}": accents[index] for index in range(ACCENTS)}
    colors |= {"hlink": _color(link, accents[0]), "folHlink": _color(link, accents[0])}
    text = document.base.run.font or ""
    heading = known[HEADING_STYLES[0]].font if HEADING_STYLES[0] in known else None
    return Scheme(heading or text, text, colors)


def theme(document: ir.Document) -> Theme:
    """How styles refer to the theme (ECMA-376 Part 1, 17.18.96 and 17.18.97)."""
    heading, text, colors = scheme(document)
    names = {"hlink": "hyperlink", "dk1": "text1"} | {
        f"accent{n}": f"accent{n}" for n in range(ACCENTS, 0, -1)
    }
    return Theme(
        {heading: "majorHAnsi", text: "minorHAnsi"},
        {colors[slot]: name for slot, name in names.items()},
    )


def theme_part(document: ir.Document) -> bytes:
    """The content of theme1.xml."""
    heading, text, colors = scheme(document)
    named = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in colors.items())
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="triplicate"><a:themeElements>'
        f'<a:clrScheme name="triplicate">{named}</a:clrScheme><a:fontScheme name="triplicate">'
        f"{_font('majorFont', heading)}{_font('minorFont', text)}</a:fontScheme>"
        f"{_FORMATS}</a:themeElements></a:theme>"
    ).encode()


def _color(value: str | None, default: str) -> str:
    return default if value in (None, "auto") else str(value)


def _font(tag: str, name: str) -> str:
    return (
        f'<a:{tag}><a:latin typeface="{escape(name)}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{tag}>"
    )
