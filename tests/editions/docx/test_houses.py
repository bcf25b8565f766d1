"""House documents as Word files: what makes Word offer a repair, and what editors look for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import triplicate
from tests.editions.docx.lint import RULES, faults
from tests.editions.docx.words import W, opened
from tests.houses import NAMES, House, make
from triplicate.theme import built_in

# The most runs and paragraphs of a hundred that are formatted by hand. Numbers of items, places of
# decimals and languages always are, and so is the direction of runs, which no style has.
BY_HAND = {
    "economic": (0.5, 3.2),
    "hebrew": (0, 0),
    "japanese": (0, 0),
    "legal": (0, 1.2),
    "manual": (0, 3.4),
    "meeting": (0.8, 2.5),
    "minutes": (0.7, 3.9),
    "word": (0, 0),
}
BY_STYLE = ("numPr", "lang", "tabs", "keepNext", "rtl")
MOST_STYLES = 40
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "word.html"


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, House]:
    folder = tmp_path_factory.mktemp("houses")
    return {name: make(name, folder) for name in NAMES}


@pytest.fixture(scope="module")
def packages(houses: dict[str, House]) -> dict[str, dict[str, Any]]:
    found = {name: opened(house.files["docx"].read_bytes()) for name, house in houses.items()}
    fonts = built_in() / EXAMPLE.name  # beside which its fonts are
    word = triplicate.html_to_docx(EXAMPLE.read_bytes(), base_url=fonts, machine_fonts=False)
    return found | {"word": opened(word)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_makes_word_offer_a_repair(name: str, packages: dict[str, dict[str, Any]]) -> None:
    assert faults(packages[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_word_can_do_all_that_they_ask_for(name: str, houses: dict[str, House]) -> None:
    assert [p for p in houses[name].problems if p.startswith("Word")] == []


@pytest.mark.parametrize("name", BY_HAND)
def test_hardly_anything_is_formatted_by_hand(
    name: str, packages: dict[str, dict[str, Any]]
) -> None:
    body = packages[name]["word/document.xml"]
    shares = tuple(share(body, tag, style) for tag, style in (("r", "rStyle"), ("p", "pStyle")))
    assert all(found <= most for found, most in zip(shares, BY_HAND[name], strict=True)), shares


def share(body: Any, tag: str, style: str) -> float:
    """How many of a hundred runs or paragraphs state more than their style and `BY_STYLE`."""
    elements = list(body.iter(f"{W}{tag}"))
    usual = {f"{W}{name}" for name in (style, "sectPr", "pPr", "rPr", *BY_STYLE)}
    own = [
        element
        for element in elements
        if any(child.tag not in usual for child in stated(element, tag))
    ]
    return round(100 * len(own) / len(elements), 1)


def stated(element: Any, tag: str) -> list[Any]:
    found = element.find(f"{W}{tag}Pr")
    return [] if found is None else list(found)


@pytest.mark.parametrize("name", BY_HAND)
def test_styles_are_few_and_stand_on_those_of_their_roles(
    name: str, packages: dict[str, dict[str, Any]]
) -> None:
    parts = packages[name]["word/document.xml"], packages[name]["word/styles.xml"]
    tags = [f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle")]
    used = {element.get(f"{W}val") for element in parts[0].iter(*tags)}
    assert len(used) <= MOST_STYLES
    bases = {
        style.get(f"{W}styleId"): base.get(f"{W}val")
        for style in parts[1].iter(f"{W}style")
        if (base := style.find(f"{W}basedOn")) is not None
    }
    for style, base in bases.items():
        assert base in ("Normal", "DefaultParagraphFont", "TableNormal") or style.startswith(base)


def test_stripes_below_two_header_rows_are_those_of_the_style(
    packages: dict[str, dict[str, Any]],
) -> None:
    cells = list(packages["economic"]["word/document.xml"].iter(f"{W}tc"))
    filled = [cell for cell in cells if cell.find(f"{W}tcPr/{W}shd") is not None]
    assert len(cells) > 300
    assert len(filled) < 0.1 * len(cells)


def test_cells_of_a_class_have_styles_of_their_own(packages: dict[str, dict[str, Any]]) -> None:
    styles = packages["economic"]["word/styles.xml"]
    bases = {
        style.get(f"{W}styleId"): style.find(f"{W}basedOn").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}basedOn") is not None
    }
    assert bases["TableTextData"] == "TableText"
    assert bases["TableHeadingData"] == "TableHeading"


BODY, STYLES = "word/document.xml", "word/styles.xml"
# A rule, the part that breaks it, what is replaced in it and by what.
DEFECTS = [
    (
        "relationships_lead_somewhere",
        "word/_rels/document.xml.rels",
        "styles.xml",
        "lost.xml",
    ),
    (
        "ids_of_relationships_exist",
        BODY,
        'r:id="rId6"',
        'r:id="rId99"',
    ),
    (
        "every_part_is_reached",
        "word/_rels/document.xml.rels",
        "styles.xml",
        "theme/theme1.xml",
    ),
    (
        "every_part_has_a_type",
        "[Content_Types].xml",
        "/word/styles.xml",
        "/word/lost.xml",
    ),
    (
        "ignorable_prefixes_are_declared",
        BODY,
        'Ignorable="w14',
        'Ignorable="w99',
    ),
    (
        "newer_markup_can_be_ignored",
        STYLES,
        'mc:Ignorable="w14"',
        'mc:Ignorable=""',
    ),
    (
        "spaces_are_kept",
        BODY,
        'w:t xml:space="preserve"> ',
        "w:t> ",
    ),
    (
        "cells_and_stories_end_in_a_paragraph",
        "word/header1.xml",
        "</w:p></w:hdr>",
        "</w:p><w:tbl/></w:hdr>",
    ),
    (
        "rows_fill_their_grid",
        BODY,
        "<w:gridCol ",
        '<w:gridCol w:w="1"/><w:gridCol ',
    ),
    (
        "fields_begin_and_end",
        BODY,
        'fldCharType="end"',
        'fldCharType="separate"',
    ),
    (
        "instructions_are_inside_fields",
        BODY,
        'fldCharType="begin"',
        'fldCharType="end"',
    ),
    (
        "bookmarks_pair",
        BODY,
        '<w:bookmarkEnd w:id="1"/>',
        "",
    ),
    (
        "links_and_fields_find_their_bookmarks",
        BODY,
        'w:anchor="',
        'w:anchor="no',
    ),
    (
        "drawings_have_ids_of_their_own",
        BODY,
        'docPr id="',
        'docPr id="-',
    ),
    (
        "numbers_are_whole",
        BODY,
        'w:tcW w:w="',
        'w:tcW w:w="1.',
    ),
    (
        "notes_are_called_once",
        BODY,
        '<w:endnoteReference w:id="1"/>',
        "",
    ),
    (
        "sections_name_their_headers",
        BODY,
        "</w:sectPr></w:body>",
        "</w:sectPr><w:p/></w:body>",
    ),
    (
        "styles_have_ids_and_names_of_their_own",
        STYLES,
        'styleId="Lead"',
        'styleId="Title"',
    ),
    (
        "styles_exist_and_fit",
        BODY,
        'pStyle w:val="Source"',
        'pStyle w:val="Spring"',
    ),
    (
        "styles_stand_on_no_circle",
        STYLES,
        'basedOn w:val="TableText"',
        'basedOn w:val="TableTextData"',
    ),
    (
        "numbers_exist",
        BODY,
        'numId w:val="',
        'numId w:val="99',
    ),
    (
        "headings_are_numbered_by_their_styles",
        "word/numbering.xml",
        'w:pStyle w:val="Heading1"',
        'w:pStyle w:val="Title"',
    ),
    (
        "numbered_styles_have_a_level",
        "word/numbering.xml",
        '<w:pStyle w:val="ListNumber"/>',
        "",
    ),
    (
        "no_empty_paragraph_makes_room",
        BODY,
        "<w:body>",
        '<w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>',
    ),
]


@pytest.mark.parametrize(("rule", "part", "good", "bad"), DEFECTS, ids=[d[0] for d in DEFECTS])
def test_the_rule_sees_a_planted_defect(
    rule: str, part: str, good: str, bad: str, houses: dict[str, House]
) -> None:
    package = opened(planted(houses["economic"].files["docx"], part, good, bad))
    assert list(RULES[rule](package))


def planted(docx: Path, part: str, good: str, bad: str) -> bytes:
    """The file with the first ``good`` of one part as ``bad``."""
    from io import BytesIO
    from zipfile import ZipFile

    data = BytesIO()
    with ZipFile(docx) as package, ZipFile(data, "w") as mutant:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                text = content.decode()
                assert good in text
                content = text.replace(good, bad, 1).encode()
            mutant.writestr(name, content)
    return data.getvalue()
