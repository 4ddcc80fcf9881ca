"""Visits that are kept at other kiosks: what a reception asks of whatever joins them."""

from __future__ import annotations

from typing import Literal, Protocol

Brought = Literal["brought", "nobody", "unreachable"]
"""`brought`: the visit is in the folder now. `nobody`: no kiosk has it."""
Offered = Literal["yes", "forgotten", "unreachable"]
"""`forgotten`: at another kiosk. `unreachable`: it is not known whether it was."""


class Elsewhere(Protocol):
    """The other kiosks. Each answer comes within a second."""

    def bring(self, code: str, /) -> Brought:
        """Have a visit that is not here brought here. Raises nothing."""
        ...

    def offers(self, code: str, age: float, /) -> Offered:
        """Whether a visit that is here may be opened; `age` is in seconds. Raises nothing."""
        ...

    def forget(self, code: str, /) -> None:
        """Have every kiosk forget a visit that is here; noted on the disk when this returns.

        Raises OSError.
        """
        ...

    def forget_any(self, code: str, /) -> None:
        """Have every kiosk forget whatever has this code, be it here or not. Raises OSError."""
        ...
