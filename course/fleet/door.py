"""What a kiosk knows of the fleet: a door to `prolo sync`, which runs beside it.

The kiosk itself reaches no network. It asks through a socket in the data folder, one line there and
one back, and waits a second at most.
"""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from course.fleet.graves import Graves
from course.fleet.naming import Naming
from course.fleet.settings import FILE
from course.visit.elsewhere import Brought, Offered
from progress.errors import NoSuchLearner, ProgressError
from progress.inspection import names_of, newest

PATIENCE = 1.0
"""Seconds, of a person before the screen."""
NAME = "door"
DAY = 86_400.0
MOST = 200
"""Bytes of a line."""


class Question(msgspec.Struct, frozen=True):
    """What a kiosk asks of its sync."""

    ask: str
    """`bring`, or `offers`."""
    code: str


class Reply(msgspec.Struct, frozen=True):
    """What it is told: one of the words of `Brought` or `Offered`."""

    say: str


class ClosedDoor:
    """The other kiosks where `fleet.yaml` has a fault: nobody can be asked, or told."""

    def bring(self, _code: str) -> Brought:
        """It may be elsewhere."""
        return "unreachable"

    def offers(self, _code: str, _age: float) -> Offered:
        """What is here opens."""
        return "yes"

    def forget(self, _code: str) -> None:
        """Raises OSError: they would not be forgotten elsewhere."""
        raise OSError(errno.EINVAL, f"{FILE} has a fault: prolo sync says which")

    def forget_any(self, code: str) -> None:
        """Raises OSError, likewise."""
        self.forget(code)


class Door:
    """The other kiosks, as far as `prolo sync` reaches them."""

    def __init__(self, data: Path, secret: bytes, keep_days: int) -> None:
        """Touches no disk. `secret` is the key of the clinic."""
        self._folder = data / "fleet"
        self._learners = data / "learners"
        self._naming = Naming(secret)
        self._graves = Graves(data)
        self._kept_for = keep_days * DAY

    def bring(self, code: str) -> Brought:
        """Have a visit that is not here brought here; within PATIENCE. Raises nothing."""
        match self._ask("bring", code):
            case "brought":
                return "brought"
            case "nobody":
                return "nobody"
            case _:
                return "unreachable"

    def offers(self, code: str, age: float) -> Offered:
        """Whether a visit that is here may be opened. Raises nothing.

        Where nobody can say, it may: the kiosk works without the hub. One that should be gone by
        the clinic's days waits until it is known that nobody had it forgotten.
        """
        match self._ask("offers", code):
            case "yes":
                return "yes"
            case "forgotten":
                return "forgotten"
            case "gone":
                return "unreachable"
            case _:
                return "yes" if age <= self._kept_for else "unreachable"

    def forget(self, code: str) -> None:
        """Have every kiosk forget a visit that is here. Raises OSError."""
        try:
            created = newest(names_of(self._learners, code))[1].learner.created
        except NoSuchLearner:  # what was never saved is nowhere
            return
        except ProgressError:
            created = ""
        self._graves.dig(self._naming.of_visit(self._naming.of_code(code), created))

    def forget_any(self, code: str) -> None:
        """Have every kiosk forget whatever has this code, be it here or not. Raises OSError."""
        self._graves.dig(self._naming.of_visit(self._naming.of_code(code), ""))

    def _ask(self, what: str, code: str) -> str:
        ends = time.monotonic() + PATIENCE
        with suppress(OSError, msgspec.MsgspecError):
            with address(self._folder) as path, socket.socket(socket.AF_UNIX) as way:
                way.settimeout(PATIENCE)
                way.connect(path)
                way.sendall(msgspec.json.encode(Question(what, code)) + b"\n")
                told = b""
                while not told.endswith(b"\n") and len(told) < MOST:
                    way.settimeout(max(ends - time.monotonic(), 0.001))
                    if not (part := way.recv(MOST)):
                        break
                    told += part
            return msgspec.json.decode(told, type=Reply).say
        return ""


@contextmanager
def address(folder: Path) -> Iterator[str]:
    """A path of the door that is short enough for a socket. Raises OSError."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{held}/{NAME}"
    finally:
        os.close(held)
