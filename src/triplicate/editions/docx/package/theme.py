"""Packaging (stage 7c): theme1.xml, the fonts and colours that Word's menus offer.

Validators of the Open XML SDK family ask for the part; styles name their own fonts and colours.
"""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import HEAD, escape

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


def theme_part(document: ir.Document) -> bytes:
    """The content of theme1.xml: the colours and fonts of the document's own styles."""
    ink = _color(document.base.run.color, "000000")
    found = [style.run.color for style in document.styles]
    accents = [color for color in dict.fromkeys(found) if color not in (None, "auto", ink)]
    accents = (accents or [ink]) * ACCENTS
    colors = {"dk1": ink, "lt1": "FFFFFF", "dk2": accents[0], "lt2": "FFFFFF"}
    colors |= {f"accent{index + 1}": accents[index] for index in range(ACCENTS)}
    colors |= {"hlink": accents[0], "folHlink": accents[0]}
    scheme = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in colors.items())
    text = document.base.run.font or ""
    heading = next((s.run.font for s in document.styles if s.name == "heading 1"), None) or text
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="triplicate"><a:themeElements>'
        f'<a:clrScheme name="triplicate">{scheme}</a:clrScheme><a:fontScheme name="triplicate">'
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
