from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from triplicate.beside import Beside, Receive
from triplicate.signals import held_back


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no signals to hold back")
def test_what_is_begun_is_done_before_the_end() -> None:
    done: list[str] = []

    def end(number: int, frame: object) -> None:
        done.append("heard")

    before = signal.signal(signal.SIGTERM, end)
    try:
        with held_back():
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
            done.append("made")
    finally:
        signal.signal(signal.SIGTERM, before)
    assert done == ["made", "heard"]


def test_a_child_leaves_a_ctrl_c_to_its_parent() -> None:
    ours = signal.getsignal(signal.SIGINT)

    def work(receive: Receive) -> Iterator[tuple[int, bool]]:
        yield os.getpid(), signal.getsignal(signal.SIGINT) == signal.SIG_IGN

    with Beside(work) as beside:
        beside.send(None)
        process, ignores = next(beside.answers())
    assert ignores is (process != os.getpid())
    assert signal.getsignal(signal.SIGINT) == ours
