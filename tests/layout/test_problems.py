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


def test_files_that_are_not_there_are_reported_by_the_fetcher_alone() -> None:
    diagnostics = Diagnostics()
    with LogDiagnostics(None, diagnostics):
        tree = styled(page('<p><img alt="x" src="gone.png"></p>'))
    assert list(diagnostics) == []
    assert any(url.endswith("gone.png") for url, _ in tree.stylesheet.fetcher.failures)


def test_a_file_outside_of_a_page_s_folder_is_said_to_be_outside_of_it(tmp_path: Path) -> None:
    place = tmp_path / "pages" / "page.html"
    place.parent.mkdir()
    (tmp_path / "house.css").write_text("p { color: red }")
    diagnostics = Diagnostics()
    html = '<link rel="stylesheet" href="../house.css"><p>x'
    html_to_docx(html, base_url=place, diagnostics=diagnostics)
    (problem,) = diagnostics
    assert problem.message.startswith("expected a file below the page's folder, found ")
