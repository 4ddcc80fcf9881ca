"""What speaks with a natural voice. None of it is needed to play what was recorded."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any, Protocol

from course.errors import UsageError
from course.speech.pace import Pace
from course.speech.recorded.samples import Samples

_PACKAGE = "hibari-tts"
SPEEDS: Mapping[Pace, float] = {"slower": 0.8, "normal": 0.95, "faster": 1.15}


class Engine(Protocol):
    """A natural voice of one language."""

    @property
    def name(self) -> str:
        """Under which its pronunciations are found."""

    @property
    def settings(self) -> str:
        """All else that changes what it says."""

    def speak(self, phrase: str, pace: Pace) -> Samples:
        """The phrase aloud; the same samples for the same phrase."""


class Hibari:
    """American English."""

    name = "hibari"
    _VOICE = "heart"
    """The one that the package brings along; others would be fetched over a network."""
    _SEED = 1

    def __init__(self) -> None:
        """Takes about a second."""
        self._say: Any = import_module("hibari").Hibari(voice=self._VOICE)

    @property
    def settings(self) -> str:
        speeds = ",".join(f"{SPEEDS[pace]}" for pace in SPEEDS)
        return f"{metadata.version(_PACKAGE)} {self._VOICE} {self._SEED} {speeds}"

    def speak(self, phrase: str, pace: Pace) -> Samples:
        said = self._say(phrase, speed=SPEEDS[pace], seed=self._SEED)
        values = array("h", (said.clip(-1, 1) * 32767).astype("int16").tobytes())
        return Samples(self._say.sample_rate, values)


ENGINES: Mapping[str, tuple[str, Callable[[], Engine]]] = {"en": ("hibari", Hibari)}
"""The engine of each language that has one: the module that it needs, and how it is made."""


def is_there() -> bool:
    """Whether the engines are installed."""
    return all(find_spec(module) is not None for module, _ in ENGINES.values())


def find(language: str) -> Engine | None:
    """The engine of a language; None if it has none.

    Raises UsageError if it is not installed.
    """
    if language not in ENGINES:
        return None
    module, make = ENGINES[language]
    if find_spec(module) is None:
        raise UsageError(
            "The natural voice is not installed. Install the course with it: "
            "pip install 'prolotherapy-course[voice]'"
        )
    return make()
