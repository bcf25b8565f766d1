"""Packaging (stage 7c): pictures to DrawingML, and their files to parts.

Input: `ir.Picture`s and the document's images. Output: ``<w:drawing>`` elements; media parts, each
file once in the package, related to each part that shows it.

Word shows the SVG of a picture that has one (MS-ODRAWXML, 2.3.2.9 svgBlip), others its PNG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import LONGEST, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docx.opc.part import Part

    from triplicate.editions.docx.package.late import Late
    from triplicate.layout.facts import LayoutFacts

EMU = 635  # English metric units in a twip
TWIPS_PER_PIXEL = 15
LINE_EMU = 12700 // 8  # in the eighth of a point that a border's width counts
CROP = 100_000  # a whole picture in the units of a:srcRect
MOST_ROOM = 10_000  # pictures beside it: a:srcRect has 32 bits
LEAST = 1e-6  # of a picture
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SVG_BLIP = (
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext>'
)
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


class Media:
    """The image files of a package; drawings and watermarks are numbered through all its parts."""

    def __init__(self, images: Sequence[ir.Image]) -> None:
        self._images = images
        self._parts: dict[tuple[int, str], Part] = {}
        self.drawings = 0
        self.marks = 0

    def part(self, image: int, kind: str) -> Part:
        """The part of an image: its own file, or the "png" that stands for an SVG."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        known = self._parts.get((image, kind))
        if known is None:
            found = self._images[image]
            data = found.data if kind == found.kind else found.fall_back
            name = PackURI(f"/word/media/image{len(self._parts) + 1}.{kind}")
            known = self._parts[image, kind] = Part(name, TYPES[kind], data)
        return known

    def kinds(self, image: int) -> tuple[str, ...]:
        """The files of an image: what all readers show, then the SVG where there is one."""
        kind = self._images[image].kind
        return ("png", "svg") if kind == "svg" else (kind,)


class Pictures:
    """Writes the pictures of one part."""

    def __init__(self, media: Media, part: Part, late: Late) -> None:
        self._media = media
        self._part = part
        self._late = late
        self._marks = 0
        self._related: dict[tuple[int, str], str] = {}

    def mark(self) -> tuple[int, bool]:
        """The number of the next watermark, and whether it is the first of its part."""
        self._media.marks += 1
        self._marks += 1
        return self._media.marks, self._marks == 1

    def drawing(self, picture: ir.Picture) -> str:
        """``<w:drawing>``, in the line or anchored beside the text."""
        self._media.drawings += 1
        number = self._media.drawings
        size = f'cx="{self._side(picture, 0)}" cy="{self._side(picture, 1)}"'
        inner = _properties(picture, number) + self._graphic(picture, number, size)
        if picture.pin:
            start = _pinned(picture.pin, number, size)
            return f"<w:drawing>{start}{inner}</wp:anchor></w:drawing>"
        if picture.beside is None:
            start = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            extent = f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            return f"<w:drawing>{start}{extent}{inner}</wp:inline></w:drawing>"
        start = _anchor(picture, picture.beside, number, size)
        return f"<w:drawing>{start}{inner}</wp:anchor></w:drawing>"

    def _side(self, picture: ir.Picture, side: int) -> str:
        """A width or height in English metric units."""
        known = (picture.width, picture.height)[side]
        return self._held(picture, side, lambda twips: str(max(1, round(twips * EMU))), known)

    def _held(
        self, picture: ir.Picture, side: int, shown: Callable[[float], str], known: float
    ) -> str:
        """What is ``shown`` of a ``known`` width or height, once the pages have told theirs."""
        if (place := picture.late) is None:
            return shown(known)

        def used(facts: LayoutFacts) -> str:
            sizes = facts.images[place : place + 1]
            around = picture.padding[1 - side] + picture.padding[3 - side]
            size = sizes[0][side] * TWIPS_PER_PIXEL + around if any(sizes) else known
            return shown(min(LONGEST, size))

        return self._late.hold(used, shown(known))

    def _crop(self, picture: ir.Picture) -> str:
        """What of the picture is cut off; below 0, how much larger than the picture its box is."""
        if not any((*picture.crop, *picture.padding)):
            return ""

        def share(side: int, whole: int) -> Callable[[float], str]:
            def of(size: float) -> str:
                inner = max(1.0, size - picture.padding[whole] - picture.padding[whole - 2])
                drawn = inner / max(LEAST, 1 - picture.crop[whole] - picture.crop[whole - 2])
                room = max(-MOST_ROOM, picture.crop[side] - picture.padding[side] / drawn)
                return str(round(room * CROP))

            return of

        sizes = picture.width, picture.height
        left, top, right, bottom = (
            self._held(picture, across, share(side, 1 - across), sizes[across])
            for side, across in ((3, 0), (0, 1), (1, 0), (2, 1))
        )
        return f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'

    def _relation(self, image: int, kind: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        known = self._related.get((image, kind))
        if known is None:
            known = self._related[image, kind] = f"rImage{len(self._related) + 1}"
            # python-docx looks through all relationships for an equal one: too slow for many.
            part = self._media.part(image, kind)
            self._part.rels.add_relationship(RT.IMAGE, part, known)
        return known

    def _graphic(self, picture: ir.Picture, number: int, size: str) -> str:
        shown, *others = (
            self._relation(picture.image, kind) for kind in self._media.kinds(picture.image)
        )
        svg = "".join(map(SVG_BLIP.format, others))
        extension = f"<a:extLst>{svg}</a:extLst>" if svg else ""
        fill = f"<a:solidFill>{_color(picture.fill)}</a:solidFill>" if picture.fill else ""
        return (
            f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{shown}">'
            f"{_paleness(picture)}{extension}</a:blip>"
            f"{self._crop(picture)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>{_shape(picture)}'
            f"{fill}{_line(picture.border)}</pic:spPr></pic:pic></a:graphicData></a:graphic>"
        )


def _properties(picture: ir.Picture, number: int) -> str:
    """``<wp:docPr>``: what is read to those who do not see the picture."""
    text = f' descr="{escape(picture.text)}"' if picture.text else ""
    title = f' title="{escape(picture.title)}"' if picture.title else ""
    return (
        f'<wp:docPr id="{number}" name="Picture {number}"{text}{title}>'
        f"{DECORATIVE if picture.decorative else ''}</wp:docPr>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/>'
        "</wp:cNvGraphicFramePr>"
    )


def _anchor(picture: ir.Picture, beside: ir.Beside, number: int, size: str) -> str:
    """``<wp:anchor>`` up to its wrapping: at the column's side, where its paragraph begins."""
    top, right, bottom, left = (distance * EMU for distance in beside.distances)
    origin, across = "column", f"<wp:align>{beside.side}</wp:align>"
    if beside.inset:
        offset = beside.inset
        if beside.side == "right":
            origin, offset = "rightMargin", -(beside.inset + picture.width)
        across = f"<wp:posOffset>{offset * EMU}</wp:posOffset>"
    return (
        f'<wp:anchor distT="0" distB="{bottom}" distL="{left}" distR="{right}" '
        f'simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{origin}">{across}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset>'
        f'</wp:positionV><wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapSquare wrapText="bothSides"/>'
    )


def _pinned(pin: ir.Pin, number: int, size: str) -> str:
    """``<wp:anchor>`` up to its wrapping: text goes on as if nothing were there."""
    across, down = ("page", "page") if pin.on_page else ("column", "paragraph")
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="{pin.behind:d}" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{pin.x * EMU}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="{down}"><wp:posOffset>{pin.y * EMU}'
        f"</wp:posOffset></wp:positionV><wp:extent {size}/>"
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    )


def _paleness(picture: ir.Picture) -> str:
    if picture.opacity >= 1:
        return ""
    return f'<a:alphaModFix amt="{round(picture.opacity * CROP)}"/>'


def _shape(picture: ir.Picture) -> str:
    if picture.ellipse or not picture.rounding:
        kind = "ellipse" if picture.ellipse else "rect"
        return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    share = round(picture.rounding * CROP)
    return (
        '<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'
    )


def _line(edge: ir.Border) -> str:
    if edge.style == "nil":
        return ""
    dash = {"dotted": "sysDot", "dashed": "dash"}.get(edge.style, "solid")
    compound = ' cmpd="dbl"' if edge.style == "double" else ""
    return (
        f'<a:ln w="{edge.size * LINE_EMU}"{compound}><a:solidFill>{_color(edge.color)}'
        f'</a:solidFill><a:prstDash val="{dash}"/></a:ln>'
    )


def _color(value: str) -> str:
    return f'<a:srgbClr val="{value}"/>'
