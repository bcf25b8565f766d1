"""Page breaks that wait for what comes next, as LibreOffice breaks pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.libreoffice import print_to_pdf
from tests.editions.docx.words import faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine

pytestmark = [pytest.mark.e2e, pytest.mark.libreoffice, pytest.mark.tools("pdftotext")]

CSS = """
@page { size: 300pt 300pt; margin: 50pt; @top-left { content: element(head) } }
.head { position: running(head) } aside { float: left; width: 60pt } p { margin: 0 0 8pt }
.break { break-after: page }
"""
BREAK = "<div class=break></div>"
HEAD = "<div class=head>Head</div><aside>Beside</aside><p>One</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"{HEAD}{BREAK}<p>Two<span style='float: footnote'>Note</span></p>",
        f"{HEAD}{BREAK}<table><caption>Two</caption><tr><td>Cell</table>",
        f"{HEAD}{BREAK}<ul><li></li><li>Two</li></ul>",
        f"{HEAD}<section style='break-before: page'><aside>Two</aside><p>Text</p></section>",
    ],
)
def test_pages_hold_the_same_words(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = styled(page(body), CSS)
    ours, theirs = tmp_path / "ours.pdf", tmp_path / "word.docx"
    theirs.write_bytes(write(tree, faces(), Diagnostics()))
    ours.write_bytes(engine.paginate(tree).write_pdf())
    # The layout engine hides the machine's fonts, which LibreOffice cannot start without.
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    assert words(print_to_pdf(theirs, tmp_path / "printed")) == words(ours)


def words(pdf: Path) -> list[list[str]]:
    """The words of each page, but for numbers and bullets."""
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    pages = done.stdout.split("\f")[:-1]
    return [sorted(word for word in one.split() if word.isalpha()) for one in pages]
