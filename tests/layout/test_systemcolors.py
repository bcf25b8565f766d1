from __future__ import annotations

import pytest

from tests.editions.docx.words import web
from triplicate.layout.systemcolors import with_colors


@pytest.mark.parametrize(
    ("css", "known"),
    [
        ("td { border: solid windowtext 1.0pt }", "td { border: solid black      1.0pt }"),
        ("color:WindowText;background:Window", "color:black     ;background:white "),
        (".window { color: red }", ".window { color: red }"),
        ("p { font-family: Canvas }", "p { font-family: Canvas }"),
        ("p { background: url(window.png) }", "p { background: url(window.png) }"),
    ],
)
def test_colors_of_the_system_are_known_in_declarations(css: str, known: str) -> None:
    assert with_colors(css) == known
    assert len(known) == len(css)


def test_tables_of_office_programs_have_their_borders() -> None:
    found = web("<table><tr><td style='border: solid windowtext 1.0pt'>x</table>")
    cell = found.tables[0].rows[0].cells[0]
    style = next(one for one in found.document.table_styles if one.name == found.tables[0].style)
    assert found.problems == []
    assert "000000" in repr((cell.format, style))
