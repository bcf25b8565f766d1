"""Work beside this process: a forked child that is sent a value and answers step by step.

A fork costs a few milliseconds and needs nothing pickled but the answers. It happens only while
there is one thread: a child of a process in which Pango has started its font thread waits for
ever for the thread it has not got (seen with Pango 1.56). Where forking is unsafe (macOS: its
frameworks; threads) or would gain nothing (one processor), the work is done in this process, each
step when its answer is asked for.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from triplicate.signals import held_back, leave_to_parent

Receive = Callable[[], Any]
Work = Callable[[Receive], Iterator[Any]]

_FORKS = sys.platform == "linux"
_PIPE_BYTES = 1 << 20  # so that an answer rarely waits for its reader


def can_fork() -> bool:
    """Whether work can run beside this process here, and gains by it."""
    return _FORKS and (os.cpu_count() or 1) > 1 and _is_single_threaded()


def _is_single_threaded() -> bool:
    """Whether the operating system sees one thread: Python does not know those of libraries."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Aside:
    """What a generator beside this process yields for an answer that it does not wait for.

    ``work`` gives the answer, in a process of its own while the generator goes on where that can
    be. It sees what there is at that moment, and what it changes shows nowhere.
    """

    work: Callable[[], Any]


class Beside:
    """A generator running beside this process.

    Arguments:
        work: called with a function that waits for what `send` was given. What it yields or
            raises must survive pickling.
        worthwhile: False for work so small that a process would cost more.

    A context manager ends what is still going on.
    """

    def __init__(self, work: Work, worthwhile: bool = True) -> None:
        self._work = work
        self._sent: Any = None
        self._pid = 0
        self._to_child: BinaryIO | None = None
        self._from_child: BinaryIO | None = None
        if worthwhile and can_fork():
            self._fork()

    def send(self, value: Any) -> None:
        """Hand ``value`` over, once; the work may be waiting for it."""
        self._sent = value
        if self._to_child is not None:
            # A child that has died cannot read: `answers` tells why.
            with suppress(BrokenPipeError), self._to_child:
                pickle.dump(value, self._to_child)

    def answers(self) -> Iterator[Any]:
        """What the work yields, as it comes; raises what it raises.

        Raises:
            ChildProcessError: the child died without a word (killed, out of memory).
        """
        if self._from_child is None:
            for value in self._work(lambda: self._sent):
                yield value.work() if isinstance(value, Aside) else value
            return
        while True:
            try:
                kind, value = pickle.load(self._from_child)  # our own child's bytes
            except EOFError:
                raise ChildProcessError(f"a part of the build ended: {self._end()}") from None
            if kind == "raised":
                raise value
            if kind == "done":
                return
            yield value

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, *problem: object) -> None:
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            self._end()

    def _end(self) -> int:
        """Wait for the child; returns its exit code, negative for a signal."""
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        for pipe in (self._to_child, self._from_child):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        return os.waitstatus_to_exitcode(status)

    def _fork(self) -> None:
        import fcntl

        child_reads, parent_writes = os.pipe()
        parent_reads, child_writes = os.pipe()
        with suppress(OSError):  # more than the machine allows to a user
            fcntl.fcntl(child_writes, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        sys.stdout.flush()
        sys.stderr.flush()
        with held_back():  # Python's own work after a fork hears no signal either
            pid = _split()
            if pid == 0:
                leave_to_parent()
        if pid == 0:
            os.close(parent_writes)
            os.close(parent_reads)
            _be_child(self._work, child_reads, child_writes)
        os.close(child_reads)
        os.close(child_writes)
        if pid is None:
            os.close(parent_writes)
            os.close(parent_reads)
            return
        self._pid = pid
        self._to_child = os.fdopen(parent_writes, "wb")
        self._from_child = os.fdopen(parent_reads, "rb")


def _split() -> int | None:
    """Fork: the id of the child, 0 in the child, None where no more processes are allowed."""
    try:
        return os.fork()
    except OSError:
        return None


def _be_child(work: Work, reads: int, writes: int) -> NoReturn:
    """Do the work, send its answers and end, whatever happens, without the parent's clean-up."""
    try:
        with suppress(BrokenPipeError), os.fdopen(writes, "wb") as pipe:
            aside = 0
            try:
                for value in work(lambda: _receive(reads)):
                    aside = _wait_for(aside)
                    if isinstance(value, Aside):
                        aside = _answer_aside(pipe, value)
                    else:
                        _answer(pipe, "answer", value)
                _wait_for(aside)
                _answer(pipe, "done", None)
            except BaseException as problem:  # the parent raises it again
                with suppress(ChildProcessError):  # this problem came first
                    _wait_for(aside)
                _answer(pipe, "raised", _portable(problem))
        sys.stderr.flush()
    finally:
        os._exit(0)


def _answer_aside(pipe: BinaryIO, aside: Aside) -> int:
    """Answer in a forked process, and return its id; 0 where it was done in this one.

    Nothing else may go into the pipe until that process has ended.
    """
    sys.stderr.flush()
    pid = _split() if can_fork() else None
    if pid is None:
        _answer(pipe, "answer", aside.work())
        return 0
    if pid:
        return pid
    try:
        with suppress(BrokenPipeError):
            try:
                _answer(pipe, "answer", aside.work())
            except BaseException as problem:  # the parent raises it again
                _answer(pipe, "raised", _portable(problem))
        sys.stderr.flush()
    finally:
        os._exit(0)


def _wait_for(aside: int) -> int:
    """Wait for the process of an `Aside`, if there is one; returns 0.

    Raises:
        ChildProcessError: it died without an answer.
    """
    if aside:
        code = os.waitstatus_to_exitcode(os.waitpid(aside, 0)[1])
        if code:
            raise ChildProcessError(f"a part of the build ended: {code}")
    return 0


def _portable(problem: BaseException) -> BaseException:
    """An exception that survives pickling: this one, or another that quotes it."""
    try:
        pickle.loads(pickle.dumps(problem))  # what was made a line above
    except Exception:
        return RuntimeError(f"{type(problem).__name__}: {problem}")
    return problem


def _answer(pipe: BinaryIO, kind: str, value: Any) -> None:
    pipe.write(pickle.dumps((kind, value), pickle.HIGHEST_PROTOCOL))
    pipe.flush()


def _receive(descriptor: int) -> Any:
    with os.fdopen(descriptor, "rb") as pipe:
        return pickle.load(pipe)  # our own parent's bytes
