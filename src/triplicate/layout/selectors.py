"""Selectors that cssselect2 matches in time that doubles with each part, mended around it.

For ``a b c`` cssselect2 0.10 tries each ancestor as ``b`` and for each of them all others as ``a``.
The nearest one is enough: the ancestors of one farther away are ancestors of it too. So it is with
siblings before an element (``~``), while ``>`` and ``+`` lead to one element only. Selectors in
brackets inside each other (``:is(:is(a b) c) d``, which is what nested rules become) are tried
once for each element.

The patches are for good, like those of `triplicate.layout.growth`.
"""

from __future__ import annotations

import itertools
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Compile = Callable[[Any], str]
    Part = tuple[str, str]  # Python that tests ``el``, and the element that it ends at

_FAR = {" ": "ancestors", "~": "previous_siblings"}  # cssselect2 has the farthest first
_NEAR = {">": "parent", "+": "previous"}
_LOOP = " for el in "
_MOST_LOOPS = 1  # in brackets that are not remembered
_LONGEST = 2_000_000  # characters of Python, for nested :nth-child(of) doubles
_NUMBERS = itertools.count()
_KNOWN: dict[tuple[int, Any], bool] = {}  # of one element that is matched


def mend_selectors() -> None:
    """Let time grow with a selector's length; once for each process."""
    from cssselect2 import ElementWrapper, compiler

    if hasattr(compiler._compile_node, "__wrapped__"):
        return
    compiler._compile_node = _mended(compiler._compile_node)
    compiler.CompiledSelector.__init__ = _forgetting(compiler.CompiledSelector.__init__)
    ElementWrapper.known = _known


def _mended(compile_: Compile) -> Compile:
    """Python that tests an element, from a part of a selector."""
    from cssselect2 import SelectorError, parser

    in_brackets = (
        parser.MatchesAnySelector,
        parser.SpecificityAdjustmentSelector,
        parser.NegationSelector,
        parser.RelationalSelector,
        parser.FunctionalPseudoClassSelector,
    )

    @wraps(compile_)
    def compile_node(selector: Any) -> str:
        chain = _chain(selector)
        far = sum(combinator in _FAR for combinator, _ in chain)
        source = _greedy(chain, compile_node) if far > 1 else compile_(selector)
        if len(source) > _LONGEST:
            raise SelectorError("selectors nested too deeply")
        if isinstance(selector, in_brackets) and source.count(_LOOP) > _MOST_LOOPS:
            return f"el.known({next(_NUMBERS)}, lambda el: {source})"
        return source

    return compile_node


def _forgetting(compile_: Callable[..., None]) -> Callable[..., None]:
    """A compiled selector that remembers elements as long as it is asked for one."""

    @wraps(compile_)
    def init(self: Any, parsed: Any) -> None:
        before = next(_NUMBERS)
        compile_(self, parsed)
        if next(_NUMBERS) > before + 1:
            self.test = _anew(self.test)

    return init


def _anew(test: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def tested(element: Any) -> Any:
        try:
            return test(element)
        finally:
            _KNOWN.clear()

    return tested


def _known(element: Any, number: int, test: Callable[[Any], Any]) -> bool:
    """Whether an element passes a test that has a number, asked once."""
    key = number, element
    found = _KNOWN.get(key)
    if found is None:
        found = _KNOWN[key] = bool(test(element))
    return found


def _chain(selector: Any) -> list[tuple[str, Any]]:
    """The compounds of a selector from the right, each with the combinator before it, or ""."""
    chain = []
    while hasattr(selector, "combinator") and hasattr(selector, "left"):
        chain.append((selector.combinator, selector.right))
        selector = selector.left
    return [*chain, ("", selector)]


def _greedy(chain: Sequence[tuple[str, Any]], compile_: Compile) -> str:
    """Python that tests a chain from the right, without ever going back."""
    tests = [compile_(compound) for _, compound in chain]
    if "0" in tests:
        return "0"
    combinators = [combinator for combinator, _ in chain]
    return _joined(tests, combinators, (" ", ">", "~", "+"))[0]


def _joined(tests: Sequence[str], combinators: Sequence[str], kinds: Sequence[str]) -> Part:
    """Parts between the combinators of the first kind, which hold those of the other kinds."""
    if not kinds:
        return tests[0], "el"
    parts, start = [], 0
    for end, combinator in enumerate(combinators, 1):
        if combinator == kinds[0] or end == len(combinators):
            parts.append(_joined(tests[start:end], combinators[start:end], kinds[1:]))
            start = end
    return _near(parts, _NEAR[kinds[0]]) if kinds[0] in _NEAR else _far(parts, _FAR[kinds[0]])


def _near(parts: Sequence[Part], step: str) -> Part:
    """Parts that stand one step from each other."""
    source = parts[-1][0]
    for test, _ in reversed(parts[:-1]):
        source = f"({test}) and next(el is not None and ({source}){_LOOP}[el.{step}])"
    return source, f"el{f'.{step}' * (len(parts) - 1)}"


def _far(parts: Sequence[Part], steps: str) -> Part:
    """Parts that stand any number of steps from each other: the nearest that match."""
    rest = "1"
    for (_, end), (test, _) in reversed(list(itertools.pairwise(parts))):
        rest = f"next(({rest}{_LOOP}reversed({end}.{steps}) if {test}), 0)"
    return (f"({parts[0][0]}) and {rest}" if len(parts) > 1 else parts[0][0]), "el"
