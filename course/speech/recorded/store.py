"""Where recordings are kept: a file for each phrase at each pace, named by what was said and how.

`<language>.json` names the voice whose recordings are played, so that whoever plays them needs
nothing of the engine that made them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from course import durable
from course.errors import CourseError
from course.speech.pace import Pace
from course.speech.pronunciations import Pronunciations

FOLDER = "voice"
"""Below the cache folder."""
_ENDING = ".opus"
_LARGEST = 4096
"""Bytes of a file that names a voice."""


class Manner(Struct, frozen=True):
    """How phrases are spoken and kept."""

    engine: str
    """The name under which its pronunciations are found."""
    settings: str
    """All else that changes what is heard: versions, voice, loudness, how it is encoded."""


class Store:
    """The recordings of one language in one manner."""

    def __init__(self, cache: Path, manner: Manner, pronunciations: Pronunciations) -> None:
        """`pronunciations` are those of the engine."""
        self._folder = cache / FOLDER
        self._manner = manner
        self._pronunciations = pronunciations

    def said(self, phrase: str) -> str:
        """A phrase as it is given to the engine."""
        return self._pronunciations(phrase)

    def path(self, phrase: str, pace: Pace) -> Path:
        """Where its recording is, or would be."""
        told = (self._manner.engine, self._manner.settings, pace, self.said(phrase))
        name = hashlib.sha256("\0".join(told).encode()).hexdigest()[:32]
        return self._folder / f"{name}{_ENDING}"

    def read(self, phrases: Sequence[str], pace: Pace) -> bytes | None:
        """The recordings of some phrases, one behind the other; None if one of them is missing."""
        try:
            return b"".join(self.path(each, pace).read_bytes() for each in phrases) or None
        except OSError:
            return None


def keep(path: Path, recording: bytes) -> None:
    """Put a recording in its place, whole or not at all. Raises CourseError."""
    with _writing(path.parent):
        durable.write(path, recording)


def every(cache: Path) -> set[Path]:
    """The files of all recordings, in whatever language and manner. Raises CourseError."""
    with _writing(cache / FOLDER):
        return set((cache / FOLDER).glob(f"*{_ENDING}"))


def forget(paths: Iterable[Path]) -> None:
    """Remove recordings. Raises CourseError."""
    for path in paths:
        with _writing(path.parent):
            path.unlink(missing_ok=True)


def manner_of(cache: Path, language: str) -> Manner | None:
    """The manner in which a language is played; None if nothing of it was recorded."""
    with suppress(OSError, msgspec.MsgspecError):
        written = durable.read(_named(cache, language), _LARGEST)
        return msgspec.json.decode(written, type=Manner) if written else None
    return None


def play(cache: Path, language: str, manner: Manner) -> None:
    """Have the recordings in a manner played from now on. Raises CourseError."""
    if manner_of(cache, language) != manner:
        with _writing(cache / FOLDER):
            durable.write(_named(cache, language), msgspec.json.encode(manner))


def _named(cache: Path, language: str) -> Path:
    return cache / FOLDER / f"{language}.json"


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CourseError(
            f"{folder}: Recordings cannot be kept here ({error.strerror}). Make room on the disk, "
            "or run this as the user whose folder it is."
        ) from None
