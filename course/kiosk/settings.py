"""How a kiosk runs: its times, its folder, and how it speaks with what started it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course.kiosk.policy.presence import Times


def _nothing(*_told: bool | None) -> None:
    pass


def _never() -> bool:
    return False


def _unknown() -> str:
    return ""


def _no_notices() -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Settings:
    """What the supervisor, or whoever else starts a kiosk, may set."""

    data: Path
    """The data folder; the log and the two small files of the kiosk go there, nothing else."""
    times: Times = field(default_factory=Times)
    beat: Callable[[bool | None], object] = _nothing
    """Called about once a second while the screen is alive; the first time when it is drawn. Told
    whether the terminal has answered since the last time; None if it never has."""
    restart_due: Callable[[], bool] = _never
    """Asked when nobody is there, at most once a second; True ends with RESTART_ASKED, as for new
    content. It must be quick: the screen waits for it."""
    housekeeping: Callable[[], None] = _nothing
    """Called in a thread once the machine has been on for an hour, then once a day, when nobody is
    there."""
    content: Callable[[], str] = _unknown
    """Tells one version of the course's content from another; asked when staff look."""
    faults: Sequence[str] = ()
    """What keeps the course from being opened, a line each. As long as there is any, the machine is
    out of order, and staff see it."""
    notices: Callable[[], Sequence[str]] = _no_notices
    """Lines that staff should see, such as why new content was not taken over."""

    @property
    def log(self) -> Path:
        """The log: what went wrong by type and place, never what a person did."""
        return self.data / "kiosk.log"

    @property
    def tries(self) -> Path:
        """How often a wrong PIN was given, so that the wait outlasts a restart."""
        return self.data / "kiosk-tries"

    @property
    def restart(self) -> Path:
        """Is there until the kiosk has started again, as somebody asked for from afar."""
        return self.data / "kiosk-restart"

    @property
    def paused(self) -> Path:
        """Exists while the machine is out of order, so that this outlasts a restart."""
        return self.data / "kiosk-paused"

    @property
    def unprinted(self) -> Path:
        """How many pages were not printed, while there are any."""
        return self.data / "unprinted.json"
