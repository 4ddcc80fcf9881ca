"""What a place is to the navigator, and what the navigator is to a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from course.views.context import Context
from course.views.model import View
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.printing import Printer
    from course.visit.visit import Visit


class Place(Protocol):
    """Somewhere a person can be. It gives a view, and knows where its own presses lead."""

    def view(self, nav: Conductor) -> View:
        """What there is to show now."""

    def press(self, nav: Conductor, press: Press) -> None:
        """Follow a press that the view offers."""


def turned(at: int, press: Press, of: int) -> int | None:
    """Which of so many views Next, or else Back, leads to; None before the first and after the
    last."""
    to = at + (1 if press == Go(Spot.NEXT) else -1)
    return to if 0 <= to < of else None


class Conductor(Protocol):
    """What a place may ask of the navigator."""

    @property
    def context(self) -> Context:
        """The course in the language of now."""

    @property
    def may_tell_code(self) -> bool:
        """Whether the code may be shown to whoever asks for it now."""

    @property
    def visit(self) -> Visit:
        """The visit that is going on. Raises LookupError before one has begun."""

    code_room: Callable[[], int]
    """Says how many modules a code for a phone may have on each side; 0 where none is shown."""

    @property
    def printer(self) -> Printer | None:
        """What prints the pages that go home, where the clinic has set one."""

    def open(self, place: Place) -> None:
        """Go to a place from which Back leads here."""

    def close(self) -> None:
        """Go back to where this place was opened."""

    def go(self) -> None:
        """Go to where the visit is, and nowhere back from there."""

    def begin(self) -> None:
        """Start a new learner's visit."""

    def resume(self, code: str) -> None:
        """Go on where the learner with this code left off. Raises ResumeError."""

    def speak(self, language: str) -> None:
        """Go on in another language."""

    def forget(self, *, anew: bool = False) -> bool:
        """End the visit and remove everything that is kept of the learner.

        Says whether all of it is gone. What is said next is still said in the language of now.
        `anew`: the same person begins once more, having done nothing and seen no code.
        """

    def leave(self) -> None:
        """End the visit."""

    def press(self, press: Press) -> None:
        """Do what a press means where the person is now."""
