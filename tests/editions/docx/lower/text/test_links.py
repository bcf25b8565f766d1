from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editions.docx.words import W, lowered, parts
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.text.links import inner_target, legal_address


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/a b|{c}", "https://example.org/a%20b%7C%7Bc%7D"),
        ("https://example.org/%41%zz", "https://example.org/%41%25zz"),
        ("https://example.org/[a]#b#c", "https://example.org/%5Ba%5D#b%23c"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("  http://example.org\n ", "http://example.org"),
        ("ht\ntps://example.org", "https://example.org"),
        ("mailto:a@example.org?subject=Hi there", "mailto:a@example.org?subject=Hi%20there"),
        ("annex.pdf", "annex.pdf"),
        ("http://http://example.org/x", "http://http//example.org/x"),
        ("http://example.org:/", "http://example.org/"),
        ("*|A:B|*", "./*%7CA:B%7C*"),
        ("a/b:c", "a/b:c"),
        ("http://[", ""),
        ("http://", ""),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("data:text/html,x", ""),
    ],
)
def test_an_address_holds_only_what_a_uri_may(href: str, address: str) -> None:
    assert legal_address(href) == address


@given(st.text())
def test_any_text_is_made_legal_or_refused(href: str) -> None:
    address = legal_address(href)
    assert not set(address) - set(
        "!#$%&'()*+,/:;=?@[]~-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    assert legal_address(address) == address


def test_inner_links_are_decoded_as_browsers_do() -> None:
    assert inner_target("#a%20b%C3%A9") == "a bé"
    assert inner_target("#") == ""
    assert inner_target("b.html#a") is None


@pytest.mark.parametrize("href", ["#x%20y", "#x y"])
def test_a_link_leads_to_an_id_with_blanks(href: str) -> None:
    found = lowered(f'<p id="x y">a</p><p><a href="{href}">b</a></p>')
    (link,) = found.paragraphs[1].inlines
    assert isinstance(link, ir.Link)
    assert (link.target, link.internal) == (found.paragraphs[0].bookmarks[0], True)
    assert found.problems == []


@pytest.mark.parametrize("href", ["#", "#top", "#TOP"])
def test_a_link_to_the_top_leads_to_the_beginning(href: str) -> None:
    (link,) = lowered(f'<p><a href="{href}">b</a></p>').paragraphs[0].inlines
    assert isinstance(link, ir.Link)
    assert (link.target, link.internal) == ("_top", True)


def test_what_no_program_can_follow_is_text_and_reported() -> None:
    found = lowered('<p><a href="javascript:void(0)">b</a></p>')
    assert all(isinstance(inline, ir.Run) for inline in found.paragraphs[0].inlines)
    message = 'Word edition: expected a link to an address, found "javascript:void(0)"'
    assert found.problems == [message]


def test_the_title_of_a_link_is_its_tip() -> None:
    long = "x" * 300
    found = lowered(
        f"""<p><a href="https://a.org" title='See "A" &amp;&#10; B'>a <b>b</b></a>
        <a href="#y">c</a> <a href="https://b.org" title="{long}">d</a></p><p id="y">y</p>"""
    )
    links = [one for one in found.paragraphs[0].inlines if isinstance(one, ir.Link)]
    assert [link.tip for link in links] == ['See "A" & B', "", long]
    written = parts(found.document)["word/document.xml"].iter(f"{W}hyperlink")
    assert [link.get(f"{W}tooltip") for link in written] == ['See "A" & B', None, long[:260]]
