"""Canaries: how WeasyPrint sets tab stops."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import styled
from triplicate.layout.tabs import tab_distance


@pytest.mark.parametrize(
    ("css", "distance"),
    [
        ("tab-size: 50px", 50),
        ("tab-size: 50px; letter-spacing: 2pt", 50),
        # The space of Literata is 0.2 em wide.
        ("font: 20px Literata; tab-size: 4", 16),
        ("font: 20px Literata", 32),
    ],
)
def test_the_distance_of_tab_stops_is_that_of_the_layout(css: str, distance: float) -> None:
    tree = styled('<html lang="en"><pre>a\tb</pre></html>', f"pre {{ {css} }}")
    pre = next(box for box in tree.root.descendants() if box.element_tag == "pre")
    assert tab_distance(pre.style) == pytest.approx(distance)
