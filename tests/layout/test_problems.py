from __future__ import annotations

from pathlib import Path

import pytest

from tests.editions.docx.words import page, styled
from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics
from triplicate.layout.problems import LogDiagnostics


@pytest.mark.parametrize("data", ["AAAA", "iVBORw0KGgo=", ""])
def test_data_that_are_no_picture_are_reported(data: str) -> None:
    diagnostics = Diagnostics()
    with LogDiagnostics(None, diagnostics):
        styled(page(f'<p><img alt="x" src="data:image/png;base64,{data}"></p>'))
    (problem,) = diagnostics
    assert problem.message == (
        "expected CSS and HTML that can be laid out, found: data that are no picture at "
        f"data:image/png;base64,{data}"
    )


def test_ids_that_are_given_twice_are_one_warning(tmp_path: Path) -> None:
    found = Diagnostics()
    twice = "<p id=a>x</p>\n<p id=b>x</p><p id=c>x</p><p id=d>x</p>\n"
    html_to_docx(twice * 2, base_url=tmp_path / "page.html", diagnostics=found)
    (problem,) = found
    assert problem.rule == "html-ids"
    assert problem.message == (
        'expected ids that are given once, found others: "a", "b", "c" and 1 more'
    )
    assert str(problem.span).endswith("page.html:3:1")


def test_files_that_are_not_there_are_reported_by_the_fetcher_alone() -> None:
    diagnostics = Diagnostics()
    with LogDiagnostics(None, diagnostics):
        tree = styled(page('<p><img alt="x" src="gone.png"></p>'))
    assert list(diagnostics) == []
    assert any(url.endswith("gone.png") for url, _ in tree.stylesheet.fetcher.failures)
