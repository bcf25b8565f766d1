from __future__ import annotations

from xml.etree import ElementTree

import pytest

from triplicate.layout.ruby import print_readings


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("漢<rt>kan</rt>字<rt>ji</rt>", "漢(kan)字(ji)"),
        ("漢<rp>[</rp><rt>kan</rt><rp>]</rp>字", "漢[kan]字"),
        ("<rb>漢</rb><rtc><rt>kan</rt></rtc>", "漢(kan)"),
    ],
)
def test_readings_stand_in_brackets(markup: str, text: str) -> None:
    root = ElementTree.fromstring(f"<p><ruby>{markup}</ruby></p>")
    print_readings(root)
    assert "".join(root.itertext()) == text
    assert all((one.get("style") or "").startswith("display: inline") for one in root.iter("rp"))
