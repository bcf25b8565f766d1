"""Between lowering and packaging (stage 7c): a document as Word thinks of it.

Lengths are in twips (1/20 pt) unless a name says otherwise; colours are "RRGGBB". Knows neither
CSS nor XML. Named tuples, not dataclasses: a table has thousands of these.
"""

from __future__ import annotations

from triplicate.editions.docx.ir.blocks import (
    Axis,
    Block,
    Cell,
    Clear,
    Contents,
    Floating,
    Over,
    PageRoom,
    Paragraph,
    Row,
    Table,
)
from triplicate.editions.docx.ir.document import (
    Document,
    Face,
    Font,
    Properties,
)
from triplicate.editions.docx.ir.formats import (
    NO_BORDER,
    Beside,
    Border,
    CellFormat,
    Format,
    Line,
    ParagraphFormat,
    RunFormat,
    Spot,
    Tab,
    difference,
    overlay,
)
from triplicate.editions.docx.ir.inlines import (
    Field,
    FieldEdge,
    Inline,
    Inside,
    Link,
    NoteReference,
    Run,
    Watermark,
)
from triplicate.editions.docx.ir.insets import (
    Formula,
    Inset,
    MathNode,
    MathPart,
    MathText,
    Ruby,
)
from triplicate.editions.docx.ir.notes import Note, NoteArea, NoteNumbering
from triplicate.editions.docx.ir.numbering import Instance, Level, Number
from triplicate.editions.docx.ir.pictures import Image, Picture, Pin
from triplicate.editions.docx.ir.sections import Furniture, Section, TextColumns
from triplicate.editions.docx.ir.styles import Style, TableStyle

__all__ = [
    "NO_BORDER",
    "Axis",
    "Beside",
    "Block",
    "Border",
    "Cell",
    "CellFormat",
    "Clear",
    "Contents",
    "Document",
    "Face",
    "Field",
    "FieldEdge",
    "Floating",
    "Font",
    "Format",
    "Formula",
    "Furniture",
    "Image",
    "Inline",
    "Inset",
    "Inside",
    "Instance",
    "Level",
    "Line",
    "Link",
    "MathNode",
    "MathPart",
    "MathText",
    "Note",
    "NoteArea",
    "NoteNumbering",
    "NoteReference",
    "Number",
    "Over",
    "PageRoom",
    "Paragraph",
    "ParagraphFormat",
    "Picture",
    "Pin",
    "Properties",
    "Row",
    "Ruby",
    "Run",
    "RunFormat",
    "Section",
    "Spot",
    "Style",
    "Tab",
    "Table",
    "TableStyle",
    "TextColumns",
    "Watermark",
    "difference",
    "overlay",
]
