"""Containers that would take minutes to lay out become blocks."""

from __future__ import annotations

from typing import Any

import pytest

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.spots import SIDE_BY_SIDE
from triplicate.layout.webpage import style_page
from triplicate.resources import Resources
from triplicate.theme import built_in_fonts

TEXT = "<p>" + "word and more of it " * 15 + "</p>"


def containers(html: str) -> list[str]:
    fetcher = FolderFetcher(Resources(()))
    tree, _ = style_page(html, None, (), fetcher, built_in_fonts(), False)
    found: list[Any] = list(tree.root.descendants())
    return [box.element_tag for box in found if type(box).__name__ in SIDE_BY_SIDE]


@pytest.mark.parametrize("display", ["flex", "grid", "inline-flex", "inline-grid"])
def test_a_container_of_a_whole_document_is_a_block(display: str) -> None:
    css = f"<style>main, nav {{ display: {display} }} </style>"
    small = "<nav><p>a</p><p>b</p></nav>"
    assert containers(f"{css}<main>{small}<div>{TEXT * 3}</div></main>") == ["main", "nav"]
    assert containers(f"{css}<main>{small}<div>{TEXT * 60}</div></main>") == ["nav"]


def test_containers_in_each_other_weigh_more() -> None:
    css = "<style>.x { display: flex }</style>"
    inner = f"<div>{TEXT * 20}</div>"
    assert containers(f"{css}<main class=x>{inner}</main>") == ["main"]
    nested = f"<main class=x><section class=x><article class=x>{inner}"
    assert "main" not in containers(css + nested)


def test_all_containers_of_a_page_weigh_together() -> None:
    css = "<style>section { display: flex }</style>"
    one = f"<section><div>{TEXT * 10}</div><p>x</p></section>"
    assert len(containers(css + one)) == 1
    assert len(containers(css + one * 60)) == 0


def test_it_is_reported_once_at_its_declaration() -> None:
    found = Diagnostics()
    page = (
        "<style>section { display: grid }</style>"
        + f"<section><p>x</p><div>{TEXT * 60}</div></section>" * 2
    )
    html_to_docx(page, machine_fonts=False, diagnostics=found)
    (problem,) = found
    assert problem.rule == "word-flow"
    assert "found pages of it in <section>" in problem.message


def test_items_that_float_in_vain_do_not_float_then() -> None:
    css = "<style>main { display: flex } div { float: left }</style>"
    fetcher = FolderFetcher(Resources(()))
    tree, _ = style_page(
        f"{css}<main><div>{TEXT * 60}</div><p>x", None, (), fetcher, built_in_fonts(), False
    )
    assert not any(box.is_floated() for box in tree.root.descendants())
