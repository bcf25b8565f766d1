"""Word files under an editor's hands: Return, new headings, rows, notes, captions; and saved again.

LibreOffice does it by its own commands (``tests/e2e/writer/editing.py``); python-docx reads what it
saves. LibreOffice leaves the line above a new row to the row above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from tests.e2e.libreoffice import drive
from tests.houses import make

HOUSES = ("economic", "legal", "manual", "meeting")
NAMES = (*HOUSES, "seed")
ADDED = "Added"
PARTS = r"word/(document|footnotes|endnotes|header\d+|footer\d+)\.xml"
# The numbers of headings after one was added, by style.
HEADINGS = {
    "economic": {
        "Heading 1": "1 2 3 4 5",
        "Heading 2": "1.1 1.2 1.3 3.1 3.2 4.1 4.2 5.1 5.2",
    },
    "legal": {"Heading 2": " ".join(f"Article {number}." for number in range(1, 14))},
    "manual": {"Heading 1": "1. 2. 3. 4. 5. 6.", "Heading 2": ""},
    "meeting": {
        "Heading 1": "I. II. III. IV. V. VI.",
        "Heading 2": "A. B. C. D. A. B. C.",
        "Heading 3": "1. 2. 3. 1. 2. 1. 2.",
    },
    "seed": {"Heading 1": "A. B. C. D.", "Heading 2": "1. 2. 3. 4. 5. 6."},
}
# The numbers of the third items of lists, after those of the second.
THIRD = {"": "", "2.": "3.", "(b)": "(c)", "(ii)": "(iii)"}
# Paragraphs of LibreOffice's own, and one that it does not need.
OWN = {"Normal", "After Table"}

pytestmark = [pytest.mark.e2e, pytest.mark.libreoffice, pytest.mark.uno]


@pytest.fixture(scope="module")
def documents(
    editions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Word files by name."""
    folder = tmp_path_factory.mktemp("editing")
    paths = {name: make(name, folder).files["docx"] for name in HOUSES}
    return {**paths, "seed": editions["docx"]}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where the edited documents are."""
    folder = tmp_path_factory.mktemp("saved")
    return {name: folder / f"{name}.docx" for name in NAMES}


@pytest.fixture(scope="module")
def edits(documents: dict[str, Path], saved: dict[str, Path]) -> dict[str, Any]:
    """What each edit did, by document."""
    orders = [["edit", str(documents[name]), str(saved[name])] for name in NAMES]
    return dict(zip(NAMES, drive(orders, saved["seed"].parent), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_return_begins_a_paragraph_that_looks_and_counts_like_its_neighbours(
    name: str, edits: dict[str, Any]
) -> None:
    returns = edits[name]["returns"]
    assert len(returns) > 4
    for style, found in returns.items():
        assert found["new"] == found["above"], style
        first, second = found["old"]
        assert found["numbers"][:2] == [first, second], style
        assert found["numbers"][2] == THIRD[second], style


@pytest.mark.parametrize("name", NAMES)
def test_a_heading_that_is_added_counts_and_looks_like_the_others(
    name: str, edits: dict[str, Any]
) -> None:
    headings = edits[name]["headings"]
    numbers = {style: " ".join(found["numbers"]).strip() for style, found in headings.items()}
    assert numbers == HEADINGS[name]
    for style, found in headings.items():
        wanted, new = found["looks"]
        assert new == wanted, style


@pytest.mark.parametrize("name", NAMES)
def test_text_after_a_heading_is_body_text_without_the_indents_of_its_number(
    name: str, edits: dict[str, Any]
) -> None:
    for found in edits[name]["headings"].values():
        assert found["after"]["ParaStyleName"] == "Text body"
        assert found["after"]["ParaFirstLineIndent"] == 0


@pytest.mark.parametrize("name", ["economic", "manual", "meeting", "seed"])
def test_a_row_that_is_added_looks_like_the_one_above(name: str, edits: dict[str, Any]) -> None:
    tables = edits[name]["rows"]
    assert tables
    for table in tables:
        before, after = table["rows"]
        assert after == before + 1
        for above, new in zip(table["above"], table["new"], strict=True):
            fill, align, (_, *lines), look = above
            assert new == [fill, align, [[0, 0], *lines], look]


def test_a_note_that_is_added_counts_and_looks_like_the_others(edits: dict[str, Any]) -> None:
    found = edits["meeting"]["note"]
    assert len(found["numbers"]) == len(found["old"]) + 1
    assert found["numbers"] == [str(number) for number in range(1, len(found["numbers"]) + 1)]
    new, next_one = found["looks"]
    assert new == next_one


def test_a_caption_that_is_pasted_is_counted(edits: dict[str, Any]) -> None:
    old, new = edits["economic"]["captions"]
    assert new[0] == old[0] == "Table 1. Gross domestic product"
    assert new[1] == "Table 2. Gross domestic product"
    for kind in ("Table", "Figure"):
        numbers = [re.findall(r"\d+", one)[0] for one in new if one.startswith(kind)]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_styles_of_paragraphs_are_what_they_were_after_saving(
    name: str, edits: dict[str, Any], documents: dict[str, Path], saved: dict[str, Path]
) -> None:
    old, new = (docx.Document(str(paths[name])) for paths in (documents, saved))
    added = Counter(styles_of(new, lambda text: text == ADDED))
    assert added["Body Text"] >= len(edits[name]["headings"])
    pasted = {"Caption First"} if edits[name]["captions"][0] else set()
    more = Counter(styles_of(new)) - added - Counter(styles_of(old))
    assert set(more) <= OWN | pasted
    assert set(Counter(styles_of(old)) - Counter(styles_of(new))) <= OWN
    rows = [len(table.rows) for table in old.tables]
    assert [len(table.rows) for table in new.tables] == [n + 1 if n > 2 else n for n in rows]


def styles_of(document: Any, wanted: Callable[[str], bool] = bool) -> Iterator[str]:
    """The styles of paragraphs with some text."""
    return (one.style.name for one in document.paragraphs if wanted(one.text))


@pytest.mark.parametrize("name", NAMES)
def test_fields_links_and_notes_are_alive_after_saving(
    name: str, edits: dict[str, Any], documents: dict[str, Path], saved: dict[str, Path]
) -> None:
    assert edits
    old, new = (alive(paths[name]) for paths in (documents, saved))
    # The entries of a contents list are links with a number, whose field LibreOffice leaves out.
    kept = {code: count for code, count in old.items() if code != "PAGEREF"}
    for code, count in kept.items():
        assert new[code] >= count, code
    assert new["footnoteReference"] == old["footnoteReference"] + 1


def alive(path: Path) -> Counter[str]:
    """How often fields, by their names, links, bookmarks and calls of notes occur."""
    with ZipFile(path) as package:
        names = [name for name in package.namelist() if re.fullmatch(PARTS, name)]
        text = "".join(package.read(name).decode() for name in names)
    codes = re.findall(r"<w:instrText[^>]*>\s*([A-Z]+)", text)
    codes += re.findall(r'w:instr="\s*([A-Z]+)', text)
    return Counter(codes + re.findall(r"<w:(hyperlink|bookmarkStart|\w+noteReference)\b", text))
