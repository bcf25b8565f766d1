"""Lowering (stage 7c): where the margin boxes along an edge stand in a line of a header.

Input: their styles, how wide their words are, the room that they share; in pixels. Output: tab
stops and indents, from where the lines of the text area begin; what does not fit is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.units import computed, known_length, length
from triplicate.editions.docx.lower.pages.limits import report_on_page
from triplicate.editions.docx.lower.pages.marginboxes import PLACES, inset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.pages.marginlines import Written

KINDS, SHARES = ("left", "center", "right"), (0.0, 0.5, 1.0)
SLACK = 1.03  # words may be a little wider than the font says


class Row(NamedTuple):
    """The boxes along an edge by place, and the ``width`` that they share.

    ``order`` is that of the places along a line; ``beyond`` is how far the room goes beyond the
    text area, where lines begin and where they end.
    """

    used: Mapping[str, Any]
    rtl: bool
    width: float
    beyond: tuple[float, float]

    @property
    def order(self) -> tuple[str, str, str]:
        """The places, from where lines begin."""
        left, center, right = PLACES
        return (right, center, left) if self.rtl else (left, center, right)

    def kind(self, place: str, align: str | None) -> str:
        """Word's name of the stop that a box stands at, whose text is aligned so.

        As wide as its words a box stands at its place, whatever its text is aligned at.
        """
        usual = KINDS[self.order.index(place)]
        return (align if align in KINDS else "left") if self.is_stated(place) else usual

    def is_stated(self, place: str) -> bool:
        """Whether a box is not as wide as its words."""
        return any(
            known_length(computed(self.used[place], name), self.width)
            for name in ("width", "min_width")
        )

    def ends(self, place: str, words: float) -> tuple[float, float]:
        """Where the content of a box with ``words`` so wide begins and ends."""
        style, share = self.used[place], SHARES[self.order.index(place)]
        sides = ("right", "left") if self.rtl else ("left", "right")
        before, after = (inset(style, side, self.width) for side in sides)
        width = self.inner(place, words)
        start = before + share * (self.width - before - after - width) - self.beyond[0]
        return start, start + width

    def stop(self, place: str, kind: str, words: float) -> float:
        """Where the text of a box begins, ends or has its middle."""
        start, end = self.ends(place, words)
        return {"left": start, "right": end}.get(kind, (start + end) / 2)

    def alone(self, place: str) -> tuple[float, float]:
        """The indents of a box that has the edge for itself."""
        whole = self.width - sum(inset(self.used[place], side, self.width) for side in KINDS[::2])
        start, end = self.ends(place, self.inner(place, 0.0) if self.is_stated(place) else whole)
        return start, self.width - self.beyond[0] - self.beyond[1] - end

    def inner(self, place: str, words: float) -> float:
        """How wide the content of a box is."""
        style = self.used[place]
        width, least, most = (
            known_length(computed(style, name), self.width)
            for name in ("width", "min_width", "max_width")
        )
        width = words if width is None else self._content(style, width)
        width = width if most is None else min(width, self._content(style, most))
        return width if least is None else max(width, self._content(style, least))

    def _content(self, style: Any, width: float) -> float:
        if style["box_sizing"] != "border-box":
            return width
        edges = (f"{name}_{side}" for name in ("padding",) for side in ("left", "right"))
        lines = (f"border_{side}_width" for side in ("left", "right"))
        taken = sum(length(computed(style, name), self.width) for name in (*edges, *lines))
        return max(0.0, width - taken)


def check_fit(row: Row, text: Written, side: str, context: Context) -> None:
    """Report boxes of an edge whose words do not fit into a line each, as Word sets them."""
    for place, width in _given(row, text.widths).items():
        if place in text.breaking and text.widths[place] > width * SLACK:
            stated = known_length(computed(row.used[place], "width"), row.width)
            name = "content" if stated is None else "width"
            where = f"@{side}-{place}"
            message = f"expected words in one line beside other margin boxes, found more on {where}"
            report_on_page(name, where, message, context, rule="word-margin-box")


def _given(row: Row, words: Mapping[str, float]) -> dict[str, float]:
    """How wide the content of boxes is that share an edge, as WeasyPrint 70 has it.

    It takes their margins and padding off once more (``page.compute_variable_dimension``).
    """
    inner = {place: row.inner(place, words[place]) for place in row.used}
    around = {
        place: inset(style, "left", row.width) + inset(style, "right", row.width)
        for place, style in row.used.items()
    }
    outer = {place: inner[place] + around[place] for place in row.used}
    free = [
        place
        for place, style in row.used.items()
        if known_length(computed(style, "width"), row.width) is None
    ]
    sides = [place for place in row.used if place != "center"]
    if "center" in row.used:
        most = 2 * max(outer[place] for place in sides)
        if "center" in free:
            rest = row.width - outer["center"] - most
            whole = outer["center"] + most
            share = rest * outer["center"] / whole if rest > 0 < whole else rest
            inner["center"] = min(inner["center"], inner["center"] + share - around["center"])
        half = (row.width - inner["center"] - around["center"]) / 2
        inner |= {p: min(inner[p], half - around[p]) for p in sides if p in free}
        return inner
    rest = row.width - sum(outer.values())
    for place in (place for place in sides if place in free):
        share, whole = rest, sum(outer.values())
        if len(free) > 1 and rest > 0 < whole:
            share = rest * outer[place] / whole - around[place]
        inner[place] = min(inner[place], inner[place] + share)
    return inner
