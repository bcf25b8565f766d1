"""A PDF page's content stream as the text it shows, with the mark each piece stands under.

Input: a page. Output: `Shown` pieces in drawing order: text through ToUnicode, position, and the
marked content (MCID or artifact) around it. Only the operators that matter to text are followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from tests.readback.pdf_fonts import PdfFont, read_font

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})


@dataclass(frozen=True, slots=True)
class Shown:
    """One string on a page; ``x``, ``y``: where it starts, in points from the page's origin.

    ``mcid`` is None outside marked content of the structure tree; ``artifact`` holds the artifact's
    type ("Pagination", or "" for one without) and is None outside artifacts.
    """

    text: str
    font: PdfFont
    raw: bytes
    x: float
    y: float
    mcid: int | None
    artifact: str | None


@dataclass(slots=True)
class _State:
    transform: Matrix = _IDENTITY
    font: PdfFont | None = None
    leading: float = 0


@dataclass(slots=True)
class _Reader:
    fonts: dict[Any, PdfFont]
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    line: Matrix = _IDENTITY
    marks: list[tuple[str, Any]] = field(default_factory=list)

    def read(self, stream: Any, resources: Any) -> Iterator[Shown]:
        for instruction in pikepdf.parse_content_stream(stream):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator in _SHOWS:
                self._move_for(operator)
                yield self._shown(operands[-1])
            elif operator == "Do":
                yield from self._form(resources.XObject[operands[0]], resources)
            elif operator in {"BMC", "BDC", "EMC"}:
                self._mark(operator, operands, resources)
            else:
                self._set(operator, operands, resources)

    def _form(self, form: Any, resources: Any) -> Iterator[Shown]:
        if form.Subtype != "/Form":
            return
        self._set("q", [], resources)
        self._set("cm", list(form.get("/Matrix", _IDENTITY)), resources)
        yield from self.read(form, form.get("/Resources", resources))
        self._set("Q", [], resources)

    def _mark(self, operator: str, operands: list[Any], resources: Any) -> None:
        if operator == "EMC":
            self.marks.pop()
            return
        properties = operands[1] if operator == "BDC" else {}
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[properties]
        self.marks.append((str(operands[0]), properties))

    def _set(self, operator: str, operands: list[Any], resources: Any) -> None:
        state = self.state
        if operator == "q":
            self.saved.append(_State(state.transform, state.font, state.leading))
        elif operator == "Q":
            self.state = self.saved.pop()
        elif operator == "cm":
            state.transform = _product(_matrix(operands), state.transform)
        elif operator == "BT":
            self.line = _IDENTITY
        elif operator == "Tf":
            state.font = self._font(resources.Font[operands[0]])
        elif operator == "TL":
            state.leading = float(operands[0])
        elif operator == "Tm":
            self.line = _matrix(operands)
        elif operator in {"Td", "TD"}:
            self.line = _product((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)
            state.leading = -float(operands[1]) if operator == "TD" else state.leading
        elif operator == "T*":
            self._move_for("'")

    def _move_for(self, operator: str) -> None:
        if operator in {"'", '"'}:
            self.line = _product((1, 0, 0, 1, 0, -self.state.leading), self.line)

    def _font(self, font: Any) -> PdfFont:
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = read_font(font)
        return self.fonts[font.objgen]

    def _shown(self, operand: Any) -> Shown:
        assert self.state.font is not None, "text is shown before a font is chosen"
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        place = _product(self.line, self.state.transform)
        artifacts = [properties for tag, properties in self.marks if tag == "/Artifact"]
        numbers = [int(mark["/MCID"]) for _, mark in self.marks if "/MCID" in mark]
        replaced = [str(mark["/ActualText"]) for _, mark in self.marks if "/ActualText" in mark]
        return Shown(
            text=replaced[0] if replaced else self.state.font.text(raw),
            font=self.state.font,
            raw=raw,
            x=place[4],
            y=place[5],
            mcid=numbers[-1] if numbers else None,
            artifact=str(artifacts[0].get("/Type", "")).lstrip("/") if artifacts else None,
        )


def shown_on(page: pikepdf.Page, fonts: dict[Any, PdfFont]) -> list[Shown]:
    """Every string that ``page`` shows; ``fonts`` remembers fonts between pages."""
    return list(_Reader(fonts).read(page, page.obj.Resources))


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
