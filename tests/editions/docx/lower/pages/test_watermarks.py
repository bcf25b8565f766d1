from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, parts, text
from triplicate.editions.docx import ir

# A page of 600 x 800 pt with an area of 500 x 700 pt.
PAGE = "@page { size: 600pt 800pt; margin: 50pt } .m { font: bold 90pt/100pt Literata; "
TURN = "transform: rotate(-45deg)"


def marks(blocks: tuple[ir.Block, ...] | None) -> list[ir.Watermark]:
    assert blocks
    last = blocks[-1]
    assert isinstance(last, ir.Paragraph)
    return [inline for inline in last.inlines if isinstance(inline, ir.Watermark)]


def mark(css: str, body: str = "<div class=m>DRAFT</div><p>a</p>") -> ir.Watermark:
    found = lowered(body, PAGE + css)
    assert found.problems == []
    (only,) = marks(found.section.headers.default)
    return only


def middle(mark: ir.Watermark) -> tuple[float, float]:
    """Points from the page's left and top edge."""
    assert mark.middle
    return mark.middle[0] / 20, mark.middle[1] / 20


def test_words_fixed_on_every_page_are_a_watermark() -> None:
    css = """@page { size: 600pt 800pt; margin: 50pt }
      body::before { content: "DRAFT"; position: fixed; top: 40%; font: bold 90pt Literata;
        color: #ff0000; opacity: 0.2; transform: rotate(-45deg) }
    """
    found = lowered("<p>a</p>", css)
    (mark,) = marks(found.section.headers.default)
    assert (mark.text, mark.angle, mark.format.color) == ("DRAFT", -45, "FFCCCC")
    assert mark.width > 2 * mark.height
    assert found.problems == []
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a"]


@pytest.mark.parametrize(
    "css",
    [
        "position: fixed; top: 50%; left: 50%; transform: translate(-50%, -50%) rotate(-45deg) }",
        "position: fixed; inset: 0; width: 9cm; height: 100pt; margin: auto; text-align: center }",
        "position: fixed; inset: 0; display: flex; align-items: center; justify-content: center }",
        "position: fixed; top: 300pt; left: 0; right: 0; text-align: center }",
        "position: fixed; top: 300pt; width: 100%; text-align: center; transform: rotate(30deg) }",
    ],
)
def test_words_in_the_middle_of_the_page_stand_where_words_own_do(css: str) -> None:
    assert mark(css).middle is None


def test_words_stand_where_their_box_does() -> None:
    width = mark("position: fixed; top: 0; left: 0 }").width / 20
    cases = {
        "top: 0; left: 0": (50 + width / 2, 100),
        "top: 10pt; right: 20pt": (550 - 20 - width / 2, 110),
        "bottom: 0; right: 0": (550 - width / 2, 700),
        "bottom: 10%; left: 10%": (50 + 50 + width / 2, 630),
        "top: 0; left: 0; margin: 5pt; padding: 10pt": (50 + 15 + width / 2, 115),
        "top: 0; left: 0; direction: rtl": (50 + width / 2, 100),
        "top: 0; direction: rtl": (550 - width / 2, 100),
        "top: 0; left: 0; transform: translate(100%, 50%)": (50 + 1.5 * width, 150),
    }
    for css, place in cases.items():
        assert middle(mark(f"position: fixed; {css} }}")) == pytest.approx(place, abs=0.2), css


def test_words_turn_around_the_origin_of_their_box() -> None:
    css = "position: fixed; top: 0; left: 0; transform-origin: 0 0; transform: rotate(90deg) }"
    turned = mark(css)
    assert turned.angle == 90
    # What was to the right of the corner is below it now, and what was below is to its left.
    assert middle(turned) == pytest.approx((50 - 50, 50 + turned.width / 40), abs=0.2)


def test_words_that_are_scaled_are_larger() -> None:
    plain, scaled = (
        mark(f"position: fixed; top: 0; left: 0; transform: {transform} }}")
        for transform in ("none", "scale(2)")
    )
    assert (scaled.width, scaled.height) == (2 * plain.width, 2 * plain.height)


def test_a_page_may_have_several_watermarks() -> None:
    body = "<div class=m>One</div><div class=m>Two</div><p>a</p>"
    found = lowered(body, PAGE + "position: fixed; top: 0 }")
    assert [mark.text for mark in marks(found.section.headers.default)] == ["One", "Two"]
    assert found.problems == []


def test_each_section_has_its_watermarks_where_its_own_pages_want_them() -> None:
    css = (
        PAGE + "position: fixed; bottom: 0; right: 0 } @page w { size: 800pt 600pt } .w { page: w }"
    )
    found = lowered("<div class=m>X</div><p>a</p><p class=w>b</p>", css)
    upright, wide = (marks(s.headers.default)[0] for s in found.document.sections)
    assert upright.middle
    assert wide.middle
    assert (wide.middle[0] - upright.middle[0], wide.middle[1] - upright.middle[1]) == (4000, -4000)


def test_margin_boxes_that_are_turned_are_watermarks() -> None:
    css = """@page { size: 600pt 800pt; margin: 50pt;
      @left-middle { content: "SIDE"; transform: rotate(-90deg); font: 10pt/12pt Literata } }"""
    found = lowered("<p>a</p>", css)
    (only,) = marks(found.section.headers.default)
    assert (only.text, only.angle) == ("SIDE", -90)
    assert middle(only) == pytest.approx((25, 400), abs=0.1)
    assert len(found.section.headers.default or ()) == 1
    assert found.problems == []


def test_pages_may_differ_in_their_watermarks() -> None:
    css = f"""@page {{ @top-center {{ content: "A"; {TURN} }} }}
      @page :first {{ @top-center {{ content: none }} }}
      @page :left {{ @top-center {{ content: "B" }} }}"""
    headers = lowered("<p>a</p>", css).section.headers
    found = [[mark.text for mark in marks(blocks)] for blocks in headers]
    assert found == [["A"], [], ["B"]]


def test_words_that_change_from_page_to_page_are_no_watermark() -> None:
    css = f"@page {{ @top-center {{ content: counter(page); {TURN} }} }}"
    (problem,) = lowered("<p>a</p>", css).problems
    assert "expected words in margin boxes that are turned, found counters" in problem


def test_fixed_boxes_without_words_are_reported() -> None:
    found: Lowered = lowered("<div style='position: fixed'><hr></div><p>a</p>")
    assert found.problems == ["Word edition: expected words in fixed boxes, found <div>"]


@pytest.mark.parametrize("bar", ["<nav class=m>x</nav>", "<div class=m><a href=x>x</a> y</div>"])
def test_bars_of_a_page_on_the_web_are_none(bar: str) -> None:
    found = lowered(f"{bar}<p>a</p>", ".m { position: fixed; top: 0 }")
    assert marks(found.section.headers.default) == []
    (problem,) = found.problems
    assert "expected words alone in fixed boxes" in problem


def test_word_finds_the_watermark_in_every_header() -> None:
    css = ".mark { position: fixed; font-size: 80pt } @page :first { @top-left { content: 'F' } }"
    package = parts(lowered("<p>a</p><div class=mark>DRAFT</div>", css).document)
    headers = [package[f"word/header{number}.xml"] for number in (1, 2)]
    names = [h.xpath("//*[local-name()='shape']/@id") for h in headers]
    assert names == [["PowerPlusWaterMarkObject1"], ["PowerPlusWaterMarkObject2"]]
    assert headers[0].xpath("//*[local-name()='shape']/*/@string") == ["DRAFT"]


def test_a_part_defines_the_shape_of_its_watermarks_once() -> None:
    body = "<div class=m>One</div><div class=m>Two</div><p>a</p>"
    header = parts(lowered(body, PAGE + "position: fixed; top: 0 }").document)["word/header1.xml"]
    names = [node.tag.partition("}")[2] for node in header.iter() if "vml" in str(node.tag)]
    assert [names.count(name) for name in ("shapetype", "shape")] == [1, 2]


def test_a_shape_stands_at_its_left_and_top_edge() -> None:
    css = PAGE + "position: fixed; top: 0; left: 0 }"
    document = lowered("<div class=m>DRAFT</div><p>a</p>", css).document
    (shape,) = parts(document)["word/header1.xml"].xpath("//*[local-name()='shape']")
    style = dict(entry.split(":") for entry in shape.get("style").split(";"))
    assert style["margin-left"] == "50pt"
    mark = float(style["height"][:-2])
    assert 90 < mark < 150
    assert float(style["margin-top"][:-2]) == pytest.approx(100 - mark / 2, abs=0.1)
    assert "mso-position-horizontal" not in style


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        (
            "",
            "DRA<b>FT</b>",
            "words of one look in fixed boxes, found another font-weight in <div>",
        ),
        ("b { color: red }", "DRA<b>FT</b>", "another color in <div>"),
        ("b { text-decoration: overline }", "<b>DRAFT</b>", "found text-decoration on <b>"),
        ("b { letter-spacing: 2pt }", "<b>DRAFT</b>", "found letter-spacing on <b>"),
        ("b { opacity: 0.5 }", "<b>DRAFT</b>", "not translucent, found opacity on <b>"),
        ("b { background: red }", "<b>DRAFT</b>", "found background on <b>"),
        ("b { margin-right: 9pt }", "<b>DRA</b>FT", "found margin on <b>"),
        (".m { font-variant: small-caps }", "draft", "found font-variant on <div>"),
        (".m { width: 100pt }", "NOT FINAL", "words in one line in fixed boxes, found several"),
        ("", "NOT<br>FINAL", "words in one line in fixed boxes, found several"),
        ("", "<p>NOT</p><p>FINAL</p>", "words in one line in fixed boxes, found several"),
    ],
)
def test_what_watermarks_have_not_is_reported_once(css: str, body: str, expected: str) -> None:
    weight = 400 if "font-weight" in expected else 700
    rule = f".m b {{ font-weight: {weight} }}"
    sheet = f"{PAGE} position: fixed; top: 0; left: 0 }} {rule} {css}"
    (problem,) = lowered(f"<div class=m>{body}</div><p>a</p>", sheet).problems
    assert expected in problem


def test_room_around_the_words_of_a_fixed_box_moves_them() -> None:
    plain = mark("position: fixed; top: 0; left: 0 }", "<div class=m><b>X</b></div><p>a</p>")
    body = "<div class=m><p class=q><b>X</b></p></div><p>a</p>"
    moved = mark("position: fixed; top: 0; left: 0 } .q { margin: 9pt 20pt; padding: 1pt }", body)
    x, y = middle(plain)
    assert middle(moved) == pytest.approx((x + 21, y + 10), abs=0.1)


@pytest.mark.parametrize(
    "css", ["letter-spacing: 2pt", "text-decoration: underline", "background: red"]
)
def test_what_is_around_words_that_are_turned_is_reported(css: str) -> None:
    sheet = f"@page {{ @left-middle {{ content: 'x'; {TURN}; {css} }} }}"
    (problem,) = lowered("<p>a</p>", sheet).problems
    name = css.partition(":")[0]
    assert problem.endswith(f"margin boxes that are turned, found {name} on @left-middle")


def test_turned_words_are_in_capitals_where_css_has_them() -> None:
    css = f"@page {{ @left-middle {{ content: 'side'; text-transform: uppercase; {TURN} }} }}"
    (only,) = marks(lowered("<p>a</p>", css).section.headers.default)
    assert only.text == "SIDE"


def test_the_margins_of_a_turned_margin_box_move_it() -> None:
    css = """@page { size: 600pt 800pt; margin: 50pt; @left-middle { content: "SIDE";
      transform: rotate(-90deg); font: 10pt/12pt Literata; margin: 30pt 10pt 0 0 } }"""
    (only,) = marks(lowered("<p>a</p>", css).section.headers.default)
    assert middle(only) == pytest.approx((20, 415), abs=0.1)
