"""An engine and an encoder that need nothing, and say what they were asked for."""

from __future__ import annotations

from array import array
from math import pi, sin

from course.speech.pace import Pace
from course.speech.recorded.samples import Samples

RATE = 8000


def tone(seconds: float, height: float = 0.1) -> Samples:
    """A sound of 440 hertz."""
    count = range(round(seconds * RATE))
    return Samples(
        RATE, array("h", (round(32767 * height * sin(2 * pi * 440 * n / RATE)) for n in count))
    )


class SomeEngine:
    """Hums for a moment, and remembers the phrases."""

    name = "some"
    settings = "1"

    def __init__(self) -> None:
        self.spoken: list[tuple[str, Pace]] = []

    def speak(self, phrase: str, pace: Pace) -> Samples:
        self.spoken.append((phrase, pace))
        return tone(0.1)


def encode(samples: Samples, number: int) -> bytes:
    """Something that stands for a file."""
    return f"{number} {len(samples.values)}".encode()
