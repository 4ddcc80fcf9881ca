"""Views that take a while to build: kept until what they show has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.flow.place import Conductor, Place
    from course.views.model import View


class Built:
    """What a place has built, and of what."""

    def __init__(self) -> None:
        self._of: object = None
        self._views: tuple[View, ...] = ()

    def views(self, nav: Conductor, build: Callable[[], tuple[View, ...]]) -> tuple[View, ...]:
        """The views, built anew if the language, the screen, what the person said, or
        whether the code may be told is another."""
        visit, context = nav.visit, nav.context
        of = (
            context.words.language,
            context.can,
            nav.code_room(),
            nav.may_tell_code,
            visit.for_now.snapshot,
            frozenset(visit.achieved.ticks.items()),
        )
        if of != self._of:
            self._of, self._views = of, build()
        return self._views


class Shown:
    """The view that a place gave last, so that it is not made once more for every question."""

    def __init__(self) -> None:
        self._made: tuple[Place, tuple[object, ...], View] | None = None

    def view(self, place: Place, of: tuple[object, ...], make: Callable[[], View]) -> View:
        """The view of a place, made anew where it is another place, or `of` is not as it was."""
        made = self._made
        if made is None or made[0] is not place or made[1] != of:
            made = self._made = (place, of, make())
        return made[2]

    def forget(self) -> None:
        """What is shown may have changed."""
        self._made = None
