"""CSS that grows without measure while WeasyPrint 70 reads it, mended around it.

- Custom properties that name others several times double with each step, and nested rules with
  several ``&`` as well: forty steps are more than any memory holds. CSS Variables 1, 3.3, and
  CSS Nesting 1, 3.3, ask for a limit.
- Selectors inside each other become Python's brackets, of which its compiler takes 200.
- Whole numbers of thousands of digits are more than ``int`` reads (CPython's
  ``sys.set_int_max_str_digits``).

The patches are for good, like those of `triplicate.layout.cssvalues`.
"""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_TOKENS = 10_000  # of one value or selector
_DIGITS = 20  # more than any counter or length has
_LOGGER = logging.getLogger("weasyprint")


def mend_growth() -> None:
    """Let what grows without measure be invalid; once for each process."""
    import tinycss2.tokenizer
    from cssselect2 import compiler
    from weasyprint import css, html
    from weasyprint.css import validation

    if hasattr(css.resolve_var, "__wrapped__"):
        return
    css.resolve_var = _resolved(css.resolve_var)
    # The rules of a sheet are read by the function itself, those inside of them by this one.
    validation.preprocess_declarations = _nested(validation.preprocess_declarations)
    compiler.CompiledSelector.__init__ = _compiled(compiler.CompiledSelector.__init__)
    tinycss2.tokenizer.int = html.int = _whole


def _resolved(resolve: Callable[..., Any]) -> Callable[..., Any]:
    """A value with its custom properties filled in; nothing where it comes to too much."""

    @wraps(resolve)
    def resolve_var(computed: Any, token: Any, parent_style: Any) -> Any:
        found = resolve(computed, token, parent_style)
        return [] if found and _is_heavy(found) else found

    return resolve_var


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
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if isinstance(inner, list | tuple):
            waiting.append(iter(inner))
    return False


def _whole(text: Any, base: int = 10) -> int:
    """``int``, for which a number of very many digits is a large one."""
    if isinstance(text, str) and len(text) > 1000:
        return int(text[:_DIGITS], base)
    return int(text, base) if isinstance(text, str) else int(text)
