"""What stands beside the text, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

CSS = """
.right { float: right; width: 120pt; margin: 0 0 6pt 12pt }
.left { float: left; width: 30%; margin: 0 12pt 6pt 0 }
.fitting { float: right; margin-left: 8pt }
.box { border: 1pt solid #990000; background: #ffeeee; padding: 4pt 6pt }
.held { overflow: hidden }
h2 { clear: both; font-size: 12pt; margin: 14pt 0 6pt }
table { border-collapse: collapse } td, th { border: 0.5pt solid #888888; padding: 2pt 4pt }
"""
# Each word stands once, so that it can be found again.
NUMBERS = [f"{letter}{number:02}" for letter in "abcdefghijklm" for number in range(48)]
TEXTS = [" ".join(NUMBERS[start : start + 48]) for start in range(0, len(NUMBERS), 48)]
TABLE = "<table class='{}'><tr><th>{}one</th><th>{}two</th></tr><tr><td>{}x</td><td>y{}</td></tr>"
BODY = f"""
<p>Before.</p><aside class="right"><p>Aside of paragraphs, longer.</p><p>Second.</p></aside>
<p>{TEXTS[0]}</p><aside class="left box"><p>Boxed words</p><ul><li>item</li></ul></aside>
<p>{TEXTS[1]}</p>{TABLE.format("right", *"PPPP")}</table><p>{TEXTS[2]}</p>
<aside class="left"><p>Around</p>{TABLE.format("", *"QQQQ")}</table></aside><p>{TEXTS[3]}</p>
<p>Inline <span class="fitting">pulled aside</span> {TEXTS[4]}</p>
<aside class="right"><p>Tall as it is, it goes on far below the line beside it, which is short.</p>
</aside><p>{TEXTS[5][:11]}</p><h2>Cleared</h2><p>{TEXTS[6][:20]}</p><h2>Unmoved</h2>
<div class="held"><aside class="right"><p>Held by its box, it goes on far below the words.</p>
</aside><p>{TEXTS[7][:11]}</p></div><p>{TEXTS[7][12:32]}</p>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("floats"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    assert moved_words(files, left=1.5, above=0, below=5) == []
