"""Which voice reads a course on this machine, and what of it was recorded."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from course.errors import ContentError
from course.kiosk.doctor import probe
from course.speech import pronunciations
from course.speech.pronunciations import Pronunciations
from course.speech.reader import Reader
from course.speech.recorded import store
from course.speech.recorded.store import Store
from course.speech.speaker import Speaker

_SERVERS = ("pulse/native", "pipewire-0")
"""What a sound server listens on, below the folder for what runs."""


def find(language: str, modules: Path, cache: Path) -> Reader | None:
    """A reader for a language of the course in a folder.

    None if this machine has no voice for it, or nothing to hear it by. Takes up to some seconds.
    """
    if not can_be_heard():
        return None
    speaker = Speaker.find(language, _sayings(modules, language))
    if speaker is None:
        return None
    manner = store.manner_of(cache, language)
    if manner is None:
        return Reader(speaker)
    return Reader(speaker, Store(cache, manner, _sayings(modules, language, manner.engine)))


def can_be_heard() -> bool:
    """Whether there is a sound card, or a server that has one elsewhere."""
    if sys.platform != "linux" or probe.sound_cards():
        return True
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    return "PULSE_SERVER" in os.environ or any((folder / each).exists() for each in _SERVERS)


def _sayings(modules: Path, language: str, engine: str = "") -> Pronunciations:
    """How the words of a course are said; where that is at fault, as the voice has them."""
    # `prolo check` names the fault, and a word that sounds odd is better than silence.
    with suppress(ContentError):
        return pronunciations.load(modules, language, engine)
    return Pronunciations()
