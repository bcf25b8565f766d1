"""Lowering (stage 7c): CSS colours of all spaces to the "RRGGBB" that Word knows.

Input: tinycss2's colours, whose own conversions end short of sRGB. Output: channels from 0 to 1.
Matrices and curves are those of CSS Color 4, 10 and 18; what sRGB cannot show is clipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Matrix = tuple[tuple[float, float, float], ...]

TO_XYZ: dict[str, Matrix] = {
    "display-p3": (
        (0.486570948648216, 0.265667693169093, 0.198217285234363),
        (0.228974564069749, 0.691738521836506, 0.079286914093745),
        (0.0, 0.045113381858903, 1.043944368900976),
    ),
    "a98-rgb": (
        (0.576669042910131, 0.185558237906546, 0.188228646234995),
        (0.297344975250536, 0.627363566255466, 0.075291458493998),
        (0.027031361386412, 0.070688852535827, 0.991337536837639),
    ),
    "rec2020": (
        (0.636958048301291, 0.144616903586208, 0.168880975164172),
        (0.262700212011267, 0.677998071518871, 0.059301716469862),
        (0.0, 0.028072693049087, 1.060985057710791),
    ),
    "prophoto-rgb": (
        (0.797760489672303, 0.135185837175740, 0.031349349581525),
        (0.288071128229293, 0.711843217810102, 0.000085653960605),
        (0.0, 0.0, 0.825104602510460),
    ),
}
D50_TO_D65: Matrix = (
    (0.955473421488075, -0.023098454948765, 0.063259243200571),
    (-0.028369709333864, 1.009995398081304, 0.021041441191917),
    (0.012314014864482, -0.020507649298899, 1.330365926242124),
)
XYZ_TO_SRGB: Matrix = (
    (3.240969941904523, -1.537383177570094, -0.498610760293003),
    (-0.969243636280880, 1.875967501507720, 0.041555057407176),
    (0.055630079696994, -0.203976958888977, 1.056971514242879),
)


def srgb(color: Any) -> tuple[float, ...]:
    """The channels of a colour in sRGB."""
    values = tuple(value or 0.0 for value in color.coordinates)
    space = color.space
    if space in ("srgb", "hsl", "hwb"):
        channels: tuple[float, ...] = color.to("srgb").coordinates
    elif space == "srgb-linear":
        channels = _each(_coded, values)
    elif space == "device-cmyk":  # CSS Color 5, 10.3: the naive conversion
        *inks, black = values
        channels = tuple(1 - min(1, ink * (1 - black) + black) for ink in inks)
    else:
        channels = _each(_coded, _times(XYZ_TO_SRGB, _xyz(color, values)))
    return tuple(min(1.0, max(0.0, channel)) for channel in channels)


def luminance(channels: Iterable[float]) -> float:
    """How light a colour in sRGB is, from 0 to 1."""
    red, green, blue = map(_decoded, channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _xyz(color: Any, values: tuple[float, ...]) -> tuple[float, ...]:
    """CIE XYZ under daylight (D65)."""
    space = color.space
    if space in ("lab", "lch"):
        return _times(D50_TO_D65, color.to("xyz-d50").coordinates)
    if space in ("oklab", "oklch"):
        found: tuple[float, ...] = color.to("xyz-d65").coordinates
        return found
    if space not in TO_XYZ:
        return _times(D50_TO_D65, values) if space == "xyz-d50" else values
    xyz = _times(TO_XYZ[space], _each(_CURVES[space], values))
    return _times(D50_TO_D65, xyz) if space == "prophoto-rgb" else xyz


def _times(matrix: Matrix, vector: Iterable[float]) -> tuple[float, ...]:
    values = tuple(vector)
    return tuple(sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)


def _each(curve: Callable[[float], float], values: Iterable[float]) -> tuple[float, ...]:
    return tuple(curve(abs(value)) * (-1 if value < 0 else 1) for value in values)


def _coded(light: float) -> float:
    return float(1.055 * light ** (1 / 2.4) - 0.055) if light > 0.0031308 else 12.92 * light


def _decoded(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


_CURVES: dict[str, Callable[[float], float]] = {
    "display-p3": _decoded,
    "a98-rgb": lambda channel: float(channel ** (563 / 256)),
    "prophoto-rgb": lambda channel: channel / 16 if channel <= 16 / 512 else float(channel**1.8),
    "rec2020": lambda channel: (
        channel / 4.5
        if channel < 0.0812428583
        else float(((channel + 0.0992968268) / 1.0992968268) ** (1 / 0.45))
    ),
}
