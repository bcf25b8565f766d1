"""How long each stage takes, for those who ask: JSON lines on stderr, `TRIPLICATE_TIMINGS=1`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


@contextmanager
def timed(stage: str) -> Iterator[None]:
    """Report the wall time of the block, in seconds, where the environment asks for it."""
    start = perf_counter()
    yield
    if os.environ.get("TRIPLICATE_TIMINGS"):
        seconds = perf_counter() - start
        # One write a line: processes share the stream.
        os.write(2, f'{{"stage": "{stage}", "seconds": {seconds:.4f}}}\n'.encode())
