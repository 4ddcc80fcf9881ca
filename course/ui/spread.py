"""Work that can be done in parts, done on all cores where that is possible."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 12
"""So few parts are done sooner than other processes have begun."""
_work: Callable[[Any], Any] | None = None
"""What the other processes do; they are copies of this one, and find it here."""


def in_turns(work: Callable[[T], R], parts: Sequence[T]) -> Iterator[R]:
    """What comes of each part, in no order."""
    cores = min(os.cpu_count() or 1, len(parts))
    # A copy of a process has none of its threads, and might wait for one of them for ever.
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    if cores < 2 or len(parts) < FEWEST or not alone or multiprocessing.parent_process():
        yield from map(work, parts)
        return
    global _work
    _work = work
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            yield from pool.imap_unordered(_do, parts)
    finally:
        _work = None


def _do(part: Any) -> Any:
    if _work is None:
        raise RuntimeError("There is nothing to be done.")
    return _work(part)
