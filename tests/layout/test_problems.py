from __future__ import annotations

import pytest

from tests.editions.docx.words import page, styled
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
