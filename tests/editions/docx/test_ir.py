from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from triplicate.editions.docx import ir

RUNS = st.builds(
    ir.RunFormat,
    font=st.none() | st.sampled_from(["A", "B"]),
    bold=st.none() | st.booleans(),
    size=st.none() | st.integers(2, 200),
)


@given(RUNS, RUNS)
def test_what_differs_laid_over_the_base_gives_what_was_wanted(
    wanted: ir.RunFormat, base: ir.RunFormat
) -> None:
    again = ir.overlay(base, ir.difference(wanted, base))
    stated = [name for name in wanted._fields if getattr(wanted, name) is not None]
    assert all(getattr(again, name) == getattr(wanted, name) for name in stated)


@given(RUNS)
def test_nothing_differs_from_itself(run: ir.RunFormat) -> None:
    assert ir.difference(run, run) == ir.RunFormat()


def test_a_line_rule_is_stated_with_its_pitch() -> None:
    exact = ir.ParagraphFormat(line=ir.Line(300, "exact"))
    least = ir.ParagraphFormat(line=ir.Line(300, "atLeast"))
    assert ir.difference(least, exact).line == ir.Line(300, "atLeast")
