"""All sixteen margin boxes on upright and lying pages, in the PDF and in LibreOffice."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.e2e.printed import Word, printed_twins, words
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

BOXES = {
    **{f"top-{place}": f"T{place[0]}" for place in ("left", "center", "right")},
    **{f"bottom-{place}": f"B{place[0]}" for place in ("left", "center", "right")},
    **{f"{side}-{place}": side[0].upper() + place[0] for side in ("left", "right")
       for place in ("top", "middle", "bottom")},
    **{f"{edge}-{side}-corner": edge[0] + side[0] for edge in ("top", "bottom")
       for side in ("left", "right")},
}  # fmt: skip
CSS = (
    "@page { size: 400pt 500pt; margin: 90pt 80pt; font: 7pt/10pt Literata; "
    + " ".join(
        f'@{box} {{ content: "{name}" counter(page) "/" counter(pages) "-" string(part) }}'
        for box, name in BOXES.items()
    )
    + "}"
    "@page wide { size: 500pt 400pt } .wide { page: wide } h2 { string-set: part content() }"
)
BODY = (
    "<div><h2>One</h2><p>Ante.</p></div><div class=wide><h2>Two</h2><p>Inter.</p></div>"
    "<div><h2>Six</h2><p>Post.</p></div>"
)
PARTS = ("One", "Two", "Six")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("margins"))


def places(pdf: Path) -> dict[str, list[Word]]:
    found = defaultdict(list)
    for word in words(pdf):
        found[word.text].append(word)
    return found


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("box", BOXES)
def test_each_box_is_on_every_page_with_its_numbers_at_its_place(
    box: str, files: dict[str, Path]
) -> None:
    ours, theirs = places(files["pdf"]), places(files["printed"])
    for page, part in enumerate(PARTS, 1):
        text = f"{BOXES[box]}{page}/3-{part}"
        (here,), (there,) = ours[text], theirs[text]
        # LibreOffice has no kerning in fields, and puts the half-leading above.
        assert there.left == pytest.approx(here.left, abs=2)
        assert there.top == pytest.approx(here.top, abs=3)
