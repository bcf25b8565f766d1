"""The Word edition of the report in ``data/``: what a reviewer would look for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import triplicate
from tests.editions.docx.words import W, opened

REPORT = Path(__file__).parents[3] / "data" / "csr-roundtable-2011"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    built = triplicate.build(REPORT, tmp_path_factory.mktemp("word"), editions=["docx"])
    assert not list(built.diagnostics)
    return opened(built.files["docx"].read_bytes())


@pytest.fixture(scope="module")
def body(package: dict[str, Any]) -> Any:
    return package["word/document.xml"]


def test_hardly_anything_is_formatted_by_hand(body: Any) -> None:
    runs, paragraphs = list(body.iter(f"{W}r")), list(body.iter(f"{W}p"))
    by_hand = [run for run in runs if run.xpath("*[local-name()='rPr']/*[local-name()!='rStyle']")]
    assert len(by_hand) <= 0.02 * len(runs)
    by_hand = [p for p in paragraphs if p.xpath("*[local-name()='pPr']/*[local-name()!='pStyle']")]
    assert len(by_hand) <= 0.05 * len(paragraphs)


def test_styles_are_few_and_the_theme_names_its_own(body: Any) -> None:
    names = {
        e.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for e in body.iter(f"{W}{tag}")
    }
    assert len(names) <= 40
    assert {"Kind", "Title", "Date", "Venue", "Lead", "Heading1", "Heading2", "Heading3"} <= names
    assert "ReportTable" in names


def test_no_paragraph_is_empty_but_the_one_after_the_table(body: Any) -> None:
    empty = [p for p in body.iter(f"{W}p") if not "".join(p.itertext())]
    assert [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in empty] == ["AfterTable"]


def test_every_block_has_a_bookmark(body: Any) -> None:
    for block in body.find(f"{W}body"):
        if block.tag in (f"{W}p", f"{W}tbl") and "".join(block.itertext()):
            assert block.find(f".//{W}bookmarkStart") is not None


def test_numbers_are_not_text(body: Any) -> None:
    headings = ["".join(p.itertext()) for p in body.iter(f"{W}p") if "Heading" in style(p)]
    assert "Summary of substantive discussions:" in headings
    assert "Scaling up and making CSR programmes more sustainable" in headings


def test_lines_grow_with_pictures_that_editors_put_into_the_text(package: dict[str, Any]) -> None:
    """Word cuts off what is higher than a line of an exact height."""
    styles = package["word/styles.xml"].iter(f"{W}style")
    exact = [
        one.find(f"{W}name").get(f"{W}val")
        for one in styles
        if one.xpath("*/*[@*[local-name()='lineRule']='exact']")
    ]
    assert exact == ["Title", "After Table"]
    assert not package["word/document.xml"].xpath("//*[@*[local-name()='lineRule']='exact']")


def style(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
