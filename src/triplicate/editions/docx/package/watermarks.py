"""Packaging (stage 7c): words behind the text, as Word's own Design > Watermark makes them.

Input: IR watermarks. Output: runs for a header's paragraph. Word and LibreOffice know a
watermark by the name of its shape, and find it again to change or remove it.
"""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import escape

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
# The shape that Word calls "plain text": words stretched along a line.
SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>'
    '</v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def watermark(mark: ir.Watermark, number: int, first: bool) -> str:
    """A run with the watermark; ``number`` tells those of a document apart.

    The ``first`` of a part defines what they all are.
    """
    look = mark.format
    left, top, aligned = (
        0.0,
        0.0,
        ("mso-position-horizontal:center;", "mso-position-vertical:center;"),
    )
    if mark.middle is not None:
        left, top = mark.middle[0] - mark.width / 2, mark.middle[1] - mark.height / 2
        aligned = ("", "")
    place = (
        f"position:absolute;margin-left:{_points(left)};margin-top:{_points(top)};"
        f"width:{_points(mark.width)};height:{_points(mark.height)};rotation:{mark.angle % 360};"
        f"z-index:-251658752;{aligned[0]}mso-position-horizontal-relative:page;"
        f"{aligned[1]}mso-position-vertical-relative:page"
    )
    words = f"font-family:&quot;{escape(look.font or '')}&quot;;font-size:1pt"
    words += ";font-weight:bold" if look.bold else ""
    words += ";font-style:italic" if look.italic else ""
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict {VML}>{SHAPE_TYPE if first else ''}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="" style="{place}" o:allowincell="f" '
        f'fillcolor="#{look.color}" stroked="f">'
        f'<v:textpath style="{words}" string="{escape(mark.text)}"/></v:shape></w:pict></w:r>'
    )


def _points(twips: float) -> str:
    return f"{twips / 20:g}pt" if twips else "0"
