"""The PIN of the staff: kept as a hash, and guessed slowly.

scrypt, because Python has it: argon2 would be one more package to install and to update, and for
six digits no hash withstands who has the file. The growing wait is what keeps guessers out.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import math
import os
import time
from collections.abc import Callable
from pathlib import Path

from course.failures import Count, Failures
from course.waits import GrowingWait

SHORTEST, LONGEST = 6, 12
"""Digits of a PIN."""
FREE_TRIES = 5
"""So many wrong PINs may be given one after the other before there is a wait."""
FIRST_WAIT = 30.0
LONGEST_WAIT = 3600.0
"""Seconds; each further wrong PIN doubles the wait up to the longest."""
_WAIT = GrowingWait(FREE_TRIES, FIRST_WAIT, LONGEST_WAIT)
COUNTED = 12
"""Wrong PINs that are counted at most: so many bring the longest wait."""
DAY = 86_400.0
"""Seconds, after which not one of them counts any more."""
_COUNT = Count(DAY / COUNTED, COUNTED, FREE_TRIES)
_COST, _BLOCK, _LANES = 2**14, 8, 1
_SALT = 16
_MOST_MEMORY = 64 * 1024 * 1024
_SIZE = 32


def hash_pin(pin: str) -> str:
    """What stands in `clinic.yaml` for a PIN. Raises ValueError for what is no PIN."""
    if not is_pin(pin):
        raise ValueError(f"A PIN has {SHORTEST} to {LONGEST} digits.")
    salt = os.urandom(_SALT)
    told = ":".join(str(number) for number in (_COST, _BLOCK, _LANES))
    return f"scrypt:{told}:{_text(salt)}:{_text(_hash(pin, salt))}"


def is_pin(text: str) -> bool:
    """Whether it has the form of a PIN."""
    return text.isascii() and text.isdigit() and SHORTEST <= len(text) <= LONGEST


def check_pin(pin: str, hashed: str) -> bool:
    """Whether it is the PIN of that hash; False for a hash that is none. Takes about 50 ms."""
    if not is_pin(pin) or not is_hash(hashed):
        return False
    salt, expected = hashed.split(":")[4:]
    return hmac.compare_digest(_hash(pin, _bytes(salt)), _bytes(expected))


def is_hash(text: str) -> bool:
    """Whether it is what `hash_pin` gives. Other costs are refused: they could stop the screen."""
    parts = text.split(":")
    numbers = ["scrypt", str(_COST), str(_BLOCK), str(_LANES)]
    try:
        sizes = [len(_bytes(part)) for part in parts[4:]]
    except (ValueError, binascii.Error):
        return False
    return parts[:4] == numbers and sizes == [_SALT, _SIZE]


class Tries:
    """Counts wrong PINs in a small file, so that a restart gives no new tries.

    They are forgiven one by one over a day. The wait is not kept: it begins anew when this object
    is made, so that neither a restart nor a change of the clock shortens it.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float] | None = None,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`clock` gives seconds, suspend included; `wall` those since 1970."""
        self._clock = clock or _boot_time
        self._failures = Failures(path, [_COUNT], self._clock, wall)
        self._closed_until = 0.0
        self._close()

    @property
    def wait(self) -> float:
        """Seconds until the next try is taken; 0 if it is taken now."""
        return max(self._closed_until - self._clock(), 0.0)

    def count(self) -> bool:
        """Count a try as wrong before it is checked, so that pulling the plug does not help.

        False if it may not be made, as the wait is not over. Where nothing can be written it counts
        in memory: a full disk must not lock the staff out.
        """
        if self.wait:
            return False
        self._failures.add()
        self._close()
        return True

    def right(self) -> None:
        """The last try was the PIN."""
        self._failures.clear()
        self._close()

    def _close(self) -> None:
        (wrong,) = self._failures.levels
        self._closed_until = self._clock() + _WAIT.after(math.ceil(wrong))


def _boot_time() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode("ascii"),
        salt=salt,
        n=_COST,
        r=_BLOCK,
        p=_LANES,
        maxmem=_MOST_MEMORY,
        dklen=_SIZE,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
