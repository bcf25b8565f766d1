"""Bytes to text with lines and columns."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.source import Excerpt, Source, decode, read_source


def test_lines_and_columns_count_characters_not_bytes() -> None:
    source = Source("a", "für\n𝔘x")
    assert source.span(source.text.index("x")) == Span("a", 2, 2)
    assert source.span(1, 3) == Span("a", 1, 2, 1, 4)


def test_windows_and_old_mac_line_ends_count_as_one() -> None:
    source = decode(b"a\r\nb\rc\n", "a", Diagnostics())
    assert source is not None
    assert source.text == "a\nb\nc\n"


def test_a_byte_order_mark_is_dropped_in_silence() -> None:
    found = Diagnostics()
    source = decode(b"\xef\xbb\xbfa", "a", found)
    assert source is not None
    assert source.text == "a"
    assert not len(found)


def test_what_cannot_be_decoded_is_told_once_a_line_and_replaced() -> None:
    found = Diagnostics()
    source = decode(b"ok\nS\xf8ren \xe9\n", "a", found)
    assert source is not None
    assert source.text == "ok\nS\ufffdren \ufffd\n"
    (item,) = found
    assert item.span == Span("a", 2, 2, 2, 3)
    assert '"ø"' in item.message


def test_a_flood_of_bad_characters_is_told_in_few_lines() -> None:
    found = Diagnostics()
    decode(b"\x00\n\xff\n" * 10_000, "a", found)
    assert 0 < len(found) < 50


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"x" * 11)
    found = Diagnostics()
    assert read_source(path, "big", 10, found) is None
    assert found.has_errors


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    found = Diagnostics()
    assert read_source(tmp_path, "folder", 10, found) is None
    assert found.has_errors


@given(st.binary())
def test_any_bytes_give_clean_text_or_diagnostics(data: bytes) -> None:
    found = Diagnostics()
    source = decode(data, "a", found)
    if source is None:
        assert found.has_errors
    else:
        source.text.encode("utf-8")
        assert not any(char < " " and char not in "\t\n" for char in source.text)


@given(st.text(alphabet="ab\n"), st.data())
def test_place_and_offset_are_inverse(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    offset = data.draw(st.integers(0, len(text)))
    assert source.offset(*source.place(offset)) == offset


def test_an_excerpt_finds_its_characters_in_the_file() -> None:
    source = Source("a", "k: 'it''s'")
    excerpt = Excerpt(source, "it's", [4, 5, 6, 8, 9])
    assert excerpt.span(3, 4) == Span("a", 1, 9, 1, 10)
    assert excerpt.span(0, 4) == Span("a", 1, 5, 1, 10)
