"""Packaging (stage 7c): numbering definitions and their uses to numbering.xml."""

from __future__ import annotations

from hashlib import sha256

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id
from triplicate.editions.docx.numerals import FORMATS
from triplicate.editions.docx.package.theme import theme
from triplicate.editions.docx.package.xml import (
    HEAD,
    NAMESPACES,
    Theme,
    escape,
    run_properties,
)


def numbering_part(document: ir.Document) -> bytes:
    """The content of numbering.xml: all definitions, then all instances, as the schema wants."""
    parts, themed = [f"{HEAD}<w:numbering {NAMESPACES}>"], theme(document)
    for index, levels in enumerate(document.numberings):
        parts.append(_definition(index, levels, themed))
    for index, instance in enumerate(document.instances, 1):
        levels = document.numberings[instance.numbering]
        parts.append(_instance(index, instance, levels, themed))
    parts.append("</w:numbering>")
    return "".join(parts).encode()


def _definition(index: int, levels: tuple[ir.Level, ...], themed: Theme) -> str:
    inner = "".join(_level(depth, level, themed) for depth, level in enumerate(levels))
    # The identity by which Word knows lists again after copying; from content, so stable.
    identity = sha256(f"{index} {inner}".encode()).hexdigest()[:8].upper()
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="{identity}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{identity[::-1]}"/>'
        f"{inner}</w:abstractNum>"
    )


def _level(depth: int, level: ir.Level, themed: Theme) -> str:
    name = "pStyle"
    style = f'<w:{name} w:val="{style_id(level.style)}"/>' if level.style else ""
    legal = "<w:isLgl/>" if level.legal else ""
    restart = "" if level.restarts else '<w:lvlRestart w:val="0"/>'
    suffix = "" if level.suffix == "tab" else f'<w:suff w:val="{level.suffix}"/>'
    stop = (
        f'<w:tabs><w:tab w:val="num" w:pos="{level.tab}"/></w:tabs>'
        if level.tab is not None
        else ""
    )
    # LibreOffice shows the first character of a bullet alone, but all of the text of no number.
    shape = "none" if level.format == "bullet" and len(level.text) > 1 else level.format
    hanging = "hanging" if level.first_line < 0 else "firstLine"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{level.start}"/>'
        f'<w:numFmt w:val="{shape}"/>{restart}{style}{legal}{suffix}'
        f'<w:lvlText w:val="{escape(level.text)}"/><w:lvlJc w:val="{level.align}"/>'
        f'<w:pPr>{stop}<w:ind w:left="{level.left}" w:{hanging}="{abs(level.first_line)}"/></w:pPr>'
        f"{run_properties(level.run, theme=themed)}</w:lvl>"
    )


def _instance(
    index: int, instance: ir.Instance, levels: tuple[ir.Level, ...], themed: Theme
) -> str:
    starts = "".join(
        _override(level, f'<w:startOverride w:val="{value}"/>') for level, value in instance.starts
    )
    figures = ""
    if instance.figures:
        # What w:isLgl says by itself, for LibreOffice before 24.2.
        depths = range(max(depth for depth, level in enumerate(levels) if level.legal))
        figures = "".join(
            _override(
                depth, _level(depth, levels[depth]._replace(format="decimal", style=""), themed)
            )
            for depth in depths
            if levels[depth].format in FORMATS and levels[depth].format != "decimal"
        )
    return (
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{instance.numbering}"/>'
        f"{figures}{starts}</w:num>"
    )


def _override(level: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{inner}</w:lvlOverride>'
