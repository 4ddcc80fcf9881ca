"""What the libraries, and what draws with them, remember of what was on the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from functools import lru_cache

DRAWING = ("textual", "rich", "course.ui")
_CACHED = type(lru_cache(lambda: None))


def forget() -> None:
    """Empty the caches of all that draws, which hold lines of text long after they were shown.

    Otherwise a thousand of them stay, and with them the pages that the last person saw.
    """
    for each in _defined():
        if isinstance(each, _CACHED):
            each.cache_clear()
    gc.collect()


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
