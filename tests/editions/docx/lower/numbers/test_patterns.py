from __future__ import annotations

from pathlib import Path

import triplicate
from tests.editions.docx.lower.numbers.test_headings import heading, shown
from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.patterns import Heading, find_patterns, foreign


def numbered(*numbers: tuple[str, str]) -> Lowered:
    return lowered("".join(heading(*pair) for pair in numbers))


APPENDIX = [
    ("h2", "1"),
    ("h3", "1.1"),
    ("h2", "2"),
    ("h2", "Appendix A:"),
    ("h3", "A.1"),
    ("h3", "A.2"),
    ("h2", "Appendix B:"),
    ("h3", "B.1"),
]


def test_appendices_are_a_list_of_their_own() -> None:
    found = numbered(*APPENDIX)
    assert shown(found) == [number for _, number in APPENDIX]
    assert all(text(paragraph) == "Title" for paragraph in found.paragraphs)
    levels = [found.level(paragraph) for paragraph in found.paragraphs]
    assert [levels[3].text, levels[4].text] == ["Appendix %1:", "%1.%2"]
    instances = {found.number(paragraph).instance for paragraph in found.paragraphs[3:]}
    assert len(instances) == 1
    assert {level.style for level in levels[3:]} == {""}
    assert all(paragraph.number is None for paragraph in found.paragraphs[:3])
    assert found.problems == []


def test_what_follows_an_appendix_goes_on_in_the_first_list() -> None:
    numbers = [("h2", "1."), ("h2", "2."), ("h2", "A)"), ("h3", "A.1"), ("h2", "3.")]
    found = numbered(*numbers)
    assert shown(found) == [number for _, number in numbers]
    assert found.paragraphs[-1].number is None


def test_parts_may_count_in_many_ways() -> None:
    numbers = [
        ("h2", "1."),
        ("h2", "2."),
        ("h2", "A)"),
        ("h2", "B)"),
        ("h2", "[i]"),
        ("h2", "[ii]"),
    ]
    found = numbered(*numbers)
    assert shown(found) == [number for _, number in numbers]


def test_a_part_ends_with_a_heading_above_that_fits() -> None:
    headings = [
        Heading(0, "1"),
        Heading(1, "1.1"),
        Heading(1, "x"),
        Heading(2, ""),
        Heading(0, "2"),
    ]
    patterns = find_patterns(headings)
    assert foreign(headings, patterns) == [False, False, True, True, False]


LEGAL = [("h2", "I."), ("h3", "1.1"), ("h2", "II."), ("h3", "2.1"), ("h3", "2.2"), ("h4", "2.2.1")]


def test_figures_below_roman_numbers_are_legal_ones() -> None:
    found = numbered(*LEGAL)
    assert shown(found) == [number for _, number in LEGAL]
    levels = [found.level(paragraph) for paragraph in found.paragraphs]
    assert [level.legal for level in levels] == [False, True, False, True, True, True]
    assert levels[5].text == "%1.%2.%3"
    assert all(paragraph.number is None for paragraph in found.paragraphs)
    styles = {p.style: found.number(p) for p in found.paragraphs}
    instances = [found.document.instances[number.instance - 1] for number in styles.values()]
    assert [instance.figures for instance in instances] == [False, True, True]
    assert len({instance.numbering for instance in instances}) == 1


def test_the_instance_of_legal_levels_shows_figures_above_them() -> None:
    root = parts(numbered(*LEGAL).document)["word/numbering.xml"]
    (override,) = root.iter(f"{W}lvlOverride")
    assert override.get(f"{W}ilvl") == "0"
    (level,) = override
    assert level.find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert level.find(f"{W}lvlText").get(f"{W}val") == "%1."
    assert level.find(f"{W}pStyle") is None
    assert len(list(root.iter(f"{W}isLgl"))) == 2


def test_letters_below_figures_are_not_legal_ones() -> None:
    """Word would write the letter in figures, too."""
    found = numbered(("h2", "I."), ("h3", "1.a"), ("h2", "II."), ("h3", "2.a"), ("h3", "2.b"))
    assert not any(level.legal for levels in found.document.numberings for level in levels)


def test_letters_above_are_named_as_they_are() -> None:
    found = numbered(("h2", "A."), ("h3", "A.1."), ("h2", "B."), ("h3", "B.1."))
    level = found.level(found.paragraphs[1])
    assert (level.text, level.legal) == ("%1.%2.", False)
    assert isinstance(level, ir.Level)


def test_a_number_that_is_text_is_reported_at_its_rule(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><title>T</title><style>h2 { counter-increment: a }\n"
        "h2::before { content: counter(a, lower-greek) }</style><h2>One</h2><h2>Two</h2>",
        encoding="utf-8",
    )
    said = Diagnostics()
    triplicate.html_to_docx(page.read_bytes(), base_url=page, diagnostics=said)
    (problem,) = (item for item in said if item.rule == "word-number")
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (2, 14)


def test_lists_that_attributes_number_are_reported_at_their_elements(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    lists = "<ol reversed><li>x</li><li>y</li></ol>\n"
    lists += '<ol style="list-style-type: thai"><li>x</li><li>y</li></ol>'
    page.write_text(f"<!doctype html>\n<title>T</title>\n{lists}", encoding="utf-8")
    said = Diagnostics()
    triplicate.html_to_docx(page.read_bytes(), base_url=page, diagnostics=said)
    assert {item.rule: item.span.line for item in said if item.span} == {
        "word-list-reversed": 3,
        "word-number": 4,
    }
