"""The structure tree that screen readers walk through: what stands below what, and its marks."""

from __future__ import annotations

import page
import pikepdf
import pytest

from tests.editions.pdf.test_write import elements, make, opened
from tests.readback.pdf_content import shown_on
from tests.readback.pdf_tree import Element, read_tree

LOW = "@page { size: 100mm 60mm; margin: 10mm } body { padding: 0 }"
PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/%3E"


def shape(body: str, css: str = "") -> str:
    """The elements of the tree, without texts' own spans; the tree and the pages agree."""
    data = make(body, css)
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    tree = read_tree(opened(data))
    assert tree.problems == []
    return " ".join(map(_shape, tree.roots[0].elements))


def _shape(element: Element) -> str:
    kids = [kid for kid in element.elements if kid.role != "Span" or kid.elements]
    return f"{element.role}({' '.join(map(_shape, kids))})" if kids else element.role


def one(document: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    (found,) = (element for element in elements(document) if kind == element.S)
    assert isinstance(found, pikepdf.Object)
    return found


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<ul><li>One<li>Two", "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ("<ul><li><p>One<p>More", "L(LI(Lbl LBody(P P)))"),
        ("<ul><li>One<p>More", "L(LI(Lbl LBody(P)))"),
        ("<ul style='list-style-position: inside'><li>One", "L(LI(Lbl LBody))"),
        ("<ul style='list-style: none'><li><p>One<ul><li>In</ul>",
         "L(LI(LBody(P L(LI(Lbl LBody)))))"),
        ("<ol><li>One<ul><li>In</ul>", "L(LI(Lbl LBody(L(LI(Lbl LBody)))))"),
        ("<ol><li><p>One<ul><li>In</ul><p>More<li>Two",
         "L(LI(Lbl LBody(P L(LI(Lbl LBody)) P)) LI(Lbl LBody))"),
    ],
)  # fmt: skip
def test_items_have_a_label_and_a_body(body: str, wanted: str) -> None:
    assert shape(body) == wanted


def test_an_item_with_a_list_on_two_pages_is_one_item() -> None:
    words = "Some words that fill a page of this height in the end. " * 9
    body = f"<ol><li>{words}<ul><li>{words}<li>In</ul><li>Two"
    assert shape(body, LOW) == "L(LI(Lbl LBody(L(LI(Lbl LBody) LI(Lbl LBody)))) LI(Lbl LBody))"


@pytest.mark.parametrize(
    ("style", "numbering"),
    [
        ("", "/Decimal"),
        ("list-style: upper-roman", "/UpperRoman"),
        ("list-style: lower-alpha", "/LowerAlpha"),
        ("list-style: square", "/Square"),
        ("list-style: lower-greek", "/Decimal"),
        ("list-style: none", "/None"),
    ],
)
def test_lists_tell_their_numbering(style: str, numbering: str) -> None:
    document = opened(make(f"<ol style='{style}'><li>One</ol>"))
    attributes = one(document, "/L").A
    assert (str(attributes.O), str(attributes.ListNumbering)) == ("/List", numbering)


def test_a_note_stands_where_it_is_called_and_has_an_id() -> None:
    words = "Some words that fill a page of this height in the end. "
    body = f"<p>{words * 5}Call<span class=n>Note</span>{words * 9}<p>Next"
    css = LOW + ".n { float: footnote }"
    assert shape(body, css) == "P(Reference Note(Lbl)) P"
    document = opened(make(body, css))
    note = one(document, "/Note")
    names = document.Root.StructTreeRoot.IDTree.Names
    assert names[0] == note.ID
    assert names[1].objgen == note.objgen


def test_a_note_on_two_pages_is_one_note() -> None:
    note = "Some words of a note that is too long for the page. " * 12
    body = f"<p>Call<span class=n>{note}</span> and<span class=n>Other</span> more<p>Next"
    found = shape(body, LOW + ".n { float: footnote }")
    assert found == "P(Reference Note(Lbl) Reference Note(Lbl)) P"


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='#t'>" + "A link of many words that goes over lines " * 4,
        "<p>Words " * 12 + "<a href='#t'>" + "A link of many words that goes over pages " * 9,
    ],
)
def test_a_link_on_several_lines_is_one_link(body: str) -> None:
    document = opened(make(f"{body}</a><h1 id=t>T", LOW))
    assert shape(f"{body}</a><h1 id=t>T", LOW).count("Link") == 1
    links = [kid for kid in one(document, "/Link").K if isinstance(kid, pikepdf.Dictionary)]
    annotations = [kid.Obj for kid in links if kid.get("/Type") == "/OBJR"]
    assert len(annotations) > 1
    assert {str(one.Contents)[:12] for one in annotations} == {"A link of ma"}


def test_a_link_in_a_contents_list_is_one_link_without_dots() -> None:
    css = "a::after { content: leader('.') target-counter(attr(href), page) }"
    body = "<ol><li><a href='#t'>One</a></ol><h1 id=t>T"
    assert shape(body, css) == "L(LI(Lbl LBody(Link))) H1"
    document = opened(make(body, css))
    link = one(document, "/Link")
    dots = [kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    assert [str(kid.ActualText) for kid in dots] == [" "]


def test_links_say_where_they_lead() -> None:
    body = (
        "<h1 id=t>T</h1><p><a href='#t'>Up  there</a> <a href='https://example.org'>Out</a> "
        "<a href='https://example.org' title='A title'>Out</a> <a>No link</a> "
        f'<a href="#t"><img alt=Up src="{PICTURE}"></a>'
    )
    document = opened(make(body))
    (first,) = document.pages
    told = [str(annotation.Contents) for annotation in first.Annots]
    assert told == ["Up there", "https://example.org", "A title", *["Up"] * 2]
    assert shape(body) == "H1 P(Link Link Link Link(Figure))"


def test_cells_behind_spans_name_their_own_headers() -> None:
    body = """<table><thead><tr><th rowspan=2>Name<th colspan=2>Values<tr><th>A<th>B</thead>
    <tbody><tr><th rowspan=2>R<td colspan=2>x<tr><td>y<td>z</table>"""
    document = opened(make(body))
    names = {str(e.ID): text for e, text in zip(
        (e for e in elements(document) if e.S == "/TH"), "NVABR", strict=True)}  # fmt: skip
    cells = [e for e in elements(document) if e.S == "/TD"]
    assert ["".join(names[str(n)] for n in cell.A.Headers) for cell in cells] == [
        "RVAB",
        "RVA",
        "RVB",
    ]
    scopes = {names[str(e.ID)]: str(e.A.Scope) for e in elements(document) if e.S == "/TH"}
    assert scopes == dict.fromkeys("NVAB", "/Column") | {"R": "/Row"}


def test_changes_of_language_are_marked() -> None:
    body = "<p lang=fr>Un <em lang=en>one</em> deux <em>trois</em><p>Two <i lang=de>drei</i>"
    found = [str(e.get("/Lang", "")) for e in elements(opened(make(body)))]
    assert [one for one in found if one] == ["fr", "en", "de"]


def test_figures_have_words_and_a_place_on_the_page() -> None:
    body = f'<p style="height: 96px; margin: 0"><p><img alt="A square" src="{PICTURE}">'
    document = opened(make(body, "@page { size: 400px; margin: 40px } body { padding: 0 }"))
    figure = one(document, "/Figure")
    assert str(figure.Alt) == "A square"
    left, lower, right, upper = map(float, figure.A.BBox)
    assert (left, right) == pytest.approx((30, 60))
    assert upper - lower == pytest.approx(30)
    assert 150 < upper < 200


@pytest.mark.parametrize("mark", ["alt=''", "alt=x role=presentation", "aria-hidden=true"])
def test_pictures_without_meaning_are_artifacts(mark: str) -> None:
    assert shape(f'<p>One <img {mark} src="{PICTURE}"> two') == "P"
    assert shape(f'<p>One<div><img style="display: block" {mark} src="{PICTURE}"></div>') == "P"


def test_elements_are_of_the_kinds_that_pdf_has() -> None:
    body = "<p>A <code>c</code> <q>q</q> <abbr title='Of course'>o</abbr><br>b<hr><pre>p</pre>"
    assert shape(body) == "P(Code Quote(NonStruct NonStruct) Span) P"
    document = opened(make(body))
    assert [str(e.E) for e in elements(document) if "/E" in e] == ["Of course"]


def test_what_is_transparent_is_found_in_its_own_stream() -> None:
    body = (
        "<p style='opacity: .5'>One <a href='#t'>" + "A link that goes over pages " * 40 + "</a>"
        f"<img alt='' src=\"{PICTURE}\"> two <b style='opacity: .3'>three</b></p><h1 id=t>T"
    )
    assert shape(body, LOW) == "P(Link Span) H1"
    document = opened(make(body, LOW))
    streams = [kid.Stm for e in elements(document) for kid in e.K
               if isinstance(kid, pikepdf.Dictionary) and "/Stm" in kid]  # fmt: skip
    assert len({stream.objgen for stream in streams}) == len(document.pages) + 1
    shown = [one for page in document.pages for one in shown_on(page, {})]
    assert [one.text for one in shown if one.artifact is None and one.mcid is None] == []


def test_margin_boxes_say_at_which_side_they_are() -> None:
    boxes = "@top-left { content: 'A' } @bottom-right { content: 'B' } @left-top { content: 'C' }"
    document = opened(make("<p>Text", f"@page :first {{ {boxes} }}"))
    (first,) = document.pages
    marks = [
        tuple(map(str, (one.Type, one.get("/Subtype", ""), *one.get("/Attached", ()))))
        for instruction in pikepdf.parse_content_stream(first)
        if str(instruction.operator) == "BDC"
        and instruction.operands[0] == "/Artifact"
        and (one := instruction.operands[1])
    ]
    assert sorted(marks) == [
        ("/Pagination", ""),
        ("/Pagination", "/Footer", "/Bottom"),
        ("/Pagination", "/Header", "/Top"),
    ]
