"""The public API."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

import triplicate
from tests.readback.docx import read_docx
from tests.readback.html import read_html
from tests.readback.pdf import read_pdf

THEME = Path(__file__).parents[1] / "templates"
SEED = Path(__file__).parents[1] / "data" / "csr-roundtable-2011"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEED, tmp_path / "seed"))


def test_build_returns_what_it_wrote(folder: Path, tmp_path: Path) -> None:
    built = triplicate.build(folder, tmp_path / "out", ["html", "pdf"])
    assert list(built.files) == ["html", "pdf"]
    assert built.files["pdf"] == tmp_path / "out" / "seed" / "seed.pdf"
    assert built.files["pdf"].read_bytes().startswith(b"%PDF-1.7")
    assert built.pages == 5
    assert not len(built.diagnostics)


def test_an_unknown_edition_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="found 'epub'"):
        triplicate.build(folder, tmp_path, ["epub"])


def test_errors_come_together_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    report = folder / "report.yaml"
    report.write_text(report.read_text().replace("kind:", "kin:").replace("2011-11-16", "soon"))
    people = folder / "participants.csv"
    people.write_text(people.read_text().replace("Arai, Yuki", '"Arai, Yuki'))
    with pytest.raises(triplicate.TriplicateError) as caught:
        triplicate.build(folder, tmp_path / "out")
    files = {item.span.file.rpartition("/")[2] for item in caught.value.diagnostics if item.span}
    assert files == {"report.yaml", "participants.csv"}
    assert len(caught.value.diagnostics) >= 3
    assert not (tmp_path / "out").exists()


def test_check_finds_what_a_theme_has_wrong(folder: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "report.html.j2").write_text("{{ report.nothing }}")
    found = triplicate.check(folder, theme)
    assert [item.rule for item in found] == ["template-variable"]


def test_a_change_in_the_data_is_in_the_edition(folder: Path, tmp_path: Path) -> None:
    people = folder / "participants.csv"
    people.write_text(people.read_text() + '"Doe, Jane",Observer,Nowhere\n')
    page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text(encoding="utf-8")
    assert "Doe, Jane" in page
    assert "Thirty-nine representatives" in page


@pytest.mark.parametrize(
    ("epoch", "found"), [("0", "1970-01-01T00:00:00Z"), ("", "2011-11-16T00:00:00Z")]
)
def test_dates_inside_come_from_the_environment_or_the_report(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, found: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text(encoding="utf-8")
    assert f'<meta name="dcterms.modified" content="{found}">' in page


def test_a_source_date_that_is_no_number_is_an_error(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(triplicate.TriplicateError, match="yesterday"):
        triplicate.build(folder, tmp_path, ["html"])


def test_a_theme_of_two_lines_rebrands(folder: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "report.css").write_text("h1 { color: #123456 }\n@page { size: A5 }\n")
    built = triplicate.build(folder, tmp_path, ["html", "pdf"], theme)
    assert "#123456" in built.files["html"].read_text(encoding="utf-8")
    assert built.pages > 5


def test_editions_are_the_same_made_together_alone_or_without_a_second_process(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(name: str, *editions: str) -> dict[str, bytes]:
        files = triplicate.build(folder, tmp_path / name, editions).files
        return {edition: path.read_bytes() for edition, path in files.items()}

    together = build("together", "pdf", "docx", "html")
    alone = build("pdf", "pdf") | build("docx", "docx") | build("html", "html")
    monkeypatch.setattr("triplicate.beside.can_fork", lambda: False)
    in_one_process = build("one", "pdf", "docx", "html")
    assert together == alone == in_one_process


def test_no_temporary_files_are_left(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    triplicate.build(folder, tmp_path / "out", ["pdf"])
    (folder / "report.yaml").write_text("kind: [")
    with pytest.raises(triplicate.TriplicateError):
        triplicate.build(folder, tmp_path / "out", ["pdf"])
    assert list(temporary.iterdir()) == []


def test_every_fact_is_printed_in_the_reports_language(folder: Path, tmp_path: Path) -> None:
    report = folder / "report.yaml"
    facts = (
        "language: fr\nsymbol: TD/B/21\nstatus: draft\ndistribution: Générale\n"
        "session: Dixième session\nagenda_item: 4 a)\noriginal_language: en\nauthors: [A. Martin]"
    )
    report.write_text(report.read_text(encoding="utf-8").replace("language: en", facts))
    opening = folder / "opening.md"
    opening.write_text(opening.read_text(encoding="utf-8").replace("| spell_out | capitalize", ""))
    page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text(encoding="utf-8")
    masthead = page[page.index("<header") : page.index("</header>")]
    for text in ("TD/B/21", "Dixième session", "16 novembre 2011", "A. Martin", "Projet"):
        assert text in masthead
    for text in ("Distribution\u00a0: Générale", "Original\u00a0: anglais", "jour\u00a0: 4 a)"):
        assert text in masthead
    assert 'data-page="Page" data-of="sur"' in page


def test_several_days_are_no_time_element_as_html_has_none_for_them(
    folder: Path, tmp_path: Path
) -> None:
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    days = "date: {start: 2011-11-14, end: 2011-11-16}"
    report.write_text(text.replace("date: 2011-11-16", days), encoding="utf-8")
    page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text(encoding="utf-8")
    assert '<p class="date" id="date">14–16 November 2011</p>' in page
    assert "<time" not in page


def test_a_title_of_many_words_is_set_smaller(folder: Path, tmp_path: Path) -> None:
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    for words, class_ in ((6, "title"), (20, "title long")):
        title = "title: " + " ".join(["Word"] * words)
        report.write_text(re.sub("^title: .*$", title, text, flags=re.M), encoding="utf-8")
        page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text("utf-8")
        assert f'<h1 class="{class_}" id="title"' in page


@pytest.mark.parametrize(
    ("facts", "running"),
    [
        ("title: A meeting", None),
        ("title: A meeting\nshort_title: Meeting", "Meeting"),
        (
            "title: " + "Words of a title, " * 8 + "the end",
            "Words of a title, Words of a title, Words of a title, Words of a…",
        ),
    ],
)
def test_running_headers_have_a_title_that_goes_into_one_line(
    folder: Path, tmp_path: Path, facts: str, running: str | None
) -> None:
    report = folder / "report.yaml"
    text = re.sub("^title: .*$", facts, report.read_text(encoding="utf-8"), flags=re.M)
    report.write_text(text, encoding="utf-8")
    files = triplicate.build(folder, tmp_path).files
    title = re.search("<h1[^>]*>", files["html"].read_text("utf-8"))
    assert title is not None
    assert re.findall('data-running="(.*?)"', title[0]) == ([running] if running else [])
    with ZipFile(files["docx"]) as word:
        headers = [word.read(name).decode() for name in word.namelist() if "header" in name]
    assert any((running or "A meeting") in header for header in headers)


def test_a_font_that_the_theme_lacks_is_an_error_at_its_place(folder: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(Path(__file__).parents[1] / "templates", theme)
    sheet = theme / "report.css"
    css = sheet.read_text(encoding="utf-8").replace(
        '--text-font: "Literata"', '--text-font: "Garamond"'
    )
    sheet.write_text(css, encoding="utf-8")
    (found,) = triplicate.check(folder, theme)
    assert found.rule == "font-known"
    assert found.span is not None
    assert "Garamond" in css.splitlines()[found.span.line - 1]


def test_headings_without_numbers_do_not_hang(folder: Path, tmp_path: Path) -> None:
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("[upper-alpha, decimal, dash]", "[none, none, none]"))
    page = triplicate.build(folder, tmp_path, ["html"]).files["html"].read_text(encoding="utf-8")
    assert page.count('class="unnumbered"') == 9


def test_one_edition_may_be_named_without_a_list(folder: Path, tmp_path: Path) -> None:
    assert list(triplicate.build(folder, tmp_path, "html").files) == ["html"]
    with pytest.raises(ValueError, match="found none"):
        triplicate.build(folder, tmp_path, [])


def test_what_the_pdf_cannot_say_is_warned_of(folder: Path, tmp_path: Path) -> None:
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    (theme / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9Z"/></svg>'
    )
    page = theme / "report.html.j2"
    images = '<p><img src="logo.svg"><img src="logo.svg" alt=""></p>'
    page.write_text(page.read_text().replace("</main>", f"{images}</main>"))
    found = triplicate.build(folder, tmp_path / "out", ["pdf"], theme=theme).diagnostics
    assert [item.message for item in found if "alt" in item.message] == [
        "expected CSS and HTML that can be laid out, "
        'found: Image "logo.svg" has no required alt description'
    ]


def test_a_list_begins_with_the_number_that_was_typed_in_each_edition(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "opening.md").write_text("4. Four\n5. Five\n\n   0. Zero\n")
    files = triplicate.build(folder, tmp_path / "out").files
    for reading in (read_pdf(files["pdf"]), read_docx(files["docx"]), read_html(files["html"])):
        found = [block.number for block in reading.blocks if block.kind == "item"]
        assert found[:3] == ["4.", "5.", "0."]
