"""MathML to Word's mathematics: what pandoc reads as TeX is in tests/e2e."""

from __future__ import annotations

import re

import pytest

from tests.editions.docx.words import Lowered, text, web
from triplicate.editions.docx import ir
from triplicate.editions.docx.package.insets import formula, ruby

X, Y, TWO = "<mi>x</mi>", "<mi>y</mi>", "<mn>2</mn>"


def read(markup: str, attributes: str = "") -> tuple[ir.Formula, Lowered]:
    found = web(f"<p>a <math {attributes}>{markup}</math>")
    (inset,) = (
        inline
        for paragraph in found.paragraphs
        for inline in paragraph.inlines
        if isinstance(inline, ir.Formula)
    )
    return inset, found


def omml(markup: str) -> str:
    """The elements of a formula without its looks."""
    written = formula(read(markup)[0])
    written = re.sub(r"<w:rPr>.*?</w:rPr>| xml:space=\"preserve\"|</?m:oMath>|m:", "", written)
    return re.sub(r"<r>(.*?)<t>(.*?)</t></r>", r"\1\2", written)


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (f"<mfrac>{X}{TWO}</mfrac>", "<f><num>x</num><den>2</den></f>"),
        (
            f'<mfrac linethickness="0">{X}{TWO}</mfrac>',
            '<f><fPr><type val="noBar"/></fPr><num>x</num><den>2</den></f>',
        ),
        (f"<msup>{X}{TWO}</msup>", "<sSup><e>x</e><sup>2</sup></sSup>"),
        (f"<msubsup>{X}{Y}{TWO}</msubsup>", "<sSubSup><e>x</e><sub>y</sub><sup>2</sup></sSubSup>"),
        (
            f"<msqrt>{X}{Y}</msqrt>",
            '<rad><radPr><degHide val="1"/></radPr><deg></deg><e>xy</e></rad>',
        ),
        (f"<mroot>{X}{TWO}</mroot>", "<rad><deg>2</deg><e>x</e></rad>"),
        (
            f"<munder><mi>lim</mi>{X}</munder>",
            '<limLow><e><rPr><sty val="p"/></rPr>lim</e><lim>x</lim></limLow>',
        ),
        (
            f"<munderover>{X}{Y}{TWO}</munderover>",
            "<limUpp><e><limLow><e>x</e><lim>y</lim></limLow></e><lim>2</lim></limUpp>",
        ),
        (
            f'<mover accent="true">{X}<mo>→</mo></mover>',
            '<acc><accPr><chr val="\u20d7"/></accPr><e>x</e></acc>',
        ),
        (f"<mover>{X}<mo>¯</mo></mover>", '<bar><barPr><pos val="top"/></barPr><e>x</e></bar>'),
        (
            f"<munder>{X}<mo>⏟</mo></munder>",
            '<groupChr><groupChrPr><chr val="⏟"/><pos val="bot"/><vertJc val="top"/></groupChrPr>'
            "<e>x</e></groupChr>",
        ),
        (
            f"<mo>(</mo>{X}<mo>)</mo>{Y}",
            '<d><dPr><begChr val="("/><endChr val=")"/></dPr><e>x</e></d>y',
        ),
        (f"<mo>(</mo>{X}", "(x"),
        (
            f'<mfenced separators=";">{X}{Y}</mfenced>',
            '<d><dPr><begChr val="("/><sepChr val=";"/><endChr val=")"/></dPr><e>x</e><e>y</e></d>',
        ),
        (
            f"<mrow><mo>|</mo>{X}<mo>|</mo></mrow>",
            '<d><dPr><begChr val="|"/><endChr val="|"/></dPr><e>x</e></d>',
        ),
        (
            f"<munder><mo>∑</mo>{X}</munder>{Y}<mo>=</mo>{TWO}",
            '<nary><naryPr><chr val="∑"/><limLoc val="undOvr"/><supHide val="1"/></naryPr>'
            "<sub>x</sub><sup></sup><e>y</e></nary>=2",
        ),
        (
            f"<msubsup><mo>∫</mo>{X}{Y}</msubsup>",
            '<nary><naryPr><chr val="∫"/><limLoc val="subSup"/></naryPr>'
            "<sub>x</sub><sup>y</sup><e>\u200b</e></nary>",
        ),
        (
            f"<mtable columnalign='left right'><mtr><mtd>{X}</mtd><mtd>{Y}</mtd></mtr>"
            f"<mtr><mtd>{TWO}</mtd></mtr></mtable>",
            '<m><mPr><plcHide val="1"/><mcs><mc><mcPr><count val="1"/><mcJc val="left"/></mcPr>'
            '</mc><mc><mcPr><count val="1"/><mcJc val="right"/></mcPr></mc></mcs></mPr>'
            "<mr><e>x</e><e>y</e></mr><mr><e>2</e><e>\u200b</e></mr></m>",
        ),
        (
            f'<menclose notation="left updiagonalstrike">{X}</menclose>',
            '<borderBox><borderBoxPr><hideTop val="1"/><hideBot val="1"/><hideRight val="1"/>'
            '<strikeBLTR val="1"/></borderBoxPr><e>x</e></borderBox>',
        ),
        (
            f"{Y}<mphantom>{X}</mphantom>",
            'y<phant><phantPr><show val="0"/></phantPr><e>x</e></phant>',
        ),
        (
            f"<mmultiscripts>{X}{Y}<none/><mprescripts/>{TWO}<none/></mmultiscripts>",
            "<sPre><sub>2</sub><sup>\u200b</sup><e><sSubSup><e>x</e><sub>y</sub><sup>\u200b</sup>"
            "</sSubSup></e></sPre>",
        ),
        (f"<semantics><mrow>{X}</mrow><annotation>tex</annotation></semantics>", "x"),
        (
            "<mi>Re</mi><mi mathvariant='bold'>b</mi><mi mathvariant='double-struck'>R</mi>",
            '<rPr><sty val="p"/></rPr>Re<rPr><sty val="b"/></rPr>b'
            '<rPr><scr val="double-struck"/><sty val="p"/></rPr>R',
        ),
        ("<mtext>if </mtext><mspace width='1em'/>", "<rPr><nor/></rPr>if <rPr><nor/></rPr>\u2003"),
        (f"<mstyle><mpadded>{X}</mpadded></mstyle><mfoo>{Y}</mfoo>", "xy"),
        ("<mfrac/>", "<f><num>\u200b</num><den>\u200b</den></f>"),
    ],
)
def test_mathml_is_words_mathematics(markup: str, written: str) -> None:
    assert omml(markup) == written


NAMED = '<func><fName><rPr><sty val="p"/></rPr>{}</fName><e>{}</e></func>'


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (f"<mi>sin</mi>{X}", NAMED.format("sin", "x")),
        (f"<mi>sin</mi><mo>\u2061</mo>{X}{Y}", NAMED.format("sin", "x") + "y"),
        (f"<mi>Re</mi>{X}", '<rPr><sty val="p"/></rPr>Rex'),
        ("<mi>sin</mi><mo>+</mo>", '<rPr><sty val="p"/></rPr>sin+'),
        (
            f"<mi>erf</mi><mo>\u2061</mo><mo>(</mo>{X}<mo>)</mo>{Y}",
            NAMED.format("erf", '<d><dPr><begChr val="("/><endChr val=")"/></dPr><e>x</e></d>')
            + "y",
        ),
        (
            f"<munder><mo>lim</mo>{Y}</munder>{X}",
            '<func><fName><limLow><e><rPr><sty val="p"/></rPr>lim</e><lim>y</lim></limLow>'
            "</fName><e>x</e></func>",
        ),
    ],
)
def test_functions_stand_apart_from_what_they_are_applied_to(markup: str, written: str) -> None:
    assert omml(markup) == written


CELL = "<mtable><mtr><mtd><mn>2</mn></mtd></mtr></mtable>"
MATRIX = (
    '<m><mPr><plcHide val="1"/><mcs><mc><mcPr><count val="1"/><mcJc val="center"/></mcPr></mc>'
    "</mcs></mPr><mr><e>2</e></mr></m>"
)


@pytest.mark.parametrize(
    ("markup", "begin", "end"),
    [
        (f"<mo>{{</mo>{CELL}", "{", ""),
        (f"<mo>{{</mo><mrow>{CELL}</mrow>", "{", ""),
        (f"{CELL}<mo>}}</mo>", "", "}"),
        (f"<mo>|</mo>{CELL}<mo>|</mo>", "|", "|"),
    ],
)
def test_a_bracket_beside_a_table_is_as_high_as_it(markup: str, begin: str, end: str) -> None:
    properties = f'<dPr><begChr val="{begin}"/><endChr val="{end}"/></dPr>'
    written = f"x+<d>{properties}<e>{MATRIX}</e></d>"
    assert omml(f"{X}<mo>+</mo>{markup}") == written


def test_a_bracket_that_does_not_stretch_beside_a_table_is_a_sign() -> None:
    assert omml(f'<mo stretchy="false">{{</mo>{CELL}') == f"{{{MATRIX}"


@pytest.mark.parametrize("markup", ["<mo>lim</mo>", "<mo>d</mo>", "<mn>F</mn>"])
def test_letters_of_operators_and_numbers_are_upright(markup: str) -> None:
    assert omml(markup).startswith('<rPr><sty val="p"/></rPr>')


def test_a_formula_of_nothing_is_nothing() -> None:
    (paragraph,) = web("<p>a <math><mrow></mrow></math>b").paragraphs
    assert text(paragraph) == "a b"


def test_a_formula_is_reported_for_its_pages_alone() -> None:
    _, found = read(f"<mfrac>{X}{TWO}</mfrac>")
    assert len(found.problems) == 1
    assert "pages show formulas as lines of text" in found.problems[0]


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<menclose notation='circle'>x</menclose>", 'notation="circle"'),
        ("<mfenced separators=';,'><mi>a</mi><mi>b</mi></mfenced>", 'separators=";,"'),
        ("<mmultiscripts><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mmultiscripts>", "with more"),
        ("<mfoo>x</mfoo>", "<mfoo>"),
    ],
)
def test_what_word_has_not_is_reported(markup: str, what: str) -> None:
    assert any(what in problem for problem in read(markup)[1].problems)


def test_a_formula_on_lines_of_its_own_is_a_paragraph_of_mathematics() -> None:
    found = web(f'<math display="block">{X}</math>')
    (inset,) = found.paragraphs[0].inlines
    assert isinstance(inset, ir.Formula)
    assert inset.display
    assert formula(inset).startswith("<m:oMathPara><m:oMath>")


def test_a_formula_looks_like_the_text_around_it() -> None:
    found = web(f"<p>a <b style='color: red'><math>{X}</math></b>")
    inset = found.paragraphs[0].inlines[-1]
    assert isinstance(inset, ir.Formula)
    written = formula(inset)
    assert 'w:ascii="Cambria Math"' in written
    assert '<w:color w:val="FF0000"/>' in written
    assert "<w:b/>" not in written


def test_letters_that_css_changes_in_formulas_are_reported() -> None:
    found = web(f"<style>math {{ font-weight: bold }}</style><p>a <math>{X}</math>")
    assert any("found font-weight on <math>" in one for one in found.problems)


def test_room_around_formulas_is_room_in_the_line() -> None:
    found = web(f"<style>math {{ margin: 0 9pt }}</style><p>a<math>{X}</math>b")
    runs = [one for one in found.paragraphs[0].inlines if isinstance(one, ir.Run)]
    assert [run.text for run in runs] == ["a", "\u00a0", "\u00a0", "b"]


def test_words_have_their_readings_above_them() -> None:
    found = web('<html lang="ja"><p>a<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>b')
    insets = [one for one in found.paragraphs[0].inlines if isinstance(one, ir.Ruby)]
    assert [(one.text, one.reading, one.size, one.reading_size) for one in insets] == [
        ("漢", "kan", 24, 12),
        ("字", "ji", 24, 12),
    ]
    assert {one.language for one in insets} == {"ja"}
    assert found.problems == []


def test_readings_may_look_otherwise_than_their_words() -> None:
    found = web(
        '<html lang="ja"><p>a<ruby>漢<rt style="color: red; font-weight: bold">kan</rt></ruby>'
    )
    (inset,) = (one for one in found.paragraphs[0].inlines if isinstance(one, ir.Ruby))
    assert inset.reading_look == ir.RunFormat(bold=True, color="FF0000")
    written = ruby(inset)
    assert written.count("FF0000") == 1
    assert written.index("FF0000") < written.index("rubyBase>")


def test_readings_of_more_than_words_stand_in_the_line_and_are_reported() -> None:
    found = web("<p><ruby>a<b>b</b><rt>c</rt></ruby>")
    assert text(found.paragraphs[0]) == "ab(c)"
    assert len(found.problems) == 1


def test_a_formula_deeper_than_programs_read_is_a_line_of_text() -> None:
    # 256 XML elements inside each other are all that libxml2 reads.
    deep = "<msqrt>" * 41 + X + "</msqrt>" * 41
    inset, found = read(deep)
    assert inset.nodes == (ir.MathText("√(" * 40 + "√x" + ")" * 40),)
    assert sum("at most 40 parts" in message for message in found.problems) == 1
    inset, _ = read(deep.removeprefix("<msqrt>").removesuffix("</msqrt>"))
    assert isinstance(inset.nodes[0], ir.MathPart)


def test_a_matrix_has_at_most_64_columns() -> None:
    row = "".join(f"<mtd><mn>{n}</mn></mtd>" for n in range(66))
    inset, found = read(f"<mtable><mtr>{row}</mtr><mtr><mtd>{X}</mtd></mtr></mtable>")
    (table,) = inset.nodes
    assert isinstance(table, ir.MathPart)
    assert dict(table.properties)["mcs"].split() == ["center"] * 64
    for _, cells in table.slots:
        assert isinstance(cells[0], ir.MathPart)
        assert len(cells[0].slots) == 64
    first = table.slots[0][1][0]
    assert isinstance(first, ir.MathPart)
    assert first.slots[-1][1] == tuple(ir.MathText(str(n)) for n in (63, 64, 65))
    assert any("at most 64 columns in formulas, found 66" in message for message in found.problems)


@pytest.mark.parametrize("display", ["flex", "grid", "table", "list-item"])
def test_a_formula_may_stand_in_an_anonymous_box(display: str) -> None:
    found = web(f"<p>a <math style='display: {display}; font-weight: bold'>{X}</math> b</p>")
    assert sum("font-weight on <math>" in message for message in found.problems) == 1
