"""The power fails between two calls of a save."""

from collections.abc import Callable
from typing import Any

import pytest

from progress import files


class PowerCut(BaseException):
    """Nothing of the program runs after it."""


def cut_after(calls: int, patch: pytest.MonkeyPatch) -> list[int]:
    """Let so many calls through; what is returned stays true if the power was never cut."""
    left = [calls]

    def through(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            if not left or left[0] == 0:
                left.clear()
                raise PowerCut
            left[0] -= 1
            return real(*arguments)

        return call

    for name in ("replace", "remove", "write_new", "keep_as", "sync_folder", "set_time"):
        patch.setattr(files, name, through(getattr(files, name)))
    return left
