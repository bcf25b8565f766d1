from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editions.docx.words import W, lowered, parts, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.scripts import COMPLEX, EAST_ASIAN, directed, scripts
from triplicate.editions.docx.lower.drafts import Piece

PLAIN = ir.RunFormat()


def stretches(written: str, right_to_left: bool = False) -> list[tuple[str, bool | None]]:
    found = directed([Piece(written, "", PLAIN)], right_to_left)
    return [(piece.text, piece.format.right_to_left) for piece in found]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("plain", [("plain", None)]),
        ("say שלום now", [("say ", False), ("שלום", True), (" now", False)]),
        ("שלום, עולם", [("שלום, עולם", True)]),
        ("שלום 12 עולם", [("שלום 12 עולם", True)]),
        ("see (שלום)", [("see (", False), ("שלום", True), (")", False)]),
    ],
)
def test_words_of_another_direction_are_runs_of_their_own(
    written: str, found: list[tuple[str, bool | None]]
) -> None:
    assert stretches(written) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("(1)", [("(1)", True)]),
        ("مرحبا.", [("مرحبا.", True)]),
        ("هذا Word.", [("هذا ", True), ("Word", False), (".", True)]),
    ],
)
def test_what_has_no_direction_takes_the_paragraphs(
    written: str, found: list[tuple[str, bool | None]]
) -> None:
    assert stretches(written, right_to_left=True) == found


@given(st.lists(st.text(alphabet="ab שלم12 ().中\n", max_size=8), max_size=5), st.booleans())
def test_no_character_is_lost_or_moved(written: list[str], right_to_left: bool) -> None:
    found = directed([Piece(part, "", PLAIN) for part in written], right_to_left)
    assert "".join(piece.text for piece in found) == "".join(written)


@pytest.mark.parametrize(
    ("written", "kinds"),
    [("Genève…", []), ("中文", [EAST_ASIAN]), ("مرحبا", [COMPLEX]), ("ไทย", [COMPLEX])],
)
def test_scripts_are_known_by_their_letters(written: str, kinds: list[str]) -> None:
    assert list(scripts(written)) == kinds


def test_paragraphs_from_right_to_left_say_so_in_their_styles_and_runs_by_themselves() -> None:
    found = lowered("<p>مرحبا <em>بكم</em></p>", attributes='lang="ar" dir="rtl"')
    assert found.document.base.paragraph.right_to_left is True
    (paragraph,) = found.paragraphs
    assert paragraph.format == ir.ParagraphFormat()
    turned = ir.RunFormat(right_to_left=True)
    assert [run.format for run in paragraph.inlines if isinstance(run, ir.Run)] == [turned] * 2


def test_no_style_has_a_direction_of_runs_because_word_knows_none_there() -> None:
    css = """@page { @top-left { content: 'x' } }
      nav a::after { content: target-counter(attr(href), page) }"""
    package = parts(lowered("<h2>أ</h2>", css, 'lang="ar" dir="rtl"').document)
    assert package["word/styles.xml"].find(".//{*}rtl") is None
    assert package["word/styles.xml"].find(".//{*}bidi") is not None


def test_latin_words_from_right_to_left_are_plain_runs() -> None:
    found = lowered("<p>مرحبا Word</p>", attributes='lang="ar" dir="rtl"')
    first, second = found.paragraphs[0].inlines
    assert isinstance(first, ir.Run)
    assert isinstance(second, ir.Run)
    assert (first.text, first.format) == ("مرحبا ", ir.RunFormat(right_to_left=True))
    assert (second.text, second.format) == ("Word", PLAIN)


def test_numbers_go_in_the_direction_of_their_text() -> None:
    body = "<h2><span class=number>1. </span>أ</h2><ol><li>ب</li></ol>"
    found = lowered(body, attributes='lang="ar" dir="rtl"')
    levels = [found.level(paragraph) for paragraph in found.paragraphs]
    assert [level.run.right_to_left for level in levels] == [True, True]
    plain = lowered("<ol><li>b</li></ol>")
    assert plain.level(plain.paragraphs[0]).run.right_to_left is None


def test_a_style_for_emphasis_has_no_direction() -> None:
    found = lowered("<p>x</p>", attributes='lang="ar" dir="rtl"')
    assert found.style("Emphasis").run == ir.RunFormat(italic=True)


def test_a_list_and_a_table_from_right_to_left_stand_at_the_right() -> None:
    css = "ul { padding: 0 30pt 0 0 } table { table-layout: fixed; width: 100% }"
    body = "<ul><li>مرحبا</li></ul><table><tr><td>أ</td><td>ب</td></tr></table>"
    found = lowered(body, css, 'lang="ar" dir="rtl"')
    assert found.tables[0].right_to_left
    assert found.level(found.paragraphs[0]).left == 600
    assert text(found.paragraphs[0]) == "مرحبا"


@pytest.mark.parametrize(
    ("language", "attribute", "value"),
    [
        ("zh-Hans", "eastAsia", "zh-CN"),
        ("zh-hant", "eastAsia", "zh-TW"),
        ("zh-Hant-HK", "eastAsia", "zh-HK"),
        ("EN", "val", "en-GB"),
        ("fr", "val", "fr-FR"),
        ("ar", "bidi", "ar-SA"),
        ("ja", "eastAsia", "ja-JP"),
    ],
)
def test_each_language_has_its_place(language: str, attribute: str, value: str) -> None:
    found = parts(lowered(f'<p>x <span lang="{language}">x</span></p>').document)
    languages = found["word/document.xml"].findall(".//{*}lang")
    assert [dict(one.attrib) for one in languages] == [
        {f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{attribute}": value}
    ]


def test_fonts_of_other_scripts_are_those_the_list_names_for_them() -> None:
    css = 'body { font-family: Literata, "Noto Serif CJK SC", "Noto Naskh Arabic", serif }'
    base = lowered("<p>x</p>", css).document.base.run
    fonts = (base.font, base.font_east_asian, base.font_complex)
    assert fonts == ("Literata", "Noto Serif CJK SC", "Noto Naskh Arabic")


def test_a_list_without_such_fonts_has_one_for_all() -> None:
    base = lowered("<p>x</p>").document.base.run
    assert (base.font_east_asian, base.font_complex) == ("Literata", "Literata")


def test_fonts_are_listed_when_their_script_is_written() -> None:
    css = 'body { font-family: Literata, "SimSun", serif }'
    names = [font.name for font in lowered("<p>x</p>", css).document.fonts]
    assert "SimSun" not in names
    names = [font.name for font in lowered("<p>中</p>", css).document.fonts]
    assert "SimSun" in names


def test_hyphenation_is_words_own() -> None:
    css = "body { hyphens: auto } h2 { hyphens: manual }"
    found = lowered("<h2>x</h2><p>x</p>", css)
    assert found.document.hyphenated
    assert found.style("heading 1").paragraph.hyphens is False
    package = parts(found.document)
    assert package["word/settings.xml"].find("{*}autoHyphenation").attrib == {}
    keeping = package["word/styles.xml"].xpath("//*[local-name()='suppressAutoHyphens']/../..")
    assert (f"{W}styleId", "Heading1") in [item for style in keeping for item in style.items()]


def test_text_is_not_hyphenated_unless_asked_for() -> None:
    package = parts(lowered("<h2>x</h2><p>x</p>").document)
    assert list(package["word/settings.xml"].find("{*}autoHyphenation").attrib.values()) == ["0"]
    assert package["word/styles.xml"].find(".//{*}suppressAutoHyphens") is None


@pytest.mark.parametrize(
    ("css", "kind", "shade"),
    [
        ("underline", "single", ""),
        ("underline double", "double", ""),
        ("underline wavy #aa0000", "wave", "AA0000"),
        ("underline dashed", "dash", ""),
    ],
)
def test_underlines_have_kinds_and_colours(css: str, kind: str, shade: str) -> None:
    (run,) = lowered(f'<p><span style="text-decoration: {css}">x</span></p>').paragraphs[0].inlines
    assert isinstance(run, ir.Run)
    assert run.format.underline == kind
    assert (run.format.underline_color or "") == shade


def test_numbers_of_different_widths_begin_at_one_place_from_right_to_left() -> None:
    body = '<ol style="counter-reset: list-item 8">' + "<li>א</li>" * 2 + "</ol>"
    for attributes, align in (('lang="he" dir="rtl"', "left"), ('lang="en"', "right")):
        found = lowered(body, "ol { padding: 0 30pt }", attributes)
        levels = [found.level(paragraph) for paragraph in found.paragraphs]
        assert {(level.align, level.left) for level in levels} == {(align, 600)}
        assert len({level.first_line for level in levels}) == 1


@pytest.mark.parametrize(
    ("language", "stated"), [("ja", ["0"] * 3), ("zh-TW", ["0"] * 3), ("en", [])]
)
def test_word_adds_no_space_to_east_asian_text(language: str, stated: list[str]) -> None:
    package = parts(lowered("<p>中文 text</p>", attributes=f'lang="{language}"').document)
    (normal,) = package["word/styles.xml"].xpath("//*[@*[local-name()='styleId']='Normal']")
    names = ("overflowPunct", "autoSpaceDE", "autoSpaceDN")
    found = [child.get(f"{W}val") for name in names for child in normal.iter(f"{W}{name}")]
    assert found == stated


@pytest.mark.parametrize(
    ("css", "stated"),
    [("text-align: justify", True), ("text-align: left", False)],
)
def test_lines_that_authors_end_are_not_justified(css: str, stated: bool) -> None:
    """Word would set the line before a break as wide as the others."""
    found = lowered("<p>a b<br>c</p><p>d</p>", f"p {{ {css} }}")
    assert found.document.breaks_justified is stated
    first = parts(found.document)["word/settings.xml"].find(f"{W}compat")[0]
    assert (first.tag == f"{W}doNotExpandShiftReturn") is stated


@pytest.mark.parametrize(
    ("inner", "direction", "runs"),
    [
        ('<span dir="ltr">C++ (v2)</span>', "rtl", [("אבג ", True), ("C++ (v2)", None)]),
        ('<span dir="rtl">(א) 1.</span>', "ltr", [("אבג ", True), ("(א) 1.", True)]),
        ('<b dir="ltr">x.<i dir="rtl">א!</i></b>', "rtl", [("x.", None), ("א!", True)]),
    ],
)
def test_an_element_with_a_direction_keeps_its_punctuation(
    inner: str, direction: str, runs: list[tuple[str, bool | None]]
) -> None:
    (paragraph,) = lowered(f'<p dir="{direction}">אבג {inner} אבג</p>').paragraphs
    found = [
        (run.text, run.format.right_to_left) for run in paragraph.inlines if isinstance(run, ir.Run)
    ]
    for one in runs:
        assert one in found


def test_an_element_without_letters_of_its_direction_is_not_lost() -> None:
    (paragraph,) = lowered('<p>a <span dir="rtl">1!</span> b</p>').paragraphs
    runs = [run for run in paragraph.inlines if isinstance(run, ir.Run)]
    assert [(run.text, run.format.right_to_left) for run in runs] == [
        ("a ", None),
        ("1!", True),
        (" b", None),
    ]
