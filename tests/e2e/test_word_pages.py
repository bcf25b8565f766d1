"""Sections, headers, watermarks and boxes of the Word edition, as LibreOffice shows them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import print_to_pdf
from tests.e2e.printed import area
from tests.e2e.validators import DOCX_VALIDATORS
from tests.editions.docx.words import faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine

pytestmark = pytest.mark.e2e

CSS = """
@page {
  size: 300pt 400pt; margin: 50pt 40pt;
  font: 7pt/9pt Literata;
  @top-left { content: "Running" } @top-right { content: "Head" }
  @bottom-center { content: "page " counter(page) }
  @bottom-right-corner { content: "corner" } @left-middle { content: "side" }
}
@page front { @bottom-center { content: "page " counter(page, lower-roman) } }
@page :nth(1 of main) { counter-reset: page 1 }
@page :nth(1 of main) { @top-left { content: none } @top-right { content: none } }
@page wide { size: 400pt 300pt }
.front { page: front } .main { page: main } .wide { page: wide }
.note { border: 1pt solid #003366; background: #eef4fa; padding: 8pt 12pt; margin: 12pt 0 }
.draft { position: fixed; top: 150pt; font: bold 60pt Literata; color: #cccccc;
  transform: rotate(-45deg); z-index: -1 }
hr { border: 0; border-top: 1pt solid #cc0000 }
"""
TEXT = "A sentence that is long enough to go on to another line, as sentences in reports do. "
BODY = f"""
<div class=draft>DRAFT</div>
<div class=front><p>Foreword</p></div>
<div class=main>
<p>Opening</p><div class=note><p>Note</p><p>{TEXT}</p></div><div class=note><p>Other</p></div><hr>
<div class=note><p>Mixed</p><ul><li>Item</li></ul></div>
<p class=wide>Landscape</p><p>Closing</p></div>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document as a Word file, as our PDF and as LibreOffice's."""
    folder, diagnostics = tmp_path_factory.mktemp("pages"), Diagnostics()
    tree = styled(page(BODY), CSS)
    paths = {"docx": folder / "pages.docx", "pdf": folder / "ours.pdf"}
    paths["docx"].write_bytes(write(tree, faces(), diagnostics))
    paths["pdf"].write_bytes(engine.paginate(tree).write_pdf())
    assert not list(diagnostics)
    return paths


@pytest.fixture(scope="module")
def printed(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's PDF."""
    with pytest.MonkeyPatch.context() as environment:
        # The layout engine hides the machine's fonts, which LibreOffice cannot start without.
        environment.delenv("FONTCONFIG_FILE", raising=False)
        return print_to_pdf(files["docx"], tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="module")
def pages(files: dict[str, Path], printed: Path) -> list[list[str]]:
    """The words on each page, in our PDF and in LibreOffice's."""
    return [words(files["pdf"]), words(printed)]


def words(pdf: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    return [" ".join(text.split()) for text in done.stdout.split("\f")[:-1]]


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, files: dict[str, Path]) -> None:
    assert DOCX_VALIDATORS[validator](files["docx"]) == []


def test_every_part_follows_the_standard_schemas(files: dict[str, Path]) -> None:
    assert schema_faults(files["docx"]) == []


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("text", ["Foreword", "Opening", "Mixed", "Landscape", "Closing"])
def test_text_is_on_the_same_pages(text: str, pages: list[list[str]]) -> None:
    ours, theirs = ([index for index, page in enumerate(p) if text in page] for p in pages)
    assert ours == theirs
    assert len(ours) == 1


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_pages_are_numbered_alike(pages: list[list[str]]) -> None:
    shown = [[text[text.index("page ") :].split()[1] for text in p] for p in pages]
    assert shown[0] == shown[1] == ["i", "1", "2", "3"]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Running", [True, False, True, True]),
        ("Head", [True, False, True, True]),
        ("side", [True] * 4),
        ("corner", [True] * 4),
    ],
)
def test_what_stands_in_the_margins_is_on_the_same_pages(
    text: str, where: list[bool], pages: list[list[str]]
) -> None:
    assert [[text in page for page in p] for p in pages] == [where, where]


@pytest.mark.libreoffice
@pytest.mark.tools("pdfinfo")
def test_landscape_pages_are_landscape(printed: Path) -> None:
    command: list[str | Path] = ["pdfinfo", "-f", "1", "-l", "4", printed]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    sizes = [line.split() for line in done.stdout.splitlines() if line.startswith("Page  ")]
    shapes = [float(size[3]) > float(size[5]) for size in sizes if size[2] == "size:"]
    assert shapes == [False, False, True, False]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftoppm")
@pytest.mark.parametrize("color", ["EEF4FA", "003366"])
def test_boxes_cover_the_same_area(color: str, files: dict[str, Path], printed: Path) -> None:
    ours, theirs = (area(path, color, 2) for path in (files["pdf"], printed))
    assert theirs == pytest.approx(ours, rel=0.08)


RUNNING = """
@page { size: 300pt 400pt; margin: 60pt 40pt; @top-center { content: element(head) } }
.head { position: running(head); font: 7pt/9pt Literata } .head p { margin: 0 }
.head span::after { content: counter(page) }
.lined p { border-bottom: 1pt solid #336699 } .next { break-before: page }
"""


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_running_elements_are_on_every_page(tmp_path: Path) -> None:
    head = "<div class='head lined'><p>Organization</p><p>Leaf <span></span></p></div>"
    expected = ["Organization Leaf 1 One", "Organization Leaf 2 Two"]
    assert _words(f"{head}<p>One</p><p class=next>Two</p>", RUNNING, tmp_path) == [expected] * 2
    assert schema_faults(tmp_path / "running.docx") == []


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("keyword", ["first", "last", "start", "first-except", "all-once"])
def test_running_elements_change_with_chapters(keyword: str, tmp_path: Path) -> None:
    css = RUNNING.replace("element(head)", f"element(head, {keyword})")
    chapter = (
        "<section class=next><div class=head>{0}</div><h2>{1}</h2><p class=next>{1} on</section>"
    )
    body = f"<p>Front</p>{chapter.format('H1', 'One')}{chapter.format('H2', 'Two')}"
    ours, theirs = _words(body, css, tmp_path)
    assert ours == theirs
    assert len(ours) == 5
    assert schema_faults(tmp_path / "running.docx") == []


def _words(body: str, css: str, folder: Path) -> list[list[str]]:
    """The words on the pages of the PDF, and of the Word file as LibreOffice prints it."""
    tree = styled(page(body), css)
    ours, docx = folder / "ours.pdf", folder / "running.docx"
    docx.write_bytes(write(tree, faces()))
    ours.write_bytes(engine.paginate(tree).write_pdf())
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("FONTCONFIG_FILE", raising=False)
        theirs = print_to_pdf(docx, folder)
    return [words(ours), words(theirs)]
