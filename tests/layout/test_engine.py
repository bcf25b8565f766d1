"""The adapter to WeasyPrint's internals; fails loudly on a release that has moved them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from triplicate.diagnostics import Diagnostics
from triplicate.layout import engine
from triplicate.layout.dump import dump
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.problems import LogDiagnostics, report_failures
from triplicate.layout.stylesheet import Stylesheet
from triplicate.layout.tree import BoxTree
from triplicate.resources import Resources
from triplicate.theme import Theme, built_in_fonts, load_theme

CSS = """
@page { size: A5; margin: 20mm; @bottom-center { content: counter(page) } }
@page :first { margin-top: 50mm }
h2 { text-transform: uppercase; --word-style: "Chapter" }
"""
HTML = '<!DOCTYPE html><html lang="en"><title>T</title><body><h2 id="a">One</h2><p>Two</p></html>'


def tree(html: str, css: str, folder: Path) -> BoxTree:
    fetcher = FolderFetcher(Resources((folder,)))
    base = fetcher.resources.base_url
    return engine.style(html, base, Stylesheet(css, base, fetcher, built_in_fonts()))


def theme(folder: Path, css: str) -> Theme:
    (folder / "report.css").write_text(css)
    found = load_theme(folder, Diagnostics())
    assert found is not None
    return found


def test_weasyprint_is_the_version_this_adapter_was_written_for() -> None:
    assert weasyprint.__version__.split(".")[0] == "70"


def test_pages_are_the_same_as_those_of_the_public_api(tmp_path: Path) -> None:
    font = built_in_fonts()[0].as_uri()
    css = f'{CSS} @font-face {{ font-family: X; src: url("{font}") }} html {{ font-family: X }}'
    html = HTML.replace("Two", "Two words and more. " * 900)
    folder = built_in_fonts()[0].parent
    ours = engine.paginate(tree(html, css, folder)).write_pdf()
    configuration = FontConfiguration()
    sheet = weasyprint.CSS(string=css, font_config=configuration)
    document = weasyprint.HTML(string=html).render(configuration, stylesheets=[sheet])
    assert len(document.pages) > 1
    assert ours == document.write_pdf()


def test_text_keeps_what_was_written_before_it_was_transformed(tmp_path: Path) -> None:
    boxes = tree(HTML, CSS, tmp_path).root.descendants()
    (title,) = [box for box in boxes if getattr(box, "text", "") == "ONE"]
    assert title.source_text == "One"


def test_page_styles_can_be_asked_for_before_layout(tmp_path: Path) -> None:
    from weasyprint.layout.page import PageType

    boxes = tree(HTML, CSS, tmp_path)
    first = PageType("right", False, "", 0, ())
    later = PageType("left", False, "", 1, ())
    assert boxes.page_style(first)["margin_top"].value > boxes.page_style(later)["margin_top"].value
    assert boxes.page_style(later, "@bottom-center")["content"] != "normal"
    assert (boxes.page_style(later, "@top-center") or {"content": "normal"})["content"] == "normal"


def test_boxes_can_be_shown(tmp_path: Path) -> None:
    text = dump(tree(HTML, CSS, tmp_path))
    assert "<h2#a>" in text
    assert '"Two"' in text


def test_only_the_fonts_of_the_style_sheet_are_in_sight(tmp_path: Path) -> None:
    from weasyprint.text.ffi import fontconfig

    before = dict(os.environ)
    sheet = tree(HTML, CSS, tmp_path).stylesheet
    fonts = fontconfig.FcConfigGetFonts(sheet.font_config._config, fontconfig.FcSetSystem)
    assert fonts.nfont == 0
    assert dict(os.environ) == before


@pytest.mark.parametrize("address", ["missing.png", "http://127.0.0.1:9/a.png", "/etc/passwd"])
def test_a_picture_that_cannot_be_loaded_is_an_error(tmp_path: Path, address: str) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, f'p {{ background: url("{address}") }}')
    with LogDiagnostics(look, diagnostics):
        boxes = tree(HTML, look.css, tmp_path)
        engine.paginate(boxes)
    report_failures(boxes.stylesheet.fetcher.failures, look, diagnostics)
    (found,) = diagnostics
    assert found.rule == "resource-loads"
    assert found.span is not None
    assert found.span.line == 1
    assert str(found.span.file).endswith("report.css")


def test_css_that_cannot_be_used_is_a_warning_at_its_place(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, "p {\n  colour: red;\n}")
    with LogDiagnostics(look, diagnostics):
        tree(HTML, look.css, tmp_path)
    (found,) = diagnostics
    assert not diagnostics.has_errors
    assert "colour" in found.message
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 3)


def test_fonttools_is_there_when_it_is_needed_but_not_before(tmp_path: Path) -> None:
    """A WOFF font makes WeasyPrint call fontTools."""
    from fontTools.ttLib import TTFont

    font = TTFont(built_in_fonts()[0])
    font.flavor = "woff"
    font.save(tmp_path / "a.woff")
    code = (
        "import sys; from pathlib import Path\n"
        "from triplicate.layout import engine\n"
        "from triplicate.layout.stylesheet import Stylesheet, load\n"
        "load()\n"
        "assert not any(name.startswith('fontTools') for name in sys.modules)\n"
        "from triplicate.layout.fetch import FolderFetcher\n"
        "from triplicate.resources import Resources\n"
        "fetcher = FolderFetcher(Resources((Path(sys.argv[1]),)))\n"
        "css = '@font-face { font-family: X; src: url(a.woff) } * { font-family: X }'\n"
        "sheet = Stylesheet(css, fetcher.resources.base_url, fetcher)\n"
        "tree = engine.style('<p>Text', fetcher.resources.base_url, sheet)\n"
        "pdf = engine.paginate(tree).write_pdf(uncompressed_pdf=True)\n"
        "print(b'FontFile2' in pdf, fetcher.failures)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["True", "[]"]
