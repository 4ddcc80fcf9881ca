"""Staff of a kiosk, as far as its conductor asks them."""

from course.kiosk.machine import Machine
from course.views.press import Spot


class FakeStaff:
    """Notes what staff asked for."""

    def __init__(self) -> None:
        self.is_broken = False
        self.is_paused = False
        self.may_write = True
        self.ended: list[Spot] = []

    def look(self) -> Machine:
        return Machine("1", "", 5, 2, None, None, ())

    def pause(self, paused: bool) -> bool:
        if self.may_write:
            self.is_paused = paused
        return self.may_write

    def end(self, spot: Spot) -> None:
        self.ended.append(spot)
