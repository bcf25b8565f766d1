"""Looks that many paragraphs share, and that no rule names."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.editions.docx import ir

ROW = "<tr><th scope=row>a<td>b<td>c</tr>"


def table(rows: int, attributes: str = 'class="money-list"') -> str:
    return f"<table {attributes}>{ROW * rows}</table>"


def cells(found: Lowered) -> list[ir.Paragraph]:
    """The paragraphs in the cells of the first table."""
    blocks = [b for row in found.tables[0].rows for cell in row.cells for b in cell.blocks]
    return [block for block in blocks if isinstance(block, ir.Paragraph)]


def test_cells_of_a_class_have_a_style_on_that_of_their_role() -> None:
    found = lowered(table(4), "table { font-size: 8pt; line-height: 11pt }" + ".x { color: red }")
    # What all tables look like is the look of the role itself.
    assert {p.style for p in cells(found)} == {"Table Row Heading", "Table Text"}
    found = lowered(table(4), ".money-list { font-size: 8pt; line-height: 11pt }")
    names = [p.style for p in cells(found)]
    assert names[:2] == ["Table Row Heading Money List", "Table Text Money List"]
    assert {p.format for p in cells(found)} == {ir.ParagraphFormat()}
    style = found.style("Table Text Money List")
    assert (style.based_on, style.run.size) == ("Table Text", 16)


def test_few_paragraphs_of_one_look_make_no_style() -> None:
    row = "<tr><th scope=row>a<td>b</tr>"
    found = lowered(f"<table class=money-list>{row}</table>", ".money-list { font-size: 8pt }")
    assert [s.name for s in found.document.styles if "Money" in s.name] == []


def test_styles_xml_says_what_the_style_below_does_not() -> None:
    css = "td { color: #112233 } .money-list td { font-size: 8pt }"
    styles = parts(lowered(table(4), css).document)["word/styles.xml"]
    own = styles.find(f"{W}style[@{W}styleId='TableTextMoneyList']")
    assert own.find(f"{W}basedOn").get(f"{W}val") == "TableText"
    assert [child.tag for child in own.find(f"{W}rPr")] == [f"{W}sz", f"{W}szCs"]


def test_languages_and_places_make_no_styles() -> None:
    body = '<p class=x lang="de">a' * 3 + '<p class=y lang="de">a' * 3
    found = lowered(body, ".x, .y { break-after: avoid }")
    assert {p.style for p in found.paragraphs} == {"Body Text"}


@pytest.mark.parametrize(
    ("classes", "name"),
    [
        ("", "Body Text Other"),
        ("indent", "Body Text Indent Other"),
        ("small note", "Body Text Small"),
    ],
)
def test_names_are_none_of_words_own(classes: str, name: str) -> None:
    attribute = f'class="{classes}"' if classes else ""
    body = f"<p>Plain</p><div>{f'<p {attribute} style=color:red>a</p>' * 4}</div>"
    assert {p.style for p in lowered(body).paragraphs} == {"Body Text", name}


def test_items_of_a_list_share_a_style_and_keep_their_numbers() -> None:
    items = "<li>a" * 5
    found = lowered(f"<ol class=sub>{items}</ol><ol>{items}</ol>", ".sub li { margin-bottom: 4pt }")
    assert [p.style for p in found.paragraphs] == ["List Number Sub"] * 5 + ["List Number"] * 5
    assert [found.number(p).level for p in found.paragraphs] == [0] * 10
    assert all(p.format.after is None for p in found.paragraphs[:5])
    assert found.style("List Number Sub").paragraph.after == 80


def test_a_style_that_a_rule_names_stays_alone() -> None:
    css = 'p { --word-style: "Lead" } .x { color: red }'
    found = lowered("<p>a</p>" + "<p class=x>a</p>" * 5, css)
    assert {p.style for p in found.paragraphs} == {"Lead"}


def test_a_link_that_looks_like_the_text_has_its_style() -> None:
    css = "a { color: blue } .ref { color: inherit; text-decoration: none }"
    body = '<p id=x>a <a class=ref href="#x">b</a> <a href="#x">c</a>'
    (paragraph,) = lowered(body, css).paragraphs
    links = [inline for inline in paragraph.inlines if isinstance(inline, ir.Link)]
    runs = [inline for link in links for inline in link.runs if isinstance(inline, ir.Run)]
    assert [run.style for run in runs] == ["", "Hyperlink"]


ITEMS = "<ul><li>a<li>b</ul><p>c"


def test_the_last_items_of_lists_share_a_style() -> None:
    css = "ul { margin: 0 0 8pt; break-before: auto } li { margin-bottom: 3pt } p { margin: 0 }"
    found = lowered(ITEMS * 3, css)
    names = ["List Bullet", "List Bullet Last", "Body Text"] * 3
    assert [p.style for p in found.paragraphs] == names
    assert {p.format for p in found.paragraphs} == {ir.ParagraphFormat()}
    style = found.style("List Bullet Last")
    assert (style.based_on, style.paragraph.after) == ("List Bullet", 160)
    assert [found.number(p).level for p in found.paragraphs if p.style != "Body Text"] == [0] * 6


def test_styles_of_places_state_their_margin_alone() -> None:
    css = "ul { margin: 0 0 8pt } li { margin-bottom: 3pt } p { margin: 0 }"
    styles = parts(lowered(ITEMS * 3, css).document)["word/styles.xml"]
    own = styles.find(f"{W}style[@{W}styleId='ListBulletLast']")
    assert [dict(child.attrib) for child in own.find(f"{W}pPr")] == [{f"{W}after": "160"}]
    assert own.find(f"{W}rPr") is None


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("margin: 9pt 0 4pt", "Body Text First"),
        ("margin: 0 0 9pt", "Body Text Last"),
        ("margin: 9pt 0", "Body Text Spaced"),
    ],
)
def test_styles_of_places_are_named_for_their_distances(rule: str, name: str) -> None:
    # The paragraph's own margins are those of its kind, those of the box around it of its place.
    css = f"p {{ margin: 0 0 4pt }} div {{ {rule} }}"
    found = lowered("<p>x</p><div><p>a</p></div>" * 3, css)
    assert [p.style for p in found.paragraphs] == ["Body Text", name] * 3


def test_a_quotation_has_the_margins_of_its_box_and_of_its_places() -> None:
    css = "blockquote { margin: 8pt 20pt } blockquote p:last-child { margin-bottom: 0 }"
    one, two = "<blockquote><p>a</blockquote>", "<blockquote><p>a<p>b</blockquote>"
    found = lowered("<p>x".join([one, two, two]), css + "p { margin: 0 0 7pt }")
    names = [p.style for p in found.paragraphs if p.style != "Body Text"]
    assert names == ["Quote", *["Quote Compact", "Quote Continued"] * 2]
    assert {p.format for p in found.paragraphs} == {ir.ParagraphFormat()}
    quote = found.style("Quote").paragraph
    assert (quote.before, quote.after) == (160, 160)


def test_cells_that_are_aligned_elsewhere_say_where() -> None:
    css = "td + td { text-align: right }"
    found = lowered("<table><tr><td>a<td>1<tr><td>b<td>2</table>", css)
    assert [p.style for p in cells(found)][:2] == ["Table Text", "Table Text Right"]


def test_the_class_around_names_a_style() -> None:
    body = "<p>x</p><div class=preamble><p>a<p>b</div>"
    found = lowered(body, ".preamble p { text-indent: 9pt }")
    assert [p.style for p in found.paragraphs][1:] == ["Body Text Preamble"] * 2


def test_shared_styles_stand_beside_their_roles_in_the_menu() -> None:
    css = "ul { margin: 0 0 8pt } li { margin-bottom: 3pt } p { margin: 0 } .sub { color: red }"
    found = lowered((ITEMS + "<ul class=sub><li>a<li>b<li>c</ul><p>c") * 3, css)
    names = [style.name for style in found.document.styles]
    at = names.index("List Bullet")
    of_lists = {"List Bullet", "List Bullet Last", "List Bullet Sub", "List Bullet Sub Last"}
    assert set(names[at : at + 4]) == of_lists
    bases = [found.style(name).based_on for name in ("List Bullet Sub Last", "List Bullet Sub")]
    assert bases == ["List Bullet Sub", "List Bullet"]


def test_numbered_styles_number_those_that_stand_on_them() -> None:
    css = "body { counter-reset: n } .n { counter-increment: n; --word-style: 'Numbered' }"
    css += ".n::before { content: counter(n) '. ' } p { margin: 0 0 4pt } div { margin: 9pt 0 }"
    found = lowered("<p class=n>a<div><p class=n>b</div><table><tr><td>x</table>" * 3, css)
    first = found.style("Numbered")
    others = [style for style in found.document.styles if style.based_on == "Numbered"]
    assert others
    assert {style.number for style in others} == {first.number} != {None}
    assert {p.number for p in found.paragraphs} == {None}


def test_paragraphs_in_cells_have_their_number_and_not_their_style() -> None:
    css = "body { counter-reset: n } td p { margin: 0 0 10pt } .x p { color: red }"
    css += (
        "td p::before { counter-increment: n; content: counter(n) '. ' } table { margin: 20pt 0 }"
    )
    item = "<p class=numbered>a</p>"
    body = f"<table class=x><tr><td>{item * 3}<table><tr><td>{item}</table></table>" * 6
    found = lowered(body, css)
    assert found.style("Table Text Numbered Last").based_on == "Table Text Numbered"
    assert {style.number for style in found.document.styles if "Table Text" in style.name} == {None}
    assert len({paragraph.number for paragraph in cells(found) if text(paragraph)}) == 1


@pytest.mark.parametrize(
    ("body", "margin", "contextual"),
    [
        (ITEMS * 3, "0", [{}]),
        (ITEMS * 3, "3pt", []),
        ("<ul><li>a</ul>" * 3, "0", []),
    ],
)
def test_an_item_typed_below_the_last_one_is_as_near_as_others(
    body: str, margin: str, contextual: list[dict[str, str]]
) -> None:
    css = f"ul {{ margin: 0 0 8pt }} li {{ margin-bottom: {margin} }} p {{ margin: 0 }}"
    styles = parts(lowered(body, css).document)["word/styles.xml"]
    own = styles.find(f"{W}style[@{W}styleId='ListBulletLast']/{W}pPr")
    assert [dict(found.attrib) for found in own.iter(f"{W}contextualSpacing")] == contextual
