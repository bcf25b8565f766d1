"""Lowering (stage 7c): the properties of boxes that Word has nothing for.

Input: computed values. Output: whether they do no harm; the words for a warning where they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.inlinelooks import DECORATIONS, decorations_in_vain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class Limit(NamedTuple):
    """What Word expects instead, how authors write the property, which values do no harm."""

    expected: str
    written: str
    is_harmless: Callable[[Any], bool]


def is_none(value: Any) -> bool:
    """Whether a value asks for nothing."""
    return value in ("none", "auto", "normal", "visible", 1, (), None)


def _is_square(radii: Any) -> bool:
    return all(getattr(radius, "value", radius) == 0 for radius in radii)


def _are_none(images: Any) -> bool:
    return all(kind == "none" for kind, _ in images)


def _is_no_image(image: Any) -> bool:
    return bool(image[0] == "none")


def _reach_borders(clips: Any) -> bool:
    return "content-box" not in clips


def is_at_place(value: Any) -> bool:
    """Whether an offset of a box moves it nowhere."""
    return getattr(value, "value", value) in (0, "auto")


def is_zero(value: Any) -> bool:
    """Whether a length is none."""
    return getattr(value, "value", value) in (0, "normal")


def _is_not_over(lines: Any) -> bool:
    return "overline" not in lines


def _are_common(ligatures: Any) -> bool:
    return ligatures in ("normal", "common-ligatures", ("common-ligatures",))


def _are_sized(digits: Any) -> bool:
    """Whether digits are such as Word has: of one width or not."""
    return digits == "normal" or set(digits) <= {"tabular-nums", "proportional-nums"}


def _is_at_most_two(lines: int) -> bool:
    return lines <= 2


def _leave_pages(counters: Any) -> bool:
    return isinstance(counters, str) or all(name != "page" for name, _ in counters)


def _is_seen(color: Any) -> bool:
    return bool(color == "currentcolor" or color.alpha > 0)


_SQUARE = Limit("boxes with square corners", "border-radius", _is_square)
LIMITS = {
    **{f"border_{y}_{x}_radius": _SQUARE for y in ("top", "bottom") for x in ("left", "right")},
    "border_image_source": Limit("borders of lines", "border-image", _is_no_image),
    "mask_border_source": Limit("boxes without masks", "mask-border", _is_no_image),
    "background_clip": Limit("fills up to the border", "background-clip", _reach_borders),
    "box_shadow": Limit("boxes without shadows", "box-shadow", is_none),
    "outline_style": Limit("borders instead of outlines", "outline", is_none),
    "font_feature_settings": Limit(
        "letters as the font has them", "font-feature-settings", is_none
    ),
    "background_image": Limit("boxes filled with one colour", "background-image", _are_none),
    "transform": Limit("boxes that are neither turned nor moved", "transform", is_none),
    "opacity": Limit("boxes that are not translucent", "opacity", is_none),
    "word_spacing": Limit("spaces as wide as the font has them", "word-spacing", is_zero),
    "text_decoration_line": Limit("lines under or through text", "text-decoration", _is_not_over),
    "font_stretch": Limit("letters as wide as the font has them", "font-stretch", is_none),
    "hyphenate_limit_chars": Limit(
        "hyphens where Word puts them", "hyphenate-limit-chars", lambda limits: limits == (5, 2, 2)
    ),
    "word_break": Limit("lines that break between words", "word-break", is_none),
    "color": Limit("text that is to be seen", "color", _is_seen),
    "hyphenate_character": Limit(
        "hyphens of Word's own", "hyphenate-character", lambda hyphen: hyphen in ("‐", "-", "auto")
    ),
    "font_kerning": Limit("letters that are kerned", "font-kerning", lambda kern: kern != "none"),
    "font_variant_ligatures": Limit("the usual ligatures", "font-variant-ligatures", _are_common),
    "font_variant_caps": Limit(
        "small capitals of one kind",
        "font-variant-caps",
        lambda caps: caps in ("normal", "small-caps", "all-small-caps"),
    ),
    "font_variant_position": Limit(
        "letters raised by `vertical-align`", "font-variant-position", is_none
    ),
    "font_variation_settings": Limit(
        "letters as the font has them", "font-variation-settings", is_none
    ),
    "text_underline_offset": Limit(
        "lines as far below as Word has them", "text-underline-offset", is_none
    ),
    "font_variant_numeric": Limit("digits of one width or not", "font-variant-numeric", _are_sized),
    **{
        f"font_variant_{kind}": Limit(
            "letters as the font has them", f"font-variant-{kind.replace('_', '-')}", is_none
        )
        for kind in ("alternates", "east_asian")
    },
    "font_language_override": Limit(
        "letters as the font has them", "font-language-override", is_none
    ),
    "hyphenate_limit_zone": Limit("hyphens where Word puts them", "hyphenate-limit-zone", is_zero),
    "max_lines": Limit("all of the text", "line-clamp", lambda lines: lines == "none"),
    **{
        name: Limit("two lines of a paragraph on each page", name, _is_at_most_two)
        for name in ("orphans", "widows")
    },
    "text_overflow": Limit("all of the text", "text-overflow", lambda end: end == "clip"),
    "visibility": Limit("text that is to be seen", "visibility", is_none),
}

_SIDES = {
    "ltr": {"start": "left", "end": "right"},
    "rtl": {"start": "right", "end": "left"},
}

# Of the boxes of elements alone: the layout counts pages as @page says.
BOX_LIMITS = LIMITS | {
    name: Limit("page numbers that @page sets", name.replace("_", "-"), _leave_pages)
    for name in ("counter_reset", "counter_set", "counter_increment")
}


def in_vain(style: Any, limits: Mapping[str, Limit]) -> Iterator[Limit]:
    """What a style declares in vain: ``limits``, and how lines at text look."""
    for name in sorted(limits.keys() & style.cascaded.keys()):
        if not limits[name].is_harmless(style[name]):
            yield limits[name]
    if not DECORATIONS.isdisjoint(style.cascaded):
        yield from (Limit(*words, bool) for words in decorations_in_vain(style))


def begins_last_line(style: Any) -> bool:
    """Whether the last line of a paragraph is set as the others, or begins as Word's do."""
    if "text_align_last" not in style.cascaded:
        return True
    last, others = style["text_align_last"], style["text_align_all"]
    if others == "justify":
        return last in ("auto", "start")
    sides = _SIDES[style["direction"]]
    return last in ("auto", others) or sides.get(last, last) == sides.get(others, others)
