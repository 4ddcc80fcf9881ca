"""Has the conductor show what belongs to who is there."""

from __future__ import annotations

from course.flow.kiosk import KioskNavigator
from course.kiosk.policy.presence import Presence, Stage


class Follower:
    """Tells the presence of what a person does, and the conductor of what follows from it."""

    def __init__(self, navigator: KioskNavigator, presence: Presence) -> None:
        self._navigator = navigator
        self._presence = presence

    def sign(self, key: str) -> bool:
        """A person pressed what has this name; says whether that may do what it usually does."""
        before = self._presence.stage
        may = self._presence.sign(key)
        if self._navigator.nobody_is_there:
            if may and not self._navigator.is_out_of_order:
                self._navigator.come()
                self._presence.begin()
            return False
        if not may and before is not self._presence.stage:
            self.follow()
        return may

    def listens(self) -> None:
        """Another line is read aloud."""
        self._presence.listens()

    def follow(self) -> None:
        """Ask who does not answer, show them their code, let them go; all in its time."""
        navigator, presence = self._navigator, self._presence
        if navigator.nobody_is_there:
            presence.end()
            return
        match presence.stage:
            case Stage.NOBODY:
                presence.begin()
            case Stage.ACTIVE:
                navigator.answer()
            case Stage.ASKING:
                navigator.ask()
            case (Stage.CODE | Stage.LAST_CODE) as stage if navigator.visiting is not None:
                navigator.show_code(is_last=stage is Stage.LAST_CODE)
            case _:
                navigator.leave()
                presence.end()
