"""Reading aloud: one view when it is asked for, or everything, view after view, until it is
stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.ui.stage.listening import Listening
from course.views.model import LISTEN, Passage, View, told
from course.views.press import PACES, Go, Press, Spot

if TYPE_CHECKING:
    from course.language import Words
    from course.speech.pace import Pace


class Reading:
    """What a voice does while a person goes from view to view."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening
        self._view: View | None = None
        """What is being read, or was last."""
        self._pace: Pace = "normal"
        self.goes_on = False
        """Whether everything is read."""

    @property
    def is_on(self) -> bool:
        """Whether Listen now means to stop."""
        return self.goes_on or self._listening.speaking

    @property
    def passage(self) -> Passage | None:
        """What is being read now."""
        return self._listening.passage

    def follow(self, press: Press | None, view: View, words: Words) -> None:
        """A press has led to a view; None if it came by itself."""
        if press == LISTEN:
            if self.is_on:
                self.end()
            else:
                self._read(view, words)
        elif isinstance(press, Go) and press.spot in PACES:
            self._pace = PACES[press.spot]
            self.goes_on = True
            self._read(view, words, self._left_at(view))
        elif not self.goes_on or not can_be_read(view):
            self._listening.stop()
        elif not self._is_same(view):
            self._read(view, words)
        elif not self._listening.speaking and self._listening.is_over is None:
            self._read(view, words, self._left_at(view))

    def onward(self, view: View) -> Press | None:
        """What goes on, once all of a view was read; None where nothing does."""
        if self._listening.is_over is False:
            self.goes_on = False
        if not (self.goes_on and self._listening.is_over and self._is_same(view)):
            return None
        # Not on the way to the first screen.
        from course.views.forward import by_listening

        return by_listening(view)

    def end(self) -> None:
        """Be silent, and read nothing more by itself."""
        self.goes_on = False
        self._listening.stop()

    def forget(self) -> None:
        """Another person comes, who has chosen nothing."""
        self.end()
        self._view, self._pace = None, "normal"

    def _read(self, view: View, words: Words, first: int = 0) -> None:
        self._view = view
        self._listening.read(view, words, self._pace, first)

    def _left_at(self, view: View) -> int:
        """The line at which a view was left; the first one of any other view."""
        return self._listening.at if self._is_same(view) else 0

    def _is_same(self, view: View) -> bool:
        """Whether this was being read: who ticks a card hears no page twice."""
        return self._view is not None and told(view) == told(self._view)


def can_be_read(view: View) -> bool:
    """Whether a view offers to be read aloud."""
    return any(tool.spot is Spot.LISTEN for tool in view.tools)
