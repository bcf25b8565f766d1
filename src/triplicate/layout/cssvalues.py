"""Values of declarations that WeasyPrint 70 stops at, or does not know, mended around it.

- Some values that make no sense are exceptions, not invalid values: ``calc(var(--none) + 1px)``
  where no such custom property is, ``min()``, ``attr()``, ``color()``, ``font: normal``.
- ``unset`` is unknown (CSS Cascade 4, 7.3.3).
- Percentages in ``calc()`` of fonts and lines (``font-size: calc(100% + 0.5vw)``) stay functions,
  which stops whoever asks for the size of the font; ``em`` in them asks for that size itself.

The patches are for good: styles are computed when somebody asks for a property, in lowering as much
as in layout, so there is no block that they could be in force in.
"""

from __future__ import annotations

from functools import partial, wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


def mend_values() -> None:
    """Let values without sense be invalid, and ``unset`` be known; once for each process."""
    from weasyprint import css
    from weasyprint.css.computed_values import COMPUTER_FUNCTIONS
    from weasyprint.css.properties import INHERITED
    from weasyprint.css.validation.descriptors import DESCRIPTORS
    from weasyprint.css.validation.expanders import EXPANDERS
    from weasyprint.css.validation.properties import PROPERTIES
    from weasyprint.layout import percent, preferred

    if hasattr(css.resolve_math, "__wrapped__"):
        return
    for name, (hundred, otherwise) in _HUNDREDS.items():
        COMPUTER_FUNCTIONS[name] = _calculated(COMPUTER_FUNCTIONS[name], hundred, otherwise)
    inherited = frozenset(name.replace("_", "-") for name in INHERITED)
    resolve = _resolved(css.resolve_math)
    css.resolve_math = percent.resolve_math = preferred.resolve_math = resolve
    for name, validate in PROPERTIES.items():
        PROPERTIES[name] = _validated(validate, "inherit" if name in inherited else "initial")
    for name, expand in EXPANDERS.items():
        EXPANDERS[name] = _expanded(expand, inherited)
    for descriptors in DESCRIPTORS.values():
        for name, validate in descriptors.items():
            descriptors[name] = _validated(validate, None)


def _resolved(resolve: Callable[..., Any]) -> Callable[..., Any]:
    """The value of a mathematical function; None where it has none."""
    from weasyprint.css.tokens import PercentageInMath, RelativeLengthInMath

    @wraps(resolve)
    def resolve_math(
        token: Any, computed: Any = None, property_name: Any = None, refer_to: Any = None
    ) -> Any:
        if property_name == "font_size" and computed is not None:
            computed = _Around(computed)
        try:
            return resolve(token, computed, property_name, refer_to)
        except (PercentageInMath, RelativeLengthInMath):
            raise
        except _MISTAKES:
            return None

    return resolve_math


def _font_around(style: Any) -> float:
    from weasyprint.css.properties import INITIAL_VALUES

    around = style.parent_style
    size: float = INITIAL_VALUES["font_size"] if around is None else around["font_size"]
    return size


class _Around:
    """The style of an element while the size of its font is computed: the font is its parent's."""

    def __init__(self, style: Any) -> None:
        self._style = style

    def __getitem__(self, name: str) -> Any:
        return _font_around(self._style) if name == "font_size" else self._style[name]

    def __getattr__(self, name: str) -> Any:
        if name == "root_style" and self._style.parent_style is None:
            return self
        return getattr(self._style, name)


def _line(style: Any) -> float:
    from weasyprint.text.line_break import strut

    height: float = strut(style)[0]
    return height


# What is 100 % of properties, in pixels, and their value where a calculation has none.
_HUNDREDS: dict[str, tuple[Callable[[Any], float], float]] = {
    "font_size": (_font_around, 100),
    "line_height": (lambda style: float(style["font_size"]), 100),
    "vertical_align": (_line, 0),
}


def _calculated(
    compute: Callable[..., Any], hundred: Callable[[Any], float], otherwise: float
) -> Callable[..., Any]:
    """The computed value of a property, also where it is a function of percentages."""
    from weasyprint import css
    from weasyprint.css.functions import check_math
    from weasyprint.css.properties import Dimension

    @wraps(compute)
    def computed(style: Any, name: str, value: Any) -> Any:
        if not check_math(value):
            return compute(style, name, value)
        found = css.resolve_math(value, style, name, hundred(style))
        if found is None or not hasattr(found, "value"):
            return compute(style, name, Dimension(otherwise, "%"))
        pixels = found.value if name == "vertical_align" else max(0, found.value)
        return compute(style, name, Dimension(pixels, "px"))

    return computed


def _validated(validate: Callable[..., Any], unset: str | None) -> Callable[..., Any]:
    """A property's validator, which answers None to what makes no sense."""
    checked = _checked(validate)

    @wraps(validate)
    def validator(tokens: Sequence[Any], *arguments: Any) -> Any:
        if unset and _is_unset(tokens):
            return unset
        return checked(tokens, *arguments)

    return validator


def _expanded(expand: Callable[..., Any], inherited: frozenset[str]) -> Callable[..., Any]:
    """A shorthand's expander, which refuses what makes no sense."""
    checked = _checked(partial(_listed, expand))

    @wraps(expand)
    def expander(tokens: Sequence[Any], name: str, base_url: Any) -> Any:
        if not _is_unset(tokens):
            return checked(tokens, name, base_url)
        initial = [_ident(tokens[0], "initial")]
        longhands = [longhand for longhand, _ in expand(initial, name, base_url)]
        return [(one, "inherit" if one in inherited else "initial") for one in longhands]

    return expander


def _listed(expand: Callable[..., Any], *arguments: Any) -> list[Any]:
    return list(expand(*arguments))


def _checked(function: Callable[..., Any]) -> Callable[..., Any]:
    """The ``function``, which raises InvalidValues where it refuses values, or stops at them."""
    from weasyprint.css.tokens import InvalidValues

    def checked(*arguments: Any) -> Any:
        try:
            return function(*arguments)
        except InvalidValues:
            raise
        except _MISTAKES as problem:
            raise InvalidValues("invalid value") from problem

    return checked


def _is_unset(tokens: Sequence[Any]) -> bool:
    return len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value == "unset"


def _ident(token: Any, value: str) -> Any:
    from tinycss2.ast import IdentToken

    return IdentToken(token.source_line, token.source_column, value)
