"""Packaging (stage 7c): styles to styles.xml.

Input: complete IR styles and the base they stand on. Output: XML in which each style says only
what its base does not.
"""

from __future__ import annotations

from collections.abc import Mapping

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import (
    CONTENTS_STYLES,
    HEADING_STYLES,
    LIST_OF_CAPTIONS,
    NOTE_STYLES,
    RUNNING,
    style_id,
)
from triplicate.editions.docx.package.languages import languages, slot
from triplicate.editions.docx.package.tablestyles import custom_mark, table_style
from triplicate.editions.docx.package.theme import theme
from triplicate.editions.docx.package.xml import (
    HEAD,
    NAMESPACES,
    Theme,
    attributes,
    escape,
    paragraph_format,
    run_properties,
)

# Kerning and ligatures as in the PDF; Word has neither unless a document asks for it.
SHAPING = '<w:kern w:val="2"/>'
LIGATURES = '<w14:ligatures w14:val="standardContextual"/>'
# Word shows its own styles too unless they are said to be latent.
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
# Not offered in the style gallery: Word applies them by itself.
UNLISTED = ("header", "footer", "After Table", *CONTENTS_STYLES, LIST_OF_CAPTIONS, *NOTE_STYLES)


def styles_part(document: ir.Document) -> bytes:
    """The content of styles.xml."""
    base, themed = document.base, theme(document)
    parts = [
        f"{HEAD}<w:styles {NAMESPACES}>",
        _defaults(document.properties.language),
        LATENT,
        _paragraph_style(_normal(document), base, 1, themed, default=True),
        DEFAULTS,
        NORMAL_TABLE,
    ]
    known = {style.name: style for style in document.styles}
    for priority, style in enumerate(document.styles, 2):
        if style.kind == "paragraph":
            above = known.get(style.based_on, base)
            look = _beyond_levels(style, above, document, known)
            parts.append(_paragraph_style(style._replace(paragraph=look), above, priority, themed))
        else:
            parts.append(_character_style(style, priority, themed))
    parts += map(table_style, document.table_styles)
    parts.append("</w:styles>")
    return "".join(parts).encode()


def _normal(document: ir.Document) -> ir.Style:
    """The style of all text: it keeps off hyphens where only some styles have them.

    Text of East Asian documents stands as CSS has it, without the space that Word would add.
    """
    base = document.base
    hyphens = False if document.hyphenated and not base.paragraph.hyphens else None
    east_asian = False if slot(document.properties.language) == "eastAsia" else None
    look = base.paragraph._replace(hyphens=hyphens, east_asian=east_asian)
    return base._replace(run=_without_defaults(base.run), paragraph=look)


def _defaults(tag: str) -> str:
    """The language of all text, and the shaping that Word leaves out by default.

    Not fonts and colours: LibreOffice prefers those that stand here to character styles' in tables.
    """
    lang = attributes("lang", languages(tag))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{SHAPING}{lang}{LIGATURES}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def _without_defaults(run: ir.RunFormat) -> ir.RunFormat:
    """Leave out what Word has by default anyway."""
    plain = ir.RunFormat(
        bold=False,
        italic=False,
        caps=False,
        small_caps=False,
        strike=False,
        spacing=0,
        position=0,
        underline="none",
        underline_color="",
        border=ir.NO_BORDER,
        shade="",
        vertical="baseline",
        right_to_left=False,
        language="",
        figures="default",
    )
    return ir.difference(run, plain)


def _paragraph_style(
    style: ir.Style, base: ir.Style, priority: int, themed: Theme, default: bool = False
) -> str:
    look = ir.difference(style.paragraph, _WORDS_OWN) if default else style.paragraph
    outline = ""
    if style.name in HEADING_STYLES:
        outline = f'<w:outlineLvl w:val="{HEADING_STYLES.index(style.name)}"/>'
    inner = paragraph_format(look, style.number if style.number != base.number else None) + outline
    own = style.run if default else ir.difference(style.run, base.run)
    run = run_properties(own, theme=themed)
    paragraph = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    head = _head(style, "paragraph", priority, default)
    return f"{head}{paragraph}{run}</w:style>"


def _beyond_levels(
    style: ir.Style, base: ir.Style, document: ir.Document, known: Mapping[str, ir.Style]
) -> ir.ParagraphFormat:
    """What neither the base nor the level of the number says.

    A style that repeats its level's indents would stand in the way of Adjust List Indents, and
    LibreOffice gives each heading of it indents of its own, which Return takes along to the text.
    """
    if style.name == base.name:
        return ir.ParagraphFormat()
    look, own = ir.difference(style.paragraph, base.paragraph), style.paragraph
    if _left_to_level(style, document, known):
        return look._replace(left=None, first_line=None)
    differs = look.left is not None or look.first_line is not None or style.number != base.number
    if differs and _left_to_level(base, document, known):
        return look._replace(left=own.left, first_line=own.first_line)
    return look


def _left_to_level(style: ir.Style, document: ir.Document, known: Mapping[str, ir.Style]) -> bool:
    """Whether the indents of a style are those of its level, and no style below has others.

    A level that does not hang is for LibreOffice one that says nothing of the first line.
    """
    if style.number is None or not style.number.instance:
        return False
    instance = document.instances[style.number.instance - 1]
    level = document.numberings[instance.numbering][style.number.level]
    own = style.paragraph
    if level.first_line == 0 or (own.left, own.first_line) != (level.left, level.first_line):
        return False
    base = known.get(style.based_on, document.base)
    plain = not base.paragraph.left and not base.paragraph.first_line
    return plain or _left_to_level(base, document, known)


def _character_style(style: ir.Style, priority: int, themed: Theme) -> str:
    head = _head(style._replace(based_on="Default Paragraph Font"), "character", priority)
    return f"{head}{run_properties(style.run, theme=themed)}</w:style>"


def _head(style: ir.Style, kind: str, priority: int, default: bool = False) -> str:
    custom = custom_mark(style.name)
    marked = ' w:default="1"' if default else ""
    parts = [
        f'<w:style w:type="{kind}"{marked}{custom} '
        f'w:styleId="{style_id(style.name)}"><w:name w:val="{escape(style.name)}"/>'
    ]
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{style_id(style.based_on)}"/>')
    if style.next:
        parts.append(f'<w:next w:val="{style_id(style.next)}"/>')
    if style.name in UNLISTED or (kind == "character" and style.name.startswith(f"{RUNNING} ")):
        parts.append('<w:uiPriority w:val="99"/>')
    else:
        parts.append(f'<w:uiPriority w:val="{min(priority, 99)}"/><w:qFormat/>')
    return "".join(parts)


_WORDS_OWN = ir.ParagraphFormat(
    keep_next=False,
    keep_lines=False,
    page_break_before=False,
    widow_control=None,
    top=ir.NO_BORDER,
    left_edge=ir.NO_BORDER,
    bottom=ir.NO_BORDER,
    right_edge=ir.NO_BORDER,
    shade="",
    tabs=(),
    right_to_left=False,
    before=0,
    after=0,
    left=0,
    right=0,
    first_line=0,
    align="left",
)
