from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from triplicate import beside
from triplicate.beside import Aside, Beside, Receive


@pytest.fixture(params=[True, False], ids=["forked", "in-process"])
def _forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "can_fork", lambda: request.param)


def shout(receive: Receive) -> Iterator[Any]:
    """Answer twice, the second time with more than a pipe holds."""
    text = receive()
    yield text.upper()
    yield text * 1_000_000


@pytest.mark.usefixtures("_forks")
def test_work_gets_what_is_sent_and_answers_step_by_step() -> None:
    with Beside(shout) as task:
        task.send("höhe")
        assert list(task.answers()) == ["HÖHE", "höhe" * 1_000_000]


@pytest.mark.usefixtures("_forks")
def test_what_work_raises_is_raised_where_its_answer_is_asked_for() -> None:
    def fail(receive: Receive) -> Iterator[Any]:
        yield 1
        raise ValueError("expected better")

    with Beside(fail) as task:
        answers = task.answers()
        assert next(answers) == 1
        with pytest.raises(ValueError, match="expected better"):
            next(answers)


@pytest.mark.usefixtures("_forks")
def test_work_that_is_not_wanted_any_more_ends() -> None:
    with Beside(shout) as unasked:
        pass
    with Beside(shout) as task:
        task.send("x")
        assert next(task.answers()) == "X"
    assert unasked._pid == task._pid == 0


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_a_child_that_dies_is_an_error_not_a_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(receive: Receive) -> Iterator[Any]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    with Beside(die) as task:
        task.send("x" * 1_000_000)
        with pytest.raises(ChildProcessError, match="-9"):
            next(task.answers())


def test_a_process_with_a_second_thread_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    end = Event()
    thread = Thread(target=end.wait)
    thread.start()
    try:
        assert not beside.can_fork()
    finally:
        end.set()
        thread.join()


class TwoArguments(Exception):
    """Cannot be unpickled: it is called with its message alone then."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
@pytest.mark.parametrize("problem", [TwoArguments("a", "b"), ValueError(lambda: None)])
def test_what_cannot_travel_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def fail(receive: Receive) -> Iterator[Any]:
        yield 1
        raise problem

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    with (
        Beside(fail) as task,
        pytest.raises(RuntimeError, match=type(problem).__name__),
    ):
        list(task.answers())


def long_words(count: int) -> str:
    return "word" * count


@pytest.mark.usefixtures("_forks")
def test_an_answer_aside_comes_before_those_after_it() -> None:
    """More than a pipe holds: what comes after must wait for all of it."""

    def work(receive: Receive) -> Iterator[Any]:
        yield 1
        yield Aside(lambda: long_words(1_000_000))
        yield 2
        yield Aside(lambda: 3)

    with Beside(work) as task:
        assert list(task.answers()) == [1, "word" * 1_000_000, 2, 3]


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_work_goes_on_while_an_answer_aside_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each waits for the other: one after the other they would never end."""
    monkeypatch.setattr(beside, "can_fork", lambda: True)
    here, there = os.pipe(), os.pipe()

    def answer() -> bytes:
        os.write(here[1], b"a")
        return os.read(there[0], 1)

    def work(receive: Receive) -> Iterator[Any]:
        yield Aside(answer)
        found = os.read(here[0], 1)
        os.write(there[1], b"b")
        yield found

    with Beside(work) as task:
        assert list(task.answers()) == [b"b", b"a"]


@pytest.mark.usefixtures("_forks")
def test_what_an_answer_aside_raises_is_raised() -> None:
    def fail() -> None:
        raise ValueError("expected better")

    def work(receive: Receive) -> Iterator[Any]:
        yield Aside(fail)
        yield 2

    with Beside(work) as task, pytest.raises(ValueError, match="expected better"):
        list(task.answers())


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
@pytest.mark.parametrize("more", [[], [2]])
def test_an_answer_aside_that_dies_is_an_error_not_a_hang(
    monkeypatch: pytest.MonkeyPatch, more: list[int]
) -> None:
    def work(receive: Receive) -> Iterator[Any]:
        yield Aside(lambda: os.kill(os.getpid(), signal.SIGKILL))
        yield from more

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    with Beside(work) as task, pytest.raises(ChildProcessError, match="-9"):
        list(task.answers())


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_a_problem_of_the_work_is_told_after_an_answer_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(receive: Receive) -> Iterator[Any]:
        yield Aside(lambda: long_words(1_000_000))
        raise ValueError("expected better")

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    with Beside(work) as task:
        answers = task.answers()
        assert next(answers) == "word" * 1_000_000
        with pytest.raises(ValueError, match="expected better"):
            next(answers)


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_where_no_more_processes_are_allowed_all_is_done_in_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    def work(receive: Receive) -> Iterator[Any]:
        yield receive()
        yield Aside(os.getpid)

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    monkeypatch.setattr(os, "fork", refused)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with Beside(work) as task:
        task.send(1)
        assert list(task.answers()) == [1, os.getpid()]
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_where_no_further_process_is_allowed_an_answer_aside_is_made_by_the_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(receive: Receive) -> Iterator[Any]:
        yield os.getpid()
        os.fork = refused
        yield Aside(os.getpid)

    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(beside, "can_fork", lambda: True)
    with Beside(work) as task:
        child, aside = task.answers()
    assert child == aside != os.getpid()
