from __future__ import annotations

from struct import pack_into

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editions.docx.words import faces
from triplicate.editions.docx.fontfile import read_font

LITERATA = next(face.path.read_bytes() for face in faces() if face.family == "Literata")


def with_rights(rights: int) -> bytes:
    data = bytearray(LITERATA)
    records = (data[12 + 16 * index : 28 + 16 * index] for index in range(data[5]))
    record = next(record for record in records if record[:4] == b"OS/2")
    pack_into(">H", data, int.from_bytes(record[8:12]) + 8, rights)
    return bytes(data)


def test_a_line_is_as_high_as_the_font_says() -> None:
    assert read_font(LITERATA).line == pytest.approx(1.485)


@pytest.mark.parametrize(
    ("rights", "embeddable"),
    [(0, True), (8, True), (2, False), (4, False), (0x200, False), (0x100, True)],
)
def test_rights_decide_whether_a_font_may_travel(rights: int, embeddable: bool) -> None:
    assert read_font(with_rights(rights)).embeddable is embeddable


@given(st.binary(max_size=400))
def test_other_bytes_are_no_font(data: bytes) -> None:
    with pytest.raises(ValueError, match="expected a TrueType or OpenType font"):
        read_font(data)


@given(st.integers(0, 12 + 16 * LITERATA[5]))
def test_a_font_without_its_tables_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="expected a TrueType or OpenType font"):
        read_font(LITERATA[:size])
