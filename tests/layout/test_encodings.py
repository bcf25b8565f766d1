"""`triplicate.layout.encodings`: bytes to text as browsers read files."""

from __future__ import annotations

from pathlib import Path

import pytest

import triplicate
from triplicate.diagnostics import Diagnostics
from triplicate.layout.encodings import decoded

LATE = b"<!--" + b" " * 1100 + b'--><meta charset="iso-8859-2">'


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Grün —".encode(), "<p>Grün —"),
        (b"<p>Gr\xfcn \x80", "<p>Grün €"),
        (b"\xef\xbb\xbf<p>Gr\xc3\xbcn", "<p>Grün"),
        ("\ufeff<p>Grün".encode("utf-16-le"), "<p>Grün"),
        ("\ufeff<p>Grün".encode("utf-16-be"), "<p>Grün"),
        ('\ufeff<meta charset="latin1"><p>ü'.encode(), '<meta charset="latin1"><p>ü'),
        ('<meta charset="shift_jis"><p>日'.encode("shift_jis"), '<meta charset="shift_jis"><p>日'),
        (LATE + b"<p>\xb1", LATE.decode() + "<p>ą"),
        (b'<meta charset="nonsense"><p>\xc3\xbc', '<meta charset="nonsense"><p>ü'),
        (b"", ""),
    ],
)
def test_pages_are_read_in_their_encoding(data: bytes, text: str) -> None:
    assert decoded(data) == (text, "", 0)


@pytest.mark.parametrize(
    ("head", "data", "found"),
    [
        ("utf-8", b"Gr\xfcn", "text in utf-8, found bytes that are none"),
        ("latin1", "Grün".encode(), "text in windows-1252, as it says, found UTF-8"),
    ],
)
def test_a_wrong_encoding_is_told_where_it_shows(
    tmp_path: Path, head: str, data: bytes, found: str
) -> None:
    path, problems = tmp_path / "page.html", Diagnostics()
    page = f'<meta charset="{head}">\n<p>'.encode() + data
    triplicate.html_to_docx(page, base_url=path, diagnostics=problems)
    (problem,) = problems.sorted()
    assert (problem.rule, problem.message) == ("page-encoding", f"expected {found}")
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (2, 6)


def test_a_replacement_character_of_the_page_is_none_of_a_fault() -> None:
    assert decoded("<p>\ufffd".encode()) == ("<p>\ufffd", "", 0)


def test_utf_16_that_a_page_names_itself_is_none() -> None:
    # Text in which that could be read is in another encoding (HTML 13.2.3.2).
    assert decoded('<meta charset="utf-16"><p>ü'.encode()).text.endswith("ü")
    found = decoded(b'<meta charset="utf-16"><p>\xfc')
    assert found.text.endswith("<p>\ufffd")
    assert found.problem
