"""Why a kiosk's program ended, told by its exit status to the supervisor that started it."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """An exit status; every other one, and every signal, means that something broke."""

    ENDED_BY_STAFF = 0
    """A member of staff asked for the end: do not start again."""
    RESTART_ASKED = 64
    """A member of staff asked for a fresh start: start again at once."""
    CRASHED = 70
    """An error that nothing handled; the log names its type and place."""
    HUNG = 75
    """The event loop did not answer its heartbeat for too long."""
    INPUT_LOST = 76
    """The terminal is gone: end of input, a hang-up, or no terminal to begin with."""
    TERMINATED = 77
    """The supervisor or systemd asked for the end with SIGTERM."""
