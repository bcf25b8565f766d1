"""Random nestings of HTML with a word of its own at each place, and where these words end up.

Input: Hypothesis. Output: pages as people and programs write them, half of them wrong; the words
on the pages that layout makes of one, and in its Word file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from hypothesis import strategies as st
from lxml import etree

import triplicate
from triplicate import webpages
from triplicate.diagnostics import Diagnostics
from triplicate.layout import engine
from triplicate.resources import Resources

WORD = re.compile(r"w\d+x")
TEXT = re.compile(r"\}(?:t|delText)$")
INLINES = (
    *("em", "strong", "code", "span", "sub", "sup", "small", "mark", "q", "b", "i", "u", "s"),
    *("kbd", "cite", "abbr", "time", "label", "button", "ins", "font", "bdi", "nobr", "data"),
    *("a href='#w'", "a href='https://example.org/'", "span style='position: relative'"),
    *("span style='display: inline-block'", "span style='float: left'", "span lang=ar dir=rtl"),
    *("span style='display: block'", "ruby", "noscript", "output", "video", "canvas"),
)
BLOCKS = (
    *("div", "section", "article", "blockquote", "p", "figure", "header", "footer", "aside"),
    *("main", "nav", "address", "details open", "fieldset", "form", "center", "h1", "h3", "pre"),
    *("li", "dl", "dd", "td", "figcaption", "legend", "summary", "hgroup", "dialog open"),
    *("div style='border: 1px solid; padding: 4px'", "div style='background: #eee'"),
    *("div style='float: right; width: 30%'", "div style='display: flex'", "div dir=rtl"),
    *("div style='display: grid'", "div style='columns: 2'", "div style='display: table-cell'"),
    *("div style='position: relative; top: 2px'", "div style='break-after: page'"),
    *("div style='display: inline-block'", "div style='white-space: pre-wrap'"),
    *("div style='float: left; border: 1px solid'", "div style='clear: both'"),
    *("p style='display: inline'", "div style='display: list-item'", "h2 style='float: left'"),
    *("div style='margin-left: 90%'", "div style='overflow: hidden'", "blockquote class=x"),
)
CELLS = ("td", "th", "td colspan=2", "td rowspan=2", "th scope=row", "td style='padding: 9px'")


def _element(tag: str, inner: str, closed: bool = True) -> str:
    return f"<{tag}>{inner}" + (f"</{tag.split()[0]}>" if closed else "")


WORDS = st.just("@ ")  # each becomes a word of its own
VOID = st.sampled_from(
    ["<br>", "<wbr>", "<hr>", "&nbsp;", "&shy;", "<!-- c -->", "<input type=radio>"]
)
CLOSED = st.sampled_from([True, True, True, False])


def _lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(inner.map(lambda one: f"<li>{one}</li>"), max_size=3).map("".join)
    kinds = st.sampled_from(["ul", "ol", "ol start=3 type=a", "menu", "ol reversed"])
    terms = st.lists(inner.map(lambda one: f"<dt>@</dt><dd>{one}</dd>"), max_size=2).map("".join)
    return st.one_of(st.builds(_element, kinds, items), terms.map(lambda one: f"<dl>{one}</dl>"))


def _tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.lists(st.builds(_element, st.sampled_from(CELLS), inner), max_size=3).map("".join)
    rows = st.lists(cells.map(lambda one: f"<tr>{one}</tr>"), min_size=1, max_size=3).map("".join)
    parts = ("<caption>@</caption>", "<thead><tr><th>@<th>@</thead>", "<tfoot><tr><td>@</tfoot>")
    extra = st.lists(st.sampled_from(parts), max_size=2, unique=True).map("".join)
    kinds = st.sampled_from(
        ["table", "table border=1", "table style='float: left'", "table dir=rtl"]
    )
    return st.builds(lambda tag, one, two: f"<{tag}>{one}{two}</table>", kinds, extra, rows)


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map("".join)
    inline = st.builds(_element, st.sampled_from(INLINES), several, CLOSED)
    block = st.builds(_element, st.sampled_from(BLOCKS), several, CLOSED)
    return st.one_of(inline, block, _lists(several), _tables(several), several)


def _numbered(markup: str) -> str:
    parts = markup.split("@")
    return parts[0] + "".join(f"w{n}x{part}" for n, part in enumerate(parts[1:]))


BODIES = st.recursive(st.one_of(WORDS, WORDS, VOID), _grow, max_leaves=24).map(_numbered)


def shown(html: str) -> Counter[str]:
    """The words on the pages of a web page, without what the margins hold."""
    place = webpages._place(None)
    tree, _ = webpages._style(html, place[1], [], Resources(()), False, Diagnostics())
    texts: list[str] = []
    for page in engine.paginate(tree).pages:
        texts += _texts(page._page_box)
    return Counter(WORD.findall("".join(texts)))


def _texts(box: Any) -> Iterator[str]:
    if type(box).__name__ == "MarginBox":
        return
    if hasattr(box, "text"):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _texts(child)


def written(data: bytes) -> Counter[str]:
    """The words in a Word file's text and notes."""
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.search(r"(document|notes)\.xml$", name)]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    texts = (e.text or "" for root in roots for e in root.iter() if TEXT.search(str(e.tag)))
    return Counter(WORD.findall("".join(texts)))


def convert(html: str) -> bytes:
    """The Word file of a web page, without the machine's fonts."""
    return triplicate.html_to_docx(html, machine_fonts=False)


def differences(
    html: str, convert: Callable[[str], bytes] = convert
) -> tuple[list[str], list[str]]:
    """The words that a page has and its Word file has not, and those that it has too often."""
    on_pages, in_word = shown(html), written(convert(html))
    lost = sorted(set(on_pages) - set(in_word))
    more = sorted(word for word, times in in_word.items() if times > 1 or word not in on_pages)
    return lost, more
