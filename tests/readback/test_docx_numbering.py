"""The counter of Word's list numbers; tests/e2e/test_numbering.py holds it against LibreOffice."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from tests.readback.docx_numbering import FORMATS, Numbering

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def level(depth: int, start: int, kind: str, text: str) -> str:
    """One level of a list in numbering.xml."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""<w:numbering xmlns:w="{NAMESPACE}">
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
{level(0, 1, "upperLetter", "%1.")}
{level(1, 1, "decimal", "%1.%2")}
{level(2, 4, "lowerRoman", "(%3)")}
{level(3, 1, "none", "-")}
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>
{level(0, 1, "decimal", "%1)")}
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""
PACKAGE = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="application/'
            f'vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
            for part, kind in (
                ("document", "document.main"),
                ("styles", "styles"),
                ("numbering", "numbering"),
            )
        )
        + "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
        "</Relationships>"
    ),
    "word/styles.xml": f'<w:styles xmlns:w="{NAMESPACE}"/>',
    "word/numbering.xml": NUMBERING,
}


def counted(places: list[tuple[str, int]]) -> list[str]:
    """What the counter makes of paragraphs in (list, level)."""
    numbering = Numbering(etree.fromstring(NUMBERING))
    return [numbering.next(num, level) for num, level in places]


def test_levels_count_and_start_again_below_a_higher_one() -> None:
    places = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 2), ("1", 2)]
    assert counted(places) == ["A.", "A.1", "A.2", "(iv)", "B.", "B.1", "(iv)", "(v)"]


def test_a_list_that_starts_elsewhere_does_so_once() -> None:
    assert counted([("2", 0), ("2", 0), ("3", 0), ("3", 0)]) == ["1)", "2)", "5)", "6)"]


def test_letters_repeat_after_z_and_roman_numerals_subtract() -> None:
    assert [FORMATS["upperLetter"](number) for number in (1, 26, 27, 53)] == ["A", "Z", "AA", "AAA"]
    assert [FORMATS["lowerRoman"](number) for number in (4, 9, 40, 1994)] == [
        "iv",
        "ix",
        "xl",
        "mcmxciv",
    ]


def write(path: Path, places: list[tuple[str, int]]) -> None:
    """Write a Word file with a numbered paragraph for each (list, level)."""
    paragraphs = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'
        "<w:r><w:t>text</w:t></w:r></w:p>"
        for num, level in places
    )
    body = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{paragraphs}</w:body></w:document>'
    with ZipFile(path, "w") as package:
        for name, part in {**PACKAGE, "word/document.xml": body}.items():
            package.writestr(name, part)
