from __future__ import annotations

from xml.etree import ElementTree

import pytest

from triplicate.layout.mathml import formula_losses, linear, write_formulas


def formula(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(
        f'<math xmlns="http://www.w3.org/1998/Math/MathML">{markup}</math>'
    )


X, Y, TWO = "<mi>x</mi>", "<mi>y</mi>", "<mn>2</mn>"
SUM = f"<mrow>{X}<mo>+</mo>{Y}</mrow>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<mfrac><mn>1</mn>{TWO}</mfrac>", "1/2"),
        (f"<mfrac>{SUM}{TWO}</mfrac>", "(x + y)/2"),
        (f"<msup>{X}{TWO}</msup>", "x^2"),
        (f"<msup><mrow><mo>(</mo>{SUM}<mo>)</mo></mrow>{TWO}</msup>", "(x + y)^2"),
        (f"<msub>{X}<mrow>{Y}{Y}</mrow></msub>", "x_yy"),
        (f"<msubsup>{X}{Y}{TWO}</msubsup>", "x_y^2"),
        (f"<msqrt>{X}</msqrt>", "√x"),
        (f"<msqrt>{X}<mo>+</mo>{Y}</msqrt>", "√(x + y)"),
        (f"<mroot>{X}<mn>3</mn></mroot>", "x^(1/3)"),
        (f"<munderover><mo>∑</mo>{X}{Y}</munderover>", "∑_x^y"),
        (f"<mover>{X}<mo>¯</mo></mover>", "x\u0305"),
        (f"<mfenced>{X}{Y}</mfenced>", "(x, y)"),
        (f'<mfenced open="[" close=")" separators=";">{X}{Y}</mfenced>', "[x; y)"),
        (
            f"<mtable><mtr><mtd>{X}</mtd><mtd>{Y}</mtd></mtr><mtr><mtd>{TWO}</mtd></mtr></mtable>",
            "[x, y; 2]",
        ),
        (f"<mo>−</mo>{X}<mo>=</mo>{Y}", "−x = y"),
        (f"<mi>sin</mi><mo>\u2061</mo>{X}", "sinx"),
        (f"{X}<mspace width='1em'/>{Y}", "x y"),
        ("<mtext>so  that</mtext>", "so that"),
        ("<ms>a</ms>", "“a”"),
        (f"<mmultiscripts>{X}{Y}<none/><mprescripts/>{TWO}<none/></mmultiscripts>", "_2x_y"),
        (f"<semantics>{X}<annotation>tex</annotation></semantics>", "x"),
        (f"<menclose notation='box'>{X}</menclose><mphantom>{Y}</mphantom>", "x"),
        (f"<mfoo>{X}</mfoo>", "x"),
        ("", ""),
        ("<mfrac/>", "/"),
        ("x", "x"),
    ],
)
def test_a_formula_is_a_line_of_text(markup: str, text: str) -> None:
    assert linear(formula(markup)) == text


def test_the_text_takes_the_place_of_the_formula() -> None:
    root = ElementTree.Element("p")
    root.append(formula(f"<mfrac>{X}{TWO}</mfrac>"))
    root[0].set("display", "block")
    found = write_formulas(root)
    assert (root[0].text, len(root[0])) == ("x/2", 0)
    assert "display: block" in (root[0].get("style") or "")
    assert [len(one) for one in found.values()] == [1]


def test_it_is_said_once_that_pages_show_text_and_what_is_not_known() -> None:
    root = ElementTree.Element("p")
    root.extend([formula(X), formula("<mfoo/>")])
    lost = list(formula_losses(write_formulas(root)))
    assert [one.element.tag.rpartition("}")[2] for one in lost] == ["math", "mfoo"]
    assert 'lines of text like "x"' in lost[0].message
