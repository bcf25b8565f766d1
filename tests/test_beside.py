from __future__ import annotations

import os
import signal

import pytest

from triplicate import beside
from triplicate.beside import Beside, Receive


@pytest.fixture(params=[True, False], ids=["forked", "in-process"])
def _forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_FORKS", request.param)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("_forks")
def test_work_gets_what_is_sent_and_returns_what_it_makes() -> None:
    with Beside(lambda receive: receive().upper()) as task:
        task.send("höhe" * 100_000)
        assert task.result() == "HÖHE" * 100_000


@pytest.mark.usefixtures("_forks")
def test_what_work_raises_is_raised_by_result() -> None:
    def fail(receive: Receive) -> None:
        raise ValueError("expected better")

    with Beside(fail) as task, pytest.raises(ValueError, match="expected better"):
        task.result()


@pytest.mark.usefixtures("_forks")
def test_work_that_is_not_wanted_any_more_ends() -> None:
    with Beside(lambda receive: receive()) as task:
        pass
    task.cancel()


@pytest.mark.skipif(not beside._FORKS, reason="forks on Linux only")
def test_a_child_that_dies_is_an_error_not_a_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with (
        Beside(lambda receive: os.kill(os.getpid(), signal.SIGKILL)) as task,
        pytest.raises(ChildProcessError),
    ):
        task.result()
