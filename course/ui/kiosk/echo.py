"""Whether the terminal still takes what is drawn, told by whether it answers a question."""

from __future__ import annotations

from collections.abc import Callable

QUESTION = "\x1b[c"
"""Who it is: every terminal answers that, the kernel's own as well."""


class Echo:
    """Asks once a second. A terminal that has never answered is not expected to."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self._ask = ask
        self._has_answered: bool | None = None

    def answered(self) -> None:
        """An answer has come."""
        self._has_answered = True

    def ask(self) -> bool | None:
        """Whether an answer has come since this was called last; asks for the next one.

        None as long as there has never been one.
        """
        found = self._has_answered
        if found:
            self._has_answered = False
        self._ask()
        return found
