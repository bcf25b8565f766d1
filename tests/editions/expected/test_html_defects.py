"""Each check of the web page fails on a page that has the defect it is there for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.editions.expected import test_html as checks
from tests.readback.blocks import Block
from tests.readback.html import HtmlReading, read_html

Check = Callable[[dict[str, Path], HtmlReading, list[Block]], None]


def text(_: dict[str, Path], html: HtmlReading, expected: list[Block]) -> None:
    """Compare block by block."""
    checks.test_every_block_of_the_source_is_read_in_order(html, expected)


def only_furniture(_: dict[str, Path], html: HtmlReading, expected: list[Block]) -> None:
    """Look for what else is on the page."""
    checks.test_nothing_else_is_on_the_page_but_skip_link_and_contents(html)
    checks.test_contents_list_headings_in_order_and_nothing_else(html, expected)


def self_contained(editions: dict[str, Path], _: HtmlReading, __: list[Block]) -> None:
    """Look for addresses and scripts."""
    checks.test_the_file_names_nothing_outside_itself(editions)


def markup(_: dict[str, Path], html: HtmlReading, __: list[Block]) -> None:
    """Look at language, scopes, links and the skip link."""
    checks.test_language_title_and_encoding_are_declared(html)
    checks.test_table_headers_have_a_scope(html)
    checks.test_ids_are_unique_and_links_lead_somewhere(html)
    checks.test_the_skip_link_comes_first_and_leads_to_the_content(html)


DEFECTS: dict[str, tuple[str, str, Check]] = {
    "a lost row": (r"<tr id[^>]*><th[^>]*>Jeppesen.*?</tr>", "", text),
    "a lost accent": ("für", "fur", text),
    "straightened quotes": ("“policing approach”", '"policing approach"', text),
    "lost emphasis": ("<em>standard taker</em>", "standard taker", text),
    "a heading of the wrong level": (r"<h3(.*?)</h3>", r"<h4\1</h4>", text),
    "a number that is not the scheme's": (r'"number">5\.', '"number">6.', text),
    "a list that counts from two": (r"<ol class=\"outcomes\"", '<ol start="2"', text),
    "a full stop added": ("for future collaboration</li>", "for future collaboration.</li>", text),
    "something more in the text": ("<h2", "<aside>Draft</aside><h2", only_furniture),
    "words before the masthead": ("<header", "Draft<header", only_furniture),
    "a contents entry that lies": ("</span> Outcomes", "</span> Results", only_furniture),
    "a script": ("</body>", "<script>1</script></body>", self_contained),
    "a picture from elsewhere": (
        "</main>",
        '<img src="https://example.org/a.png" alt=""></main>',
        self_contained,
    ),
    "a sheet from elsewhere": ("</head>", '<link rel=stylesheet href="x.css">', self_contained),
    "an imported sheet": ("<style>", '<style>@import "x.css";', self_contained),
    "no language": (r'<html lang="en"', "<html", markup),
    "a header without scope": (r'<th scope="col">Title', "<th>Title", markup),
    "a header that is a cell": (
        r'<th scope="row">(.*?)</th>',
        r"<td>\1</td>",
        markup,
    ),
    "a link to nowhere": (r'href="#content"', 'href="#contents"', markup),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_seen(
    name: str, editions: dict[str, Path], expected: list[Block], tmp_path: Path
) -> None:
    pattern, replacement, check = DEFECTS[name]
    page = editions["html"].read_text(encoding="utf-8")
    mutant, count = re.subn(pattern, replacement, page, count=1, flags=re.DOTALL)
    assert count == 1
    path = tmp_path / "mutant.html"
    path.write_text(mutant, encoding="utf-8")
    with pytest.raises(AssertionError):
        check({"html": path}, read_html(path), expected)
