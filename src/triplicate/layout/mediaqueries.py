"""Media queries, as a page that is printed answers them (Media Queries 4 and 5).

WeasyPrint 70 knows media types alone and drops what else is asked for. Input: the tokens of a
query. Output: whether it applies to paper. A guarded patch of
``weasyprint.css.media_queries.parse_media_query``, in force only inside the context manager.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What is known before any @page rule is: an A4 page within WeasyPrint's own margins, in pixels.
# Browsers ask the same, so pages for telephones and screens are laid out as when printed there.
LENGTHS = {"width": 793.7 - 150, "height": 1122.5 - 150}
LENGTHS |= {f"device-{name}": value for name, value in LENGTHS.items()}
NUMBERS = {"color": 8.0, "color-index": 0.0, "monochrome": 0.0, "grid": 0.0, "resolution": 3.125}
RATIOS = {"aspect-ratio", "device-aspect-ratio"}
# The values that are true; where a feature stands alone, it is true unless they say "none".
WORDS = {
    **dict.fromkeys(("hover", "any-hover", "pointer", "any-pointer", "update"), ("none",)),
    **dict.fromkeys(("scripting", "overflow-inline", "forced-colors"), ("none",)),
    **dict.fromkeys(("inverted-colors", "video-dynamic-range"), ("none", "standard")),
    **dict.fromkeys(
        ("prefers-reduced-motion", "prefers-reduced-transparency", "prefers-reduced-data"),
        ("no-preference", "none"),
    ),
    "prefers-contrast": ("no-preference", "none"),
    "prefers-color-scheme": ("light",),
    "orientation": ("portrait",),
    "overflow-block": ("paged",),
    "display-mode": ("browser",),
    "color-gamut": ("srgb",),
    "dynamic-range": ("standard",),
}
PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "in": 96.0, "cm": 96 / 2.54}
PIXELS |= {"mm": 9.6 / 2.54, "pc": 16.0, "dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
# Opera's and WebKit's, before `resolution` was one.
_PREFIXED = re.compile(r"^-(?:webkit|o)-(min-|max-|)device-pixel-ratio$")
_COMPARED = {"<": (-1,), ">": (1,), "=": (0,), "<=": (-1, 0), ">=": (1, 0)}
_SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


@contextmanager
def printed_media() -> Iterator[None]:
    """Let WeasyPrint ask here whether the rules of an ``@media`` are for paper."""
    from weasyprint.css import media_queries

    parse = media_queries.parse_media_query
    media_queries.parse_media_query = _types
    try:
        yield
    finally:
        media_queries.parse_media_query = parse


def is_printed(query: str) -> bool:
    """Whether a list of media queries, as in an attribute, applies to paper."""
    import tinycss2

    return "print" in _types(tinycss2.parse_component_value_list(query))


def _types(tokens: Sequence[Any]) -> list[str]:
    """The list of media types that says the same to WeasyPrint."""
    from weasyprint.css.tokens import split_on_comma

    kept = [token for token in tokens if token.type not in ("whitespace", "comment")]
    parts = split_on_comma(kept) if kept else []
    return ["print" if not kept or any(map(_query, parts)) else "screen"]


def _query(tokens: list[Any]) -> bool:
    """One query: ``not? only? type (and condition)*``, or a condition."""
    words = [token.lower_value if token.type == "ident" else "" for token in tokens]
    if not words:
        return False
    negated = words[0] == "not" and len(words) > 1 and words[1] != ""
    start = 1 if negated or words[0] == "only" else 0
    if words[start : start + 1] in ([""], ["not"], []):
        return _condition(tokens) is True
    rest = tokens[start + 1 :]
    known = words[start] in ("all", "print")
    if not rest:
        return known != negated
    if words[start + 1] != "and":
        return False
    answer = _condition(rest[1:])
    return answer is not None and (known and answer) != negated


def _condition(tokens: list[Any]) -> bool | None:
    """Conditions joined by "and" or "or"; None where one is unknown and decides."""
    answers: list[bool | None] = []
    joined, negated = "and", False
    for token in tokens:
        if token.type == "ident" and token.lower_value == "not":
            negated = True
        elif token.type == "ident" and token.lower_value in ("and", "or"):
            joined = token.lower_value
        elif token.type == "() block":
            answer = _in_brackets(token.content)
            answers.append(answer if answer is None or not negated else not answer)
            negated = False
        else:
            return None
    deciding = joined == "or"
    if deciding in answers:
        return deciding
    return None if None in answers or not answers else not deciding


def _in_brackets(content: Sequence[Any]) -> bool | None:
    """A condition in brackets, or a feature: ``name``, ``name: value``, ``name >= value``."""
    import tinycss2

    tokens = [token for token in content if token.type not in ("whitespace", "comment")]
    if tokens and (
        tokens[0].type == "() block"
        or (tokens[0].type == "ident" and tokens[0].lower_value == "not")
    ):
        return _condition(tokens)
    text = tinycss2.serialize(tokens).lower().replace("/**/", "")
    if ":" in text:
        name, _, value = text.partition(":")
        return _feature(name.strip(), value.strip())
    parts = re.split(r"([<>]=?|=)", text)
    if len(parts) == 1:
        return _alone(text.strip())
    return _range([part.strip() for part in parts])


def _feature(name: str, value: str) -> bool | None:
    """``name: value``, where the name may begin with ``min-`` or ``max-``."""
    name = _PREFIXED.sub(r"\1resolution", name)
    if name in WORDS:
        return value in WORDS[name]
    sign = {"min-": ">=", "max-": "<="}.get(name[:4], "=")
    return _compare(name if sign == "=" else name[4:], sign, value)


def _alone(name: str) -> bool | None:
    if name in WORDS:
        return not {"none", "no-preference"} & set(WORDS[name])
    number = _known(name)
    return None if number is None else number != 0


def _range(parts: list[str]) -> bool | None:
    """``name < value``, ``value < name``, ``value < name < value``."""
    if _known(parts[0]) is not None and len(parts) == 3:
        return _compare(*parts)
    if len(parts) not in (3, 5) or _known(parts[2]) is None:
        return None
    first = _compare(parts[2], _SWAPPED[parts[1]], parts[0])
    second = _compare(*parts[2:]) if len(parts) == 5 else True
    return None if first is None or second is None else first and second


def _compare(name: str, sign: str, value: str) -> bool | None:
    known, asked = _known(name), _amount(value)
    if known is None or asked is None:
        return None
    return (known > asked) - (known < asked) in _COMPARED[sign]


def _known(name: str) -> float | None:
    if name in RATIOS:
        return LENGTHS["width"] / LENGTHS["height"]
    return LENGTHS.get(name, NUMBERS.get(name))


def _amount(value: str) -> float | None:
    """A length in pixels, a resolution in dots a pixel, a number, or a ratio."""
    found = re.fullmatch(r"([+-]?[\d.]+(?:e[+-]?\d+)?)([a-z]*)(?:\s*/\s*([\d.]+))?", value)
    if found is None or (found[2] and found[2] not in PIXELS):
        return None
    try:
        return float(found[1]) * PIXELS.get(found[2], 1.0) / float(found[3] or 1)
    except (ValueError, ZeroDivisionError):
        return None
