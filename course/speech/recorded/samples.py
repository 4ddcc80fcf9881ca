"""Speech as samples: cut to what is heard, and made as loud as all other speech."""

from __future__ import annotations

from array import array
from functools import lru_cache
from math import log10, sqrt, tanh
from operator import mul

from msgspec import Struct

LOUDNESS = -21.0
"""Decibels below the loudest that samples can be, on average over what is heard: espeak-ng's."""
STEP = 0.25
"""Decibels between two gains."""
PAUSE = 0.3
"""Seconds of silence behind what is heard."""
FULL = 32768
_QUIET = 160
"""Samples below this, before and behind speech, are silence: 46 decibels."""
_BENT_FROM = 0.7
"""Of the loudest: from there on a peak is bent instead of cut off."""
_EDGE = 0.02
"""Seconds that stay before and behind what is heard."""
_EACH = 7
"""Of so many samples one is enough to know how loud all are."""


class Samples(Struct, frozen=True):
    """Speech of one channel."""

    rate: int
    """Samples a second."""
    values: array[int]
    """Of 16 bits each."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.values) / self.rate


def loudness(samples: Samples) -> float:
    """Decibels below the loudest that samples can be, on average; minus infinity for silence."""
    some = samples.values[::_EACH]
    power = sum(map(mul, some, some)) / max(len(some), 1)
    return 20 * log10(sqrt(power) / FULL) if power else float("-inf")


def levelled(samples: Samples) -> Samples:
    """What is heard of some speech, as loud as all other speech, with a pause behind it."""
    heard = _heard(samples)
    values = heard.values[:0]
    if heard.values:
        gain = round((LOUDNESS - loudness(heard)) / STEP)
        values.extend(map(_table(gain).__getitem__, heard.values))
    values.extend([0] * round(PAUSE * samples.rate))
    return Samples(samples.rate, values)


def _heard(samples: Samples) -> Samples:
    values, edge = samples.values, round(_EDGE * samples.rate)
    forward, backward = range(len(values)), range(len(values) - 1, -1, -1)
    first, last = (_first_loud(values, order) for order in (forward, backward))
    if first is None or last is None:
        return Samples(samples.rate, values[:0])
    return Samples(samples.rate, values[max(first - edge, 0) : last + 1 + edge])


def _first_loud(values: array[int], order: range) -> int | None:
    return next((at for at in order if abs(values[at]) >= _QUIET), None)


@lru_cache(maxsize=64)
def _table(gain: int) -> list[int]:
    """What becomes of each sample by a gain in steps: of those from 0 on, then of those below."""
    factor = 10 ** (gain * STEP / 20) / FULL
    return [round(_bent(value * factor) * (FULL - 1)) for value in (*range(FULL), *range(-FULL, 0))]


def _bent(value: float) -> float:
    over = abs(value) - _BENT_FROM
    if over <= 0:
        return value
    room = 1 - _BENT_FROM
    most = _BENT_FROM + room * tanh(over / room)
    return most if value > 0 else -most
