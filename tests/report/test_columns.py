"""Widths for table columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.report.columns import column_shares


@given(
    st.integers(1, 12).flatmap(
        lambda rows: st.lists(
            st.lists(st.text(max_size=80), min_size=rows, max_size=rows), min_size=1, max_size=8
        )
    )
)
def test_shares_are_positive_and_make_one(columns: list[list[str]]) -> None:
    shares = column_shares(columns)
    assert len(shares) == len(columns)
    assert all(share > 0 for share in shares)
    assert sum(shares) == pytest.approx(1)


def test_columns_that_fit_get_what_they_need() -> None:
    assert column_shares([["a" * 8], ["b" * 18]]) == pytest.approx((11 / 32, 21 / 32), abs=1e-3)


def test_equal_columns_share_equally() -> None:
    shares = column_shares([["word " * 20]] * 4)
    assert max(shares) - min(shares) < 0.05


def test_a_long_column_gets_more_than_a_short_one() -> None:
    names, organizations = ["Househam, Anita"] * 40, ["United Nations Global Compact " * 4] * 40
    name, organization = column_shares([names, organizations])
    assert organization > 2 * name


def test_a_column_is_never_narrower_than_its_words() -> None:
    shares = column_shares([["Internationalization"] * 3, ["word " * 200] * 3])
    assert shares[0] * 90 >= len("Internationalization")


def test_forty_thousand_rows_are_measured() -> None:
    shares = column_shares([[f"name {n}" for n in range(40_000)], ["organization " * 6] * 40_000])
    assert shares[1] > shares[0]


def test_no_columns_have_no_shares() -> None:
    assert column_shares([]) == ()
