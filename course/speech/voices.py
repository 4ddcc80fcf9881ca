"""The programs on this machine that can speak, and how they are asked to."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from course.speech.pace import Pace

ESPEAK = ("espeak-ng", "espeak")
DISPATCHER = "spd-say"
ACCENTS = {"en": "en-us", "es": "es-419"}
"""The voice to prefer for a language: the course is written for the United States."""
PACE = "150"
"""Words a minute. The usual 175 is fast for someone who hears a new word for the first time."""
RATES: Mapping[Pace, tuple[str, str]] = {
    "slower": ("125", "-40"),
    "normal": (PACE, "-20"),
    "faster": ("180", "0"),
}
"""What each pace is to espeak, in words a minute, and to spd-say."""
PATIENCE = 2.0
"""Seconds after which a program that does not answer counts as missing."""


@dataclass(frozen=True)
class Voice:
    """A program that says what comes on its standard input."""

    command: tuple[str, ...]
    hush: tuple[str, ...] = ()
    """What silences a service that goes on speaking when `command` has ended."""
    paced: Mapping[Pace, tuple[str, ...]] = field(default_factory=dict)
    """The command for a pace that has one of its own."""

    def at(self, pace: Pace) -> tuple[str, ...]:
        """The command for a pace."""
        return self.paced.get(pace, self.command)


def find(language: str) -> Voice | None:
    """The best voice for a language, or None if this machine has none."""
    for name in ESPEAK:
        if (path := shutil.which(name)) and (voice := _espeak_voice(path, language)):
            return _paced(
                {p: (path, "-v", voice, "-s", rate, "--stdin") for p, (rate, _) in RATES.items()}
            )
    if path := shutil.which(DISPATCHER):
        # Short options: spd-say 0.11.4 takes --stop for an option that lacks its argument.
        return _paced(
            {p: (path, "-l", language, "-r", rate, "-w", "-e") for p, (_, rate) in RATES.items()},
            hush=(path, "-S"),
        )
    return None


def _paced(paced: Mapping[Pace, tuple[str, ...]], hush: tuple[str, ...] = ()) -> Voice:
    return Voice(paced["normal"], hush, paced)


def end(process: subprocess.Popen[bytes], patience: float) -> bool:
    """Kill a process and all that it started, and reap it; False if the system cannot yet.

    The process must lead a session of its own, and must not have been reaped.
    """
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        return False
    return True


def _espeak_voice(path: str, language: str) -> str:
    rows = [line.split() for line in _output(path, f"--voices={language}").splitlines()[1:]]
    spoken = {row[1] for row in rows if len(row) > 1}
    accent = ACCENTS.get(language, language)
    return (accent if accent in spoken else language) if spoken else ""


def _output(*command: str) -> str:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return ""
    with process:
        try:
            return process.communicate(timeout=PATIENCE)[0].decode(errors="replace")
        except subprocess.TimeoutExpired:
            end(process, PATIENCE)
            return ""
