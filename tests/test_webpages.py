"""`triplicate.html_to_docx`: what a user who has only HTML and CSS relies on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

import triplicate
from tests.editions.docx.words import W, opened
from triplicate.diagnostics import Diagnostics, TriplicateError
from triplicate.layout import engine
from triplicate.theme import built_in_fonts


def converted(html: str | bytes, *args: Any, **options: Any) -> tuple[dict[str, Any], list[str]]:
    """The parts of the Word file, and what was reported."""
    found = Diagnostics()
    data = triplicate.html_to_docx(html, *args, diagnostics=found, **options)
    return opened(data), [item.message for item in found]


def paragraphs(parts: dict[str, Any]) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    return [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(t.text for t in p.iter(f"{W}t")))
        for p in parts["word/document.xml"].iter(f"{W}p")
    ]


def style(parts: dict[str, Any], name: str) -> Any:
    (found,) = parts["word/styles.xml"].xpath(f"*[@*[local-name()='styleId']='{name}']")
    return found


def test_headings_are_words_own_from_h1_on() -> None:
    parts, problems = converted("<h1>A</h1><h2>B</h2><p>C</p>")
    assert paragraphs(parts) == [("Heading1", "A"), ("Heading2", "B"), ("BodyText", "C")]
    assert problems == []


def test_a_style_sheet_may_make_h1_the_title() -> None:
    css = 'h1 { --word-style: "Title" }'
    parts, _ = converted("<h1>A</h1><h2>B</h2><h3>C</h3>", css)
    assert [name for name, _ in paragraphs(parts)] == ["Title", "Heading1", "Heading2"]


def test_chapters_below_a_cover_are_headings_though_its_h1_is_the_title() -> None:
    css = '.cover h1 { --word-style: "Title" } h1 { color: #123456 }'
    html = "<div class='cover'><h1>A</h1></div><h1>B</h1><h2>C</h2>"
    parts, _ = converted(html, css)
    assert paragraphs(parts) == [("Title", "A"), ("Heading1", "B"), ("Heading2", "C")]


def test_the_page_brings_its_style_and_css_wins_over_it(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p { color: #ff0000; text-align: center }")
    (tmp_path / "house.css").write_text("p { color: #00ff00 }")
    html = '<link rel="stylesheet" href="page.css"><style>p { font-weight: 700 }</style><p>x'
    parts, problems = converted(html, tmp_path / "house.css", tmp_path)
    look = style(parts, "BodyText")
    assert look.find(f"{W}rPr/{W}color").get(f"{W}val") == "00FF00"
    assert look.find(f"{W}rPr/{W}b") is not None
    assert look.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
    assert problems == []


def test_attributes_of_html_count_as_in_browsers() -> None:
    parts, _ = converted('<ol start="5" type="a"><li>x</li></ol><ol reversed><li>y<li>z</ol>')
    numbering = parts["word/numbering.xml"]
    starts = [e.get(f"{W}val") for e in numbering.iter(f"{W}startOverride")]
    assert starts == ["5", "2", "1"]
    assert "lowerLetter" in {e.get(f"{W}val") for e in numbering.iter(f"{W}numFmt")}


def test_links_of_a_page_on_the_web_lead_there() -> None:
    html = '<p><a href="b.html">x</a> <a href="#i">y</a><p id="i">z'
    parts, _ = converted(html, base_url="https://example.org/a/")
    links = parts["word/_rels/document.xml.rels"].xpath("*[@TargetMode='External']/@Target")
    assert links == ["https://example.org/a/b.html"]


@pytest.mark.parametrize(
    ("href", "bookmark"),
    [
        ("my%20page.html#i", "i"),
        ("my page.html#i", "i"),
        ("./my%20page.html", "_top"),
        ("{}#i", "i"),
        ("#i", "i"),
    ],
)
def test_links_to_the_page_by_its_own_name_lead_to_its_parts(
    href: str, bookmark: str, tmp_path: Path
) -> None:
    path = tmp_path / "my page.html"
    html = f'<p><a href="{href.format(path.as_uri())}">x</a><p id="i">z'
    path.write_text(html)
    parts, problems = converted(html, base_url=path)
    (link,) = parts["word/document.xml"].iter(f"{W}hyperlink")
    assert link.get(f"{W}anchor") == bookmark
    assert problems == []


def test_links_to_other_pages_and_to_folders_stay(tmp_path: Path) -> None:
    html = '<p><a href="b.html#i">x</a><a href="./">y</a><a href="http://[">z</a>'
    parts, _ = converted(html, base_url=tmp_path / "a.html")
    links = parts["word/_rels/document.xml.rels"].xpath("*[@TargetMode='External']/@Target")
    assert links == ["b.html#i", "./"]


@pytest.mark.parametrize("address", ["missing.png", "http://127.0.0.1:9/a.png", "/etc/passwd"])
def test_a_picture_that_may_not_or_cannot_be_read_is_reported(tmp_path: Path, address: str) -> None:
    parts, problems = converted(f'<p>x <img src="{address}" alt="y">', base_url=tmp_path)
    assert len([problem for problem in problems if "expected files" in problem]) == 1
    assert "x" in paragraphs(parts)[0][1]


def test_without_a_base_nothing_is_read_from_the_disk() -> None:
    path = built_in_fonts()[0]
    html = f'<style>@font-face {{ font-family: X; src: url("{path.as_uri()}") }}</style><p>x'
    _, problems = converted(html)
    assert any("expected files" in problem for problem in problems)


def test_fonts_travel_in_the_file_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(built_in_fonts()[0].read_bytes())
    css = "@font-face { font-family: X; src: url(x.ttf) } body { font-family: X }"
    html = f"<style>{css}</style><p>x"
    kept, _ = converted(html, base_url=tmp_path)
    left, _ = converted(html, base_url=tmp_path, embed_fonts=False)
    assert [name for name in kept if name.endswith(".odttf")]
    assert not [name for name in left if name.endswith(".odttf")]


def test_the_same_page_gives_the_same_bytes() -> None:
    html = "<h1>A</h1><ul><li>x</ul><table><tr><td>1</table>"
    assert triplicate.html_to_docx(html) == triplicate.html_to_docx(html)


def test_bytes_are_decoded_as_they_declare() -> None:
    parts, _ = converted('<meta charset="latin-1"><p>café'.encode("latin-1"))
    assert paragraphs(parts) == [("BodyText", "café")]


BAD = {
    "nothing": "",
    "only text": "x",
    "tags that never close": "<div><p><b>x<table><tr><td>",
    "unknown elements": "<foo><bar-baz>x</bar-baz></foo>",
    "control characters": "<p>a\x00b\x01c\x0bd\ufffee",
    "empty table and list": "<table></table><ul></ul><ol><li></ol><table><tr></table>",
    "tables in lists in tables": "<table><tr><td><ul><li><table><tr><td>x</table></ul></table>",
    "long word": f"<p>{'x' * 5000}",
    "many columns": f"<table><tr>{'<td>x' * 300}</table>",
    "sixty levels": "<div>" * 60 + "x",
    "sixty lists": "<ul><li>x" * 60,
    "broken CSS": "<style>p { color: ; } @@ { </style><p style='margin: }'>x",
    "no body": "<style>body { display: none }</style><p>x",
    "no root": "<style>html { display: none }</style><p>x",
    "body in a line": "<style>html, body { display: inline }</style>x<p>y",
    "body in a table": "<style>body { display: table-cell }</style><p>y",
    "endless lengths": "<p style='font-size: 1e400pt; text-indent: -1e400px; margin: 1e9px'>x"
    "<p style='letter-spacing: 1e9px; font-size: 0'>y",
    "items without a list": "<li>a<li>b<p>x<dir><li>c</dir><p style='display: list-item'>d",
    "addresses": "".join(f"<a href='{a}'>x</a>" for a in ("http://[", "http://", "a%zz", "a[b]")),
    "a very wide cell": "<table><tr><td colspan=100000000>x",
    "a list from far": "<ol start=99999999999><li>x</ol>",
    "a table and a link in the header": "<style>p { position: running(a) } "
    "div { position: running(b) } @page { @top-left { content: element(a) } "
    "@bottom-left { content: element(b) } }</style><p><a href='http://x.org'>y</a></p>"
    "<div><table><tr><td>z</table></div>",
    "an SVG of a drawing program": "<svg width=9 height=9 a:b=c><a:d><e:f /></a:d><rect g:h=i>",
    "line breaks that clear": "<p>a<br clear=all>b<table><tr><td>c</table>",
    "a language that is none": f"<html lang='xx-{'z' * 200}'><p lang='a b'>x",
    "wrong start": '<ol start="x" reversed><li value="z">y</ol>',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_a_sound_file(name: str) -> None:
    parts, _ = converted(BAD[name])
    body = parts["word/document.xml"].find(f"{W}body")
    assert body[-1].tag == f"{W}sectPr"
    assert body.findall(f"{W}p")


NESTED = {
    "div": "<div>" * 1900,
    "font": "<p>" + "<font color=red>" * 1900,
    "quotations with lists": "<blockquote><p>q</p><ul><li>a</ul>" * 300,
    "lists": "<ul><li>a" * 300,
    "tables": "<table><tr><td>a" * 120,
    "boxes": '<div style="border: 1px solid; float: left"><p>a</p><table><tr><td>b' * 60,
}


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_flattened(name: str) -> None:
    parts, _ = converted(NESTED[name] + "<p>end of it")
    assert paragraphs(parts)[-1][1] == "end of it" or "end of it" in [
        words for _, words in paragraphs(parts)
    ]
    margins = [int(e.get(f"{W}left", "0")) for e in parts["word/document.xml"].iter(f"{W}ind")]
    assert all(margin < 9000 for margin in margins)  # the page has room for 9,600 twips of text


@pytest.mark.parametrize("levels", [2100, 5000])
def test_nesting_without_end_is_refused(levels: int) -> None:
    calls = sys.getrecursionlimit()
    with pytest.raises(TriplicateError, match="expected at most 2,000 elements"):
        triplicate.html_to_docx("<div>" * levels + "x")
    assert sys.getrecursionlimit() == calls


def test_a_hundred_thousand_open_tags_are_refused_at_once() -> None:
    with pytest.raises(TriplicateError, match="found 100,000"):
        triplicate.html_to_docx("<div>" * 100_000 + "x")


def test_a_page_without_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triplicate.webpages.MAX_SIZE", 1_000_000)
    with pytest.raises(TriplicateError, match="expected a page of at most 1 MB"):
        triplicate.html_to_docx("x" * 1_000_001)


def test_problems_of_a_deep_page_are_reported_once() -> None:
    _, problems = converted("<div>" * 300 + '<p style="opacity: 0.5">x')
    assert len(problems) == 1


def test_programs_that_are_started_later_still_find_the_fonts_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    triplicate.html_to_docx("<p>x")
    assert "FONTCONFIG_FILE" not in os.environ


@pytest.mark.parametrize("where", ["style element", "linked file"])
def test_what_word_cannot_do_is_reported_at_the_place_of_its_rule(
    where: str, tmp_path: Path
) -> None:
    rule = "\n  p { margin: 0;\n    transform: rotate(3deg) }"
    (tmp_path / "page.css").write_text(rule)
    elements = {
        "style element": f"<style>{rule}</style>",
        "linked file": '<link rel="stylesheet" href="page.css">',
    }
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html>\n<style>p {{ color: red }}</style>{elements[where]}<p>x")
    found = Diagnostics()
    triplicate.html_to_docx(path.read_bytes(), base_url=path, diagnostics=found)
    (problem,) = found
    names = {"style element": (path, 4), "linked file": (tmp_path / "page.css", 3)}
    file, line = names[where]
    assert problem.span is not None
    assert (problem.span.file, problem.span.line, problem.span.column) == (str(file), line, 5)


@pytest.mark.parametrize("stopped", [TypeError, RecursionError])
def test_a_page_that_stops_the_layout_is_written_without_it(
    stopped: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(tree: Any) -> Any:
        raise stopped("no width")

    monkeypatch.setattr(engine, "paginate", stop)
    css = "a::after { content: target-counter(attr(href), page) } div { display: flex }"
    html = "<div><p>a</p><p>b</p></div><p><a href='#c'>d</a></p><h2 id=c>e</h2>"
    for style in (css, css.replace("flex", "block")):  # layout comes first, or last
        parts, problems = converted(f"<style>{style}</style>{html}")
        words = "".join(parts["word/document.xml"].itertext())
        assert all(letter in words for letter in "abde")
        (problem,) = [one for one in problems if "a page that can be laid out" in one]
        assert problem.endswith(f"found one that stops the layout: {stopped.__name__} no width")


@pytest.mark.parametrize("target", ["attr(href url)", "attr(href)"])
@pytest.mark.parametrize("kind", ["target-counter({}, page)", "target-text({})"])
def test_a_target_that_no_attribute_names_shows_nothing(target: str, kind: str) -> None:
    css = f"a::after {{ content: 'x' {kind.format(target)} }}"
    parts, _ = converted(f"<style>{css}</style><p><a name=b>y</a><a href=''>z</a></p>")
    words = "".join(parts["word/document.xml"].itertext())
    assert "y" in words
    assert "z" in words
