"""The corner of the screen that opens the door for staff, once it was pressed long enough."""

from __future__ import annotations

from collections.abc import Callable

HELD = 3.0
"""Seconds for which it must be pressed."""


class Corner:
    """Whether somebody keeps it pressed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._since: float | None = None

    def press(self, pressed: bool) -> None:
        """It is pressed, or not any more."""
        if not pressed:
            self._since = None
        elif self._since is None:
            self._since = self._clock()

    def opens(self) -> bool:
        """Whether it has been pressed for HELD seconds; then it has to be pressed anew."""
        if self._since is None or self._clock() - self._since < HELD:
            return False
        self._since = None
        return True
