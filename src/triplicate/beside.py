"""Work beside this process: a forked child that shares what is in memory and sends a result back.

Only a fork can share a box tree (it holds C pointers) without a second cascade. Where forking
is unsafe (macOS: its frameworks) or would gain nothing (one processor), the work is done in
this process when its result is asked for.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Receive = Callable[[], Any]

_FORKS = sys.platform == "linux"


def can_fork() -> bool:
    """Whether work can run beside this process here, and gains by it."""
    return _FORKS and (os.cpu_count() or 1) > 1


class Beside(Generic[Result]):
    """A function running beside this process.

    Arguments:
        work: called with a function that waits for what `send` was given, if anything. What
            it returns or raises must survive pickling.
        worthwhile: False for work so small that a process would cost more.

    Always ends in `result` or `cancel`; a context manager cancels what is left.
    """

    def __init__(self, work: Callable[[Receive], Result], worthwhile: bool = True) -> None:
        self._work = work
        self._sent: Any = None
        self._pid = 0
        self._to_child = self._from_child = -1
        if worthwhile and can_fork():
            self._fork()

    def send(self, value: Any) -> None:
        """Hand ``value`` over; the work may be waiting for it."""
        self._sent = value
        if self._pid:
            descriptor, self._to_child = self._to_child, -1
            # A child that has died cannot read: `result` tells why.
            with suppress(BrokenPipeError), os.fdopen(descriptor, "wb") as pipe:
                pickle.dump(value, pipe)

    def result(self) -> Result:
        """Wait for the work to end and return its result, or raise what it raised.

        Raises:
            ChildProcessError: the child died without a word (killed, out of memory).
        """
        if not self._pid:
            return self._work(lambda: self._sent)
        descriptor, self._from_child = self._from_child, -1
        with os.fdopen(descriptor, "rb") as pipe:
            answer = pipe.read()
        status = self._wait()
        if not answer:
            raise ChildProcessError(f"a part of the build ended with status {status}")
        succeeded, value = pickle.loads(answer)  # our own child's bytes
        if succeeded:
            result: Result = value
            return result
        raise value

    def cancel(self) -> None:
        """End the work, if it is still going on."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            self._wait()

    def __enter__(self) -> Beside[Result]:
        return self

    def __exit__(self, *problem: object) -> None:
        self.cancel()

    def _wait(self) -> int:
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        for descriptor in (self._to_child, self._from_child):
            if descriptor >= 0:
                os.close(descriptor)
        return os.waitstatus_to_exitcode(status)

    def _fork(self) -> None:
        child_reads, self._to_child = os.pipe()
        self._from_child, child_writes = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._pid = os.fork()
        if self._pid:
            os.close(child_reads)
            os.close(child_writes)
            return
        os.close(self._to_child)
        os.close(self._from_child)
        self._be_child(child_reads, child_writes)

    def _be_child(self, reads: int, writes: int) -> None:
        """Do the work, send the answer and end without the parent's clean-up."""
        status = 1
        try:
            answer = pickle.dumps((True, self._work(cache(partial(_receive, reads)))))
            status = 0
        except BaseException as problem:  # the parent raises it again
            answer = pickle.dumps((False, problem))
        try:
            with os.fdopen(writes, "wb") as pipe:
                pipe.write(answer)
            sys.stderr.flush()
        finally:
            os._exit(status)


def _receive(descriptor: int) -> Any:
    with os.fdopen(descriptor, "rb") as pipe:
        return pickle.load(pipe)  # our own parent's bytes
