"""One cause at many places is one warning."""

from __future__ import annotations

from pathlib import Path

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostic, Diagnostics
from triplicate.editions.docx.lower.many import Many

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def told(html: str, tmp_path: Path) -> list[Diagnostic]:
    found = Diagnostics()
    html_to_docx(html, base_url=tmp_path / "page.html", machine_fonts=False, diagnostics=found)
    return list(found)


def test_links_to_missing_ids(tmp_path: Path) -> None:
    links = "".join(f'<p><a href="#x{n}">x</a></p>\n' for n in (1, 2, 2, 3, 4, 5))
    (problem,) = told(f"<h1>A</h1>\n{links}", tmp_path)
    assert problem.message == (
        "Word edition: expected a link to an id of the document, found "
        '"#x1", "#x2" (2 times), "#x3" and 2 more'
    )
    assert str(problem.span).endswith("page.html:2:4")


def test_pictures_without_a_text(tmp_path: Path) -> None:
    (problem,) = told(f"<p>x</p>\n<p>a {SVG} b {SVG}</p>", tmp_path)
    assert "found <svg> (2 times) without one" in problem.message
    assert "aria-label" in problem.hint
    assert str(problem.span).endswith("page.html:2:6")


def test_a_cause_is_told_in_the_order_of_its_names() -> None:
    many, said = Many(), []
    many.add("a", "found {}", "x")
    many.tell(lambda *words: said.append(words))
    many.tell(lambda *words: said.append(words))
    assert said == [("a", "found x", "", None)]
