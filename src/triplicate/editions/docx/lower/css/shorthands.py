"""The properties that set others, by which a declaration is found in a style sheet."""

from __future__ import annotations

_AROUND = ("top", "right", "bottom", "left", "inline", "inline-start", "inline-end")
# What else sets a property than its own name.
SHORTHANDS = {
    "break-before": ("page-break-before", "break-after", "page-break-after"),
    "background": ("background-color", "background-image"),
    "background-color": ("background",),
    "background-image": ("background",),
    "column-count": ("columns",),
    "column-width": ("columns",),
    "column-rule": ("column-rule-color", "column-rule-width", "column-rule-style"),
    "border": tuple(
        f"border-{side}{part}"
        for side in ("top", "right", "bottom", "left")
        for part in ("", "-width", "-style", "-color")
    ),
    **{f"border-{side}": ("border", f"border-{side}-style") for side in _AROUND[:4]},
    "border-image": ("border-image-source",),
    "border-radius": tuple(
        f"border-{y}-{x}-radius" for y in ("top", "bottom") for x in ("left", "right")
    ),
    **{name: tuple(f"{name}-{side}" for side in _AROUND) for name in ("margin", "padding")},
    "line-clamp": ("max-lines",),
    "mask-border": ("mask-border-source",),
    "outline": ("outline-style",),
    **{f"text-decoration-{part}": ("text-decoration",) for part in ("style", "color", "thickness")},
    "text-align-last": ("text-align",),
    "text-decoration": ("text-decoration-line",),
    "width": ("max-width", "min-width", "height", "max-height", "min-height"),
}
