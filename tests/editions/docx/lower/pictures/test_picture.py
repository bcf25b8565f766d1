from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from tests.editions.docx.words import lowered, parts, text
from triplicate.editions.docx import ir

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LIMITED = "img { max-width: 100% }"


def image(width: int, height: int, form: str = "png") -> str:
    """The address of a picture of a size."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, form)
    return f"data:image/{form};base64,{b64encode(buffer.getvalue()).decode()}"


def pictures(body: str, css: str = "") -> list[ir.Picture]:
    found = []
    for paragraph in lowered(body, css).paragraphs:
        found += [inline for inline in paragraph.inlines if isinstance(inline, ir.Picture)]
    return found


def test_a_picture_in_a_line_stands_between_its_words() -> None:
    found = lowered(f'<p>See <img alt="a dot" src="{image(20, 10)}"> here</p>')
    before, picture, after = found.paragraphs[0].inlines
    assert before == ir.Run("See ")
    assert isinstance(picture, ir.Picture)
    assert (picture.width, picture.height, picture.text) == (300, 150, "a dot")
    assert after == ir.Run(" here")
    assert found.problems == []


@pytest.mark.parametrize(
    ("css", "size"),
    [
        ("width: 100pt", (2000, 1000)),
        ("height: 100pt", (4000, 2000)),
        ("width: 50%", (4000, 2000)),
        ("width: 30pt; height: 40pt", (600, 800)),
        ("min-width: 200pt", (4000, 2000)),
        ("max-height: 5pt", (200, 100)),
        ("width: 60pt; box-sizing: border-box; padding: 0 10pt", (1200, 400)),
    ],
)
def test_sizes_are_those_of_the_pdf(css: str, size: tuple[int, int]) -> None:
    (picture,) = pictures(f'<p><img alt="x" src="{image(20, 10)}" style="{css}"></p>')
    assert (picture.width, picture.height) == size


def test_a_picture_wider_than_the_text_is_as_wide_as_the_style_sheet_lets_it() -> None:
    (picture,) = pictures(f'<p><img alt="x" src="{image(2000, 100)}"></p>', LIMITED)
    assert (picture.width, picture.height) == (8000, 400)


def test_a_picture_larger_than_word_takes_is_made_smaller_and_reported() -> None:
    found = lowered(f'<p><img alt="x" src="{image(9, 3)}" style="width: 30in"></p>')
    (picture,) = found.paragraphs[0].inlines
    assert isinstance(picture, ir.Picture)
    assert (picture.width, picture.height) == (22 * 1440, 22 * 480)
    assert found.problems == [
        "Word edition: expected pictures of at most 22 inches, found 30 on <img>"
    ]


def test_the_same_file_is_in_the_document_once() -> None:
    one, two = image(3, 3), image(4, 4)
    body = f'<p><img alt="" src="{one}"><img alt="" src="{two}"><img alt="" src="{one}"></p>'
    document = lowered(body).document
    assert [file.kind for file in document.images] == ["png", "png"]
    assert [picture.image for picture in pictures(body)] == [0, 1, 0]


def test_jpeg_stays_jpeg() -> None:
    document = lowered(f'<p><img alt="" src="{image(3, 3, "jpeg")}"></p>').document
    assert document.images[0].kind == "jpeg"
    assert document.images[0].data.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("attributes", "said", "decorative"),
    [
        ('alt="A map"', "A map", False),
        ('alt="A\n  map"', "A map", False),
        ('alt=""', "", True),
        ('alt="x" aria-hidden="true"', "", True),
        ('alt="x" role="presentation"', "", True),
        ('alt="x" aria-label="y"', "y", False),
    ],
)
def test_what_is_said_of_a_picture(attributes: str, said: str, decorative: bool) -> None:
    (picture,) = pictures(f'<p><img {attributes} src="{image(3, 3)}"></p>')
    assert (picture.text, picture.decorative) == (said, decorative)


def test_a_picture_of_which_nothing_is_said_is_reported() -> None:
    found = lowered(f'<p><img src="{image(3, 3)}"></p>')
    assert found.problems == [
        "Word edition: expected a text for those who do not see it, found <img> without one"
    ]


def test_a_drawing_says_its_title_and_has_a_picture_for_old_readers() -> None:
    svg = '<svg width="20" height="10"><title>A bar</title><rect width="9" height="9"/></svg>'
    found = lowered(f"<p>{svg} after</p>")
    picture = found.paragraphs[0].inlines[0]
    assert isinstance(picture, ir.Picture)
    assert (picture.width, picture.height, picture.text) == (300, 150, "A bar")
    (file,) = found.document.images
    assert file.data.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert file.data.endswith(b"</svg>")
    with Image.open(BytesIO(file.fall_back)) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (60, 30))


def test_an_svg_in_html_loses_what_xml_would_not_read() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="9" height="9" ink:label="x" role="img" aria-label="Two bars"><ink:grid/>'
        '<rect id="a" width="2" height="9"/><use xlink:href="#a" x="4"/></svg>'
    )
    found = lowered(f"<p>{svg}</p>")
    (image,) = found.document.images
    assert image.data == (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        b'width="9" height="9" role="img" aria-label="Two bars">'
        b'<rect id="a" width="2" height="9" /><use xlink:href="#a" x="4" /></svg>'
    )
    drawn = Image.open(BytesIO(image.fall_back))
    shares = (0.1, 0.3, 0.6)  # a bar, nothing, the other bar
    alphas = [drawn.getpixel((int(drawn.width * share), drawn.height // 2)) for share in shares]
    assert [pixel[-1] for pixel in alphas if isinstance(pixel, tuple)] == [255, 0, 255]
    assert found.problems == []


def test_a_drawing_may_not_show_other_files() -> None:
    svg = '<svg width="9" height="9"><title>x</title><image href="file:///etc/motd"/></svg>'
    found = lowered(f"<p>{svg}</p>")
    assert b"motd" not in found.document.images[0].data
    assert "expected an SVG that holds all it shows" in found.problems[0]


def test_lines_grow_with_their_pictures() -> None:
    found = lowered(f'<p style="line-height: 5pt"><img alt="" src="{image(9, 90)}"></p>')
    assert found.paragraphs[0].format.line == ir.Line(100, "atLeast")


def test_a_block_picture_is_a_paragraph_of_its_own_style() -> None:
    css = "img { display: block; margin: 9pt auto }"
    found = lowered(f'<p>a</p><img alt="" id="i" src="{image(9, 9)}"><p>b</p>', css)
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a", "", "b"]
    figure = found.paragraphs[1]
    assert (figure.style, figure.bookmarks) == ("Figure", ("i",))
    look = ir.overlay(found.style("Figure").paragraph, figure.format)
    assert (look.align, look.before, look.after) == ("center", 180, 180)


def test_a_block_picture_has_no_room_for_letters_below_it() -> None:
    (picture,) = pictures(f'<img alt="" src="{image(9, 9)}" style="display: block">')
    assert picture.format.position is not None
    assert -6 <= picture.format.position <= -4


def test_a_generated_picture_alone_in_a_flex_container_is_a_paragraph() -> None:
    css = f"p {{ display: flex }} p::before {{ content: url({image(9, 9)}) }}"
    (picture,) = pictures("<p></p>", css)
    assert (picture.width, picture.height) == (135, 135)


@pytest.mark.parametrize("css", ["margin: 9pt 0", "margin-left: 1px"])
def test_room_around_a_picture_in_a_line_is_reported(css: str) -> None:
    found = lowered(f'<p>a <img alt="" src="{image(9, 9)}"></p>', f"img {{ {css} }}")
    (problem,) = found.problems
    assert "expected pictures in a line without room around them, found" in problem


def test_room_beside_a_picture_in_a_line_is_a_space() -> None:
    found = lowered(f'<p>a<img alt="" src="{image(9, 9)}">b</p>', "img { margin: 0 9pt }")
    assert found.problems == []
    before, _, after = found.paragraphs[0].inlines[1:4]
    for run in (before, after):
        assert isinstance(run, ir.Run)
        assert (run.text, run.format.spacing) == ("\u00a0", 140)


@pytest.mark.parametrize("css", ["", "display: block", "float: left"])
def test_a_border_that_is_not_seen_is_room_within_a_picture(css: str) -> None:
    rule = f"img {{ border: 3pt solid transparent; {css} }}"
    (made,) = pictures(f'<p>a <img alt="" src="{image(9, 9)}"> b', rule)
    assert (made.width, made.padding) == (135 + 120, (60, 60, 60, 60))


@pytest.mark.parametrize(
    ("align", "position"),
    [("middle", -10), ("top", -6), ("text-bottom", -6), ("baseline", None), ("-2pt", -4)],
)
def test_a_picture_stands_as_high_in_its_line_as_in_css(align: str, position: int | None) -> None:
    css = f"img {{ vertical-align: {align}; height: 15pt }}"
    (picture,) = pictures(f'<p>a <img alt="" src="{image(9, 9)}"> b', css)
    assert picture.format.position == position


@pytest.mark.parametrize(
    ("margins", "align", "left"),
    [("0 0 0 20pt", "left", 400), ("0 0 0 auto", "right", 0), ("0", "left", 0)],
)
def test_margins_place_a_block_picture(margins: str, align: str, left: int) -> None:
    css = f"img {{ display: block; margin: {margins} }} body {{ text-align: center }}"
    found = lowered(f'<img alt="" src="{image(9, 9)}">', css)
    look = ir.overlay(found.style("Figure").paragraph, found.paragraphs[0].format)
    assert (look.align, look.left) == (align, left)


def test_a_figure_keeps_with_its_caption() -> None:
    body = f'<figure><img alt="" src="{image(9, 9)}"><figcaption>One</figcaption></figure><p>a</p>'
    figure, caption, _ = lowered(body).paragraphs
    assert (figure.style, caption.style) == ("Figure", "caption")
    assert lowered(body).style("Figure").paragraph.keep_next is True
    assert caption.format.keep_next is None


def test_a_floating_picture_hangs_on_the_paragraph_that_it_floats_in() -> None:
    css = "img { float: left; margin: 1pt 2pt 3pt 4pt }"
    found = lowered(f'<p>a <img alt="" src="{image(9, 9)}"> b</p>', css)
    picture = found.paragraphs[0].inlines[1]
    assert isinstance(picture, ir.Picture)
    assert picture.beside == ir.Beside("left", 80, (20, 40, 60, 80))
    assert found.problems == []


def test_a_floating_picture_between_paragraphs_hangs_on_the_next() -> None:
    css = "img { float: right }"
    found = lowered(f'<p>a</p><img alt="" src="{image(9, 9)}"><p>b</p>', css)
    first, second = found.paragraphs
    assert len(first.inlines) == 1
    assert isinstance(second.inlines[0], ir.Picture)


def test_a_floating_picture_at_the_end_gets_a_paragraph() -> None:
    css = "img { float: right }"
    found = lowered(f'<div><p>a</p><img alt="" src="{image(9, 9)}"></div>', css)
    assert len(found.paragraphs) == 2


def test_a_floating_figure_is_a_frame_beside_the_text() -> None:
    css = "figure { float: right; margin: 0 0 0 10pt; width: 90pt }"
    body = f'<figure><img alt="" src="{image(9, 9)}"><figcaption>One</figcaption></figure><p>a</p>'
    figure, caption, after = lowered(body, css).paragraphs
    assert figure.floating
    assert (figure.floating.side, figure.floating.width) == ("right", 2000)
    assert caption.floating == figure.floating
    assert after.floating is None


def test_a_floating_figure_without_a_width_is_as_wide_as_what_it_holds() -> None:
    css = "figure { float: left; margin: 0 }"
    figure, _ = lowered(
        f'<figure><img alt="" src="{image(100, 9)}"></figure><p>a</p>', css
    ).paragraphs
    assert figure.floating is not None
    assert figure.floating.width == 1500


@pytest.mark.parametrize(
    ("fit", "crop"),
    [
        ("fill", (0.0, 0.0, 0.0, 0.0)),
        ("cover", (0.25, 0.0, 0.25, 0.0)),
        ("contain", (0.0, -0.5, 0.0, -0.5)),
    ],
)
def test_what_is_cut_off_is_cut_off_in_word(fit: str, crop: tuple[float, ...]) -> None:
    css = f"img {{ width: 20pt; height: 10pt; object-fit: {fit} }}"
    (picture,) = pictures(f'<p><img alt="" src="{image(9, 9)}"></p>', css)
    assert picture.crop == pytest.approx(crop)


def test_a_border_is_the_pictures_own() -> None:
    css = "img { border: 1pt solid #336699 }"
    (picture,) = pictures(f'<p><img alt="" src="{image(9, 9)}"></p>', css)
    assert picture.border == ir.Border("single", 8, "336699")


@pytest.mark.parametrize(("margin", "problems"), [("0", 0), ("9pt", 0), ("30pt", 1)])
def test_beside_text_from_right_to_left_a_picture_is_at_the_edge(
    margin: str, problems: int
) -> None:
    """LibreOffice turns distances around there, but not sides."""
    css = f"img {{ float: left; margin: {margin} }}"
    found = lowered(f'<p dir="rtl"><img alt="" src="{image(9, 9)}"> b</p>', css)
    picture = found.paragraphs[0].inlines[0]
    assert isinstance(picture, ir.Picture)
    assert picture.beside is not None
    assert (picture.beside.side, picture.beside.inset) == ("left", 0)
    assert len(found.problems) == problems


@pytest.mark.parametrize(
    ("css", "rounding", "ellipse"),
    [
        ("border-radius: 10px", 0.25, False),
        ("border-radius: 50px", 0.5, False),
        ("border-radius: 50%", 0.0, True),
        ("border-radius: 40px / 20px", 0.0, True),
        ("border-radius: 0", 0.0, False),
    ],
)
def test_round_corners_are_those_of_words_shapes(css: str, rounding: float, ellipse: bool) -> None:
    found = lowered(f'<p><img alt="a" src="{image(80, 40)}"></p>', f"img {{ {css} }}")
    (picture,) = found.paragraphs[0].inlines
    assert isinstance(picture, ir.Picture)
    assert (picture.rounding, picture.ellipse, found.problems) == (rounding, ellipse, [])


@pytest.mark.parametrize("css", ["0 10px", "25%", "10px / 20px"])
def test_other_corners_are_reported(css: str) -> None:
    body = f'<p><img alt="a" src="{image(80, 40)}"></p>'
    found = lowered(body, f"img {{ border-radius: {css} }}")
    (problem,) = found.problems
    assert problem.endswith("found border-radius on <img>")


def test_pale_round_pictures_are_written() -> None:
    css = "img { opacity: 0.4; border-radius: 10px }"
    found = lowered(f'<p><img alt="a" src="{image(80, 40)}"></p>', css)
    written = parts(found.document)["word/document.xml"]
    (pale,) = written.iter(f"{A}alphaModFix")
    (form,) = written.iter(f"{A}prstGeom")
    (adjusted,) = form.iter(f"{A}gd")
    assert (pale.get("amt"), form.get("prst"), adjusted.get("fmla")) == (
        "40000",
        "roundRect",
        "val 25000",
    )
    assert found.problems == []


@pytest.mark.parametrize("border", ["", "; border: 1pt solid"])
def test_padding_of_a_picture_is_in_it_and_not_around_it_too(border: str) -> None:
    css = f"img {{ display: block; padding: 15pt; margin: 4pt 0{border} }}"
    found = lowered(f'<p>a</p><img alt="x" src="{image(20, 20)}"><p>b</p>', css)
    figure = found.paragraphs[1]
    (picture,) = (one for one in figure.inlines if isinstance(one, ir.Picture))
    assert (picture.width, picture.height) == (900, 900)
    own, usual = figure.format.before, found.style(figure.style).paragraph.before
    assert (usual if own is None else own) == 80
    assert found.problems == []
