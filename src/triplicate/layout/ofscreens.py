"""CSS that neither paper nor Word has a use for: what moves, scrolls, or waits for a pointer.

Input: a complaint of WeasyPrint's. Output: whether nothing is lost by what it is about, so that
nobody need be told.
"""

from __future__ import annotations

import re

# What office programs write into HTML for themselves; names that one browser has for a while.
_PREFIXES = re.compile(r"\*?-?(mso|webkit|moz|ms|o|khtml|apple|epub|xv)-|_\w", re.IGNORECASE)
_FAMILIES = re.compile(
    r"(animation|transition|scroll|scrollbar|overscroll|view-transition|contain-intrinsic|nav)-"
)
_PROPERTIES = frozenset(
    (
        "accent-color", "animation", "appearance", "backface-visibility", "behavior", "caret",
        "caret-color", "color-adjust", "color-scheme", "contain", "container", "container-name",
        "container-type", "content-visibility", "cursor", "field-sizing", "font-smooth",
        "font-smoothing", "forced-color-adjust", "ime-mode", "interactivity", "interpolate-size",
        "isolation", "osx-font-smoothing", "overflow-anchor",
        "overflow-scrolling",
        "overflow-x", "overflow-y", "panose-1", "pointer-events", "print-color-adjust", "resize",
        "tap-highlight-color", "text-rendering", "text-size-adjust", "touch-action",
        "touch-callout", "transition", "user-drag", "user-modify", "user-select", "will-change",
    )
)  # fmt: skip
# Values for screens, of one browser, or for Internet Explorer alone.
_VALUES = re.compile(
    r"-(webkit|moz|ms|o|khtml|pre)-|sticky\b|progid:|alpha\(opacity|.*\\9|.*-(webkit|moz|ms|o)-[\w-]+\(",
    re.IGNORECASE | re.DOTALL,
)
# Of properties that layout does not know, the values that browsers have of their own accord.
_IDLE = re.compile(r"(none|normal|auto|initial|inherit|unset|revert|1)\b(?! )", re.IGNORECASE)
_UNKNOWN = "unknown property"
_IGNORED = re.compile(r"Ignored `\s*([*\w-]+)\s*:?\s*(.*?)\s*` ?(?:at|,)", re.DOTALL)
_RULE = re.compile(
    r"Unknown (?:empty )?rule <AtRule "
    r"@(?:-\w+-[\w-]+|keyframes|viewport|view-transition|starting-style|scroll-timeline)\b"
)
_SELECTOR = re.compile(r"Invalid or unsupported selector, ['\"](.*?)['\"](?:, |$)", re.DOTALL)
_STATES = re.compile(
    r"::?-(webkit|moz|ms|o)-|::(selection|placeholder|backdrop|cue|file-selector-button|"
    r"target-text|spelling-error|grammar-error|highlight|view-transition|scroll-)"
    r"|:(hover|active|focus|focus-visible|focus-within|autofill|fullscreen|modal|popover-open|"
    r"picture-in-picture|playing|paused|user-valid|user-invalid|defined|placeholder-shown)\b",
    re.IGNORECASE,
)
_SOURCELESS = "Missing src descriptor in '@font-face' rule"


def unknown_property(message: str) -> str:
    """The property that WeasyPrint does not know, where a complaint is about that; else ""."""
    found = _IGNORED.match(message) if _UNKNOWN in message else None
    return found[1].lower() if found else ""


def is_of_screens(message: str) -> bool:
    """Whether what WeasyPrint has not understood would change nothing on paper."""
    if found := _IGNORED.match(message):
        name = found[1].lower()
        known = name in _PROPERTIES or _PREFIXES.match(name) or _FAMILIES.match(name)
        idle = _UNKNOWN in message and _IDLE.fullmatch(found[2])
        return bool(known or idle or _VALUES.match(found[2]))
    if found := _SELECTOR.match(message):
        return all(_STATES.search(part) for part in found[1].split(","))
    # Word describes a font of the machine so: no file is meant.
    return bool(_RULE.match(message) or message.startswith(_SOURCELESS))
