"""The finished web page says what the source says, and is marked up for those who listen."""

from __future__ import annotations

import re
from pathlib import Path

from tests.readback.blocks import Block, difference
from tests.readback.html import HtmlReading

_ADDRESS = re.compile(
    r"""(?:\b(?:src|href|action|srcset|poster|data)\s*=\s*|url\()["']?([^"')>]*)"""
)


def test_every_block_of_the_source_is_read_in_order(
    html: HtmlReading, expected: list[Block]
) -> None:
    assert html.blocks == expected, difference(expected, html.blocks)


def test_nothing_else_is_on_the_page_but_skip_link_and_contents(html: HtmlReading) -> None:
    assert html.stray == []
    assert html.furniture[0] == "Skip to content"
    contents = [" ".join(nav.text_content().split()) for nav in html.root.findall("body/nav")]
    assert html.furniture[1:] == contents


def test_contents_list_headings_in_order_and_nothing_else(
    html: HtmlReading, expected: list[Block]
) -> None:
    headings = [
        f"{block.number} {block.prose[0].text}" for block in expected if block.kind == "heading"
    ]
    for nav in html.root.findall("body/nav"):
        links = [" ".join(link.text_content().split()) for link in nav.iter("a")]
        assert links == [heading for heading in headings if heading in links]
        assert len(links) >= 3
        said = " ".join(nav.text_content().split())
        assert said in {" ".join(links), f"{nav.get('aria-label')} {' '.join(links)}"}


def test_the_skip_link_comes_first_and_leads_to_the_content(html: HtmlReading) -> None:
    link = html.root.find("body")[0]
    assert link.tag == "a"
    assert html.root.xpath("//main/@id") == [link.get("href").removeprefix("#")]


def test_landmarks_divide_the_page(html: HtmlReading) -> None:
    body = html.root.find("body")
    landmarks = [kid.tag for kid in body if kid.tag in {"header", "nav", "main", "footer"}]
    assert landmarks in (["header", "nav", "main"], ["header", "main"])
    assert all(nav.get("aria-label") for nav in body.findall("nav"))


def test_table_headers_have_a_scope(html: HtmlReading) -> None:
    assert html.root.xpath("//thead//th/@scope") == ["col"] * 3
    assert html.root.xpath("//tbody/tr/*[1]/@scope") == ["row"] * 38
    assert len(html.root.xpath("//tbody//td")) == 38 * 2


def test_language_title_and_encoding_are_declared(html: HtmlReading) -> None:
    assert html.root.get("lang") == "en"
    assert html.root.findtext("head/title") == "Roundtable on CSR in Global Value Chains"
    assert html.root.find("head")[0].get("charset") == "utf-8"


def test_ids_are_unique_and_links_lead_somewhere(html: HtmlReading) -> None:
    ids = html.root.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [one.removeprefix("#") for one in html.root.xpath("//a/@href") if one[0] == "#"]
    assert set(targets) <= set(ids)


def test_every_block_can_be_linked_to(html: HtmlReading) -> None:
    blocks = html.root.xpath("//main//p | //main//li | //h1 | //h2 | //h3 | //h4 | //tbody/tr")
    assert [block.get("id") for block in blocks if not block.get("id")] == []


def test_the_file_names_nothing_outside_itself(editions: dict[str, Path]) -> None:
    text = editions["html"].read_text(encoding="utf-8")
    outside = [one for one in _ADDRESS.findall(text) if not one.startswith(("#", "data:"))]
    assert outside == []
    assert "@import" not in text
    assert (
        re.findall(r"<(?:script(?! type=\"application/ld\+json\")|iframe|object|base)\b", text)
        == []
    )
