"""Signals that would come at the wrong moment, and in the wrong process."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    if (number := getattr(signal, name, None)) is not None
)


@contextmanager
def held_back() -> Iterator[None]:
    """Let the signals that end a program wait until what is done in the block is done.

    They are held back from this thread: others, if there are any, may still hear them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_to_parent() -> None:
    """Let a Ctrl-C, which reaches a forked child as well, be the parent's, which ends the child.

    A handler that raises would be heard in clean-up code too, where Python prints a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ENDING[1:]:
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
