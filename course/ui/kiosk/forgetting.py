"""What the libraries, and what draws with them, remember of what was on the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from functools import lru_cache

DRAWING = ("textual", "rich", "course.ui")
LEAST, SMALL, STEP = 48, 512, 16
"""Bytes of room: the least in which a code fits, the most for which Python itself finds a place,
and between two sizes."""
FREE = 1024 * 1024
"""Bytes of one size that are written over: far more than a visit leaves free."""
HEAD = sys.getsizeof(b"")
_CACHED = type(lru_cache(lambda: None))


def forget() -> None:
    """Empty the caches of all that draws, which hold lines of text long after they were shown.

    Otherwise a thousand of them stay, and with them the pages that the last person saw. What was
    freed is written over, the code among it.
    """
    for each in _defined():
        if isinstance(each, _CACHED):
            each.cache_clear()
    gc.collect()
    _overwrite()


def _overwrite() -> None:
    """Write over what was freed: Python leaves it as it was until something else needs the room.

    Room for small things is given out by size, so each size is asked for in turn.
    """
    for size in range(LEAST, SMALL + 1, STEP):
        # All of them at once: one that is gone leaves its room to the next.
        filled = [bytes(size - HEAD) for _ in range(FREE // size)]
        del filled


def _defined() -> Iterator[object]:
    """All that the modules which draw define, and what their classes do."""
    for name, module in [*sys.modules.items()]:
        if not f"{name}.".startswith(tuple(f"{each}." for each in DRAWING)):
            continue
        for each in [*vars(module).values()]:
            yield each
            if isinstance(each, type):
                for own in [*vars(each).values()]:
                    # What stands under @classmethod or @property.
                    yield getattr(own, "__func__", None) or getattr(own, "fget", None) or own
