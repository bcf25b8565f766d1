"""Time commands as fresh processes, side by side.

Input: contenders (a name and a command each). Output: seconds for every round. Contenders take
turns within each round, in an order that rotates, so that a slow minute of the machine strikes
all of them; figures are medians, and ratios are medians of the ratios within a round.
"""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Contender:
    """A command to time; ``{out}`` in its words stands for a new folder at each run."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds on the clock, seconds of processor time, and what it wrote to stderr."""

    wall: float
    processor: float
    stderr: str


class BenchmarkError(Exception):
    """A contender failed; the message holds its command and what it said."""


def run_once(contender: Contender) -> Sample:
    """Run a contender's commands one after another in fresh processes, and time them as one.

    Raises:
        BenchmarkError: a command ended with a status other than 0.
    """
    environment = {**os.environ, **contender.environment}
    stderr = ""
    with tempfile.TemporaryDirectory() as out:
        before, began = _processor_seconds(), perf_counter()
        for words in contender.commands:
            command = [word.replace("{out}", out) for word in words]
            done = subprocess.run(
                command, cwd=contender.folder, env=environment, capture_output=True, check=False
            )
            stderr += done.stderr.decode(errors="replace")
            if done.returncode:
                raise BenchmarkError(f"{' '.join(command)}: status {done.returncode}\n{stderr}")
        return Sample(perf_counter() - began, _processor_seconds() - before, stderr)


def compare(contenders: list[Contender], rounds: int) -> dict[str, list[Sample]]:
    """Run every contender once to warm the disk's cache, then ``rounds`` times in turns."""
    for contender in contenders:
        run_once(contender)
    samples: dict[str, list[Sample]] = {contender.name: [] for contender in contenders}
    for turn in range(rounds):
        first = turn % len(contenders)
        for contender in contenders[first:] + contenders[:first]:
            samples[contender.name].append(run_once(contender))
    return samples


def ratio(samples: dict[str, list[Sample]], name: str, base: str) -> float:
    """Return the median over rounds of one contender's wall time divided by another's."""
    return median(
        mine.wall / other.wall for mine, other in zip(samples[name], samples[base], strict=True)
    )


def wall(samples: list[Sample]) -> float:
    """Return the median wall time in seconds."""
    return median(sample.wall for sample in samples)


def processor(samples: list[Sample]) -> float:
    """Return the median processor time in seconds, child processes included."""
    return median(sample.processor for sample in samples)


def _processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
