"""What the libraries remember of what was on the screen."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

LIBRARIES = ("textual", "rich")


def forget() -> None:
    """Empty the caches of the libraries, which hold lines of text long after their screen has gone.

    Otherwise a thousand of them stay, and with them the pages that the last person saw.
    """
    gc.collect()
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            module = getattr(each, "__module__", None)
            if isinstance(module, str) and module.partition(".")[0] in LIBRARIES:
                each.cache_clear()
    gc.collect()
