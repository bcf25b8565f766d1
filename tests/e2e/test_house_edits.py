"""What an editor does to a Word file, and whether its numbers go on and its look stays.

Each edit is what Word itself writes for it: a style chosen from the gallery, or Return at the end
of a paragraph, which gives the next one its properties. LibreOffice then shows the result.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.libreoffice import convert
from tests.editions.docx.words import W
from tests.houses import make
from tests.twin.words import read_words

# Styles whose colour is changed, after which others stand on them.
COLORS = {"ListNumber": "00AA00", "TableText": "AA00AA"}

pytestmark = [pytest.mark.e2e, pytest.mark.libreoffice, pytest.mark.tools("pdftotext")]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The meeting report with more of everything."""
    folder = tmp_path_factory.mktemp("edits")
    docx = make("meeting", folder).files["docx"]
    with ZipFile(docx) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    notes = etree.fromstring(parts["word/footnotes.xml"])
    edit(body, notes)
    parts["word/document.xml"], parts["word/footnotes.xml"] = map(etree.tostring, (body, notes))
    styles = etree.fromstring(parts["word/styles.xml"])
    for style, color in COLORS.items():
        paint(styles, style, color)
    parts["word/styles.xml"] = etree.tostring(styles)
    path = folder / "edited.docx"
    with ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def paint(styles: Any, style: str, color: str) -> None:
    """Give a style a colour, as Modify Style does."""
    element = styles.find(f"{W}style[@{W}styleId='{style}']")
    look = element.find(f"{W}rPr")
    look = etree.SubElement(element, f"{W}rPr") if look is None else look
    for old in look.findall(f"{W}color"):
        look.remove(old)
    shade = etree.Element(f"{W}color")
    shade.set(f"{W}val", color)
    before = [f"{W}{tag}" for tag in ("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps")]
    look.insert(sum(child.tag in before for child in look), shade)


def edit(body: Any, notes: Any) -> None:
    styled(body, "NumberedParagraph")[0].addnext(typed("NumberedParagraph", "ADDEDPARAGRAPH"))
    styled(body, "Heading2")[0].addprevious(typed("Heading2", "ADDEDHEADING"))
    item = styled(body, "ListNumberSub")[0]
    item.addnext(returned(item, "ADDEDITEM"))
    last = styled(body, "ListNumberSubLast")[0]
    last.addnext(returned(last, "ADDEDLAST"))
    row = next(r for r in body.iter(f"{W}tr") if len(r.findall(f"{W}tc")) == 3 and not headed(r))
    new = deepcopy(row)
    for cell in new.iter(f"{W}tc"):
        (paragraph,) = cell.findall(f"{W}p")
        cell.replace(paragraph, returned(paragraph, "ADDEDCELL"))
    row.addnext(new)
    add_note(body, notes)


def add_note(body: Any, notes: Any) -> None:
    """A footnote as References > Insert Footnote writes it, before all others."""
    note = deepcopy(next(n for n in notes if n.get(f"{W}type") is None))
    note.set(f"{W}id", "900")
    texts = list(note.iter(f"{W}t"))
    texts[0].text = " ADDEDNOTE"
    for other in texts[1:]:
        other.text = ""
    notes.append(note)
    call = deepcopy(next(body.iter(f"{W}footnoteReference")).getparent())
    call.find(f"{W}footnoteReference").set(f"{W}id", "900")
    styled(body, "NumberedParagraph")[0].append(call)


def headed(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def styled(body: Any, style: str) -> list[Any]:
    found = (one for one in body.iter(f"{W}pStyle") if one.get(f"{W}val") == style)
    return [one.getparent().getparent() for one in found]


def typed(style: str, text: str) -> Any:
    """A paragraph that has only its style."""
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    return paragraph


def returned(paragraph: Any, text: str) -> Any:
    """The paragraph that Return begins: the properties of the one before."""
    new = etree.Element(f"{W}p")
    new.append(deepcopy(paragraph.find(f"{W}pPr")))
    etree.SubElement(etree.SubElement(new, f"{W}r"), f"{W}t").text = text
    return new


@pytest.fixture(scope="module")
def lines(edited: Path) -> list[str]:
    """The text with its numbers."""
    text = convert(edited, edited.parent, "txt:Text (encoded):UTF8")
    return [line.strip() for line in text.read_text(encoding="utf-8-sig").splitlines()]


@pytest.mark.parametrize(
    ("word", "number", "following"),
    [
        ("ADDEDPARAGRAPH", "2.", "3."),
        ("ADDEDITEM", "(b)", "(c)"),
        ("ADDEDHEADING", "A.", "B."),
    ],
)
def test_numbers_go_on(word: str, number: str, following: str, lines: list[str]) -> None:
    at = next(n for n, line in enumerate(lines) if word in line)
    assert lines[at].split()[0] == number
    starts = [line.split()[0] for line in lines[at + 1 :] if line]
    assert next(start for start in starts if start in (number, following)) == following


def test_notes_count_on(edited: Path, tmp_path: Path) -> None:
    words = list(read_words(convert(edited, tmp_path, "pdf")))
    at = next(n for n, word in enumerate(words) if word.text == "ADDEDNOTE")
    assert words[at - 1].text.startswith("1")


def test_what_is_added_looks_like_its_neighbours(edited: Path, tmp_path: Path) -> None:
    words = list(read_words(convert(edited, tmp_path, "pdf")))

    def looks(text: str) -> list[tuple[str, float]]:
        inks = (word.ink for word in words if word.text == text)
        return [(ink.font, ink.size) for ink in inks if ink]

    assert looks("ADDEDPARAGRAPH") == [("Literata", 10.0)]
    assert looks("ADDEDHEADING") == [("Literata-Bold", 11.0)]
    assert looks("ADDEDITEM") == [("Literata", 10.0)]
    assert looks("ADDEDCELL") == [("Literata-Bold", 9.0), *[("Literata", 9.0)] * 2]
    assert looks("ADDEDNOTE") == [("Literata", 8.0)]
    at = next(n for n, word in enumerate(words) if word.text == "ADDEDPARAGRAPH")
    below = next(n for n in range(at, len(words)) if words[n].text == "3.")
    assert words[at].left == pytest.approx(words[below + 1].left, abs=0.1)


def test_an_item_after_the_last_one_counts_on(lines: list[str]) -> None:
    at = next(n for n, line in enumerate(lines) if "ADDEDLAST" in line)
    above = next(line for line in reversed(lines[:at]) if line)
    assert (above.split()[0], lines[at].split()[0]) == ("(e)", "(f)")


def test_a_change_of_a_style_reaches_all_that_stands_on_it(edited: Path, tmp_path: Path) -> None:
    words = list(read_words(convert(edited, tmp_path, "pdf")))

    def colors(text: str) -> set[tuple[float, ...]]:
        return {
            tuple(round(part, 1) for part in w.ink.color) for w in words if w.text == text and w.ink
        }

    assert colors("ADDEDITEM") == colors("ADDEDLAST") == {(0.0, 0.7, 0.0)}
    assert (0.7, 0.0, 0.7) in colors("ADDEDCELL")
