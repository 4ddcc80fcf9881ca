"""Has the conductor show what belongs to who is there."""

from __future__ import annotations

from course.flow.kiosk import KioskNavigator
from course.kiosk.policy.presence import Presence, Stage


class Follower:
    """Tells the presence of what a person does, and the conductor of what follows from it."""

    def __init__(self, navigator: KioskNavigator, presence: Presence) -> None:
        self._navigator = navigator
        self._presence = presence
        self._is_answering = False
        """Whether a press is on its way to the question whether anybody is there."""

    def sign(self, key: str) -> bool:
        """A person pressed what has this name; says whether that may do what it usually does.

        At the question whether anybody is there it may: it says who is. `answered` comes after.
        """
        before = self._presence.stage
        may = self._presence.sign(key)
        if self._navigator.nobody_is_there:
            if may and not self._navigator.is_out_of_order:
                self._navigator.come()
                self._presence.begin()
            return False
        if not may and before is not self._presence.stage and self._navigator.is_asking:
            self._is_answering = may = True
        return may

    def listens(self) -> None:
        """Another line is read aloud."""
        self._presence.listens()

    def answered(self) -> None:
        """What was pressed at the question has done what it does; any other press means: yes."""
        self._is_answering = False
        self.follow()

    def follow(self) -> None:
        """Ask who does not answer, and let them go; all in its time."""
        navigator, presence = self._navigator, self._presence
        if navigator.nobody_is_there:
            presence.end()
            return
        match presence.stage:
            case Stage.NOBODY:
                presence.begin()
            case Stage.ACTIVE if not self._is_answering:
                navigator.answer()
            case Stage.ACTIVE:
                pass
            case Stage.ASKING:
                navigator.ask()
            case Stage.ENDING if navigator.visiting is not None:
                navigator.tell_it_ends()
            case _:
                navigator.leave()
                presence.end()
