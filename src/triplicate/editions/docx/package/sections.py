"""Packaging (stage 7c): sections, with the parts that hold their headers and footers.

Input: IR sections. Output: their blocks as text, each section's properties where Word looks for
them: in its last paragraph, the last section's after all. Equal headers share a part.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.body import Writer, story
from triplicate.editions.docx.package.marks import note_numbers
from triplicate.editions.docx.package.xml import border

if TYPE_CHECKING:
    from docx.opc.part import Part


class Kind(NamedTuple):
    """Headers or footers: the root element of their parts and the name of all else."""

    tag: str
    name: str


HEADER, FOOTER = Kind("hdr", "header"), Kind("ftr", "footer")


class Furnisher:
    """Makes the parts of headers and footers and relates them to the ``body``.

    ``make_part`` makes an empty part of a name and a content type, ``make_writer`` what writes
    the blocks of a part.
    """

    def __init__(
        self,
        body: Part,
        make_part: Callable[[str, str], Part],
        make_writer: Callable[[Part], Writer],
    ) -> None:
        self._body = body
        self._make_part = make_part
        self._make_writer = make_writer
        self._known: dict[tuple[object, ...], str] = {}
        self._begun: set[Kind] = set()

    def references(self, section: ir.Section) -> str:
        """The references of a section to its headers and footers.

        A section repeats those before it that it does not have. Until there is one with something
        in it, none are needed: LibreOffice draws borders of pages around empty ones, too.
        """
        parts = []
        for kind, furniture in ((HEADER, section.headers), (FOOTER, section.footers)):
            if kind not in self._begun and all(map(_is_empty, furniture)):
                continue
            self._begun.add(kind)
            for pages in furniture._fields:
                blocks = getattr(furniture, pages)
                if blocks is None:
                    continue
                relation = self._relation(kind, blocks)
                parts.append(f'<w:{kind.name}Reference w:type="{pages}" r:id="{relation}"/>')
        return "".join(parts)

    def _relation(self, kind: Kind, blocks: tuple[ir.Block, ...]) -> str:
        key = kind, blocks
        if key not in self._known:
            self._known[key] = self._add(kind, blocks)
        return self._known[key]

    def _add(self, kind: Kind, blocks: tuple[ir.Block, ...]) -> str:
        from docx.opc.constants import CONTENT_TYPE as CT
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        is_header = kind is HEADER
        content_type = CT.WML_HEADER if is_header else CT.WML_FOOTER
        number = 1 + sum(known[0] is kind for known in self._known)
        part = self._make_part(f"/word/{kind.name}{number}.xml", content_type)
        part._blob = story(kind.tag, self._make_writer(part).blocks(blocks))
        return self._body.relate_to(part, RT.HEADER if is_header else RT.FOOTER)


def _is_empty(blocks: tuple[ir.Block, ...] | None) -> bool:
    return not blocks or all(
        isinstance(block, ir.Paragraph) and block == ir.Paragraph(block.style) for block in blocks
    )


def write_sections(sections: tuple[ir.Section, ...], writer: Writer, furnisher: Furnisher) -> str:
    """The content of ``<w:body>``."""
    *earlier, last = sections
    parts = [
        writer.section(section.blocks, section_properties(section, furnisher.references(section)))
        for section in earlier
    ]
    end = section_properties(last, furnisher.references(last))
    return "".join(parts) + writer.blocks(last.blocks) + end


def section_properties(section: ir.Section, references: str) -> str:
    """``<w:sectPr>`` (CT_SectPr in schema order); ``references`` come first in it."""
    top, right, bottom, left, header, footer = section.margins
    orient = ' w:orient="landscape"' if section.width > section.height else ""
    notes = note_numbers(section.notes)
    begins = f'<w:type w:val="{section.begins}"/>' if section.begins != "nextPage" else ""
    first = "<w:titlePg/>" if section.first_differs else ""
    direction = "<w:bidi/><w:rtlGutter/>" if section.right_to_left else ""
    return (
        f'<w:sectPr>{references}{notes}{begins}<w:pgSz w:w="{section.width}" w:h="{section.height}"'
        f'{orient}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        f"{_borders(section)}{_numbers(section)}{_columns(section)}{first}{direction}</w:sectPr>"
    )


def _borders(section: ir.Section) -> str:
    edges, pages = section.borders
    if not pages:
        return ""
    by_side = dict(zip(("top", "right", "bottom", "left"), edges, strict=True))
    inner = "".join(
        border(side, by_side[side])
        for side in ("top", "left", "bottom", "right")
        if by_side[side] != ir.NO_BORDER
    )
    return f'<w:pgBorders w:display="{pages}" w:offsetFrom="text">{inner}</w:pgBorders>'


def _columns(section: ir.Section) -> str:
    if section.columns is None:
        return ""
    count, gap, ruled = section.columns
    line = ' w:sep="1"' if ruled else ""
    return f'<w:cols w:num="{count}"{line} w:space="{gap}"/>'


def _numbers(section: ir.Section) -> str:
    shown = f' w:fmt="{section.number_format}"' if section.number_format else ""
    start = f' w:start="{section.start}"' if section.start is not None else ""
    return f"<w:pgNumType{shown}{start}/>" if shown or start else ""
