"""Work on documents that are nested deeply, with room for the recursion that takes.

CPython refuses a thousand calls inside each other; layout takes a dozen for one element.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
STACK = 512 * 1024 * 1024  # bytes of address space; only what is used takes memory
CALLS = 150_000


def with_room(work: Callable[[], Result]) -> Result:
    """The result of ``work``, done in a thread whose stack is large.

    Raises:
        RecursionError: it takes still more.
    """
    results: list[Result] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as failure:  # raised again where the work was asked for
            failures.append(failure)

    stack, calls = threading.stack_size(STACK), sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(CALLS)
        thread = threading.Thread(target=run, name="triplicate-deep")
        thread.start()
        thread.join()
    finally:
        threading.stack_size(stack)
        sys.setrecursionlimit(calls)
    if failures:
        raise failures[0]
    return results[0]
