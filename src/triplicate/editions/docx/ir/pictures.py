"""Pictures: their files, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx.ir.formats import NO_BORDER, Border, RunFormat

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.formats import Beside


class Image(NamedTuple):
    """A picture's file: ``kind`` is "png", "jpeg" or "svg"; an SVG has a PNG besides."""

    kind: str
    data: bytes
    fall_back: bytes = b""


class Pin(NamedTuple):
    """A place over the text, or ``behind`` it, from the left and top edge of the page.

    Where it is not ``on_page``, from those of the column and the paragraph that the picture is in.
    """

    x: int
    y: int
    on_page: bool = True
    behind: bool = False


class Picture(NamedTuple):
    """A picture in a line, or beside the text: ``image`` is its place in the document's images.

    ``text`` is for those who do not see it; a ``decorative`` one needs none. ``crop`` has shares
    of the picture off its top, right, bottom and left. ``late`` is its place among the pictures
    that the pages know the sizes of, where only they do. A ``pin`` holds it where it is, and text
    does not go around it. ``rounding`` is the radius of its corners as a share of its shorter side,
    at most a half. ``width`` and ``height`` include the ``padding`` around it, by side as of
    ``crop``; its ``fill`` shows there, and through it.
    """

    image: int
    width: int
    height: int
    text: str = ""
    title: str = ""
    decorative: bool = False
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    border: Border = NO_BORDER
    beside: Beside | None = None
    late: int | None = None
    style: str = ""
    format: RunFormat = RunFormat()
    pin: Pin | None = None
    rounding: float = 0.0
    ellipse: bool = False
    opacity: float = 1.0
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    fill: str = ""
