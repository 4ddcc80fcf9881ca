"""The programs that make one sound together, from their start to their end."""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import suppress
from typing import IO

from course.speech import voices
from course.speech.player import Player

Process = subprocess.Popen[bytes]


class Sound:
    """Programs in a row; the last one is heard, and each one before it feeds the next."""

    def __init__(self, processes: list[Process]) -> None:
        self._processes = processes

    def wait(self) -> None:
        """Wait until what is heard has come to its end, by itself or because it was ended."""
        # It stays unreaped until it is ended: its number can belong to no other process, so that
        # killing its group cannot hit a stranger.
        with suppress(ChildProcessError):
            os.waitid(os.P_PID, self._processes[-1].pid, os.WEXITED | os.WNOWAIT)

    def end(self, patience: float) -> list[Process]:
        """End all of it now; gives what the system cannot end yet."""
        return [each for each in self._processes if not voices.end(each, patience)]

    def finish(self, patience: float) -> bool:
        """End what has come to its end by itself; says whether it did so without a fault."""
        # What is heard has ended, and whatever fed it has nothing more to do.
        for each in self._processes[:-1]:
            with suppress(subprocess.TimeoutExpired):
                each.wait(patience)
        self.end(patience)
        return all(each.returncode == 0 for each in self._processes)


def said(command: tuple[str, ...], data: bytes) -> Sound:
    """A program that says what it reads. Raises OSError."""
    process = _start(command, subprocess.PIPE)
    _hand_over(process, data)
    return Sound([process])


def played(player: Player, recordings: bytes) -> Sound:
    """Recordings, one behind the other. Raises OSError."""
    with tempfile.TemporaryFile() as file:
        file.write(recordings)
        file.seek(0)
        decoder = _start(player.decode, file, subprocess.PIPE)
    try:
        heard = _start(player.hear, decoder.stdout)
    except OSError:
        voices.end(decoder, voices.PATIENCE)
        raise
    finally:
        # Only the two programs hold the pipe between them, so that each sees the other end.
        if decoder.stdout is not None:
            decoder.stdout.close()
    return Sound([decoder, heard])


def _start(
    command: tuple[str, ...], reads: int | IO[bytes] | None, writes: int = subprocess.DEVNULL
) -> Process:
    return subprocess.Popen(
        command,
        stdin=reads,
        stdout=writes,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
    )


def _hand_over(process: Process, data: bytes) -> None:
    if process.stdin is None:
        return
    # A voice that does not read must not hold up the page, nor one that has ended already.
    with suppress(OSError), process.stdin as pipe:
        os.set_blocking(pipe.fileno(), False)
        pipe.write(data)
