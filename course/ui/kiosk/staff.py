"""What staff can ask of this machine."""

from __future__ import annotations

from collections.abc import Callable

from course.kiosk import machine
from course.kiosk.machine import Machine
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from course.views.press import Spot

ENDS = {Spot.RESTART: Status.RESTART_ASKED, Spot.END: Status.ENDED_BY_STAFF}


class MachineStaff:
    """Looks at the machine and changes what its settings name, for those who know the PIN."""

    def __init__(self, settings: Settings, end: Callable[[Status], object]) -> None:
        """`end` ends the program."""
        self._settings = settings
        self._end = end

    def look(self) -> Machine:
        """The state of the machine. Raises nothing."""
        return machine.look(self._settings)

    @property
    def is_broken(self) -> bool:
        """Whether the files of the course have faults, so that it cannot be opened."""
        return bool(self._settings.faults)

    @property
    def is_paused(self) -> bool:
        """Whether it was put out of order; that outlasts a restart."""
        return self._settings.paused.exists()

    def pause(self, paused: bool) -> bool:
        """Put it out of order, or back into it; False if that cannot be kept."""
        try:
            machine.pause(self._settings, paused)
        except OSError:
            return False
        return True

    def end(self, spot: Spot) -> None:
        """Start the program again (RESTART), or end it (END)."""
        self._end(ENDS[spot])
