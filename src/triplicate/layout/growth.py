"""CSS that grows without measure while WeasyPrint 70 reads it, mended around it.

- Custom properties that name others several times double with each step, and nested rules with
  several ``&`` as well: forty steps are more than any memory holds. CSS Variables 1, 3.3, and
  CSS Nesting 1, 3.3, ask for a limit.
- Selectors inside each other become Python's brackets, of which its compiler takes 200.
- Whole numbers of thousands of digits are more than ``int`` reads (CPython's
  ``sys.set_int_max_str_digits``), and ``1e400px`` is infinite. Browsers have limits for both:
  lengths of some 33 million pixels, fonts of 10,000. Pango has no number for larger ones.

The patches are for good, like those of `triplicate.layout.cssvalues`.
"""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LARGEST = 1e7  # of whatever unit
LARGEST_FONT = 10_000.0  # pixels
MOST_TOKENS = 10_000  # of one value or selector
_DIGITS = 20  # more than any counter or length has
_LOGGER = logging.getLogger("weasyprint")


def mend_growth() -> None:
    """Let what grows without measure be invalid; once for each process."""
    import tinycss2.tokenizer
    from cssselect2 import compiler
    from weasyprint import css, html
    from weasyprint.css import validation
    from weasyprint.css.computed_values import COMPUTER_FUNCTIONS
    from weasyprint.layout import percent, preferred

    if hasattr(css.resolve_var, "__wrapped__"):
        return
    css.resolve_var = _resolved(css.resolve_var)
    # The rules of a sheet are read by the function itself, those inside of them by this one.
    validation.preprocess_declarations = _nested(validation.preprocess_declarations)
    compiler.CompiledSelector.__init__ = _compiled(compiler.CompiledSelector.__init__)
    css.resolve_math = percent.resolve_math = preferred.resolve_math = _finite(css.resolve_math)
    tinycss2.tokenizer.int = html.int = _whole
    tinycss2.tokenizer.float = _limited
    for name in ("font_size", "letter_spacing", "word_spacing"):
        COMPUTER_FUNCTIONS[name] = _drawable(COMPUTER_FUNCTIONS[name])


def _resolved(resolve: Callable[..., Any]) -> Callable[..., Any]:
    """A value with its custom properties filled in; nothing where it comes to too much."""

    @wraps(resolve)
    def resolve_var(computed: Any, token: Any, parent_style: Any) -> Any:
        found = resolve(computed, token, parent_style)
        if not found or (len(found) == 1 and not _inner(found[0])):
            return found
        return [] if _is_heavy(found) else found

    return resolve_var


def _finite(resolve: Callable[..., Any]) -> Callable[..., Any]:
    """The value of a mathematical function; None where it is beyond all measure, or no number.

    Where it is used, it is no longer invalid: it is as large as may be, or nothing. ``refer_to``,
    what 100 % are, is infinite for heights that the content gives.
    """
    from weasyprint.css.properties import Dimension

    @wraps(resolve)
    def resolve_math(
        token: Any, computed: Any = None, property_name: Any = None, refer_to: Any = None
    ) -> Any:
        found = resolve(token, computed, property_name, refer_to)
        value = getattr(found, "value", 0)
        if refer_to is None:
            return found if not isinstance(value, float) or abs(value) <= LARGEST else None
        if found is None or value != value:
            return Dimension(0, "px")
        found.value = max(-LARGEST, min(LARGEST, value))
        return found

    return resolve_math


def _drawable(compute: Callable[..., Any]) -> Callable[..., Any]:
    """A length that Pango, which counts 1/1,024 of pixels, has a number for."""

    @wraps(compute)
    def computed(*arguments: Any) -> Any:
        value = compute(*arguments)
        is_length = isinstance(value, int | float)
        return max(-LARGEST_FONT, min(LARGEST_FONT, value)) if is_length else value

    return computed


def _nested(read: Callable[..., Any]) -> Callable[..., Any]:
    """The declarations of nested rules, but for those of selectors that come to too much."""

    @wraps(read)
    def preprocess_declarations(
        base_url: Any, declarations: Any, prelude: Any = None
    ) -> Iterator[Any]:
        if prelude is not None and _is_heavy(prelude):
            _LOGGER.warning("Ignored rules inside each other whose selectors double with each")
            return
        yield from read(base_url, declarations, prelude)

    return preprocess_declarations


def _compiled(compile_: Callable[..., None]) -> Callable[..., None]:
    """Compile a selector; refuse one that Python cannot."""

    @wraps(compile_)
    def init(self: Any, parsed: Any) -> None:
        from cssselect2 import SelectorError

        try:
            compile_(self, parsed)
        except SyntaxError as problem:
            raise SelectorError("selectors nested too deeply") from problem

    return init


def _is_heavy(tokens: Iterable[Any]) -> bool:
    """Whether tokens and what is in them are too many. The same may stand in several places."""
    count, waiting = 0, [iter(tokens)]
    while waiting:
        token = next(waiting[-1], None)
        if token is None:
            waiting.pop()
            continue
        count += 1
        if count > MOST_TOKENS:
            return True
        if inner := _inner(token):
            waiting.append(iter(inner))
    return False


def _inner(token: Any) -> list[Any] | tuple[Any, ...]:
    """The tokens in a function, a block or brackets."""
    inner = getattr(token, "arguments", None) or getattr(token, "content", None)
    return inner if isinstance(inner, list | tuple) else ()


def _limited(text: str) -> float:
    """``float``, but for numbers beyond all measure."""
    return max(-LARGEST, min(LARGEST, float(text)))


def _whole(text: Any, base: int = 10) -> int:
    """``int``, for which a number of very many digits is a large one."""
    if isinstance(text, str) and len(text) > 1000:
        return int(text[:_DIGITS], base)
    return int(text, base) if isinstance(text, str) else int(text)
